//! Programs that must not compile, and what the compiler says about each. Their twins are the suite `twins`.

use std::fs;
use std::path::{Path, PathBuf};

use harness::{files, rustc};

/// The compiler whose messages are on record. Another one may word some of them differently, and refuses the programs all
/// the same.
const RECORDED: &str = "rustc 1.95.";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("compile-fail")
}

#[test]
fn wrong_programs_are_refused() {
    assert!(!files(&folder(), ".rs").is_empty(), "no case in tests/compile-fail");
    let version = rustc().arg("--version").output().expect("rustc runs").stdout;
    let version = String::from_utf8_lossy(&version);
    if !version.starts_with(RECORDED) {
        eprintln!("the messages on record are those of {RECORDED}x, and this is {version}");
    }
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
