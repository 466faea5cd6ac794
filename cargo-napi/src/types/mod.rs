//! `cargo napi types`: the declarations of a library's exports.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, bail};

/// What `cargo napi types` was asked.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The library, for any platform
    library: PathBuf,
    /// Write declarations for ArkTS
    #[arg(long)]
    arkts: bool,
    /// Write to a file instead of standard output
    #[arg(short, long, value_name = "FILE", conflicts_with = "check")]
    output: Option<PathBuf>,
    /// Fail if a file does not hold these declarations
    #[arg(long, value_name = "FILE")]
    check: Option<PathBuf>,
    /// Write the types as JSON, for tools
    #[arg(long, conflicts_with_all = ["arkts", "check"])]
    json: bool,
}

/// Whom the declarations are for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Flavour {
    TypeScript,
    ArkTs,
}

/// Runs `cargo napi types`.
pub(crate) fn run(args: Args) -> Result<ExitCode> {
    let Args { library: _, arkts: _, output: _, check: _, json: _ } = args;
    bail!("not written yet")
}

/// The declaration file of a library.
pub(crate) fn declarations(_library: &Path, _flavour: Flavour) -> Result<String> {
    bail!("not written yet")
}

/// The names of the properties of a library's exports object, in source order.
pub(crate) fn exports(_library: &Path) -> Result<Vec<String>> {
    bail!("not written yet")
}
