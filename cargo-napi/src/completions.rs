//! `cargo napi completions`.

use std::process::ExitCode;

use clap::CommandFactory;
use clap_complete::{Shell, generate};

use crate::print::print;

/// What `cargo napi completions` was asked.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The shell that reads the script
    shell: Shell,
}

/// Runs `cargo napi completions`.
pub(crate) fn run(args: Args) -> anyhow::Result<ExitCode> {
    let mut command = crate::Cli::command().bin_name("cargo-napi");
    let mut script = Vec::new();
    generate(args.shell, &mut command, "cargo-napi", &mut script);
    print(&String::from_utf8(script)?)?;
    Ok(ExitCode::SUCCESS)
}
