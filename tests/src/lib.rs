//! Builds addons and runs JavaScript against them in Node, Bun or Deno.
//!
//! The tests and the programs `demo`, `soak`, `hosts`, `sanitize`, `fuzz` and `personality` differ only in which [`Host`] runs which
//! [`Suite`] with addons of which [`Build`].

mod arkts;
mod build;
mod host;
mod npm;
mod planted;
mod process;
mod sanitizer;
mod suite;
mod symbols;
mod tested;

pub use arkts::Arkts;
pub use build::{Build, built, cargo, cargo_napi, rustc, target_dir};
pub use host::{Host, Kind};
pub use npm::{install, install_listed};
pub use planted::{Changes, changed, copy_workspace, while_changed};
pub use process::{Outcome, run_limited};
pub use sanitizer::{sanitizer_option, sanitizer_runtime};
pub use suite::{Count, Suite, run_suite, run_suites};
pub use symbols::Symbol;
pub use tested::{check_command, check_reports};

use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The root of the workspace.
pub fn workspace() -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().expect("tests/ stands in the workspace").to_path_buf()
}

/// The files of `folder` whose names end with `suffix`, in the order of their names.
///
/// # Panics
/// When the folder cannot be read.
pub fn files(folder: &Path, suffix: &str) -> Vec<PathBuf> {
    let entries = folder.read_dir().unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry of a readable folder").path())
        .filter(|path| path.to_str().is_some_and(|path| path.ends_with(suffix)))
        .collect();
    files.sort();
    files
}

/// The end of a `main`: prints what went wrong.
pub fn finish(result: Result<(), String>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}
