//! `#[napi_core::test]`: how tests end, and how they are chosen. The tests are those of `fixtures/tested`.

use std::path::PathBuf;
use std::process::{Command, Output};
use std::sync::OnceLock;

use harness::{Host, cargo, check_reports, target_dir, workspace};
use serde_json::Value;

/// The host of this run.
fn host() -> Host {
    Host::from_env().unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn every_end_is_reported() {
    check_reports(&host(), None).unwrap_or_else(|error| panic!("{error}"));
}

/// The program of a test file, which cargo builds with these arguments.
fn program(test: &str, arguments: &[&str]) -> PathBuf {
    let mut cargo = cargo(&workspace());
    cargo.args(["test", "--locked", "--no-run", "--message-format=json-render-diagnostics", "--package", "tested"]);
    cargo.args(["--test", test, "--target-dir"]).arg(target_dir()).args(arguments);
    let output = cargo.output().expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let messages = String::from_utf8_lossy(&output.stdout).into_owned();
    let messages = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let mut programs = messages.filter_map(|message| message["executable"].as_str().map(PathBuf::from));
    programs.next_back().expect("cargo names the program")
}

/// What `every-end` does with these words.
fn run(words: &[&str]) -> (Option<i32>, String) {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    finished(Command::new(PROGRAM.get_or_init(|| program("every-end", &[]))).args(words))
}

fn finished(command: &mut Command) -> (Option<i32>, String) {
    command.env("NAPI_TEST_HOST", host().program()).env_remove("NAPI_TEST_PERSONALITY").env("RUST_BACKTRACE", "0");
    let Output { status, stdout, stderr } = command.output().expect("the program runs");
    let text = String::from_utf8_lossy(&stdout).into_owned() + &String::from_utf8_lossy(&stderr);
    (status.code(), text)
}

fn passed(words: &[&str]) -> String {
    let (code, text) = run(words);
    assert_eq!(code, Some(0), "{words:?}: {text}");
    text
}

#[track_caller]
fn contains(text: &str, part: &str) {
    assert!(text.contains(part), "{part:?} is not in:\n{text}");
}

#[test]
fn tests_are_chosen_by_name() {
    let text = passed(&["passes_with"]);
    contains(&text, "running 2 tests\ntest passes_with_shared_env ... ok\ntest passes_without_env ... ok\n");
    contains(&text, "test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 25 filtered out; finished in ");
    contains(&passed(&["passes", "--exact"]), "running 1 test\ntest passes ... ok\n");
    contains(&passed(&["passes_with", "--skip", "shared"]), "running 1 test\ntest passes_without_env ... ok\n");
    contains(&passed(&["more::adds", "--exact", "--quiet"]), "running 1 test\n.\n");
    contains(&passed(&["no such test"]), "test result: ok. 0 passed;");
}

#[test]
fn ignored_tests_run_when_asked_for() {
    contains(&passed(&["ignored"]), "test ignored ... ignored, it takes long\n");
    for option in ["--ignored", "--include-ignored"] {
        let (code, text) = run(&["ignored", option]);
        assert_eq!(code, Some(101), "{text}");
        contains(&text, "test ignored ... FAILED\n");
    }
    contains(&passed(&["passes", "--ignored"]), "running 0 tests\n");
}

#[test]
fn tests_are_listed_without_a_host() {
    let (code, text) = run(&["passes_with", "--list", "--host", "/no/such/host"]);
    assert_eq!(
        (code, text.as_str()),
        (Some(0), "passes_with_shared_env: test\npasses_without_env: test\n\n2 tests, 0 benchmarks\n")
    );
}

#[test]
fn output_is_kept_for_failures() {
    assert!(!passed(&["passes", "--exact"]).contains("printed by what passes"));
    contains(&passed(&["passes", "--exact", "--nocapture"]), "printed by what passes");
    contains(&passed(&["passes", "--exact", "--show-output"]), "---- passes stdout ----\nprinted by what passes\n");
    contains(&passed(&["passes", "--exact", "--color=always"]), "test passes ... \x1b[32mok\x1b[0m");
}

#[test]
fn what_cannot_run_is_explained() {
    let (code, text) = run(&["--exacct"]);
    assert_eq!((code, text.as_str()), (Some(2), "error: there is no option `--exacct`: see `--help`\n"));
    let (code, text) = run(&["passes", "--timeout", "soon"]);
    assert_eq!(code, Some(1));
    contains(&text, "error: the time limit of a test is a number of seconds greater than 0, and not \"soon\"");
    let (code, text) = run(&["passes", "--host", "/no/such/host"]);
    assert_eq!(code, Some(1));
    contains(&text, "error: tests run in a host, and `/no/such/host` does not start");
    let (code, text) = run(&["passes", "--host", "sh"]);
    assert_eq!(code, Some(1));
    contains(&text, "error: sh: this is no node, bun or deno: it answers `--version` with ");
}

#[test]
fn a_test_file_without_a_module_is_explained() {
    let (code, text) = finished(&mut Command::new(program("no-module", &[])));
    assert_eq!(code, Some(1));
    contains(&text, "error: no module is linked into the test `no_module`");
}

#[test]
fn a_module_that_does_not_load_is_an_error() {
    let (code, text) = finished(&mut Command::new(program("failing-module", &[])));
    assert_eq!(code, Some(1));
    contains(&text, "running 1 test\n");
    contains(&text, "error: the host ended before the first test: exit status: 1\n");
    contains(&text, "napi-core: the module was not initialized: Error: not today\n");
    contains(&text, "the library does not load\n");
}

#[test]
fn a_crash_after_the_last_test_is_a_failure() {
    let (code, text) = finished(&mut Command::new(program("crashing-end", &[])));
    assert_eq!(code, Some(101), "{text}");
    contains(&text, "test leaves_a_hook ... ok\n");
    contains(&text, "failures:\n    the host ended after the last test: signal: 9 (SIGKILL)\n");
    contains(&text, "test result: FAILED. 1 passed; 1 failed;");
}

/// The library is built with what the program was built with.
#[test]
fn features_reach_the_host() {
    let mut command = Command::new(program("every-end", &["--features", "more"]));
    let (code, text) = finished(command.arg("more::"));
    assert_eq!(code, Some(0), "{text}");
    contains(&text, "running 2 tests\ntest more::adds ... ok\ntest more::has_a_feature ... ok\n");
}

#[test]
fn rustcs_own_harness_is_refused() {
    let mut cargo = cargo(&workspace());
    cargo.args(["rustc", "--locked", "--quiet", "--package", "tested", "--test", "no-module", "--profile", "test"]);
    cargo.arg("--target-dir").arg(target_dir()).args(["--", "--test"]);
    let output = cargo.output().expect("cargo runs");
    assert!(!output.status.success());
    contains(&String::from_utf8_lossy(&output.stderr), "write `harness = false` under the `[[test]]` in Cargo.toml");
}
