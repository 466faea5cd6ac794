//! Programs that must not compile, and what the compiler says about each. Their twins are the suite `twins`.

use std::fs;
use std::path::{Path, PathBuf};

use harness::files;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("compile-fail")
}

#[test]
fn wrong_programs_are_refused() {
    assert!(!files(&folder(), ".rs").is_empty(), "no case in tests/compile-fail");
    trybuild::TestCases::new().compile_fail("compile-fail/*.rs");
}

/// The compiler quotes the standard library only where rust-src is installed. A case that breaks a bound of `std` breaks
/// the same bound on a function of its own instead.
#[test]
fn messages_are_the_same_without_rust_src() {
    let quotes = |path: &PathBuf| fs::read_to_string(path).expect("a readable file").contains("$RUST/");
    let quoting: Vec<PathBuf> = files(&folder(), ".stderr").into_iter().filter(quotes).collect();
    assert!(quoting.is_empty(), "messages with a source of the standard library: {quoting:?}");
}
