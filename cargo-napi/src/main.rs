//! `cargo napi`: makes, builds, types, tests and packages addons that are written with napi-core.

mod build;
mod cargo;
mod completions;
mod doctor;
mod expand;
mod files;
mod new;
mod package;
mod platform;
mod print;
mod project;
mod test;
mod types;
mod usage;
mod watch;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use usage::Usage;

/// What cargo runs for `cargo napi ..`; `cargo-napi ..` is the same.
#[derive(Parser)]
#[command(name = "cargo-napi", bin_name = "cargo napi", version, about, after_help = AFTER_HELP)]
#[command(subcommand_required = true, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

const AFTER_HELP: &str = "\
Exit codes:
  0  done
  1  it failed: the build, a test, a check, a file that is missing or stale
  2  wrong usage: an argument, a name or a folder that cannot be meant";

#[derive(Subcommand)]
enum Command {
    /// Make a project which builds, tests and runs at once
    New(new::Args),
    /// Build an addon, its declarations and its loader
    Build(build::Args),
    /// Build, and build again on every change
    Watch(watch::Args),
    /// Write the declarations of a library's exports
    Types(types::Args),
    /// Run the tests marked `#[napi_core::test]` in a JavaScript host
    Test(test::Args),
    /// Lay out packages for npm and for OpenHarmony
    Package(package::Args),
    /// Say what is missing on this machine, and how to get it
    Doctor(doctor::Args),
    /// Show what the attributes generate for an export
    Expand(expand::Args),
    /// Print a script that completes this command in a shell
    Completions(completions::Args),
}

fn main() -> ExitCode {
    let result = expand::as_compiler().unwrap_or_else(|| run(Cli::parse_from(words()).command));
    match result {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            if error.is::<Usage>() { ExitCode::from(2) } else { ExitCode::FAILURE }
        }
    }
}

/// The command line without the `napi` that cargo passes on.
fn words() -> Vec<OsString> {
    let mut words: Vec<OsString> = std::env::args_os().collect();
    if words.get(1).is_some_and(|word| word == "napi") {
        words.remove(1);
    }
    words
}

fn run(command: Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::New(args) => new::run(args),
        Command::Build(args) => build::run(args),
        Command::Watch(args) => watch::run(args),
        Command::Types(args) => types::run(args),
        Command::Test(args) => test::run(args),
        Command::Package(args) => package::run(args),
        Command::Doctor(args) => doctor::run(args),
        Command::Expand(args) => expand::run(args),
        Command::Completions(args) => completions::run(args),
    }
}
