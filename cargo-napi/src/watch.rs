//! `cargo napi watch`.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use notify::event::{EventKind, ModifyKind};
use notify::{Event, RecursiveMode, Watcher};

use crate::build;
use crate::project::Project;

/// How long nothing must change before a build begins: editors write several files, and some write each twice.
const QUIET: Duration = Duration::from_millis(100);

/// What `cargo napi watch` was asked.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Run this in a shell after each build that succeeded
    #[arg(short = 'x', long, value_name = "COMMAND")]
    exec: Option<String>,
    #[command(flatten)]
    build: build::Args,
}

/// Runs `cargo napi watch`, which ends with Ctrl-C.
pub(crate) fn run(args: Args) -> Result<ExitCode> {
    let project = args.build.project()?;
    let (sender, changes) = channel();
    let mut watcher = notify::recommended_watcher(move |event| {
        // The receiver is gone only when the program ends.
        let _ = sender.send(event);
    })
    .context("this system reports no changes of files")?;
    // The folder, and not the file in it: most editors put a new file in its place.
    let folder = project.folder.canonicalize().with_context(|| format!("{} is gone", project.folder.display()))?;
    watcher.watch(&folder, RecursiveMode::NonRecursive).context("the project cannot be watched")?;
    watcher.watch(&folder.join("src"), RecursiveMode::Recursive).context("src cannot be watched")?;
    loop {
        once(&args, &project);
        wait(&changes, &folder)?;
    }
}

/// What fails is shown, and the next change tries again.
fn once(args: &Args, project: &Project) {
    match build::build(&args.build, project) {
        Err(error) => eprintln!("error: {error:#}"),
        Ok(()) => {
            if let Some(Err(error)) = args.exec.as_deref().map(|command| execute(command, &project.folder)) {
                eprintln!("error: {error:#}");
            }
        }
    }
    eprintln!("{:>12} for changes in {}", "Waiting", project.folder.display());
}

fn execute(command: &str, folder: &Path) -> Result<()> {
    let (shell, flag) = if cfg!(windows) { ("cmd", "/C") } else { ("sh", "-c") };
    eprintln!("{:>12} {command}", "Running");
    let status = Command::new(shell).args([flag, command]).current_dir(folder).status().context("no shell")?;
    if status.success() { Ok(()) } else { bail!("{command}: {status}") }
}

/// Returns after a change of a source, once nothing changes any more.
fn wait(changes: &Receiver<notify::Result<Event>>, folder: &Path) -> Result<()> {
    loop {
        let event = changes.recv().context("no more changes are reported")??;
        if concerns(&event, folder) {
            break;
        }
    }
    let mut last = Instant::now();
    loop {
        match changes.recv_timeout((last + QUIET).saturating_duration_since(Instant::now())) {
            Ok(event) => {
                if concerns(&event?, folder) {
                    last = Instant::now();
                }
            }
            Err(RecvTimeoutError::Timeout) => return Ok(()),
            Err(RecvTimeoutError::Disconnected) => bail!("no more changes are reported"),
        }
    }
}

/// Whether a source was written, made, moved or removed. What builds write, in the folder itself too, is no source.
fn concerns(event: &Event, folder: &Path) -> bool {
    if matches!(event.kind, EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(_))) {
        return false;
    }
    let sources = folder.join("src");
    // What OpenHarmony wants to have in `src/main`.
    let generated = sources.join("main").join("cpp");
    let is_source = |path: &PathBuf| {
        path.starts_with(&sources) && !path.starts_with(&generated)
            || ["Cargo.toml", "build.rs"].iter().any(|name| *path == folder.join(name))
    };
    event.paths.iter().any(is_source)
}
