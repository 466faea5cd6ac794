//! `personality [SUITE..]`: builds the OpenHarmony personality of `tests/personality`, shows that it differs from Node as it
//! should, and runs the suites on it.
//!
//! `personality --mutate [NAME..]`: switches the handling of one difference in `napi-core` off after the other, in a copy, and
//! demands that a test of that difference fails.
//!
//! `personality --folder`: builds the personality and prints its folder, for `cargo napi test --host personality`.

mod host;
mod mutate;
mod mutations;
mod run;
mod units;

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

use harness::{Build, Host, Kind, check_command, check_reports, finish, target_dir, workspace};
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
    let words: Vec<String> = env::args().skip(1).collect();
    match words.split_first() {
        Some((first, names)) if first == "--mutate" => mutate::mutate(&personality, names),
        Some((first, [])) if first == "--folder" => {
            println!("{}", personality.folder().display());
            Ok(())
        }
        _ => suites(&personality, &words),
    }
}

fn suites(personality: &Personality, wanted: &[String]) -> Result<(), String> {
    run::show_rows(personality)?;
    if wanted.is_empty() {
        units::pass(personality)?;
        check_reports(&Host::from_env()?, Some(personality.folder()))?;
        check_command("personality".as_ref())?;
    }
    let build = Build::for_openharmony(workspace(), target_dir().join("personality/target"), personality.folder())?;
    run::run_all(&run::suites(wanted)?, personality, &build)
}

/// The folder `tests/personality`.
fn sources() -> PathBuf {
    workspace().join("tests/personality")
}
