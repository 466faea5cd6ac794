//! `personality [SUITE..]`: builds the OpenHarmony personality of `tests/personality`, shows that it differs from Node as it
//! should, and runs the suites on it.

mod addons;
mod host;

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use addons::Addons;
use harness::{Build, Host, Kind, Suite, finish, workspace};
use host::Personality;

fn main() -> ExitCode {
    finish(personality())
}

fn personality() -> Result<(), String> {
    let host = Host::from_env()?;
    if host.kind() != Kind::Node {
        return Err("the personality stands on Node.js".into());
    }
    let personality = Personality::build()?;
    println!("{}", show_rows(&personality)?);
    let wanted: Vec<String> = env::args().skip(1).collect();
    let suites = Suite::all()?;
    if let Some(name) = wanted.iter().find(|name| suites.iter().all(|suite| suite.name() != **name)) {
        return Err(format!("there is no suite {name}"));
    }
    let mut addons = Addons::new(&personality);
    let mut failures = Vec::new();
    for suite in suites.iter().filter(|suite| wanted.is_empty() || wanted.iter().any(|name| name == suite.name())) {
        match run(suite, &personality, &mut addons) {
            Ok(count) => println!("{}: {count}", suite.name()),
            Err(error) => failures.push(error),
        }
    }
    if failures.is_empty() { Ok(()) } else { Err(failures.join("\n")) }
}

/// The rows: addons written for Node, once on Node and once on the personality.
fn show_rows(personality: &Personality) -> Result<String, String> {
    let mut host = Host::from_env()?;
    host.environment.push(("PERSONALITY", personality.addon().into()));
    host.environment.push(("NAIVE", personality.naive()?.into()));
    let script = workspace().join("tests/personality/rows.js");
    let count = passed(&host, &script, "the rows of the personality")?;
    Ok(format!("{} as OpenHarmony: {count} in the rows", host.label()))
}

/// A suite with every addon of the process loaded by the personality.
fn run(suite: &Suite, personality: &Personality, addons: &mut Addons) -> Result<String, String> {
    let script = workspace().join(format!("tests/js/{}.test.js", suite.name()));
    addons.build_for(&script)?;
    let mut host = Host::from_env()?;
    let preload = workspace().join("tests/personality/preload.js");
    host.environment.push(("NODE_OPTIONS", format!("--require \"{}\"", preload.display()).into()));
    host.environment.push(("PERSONALITY", personality.addon().into()));
    host.environment.push(("ADDONS", addons.folder().into()));
    passed(&host, &script, &format!("{} as OpenHarmony", suite.name()))
}

/// Runs a script on top of `harness.js`, and gives its last line: how many tests passed.
fn passed(host: &Host, script: &Path, what: &str) -> Result<String, String> {
    let output = host.run(script, &Build::like_this())?.success(what)?;
    let count = output.lines().rev().find(|line| line.contains(" passed, 0 failed, ") && !line.starts_with("0 passed"));
    count.map(String::from).ok_or_else(|| format!("{what}: no test has passed\n{output}"))
}

/// The folder `tests/personality`.
fn sources() -> PathBuf {
    workspace().join("tests/personality")
}
