//! `cargo napi package`: folders which npm and OpenHarmony's package manager publish.

mod har;
mod npm;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::files::{copy_changed, entries, file_name, write_changed};
use crate::project::Project;

/// What `cargo napi package` was asked.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// For npm: one package for each platform that was built, and one that chooses among them
    #[arg(long)]
    npm: bool,
    /// For OpenHarmony: a HAR with the libraries of all kinds of devices that were built
    #[arg(long)]
    har: bool,
    /// The package to lay out, where a workspace has several
    #[arg(short, long)]
    package: Option<String>,
    /// Write here instead of into `dist` beside Cargo.toml
    #[arg(short, long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// Runs `cargo napi package`.
pub(crate) fn run(args: Args) -> Result<ExitCode> {
    let project = Project::find(args.package.as_deref())?;
    let out = match args.out {
        Some(out) => std::path::absolute(out).context("--out")?,
        None => project.folder.join("dist"),
    };
    // Without being asked for one, what the project is for.
    let any = args.npm || args.har;
    let npm = args.npm || !any && project.folder.join("package.json").is_file();
    let har = args.har || !any && project.folder.join("oh-package.json5").is_file();
    if !npm && !har {
        bail!(
            "{} has neither package.json nor oh-package.json5, which say what to package; next: write one of them, or \
             choose --har, which needs none",
            project.folder.display()
        );
    }
    if npm {
        npm::lay_out(&project, &out)?;
    }
    if har {
        har::lay_out(&project, &out)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The files that belong into every package, by the beginnings of their names.
const ALWAYS: &[&str] = &["readme", "license", "licence", "changelog", "notice"];

/// Copies README, LICENSE and their kin.
fn copy_documents(project: &Project, to: &Path) -> Result<()> {
    for path in entries(&project.folder)? {
        let name = file_name(&path).to_lowercase();
        if path.is_file() && ALWAYS.iter().any(|start| name.starts_with(start)) {
            copy_changed(&path, &to.join(file_name(&path)))?;
        }
    }
    Ok(())
}

/// What this command writes in `out`, as far as it is there. No package holds it: `dist` may be one of its files.
fn results(project: &Project, out: &Path) -> Vec<PathBuf> {
    let all = ["npm".into(), "har".into(), archive_name(project)].map(|name| out.join(name));
    all.iter().filter_map(|path| path.canonicalize().ok()).collect()
}

/// The file name of the HAR.
fn archive_name(project: &Project) -> String {
    format!("{}.har", project.name)
}

/// Copies a file, or a folder and what is in it, without those of `except`.
fn copy_all(from: &Path, to: &Path, except: &[PathBuf]) -> Result<()> {
    let real = from.canonicalize().with_context(|| format!("{} cannot be read", from.display()))?;
    if except.iter().any(|except| real.starts_with(except)) {
        return Ok(());
    }
    if !from.is_dir() {
        return copy_changed(from, to).map(|_| ());
    }
    entries(from)?.iter().try_for_each(|entry| copy_all(entry, &to.join(file_name(entry)), except))
}

/// The file by which a folder is known to be one of ours, in which what is old is removed.
const MARK: &str = ".cargo-napi";

/// Makes the folder ours, unless it holds what somebody else has put there.
fn claim(folder: &Path) -> Result<()> {
    let mark = folder.join(MARK);
    if !mark.is_file() && !entries(folder)?.is_empty() {
        bail!(
            "{}: cargo napi package has not made this folder, and would remove what is in it; next: choose another with \
             --out, or remove it",
            folder.display()
        );
    }
    write_changed(&mark, "cargo napi package removes what is old in this folder.\n").map(|_| ())
}

/// Removes what an earlier run has left.
fn remove(old: &Path) -> Result<()> {
    let result = if old.is_dir() { fs::remove_dir_all(old) } else { fs::remove_file(old) };
    result.with_context(|| format!("{} cannot be removed", old.display()))
}

fn report(what: &Path) {
    let here = std::env::current_dir().unwrap_or_default();
    eprintln!("{:>12} {}", "Packaged", what.strip_prefix(here).unwrap_or(what).display());
}
