//! `personality [SUITE..]`: builds the OpenHarmony personality of `tests/personality`, shows that it differs from Node as it
//! should, and runs the suites on it.
//!
//! `personality --mutate [NAME..]`: switches the handling of one difference in `napi-core` off after the other, in a copy, and
//! demands that a test of that difference fails.

mod addons;
mod host;
mod mutate;
mod mutations;
mod run;

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use addons::Addons;
use harness::{Host, Kind, Suite, finish, target_dir, workspace};
use host::Personality;
use run::{Repeat, show_rows, two_at_a_time};

fn main() -> ExitCode {
    finish(personality())
}

fn personality() -> Result<(), String> {
    let host = Host::from_env()?;
    if host.kind() != Kind::Node {
        return Err("the personality stands on Node.js".into());
    }
    let personality = Personality::build()?;
    let words: Vec<String> = env::args().skip(1).collect();
    match words.split_first() {
        Some((first, names)) if first == "--mutate" => mutate::mutate(&personality, names),
        _ => suites(&personality, &words),
    }
}

fn suites(personality: &Personality, wanted: &[String]) -> Result<(), String> {
    println!("{}", show_rows(personality)?);
    let mut suites: Vec<String> = Suite::all()?.iter().map(|suite| suite.name().to_owned()).collect();
    suites.extend(run::OWN.map(String::from));
    if let Some(name) = wanted.iter().find(|name| !suites.contains(name)) {
        return Err(format!("there is no suite {name}"));
    }
    suites.retain(|suite| wanted.is_empty() || wanted.contains(suite));
    let addons = Addons::of(workspace(), target_dir().join("personality/target"), personality)?;
    let failures = Mutex::new(Vec::new());
    two_at_a_time(&suites, |suite| {
        let begun = Instant::now();
        match run::suite(suite, Repeat::Often, personality, &addons).and_then(run::passed) {
            Ok(count) => println!("{suite}: {count} in {:.1} s", begun.elapsed().as_secs_f64()),
            Err(error) => {
                println!("{suite}: failed");
                failures.lock().unwrap_or_else(PoisonError::into_inner).push(error);
            }
        }
    });
    let failures = failures.into_inner().unwrap_or_else(PoisonError::into_inner);
    if failures.is_empty() { Ok(()) } else { Err(failures.join("\n")) }
}

/// The folder `tests/personality`.
fn sources() -> PathBuf {
    workspace().join("tests/personality")
}
