//! What is reported of the tests in `fixtures/tested`, which end in every way.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::{Host, cargo, cargo_napi, run_limited, target_dir, workspace};

/// Runs them on `host`, by the personality in a folder if there is one, and compares the report to the golden.
pub fn check_reports(host: &Host, personality: Option<&Path>) -> Result<(), String> {
    let mut cargo: Command = cargo(&workspace());
    cargo.args(["test", "--locked", "--quiet", "--package", "tested", "--test", "every-end", "--target-dir"]);
    cargo.arg(target_dir()).args(["--", "--color", "never", "--timeout", "2"]);
    cargo.env("NAPI_TEST_HOST", host.program()).env_remove("NAPI_TEST_TIMEOUT").env("RUST_BACKTRACE", "0");
    match personality {
        Some(folder) => cargo.env("NAPI_TEST_PERSONALITY", folder),
        None => cargo.env_remove("NAPI_TEST_PERSONALITY"),
    };
    let outcome = run_limited(&mut cargo, Duration::from_secs(300))?;
    let report = plain(&outcome.output).ok_or_else(|| format!("there is no report:\n{}", outcome.output))?;
    let golden = workspace().join("tests/fixtures/tested/report.txt");
    if env::var_os("UPDATE_GOLDENS").is_some() {
        return fs::write(&golden, report).map_err(|error| error.to_string());
    }
    let reviewed = fs::read_to_string(&golden).map_err(|error| format!("{}: {error}", golden.display()))?;
    if reviewed == report {
        Ok(())
    } else {
        Err(format!("on {}, {} differs:\n{report}", host.label(), golden.display()))
    }
}

/// Has `cargo napi test` run the tests of `examples/hello` on `host`: a path, or `personality`.
pub fn check_command(host: &OsStr) -> Result<(), String> {
    let mut napi = cargo_napi()?;
    napi.args(["test", "--package", "hello", "--host"]).arg(host).current_dir(workspace());
    napi.env("CARGO_TARGET_DIR", target_dir()).env("CARGO_TERM_COLOR", "never");
    napi.env_remove("NAPI_TEST_HOST").env_remove("NAPI_TEST_PERSONALITY");
    let report = run_limited(&mut napi, Duration::from_secs(300))?.success("cargo napi test --host")?;
    if report.contains("test result: ok. 3 passed") { Ok(()) } else { Err(format!("three tests pass, not\n{report}")) }
}

/// The report without what differs from run to run: times, and the numbers of threads.
fn plain(output: &str) -> Option<String> {
    let begin = output.find("running ")?;
    let end = output.find("; finished in ")?;
    let lines = output.get(begin..end)?.lines().map(|line| match line.split_once("' (") {
        Some((thread, rest)) if thread.starts_with("thread '") => {
            let rest = rest.split_once(')').map_or(rest, |(_number, rest)| rest);
            format!("{thread}'{rest}\n")
        }
        _ => format!("{line}\n"),
    });
    Some(lines.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_made_plain() {
        let output = "Compiling\nrunning 1 test\nthread 'a' (12) panicked at b.rs:1:2:\nfailed; finished in 1.2s\n";
        assert_eq!(plain(output).as_deref(), Some("running 1 test\nthread 'a' panicked at b.rs:1:2:\nfailed\n"));
        assert_eq!(plain("running 1 test\n"), None);
    }
}
