//! `cargo napi test`: stands in for the real one, which is written on another branch.

use std::process::ExitCode;

use anyhow::{Result, bail};

/// What `cargo napi test` was asked.
#[derive(clap::Args)]
pub(crate) struct Args {}

/// Runs `cargo napi test`.
pub(crate) fn run(_: Args) -> Result<ExitCode> {
    bail!("not written yet")
}
