//! `cargo napi test`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The exit code of `cargo napi test WORDS` in a folder, and all that it prints.
fn napi_test(folder: &Path, words: &[&str]) -> (Option<i32>, String) {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("a folder in the target folder");
    let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-napi"));
    command.args(["napi", "test"]).args(words).current_dir(folder);
    command.env("CARGO_TARGET_DIR", target).env("RUST_BACKTRACE", "0").env("CARGO_TERM_COLOR", "never");
    command.env_remove("NAPI_TEST_HOST").env_remove("NAPI_TEST_PERSONALITY");
    let Output { status, stdout, stderr } = command.output().expect("it runs");
    (status.code(), String::from_utf8_lossy(&stdout).into_owned() + &String::from_utf8_lossy(&stderr))
}

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace").to_owned()
}

#[track_caller]
fn contains(text: &str, part: &str) {
    assert!(text.contains(part), "{part:?} is not in:\n{text}");
}

#[test]
fn tests_of_the_current_package_run() {
    let (code, text) =
        napi_test(&workspace().join("examples/hello"), &["greets", "--timeout", "30", "--", "--nocapture"]);
    assert_eq!(code, Some(0), "{text}");
    contains(&text, "running 1 test\ntest greets_by_name ... ok\n");
}

#[test]
fn a_failure_is_the_exit_code_1() {
    let words = ["--package", "tested", "--test", "every-end", "fails_by_error", "--", "--exact"];
    let (code, text) = napi_test(&workspace(), &words);
    assert_eq!(code, Some(1), "{text}");
    contains(&text, "failure: TypeError [ERR_THIS]: not this\n");
}

#[test]
fn wrong_usage_is_the_exit_code_2() {
    for words in [&["--timeout", "0"][..], &["--hosst", "node"], &["one", "two"]] {
        let (code, text) = napi_test(&workspace(), words);
        assert_eq!(code, Some(2), "{words:?}: {text}");
    }
}

#[test]
fn what_is_not_there_is_named() {
    let says = |folder: &str, words: &[&str], part: &str| {
        let (code, text) = napi_test(&workspace().join(folder), words);
        assert_eq!(code, Some(1), "{text}");
        contains(&text, part);
    };
    says("napi-meta", &[], "there are no tests for hosts here; next: write tests/node.rs");
    says("examples/hello", &["--test", "deno"], "no test deno that calls `napi_core::test_main!()`");
    says("", &["--package", "hullo"], "the workspace has no package hullo");
    says("examples/hello", &["--host", "./no/such/host"], "--host ./no/such/host");
}

/// The sources of the personality are no part of the published napi-core.
#[test]
fn the_personality_needs_a_checkout() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("without-a-checkout");
    let write = |path: &str, text: &str| {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a file in a folder")).expect("the target folder is writable");
        fs::write(path, text).expect("the target folder is writable");
    };
    let manifest = |name: &str| format!("[package]\nname = \"{name}\"\nversion = \"9.8.7\"\nedition = \"2024\"\n");
    let dependency = "[workspace]\n[dependencies]\nnapi-core = { path = \"registry/napi-core\" }\n";
    write("Cargo.toml", &(manifest("addon") + dependency));
    write("src/lib.rs", "");
    write("tests/node.rs", "napi_core::test_main!();");
    write("registry/napi-core/Cargo.toml", &manifest("napi-core"));
    write("registry/napi-core/src/lib.rs", "");
    let (code, text) = napi_test(&folder, &["--host", "personality"]);
    assert_eq!(code, Some(1), "{text}");
    contains(&text, "in the repository of napi-core, and napi-core 9.8.7 comes without them; next: clone");
}
