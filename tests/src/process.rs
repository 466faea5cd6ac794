//! A command with a time limit, which ends together with everything it started.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::target_dir;

/// How a command ended.
#[derive(Debug)]
pub struct Outcome {
    /// `None`: it was killed at its time limit.
    pub status: Option<ExitStatus>,
    /// Standard output and standard error, in the order in which they were written.
    pub output: String,
}

impl Outcome {
    /// The output, if the command exited with 0.
    pub fn success(self, what: &str) -> Result<String, String> {
        match self.status {
            Some(status) if status.success() => Ok(self.output),
            Some(status) => Err(format!("{what}: {status}\n{}", self.output)),
            None => Err(format!("{what}: killed at its time limit\n{}", self.output)),
        }
    }
}

/// Runs `command` without input for at most `limit`.
pub fn run_limited(command: &mut Command, limit: Duration) -> Result<Outcome, String> {
    let log = log_file();
    let outcome = run_logged(command, limit, &log);
    let what = || format!("{}", Path::new(command.get_program()).display());
    let outcome = outcome.map_err(|error| format!("{}: {error}", what()));
    // It exists only if it could be created; nothing depends on its removal.
    let _ = fs::remove_file(&log);
    outcome
}

fn run_logged(command: &mut Command, limit: Duration, log: &Path) -> io::Result<Outcome> {
    // A file, and not pipes: a process that outlives the command cannot keep the reader waiting, and what was
    // written before a crash is there.
    let output = File::create(log)?;
    command.stdin(Stdio::null()).stdout(output.try_clone()?).stderr(output);
    own_group(command);
    let mut child = command.spawn()?;
    let status = wait(&mut child, limit);
    end_group(&mut child);
    Ok(Outcome { status: status?, output: String::from_utf8_lossy(&fs::read(log)?).into_owned() })
}

fn log_file() -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    target_dir().join(format!("output-{}-{number}.log", std::process::id()))
}

fn wait(child: &mut Child, limit: Duration) -> io::Result<Option<ExitStatus>> {
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if start.elapsed() > limit {
            return Ok(None);
        }
        thread::sleep(Duration::from_millis(10));
    }
}

#[cfg(unix)]
fn own_group(command: &mut Command) {
    std::os::unix::process::CommandExt::process_group(command, 0);
}

#[cfg(unix)]
fn end_group(child: &mut Child) {
    // The shell has `kill` built in. It fails when the group is empty, which is how a good run ends.
    let kill = format!("kill -KILL -{}", child.id());
    let _ = Command::new("sh").args(["-c", &kill]).stderr(Stdio::null()).status();
    let _ = child.wait();
}

#[cfg(not(unix))]
fn own_group(_: &mut Command) {}

#[cfg(not(unix))]
fn end_group(child: &mut Child) {
    let _ = child.kill();
    let _ = child.wait();
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn shell(script: &str, limit: Duration) -> Outcome {
        run_limited(Command::new("sh").args(["-c", script]), limit).expect("a shell")
    }

    #[test]
    fn output_is_kept_in_order() {
        let outcome = shell("echo one; echo two >&2; echo three; exit 3", Duration::from_secs(60));
        assert_eq!(outcome.output, "one\ntwo\nthree\n");
        assert_eq!(outcome.status.and_then(|status| status.code()), Some(3));
    }

    #[test]
    fn a_command_ends_at_its_limit() {
        assert!(shell("sleep 3600", Duration::from_millis(50)).status.is_none());
    }

    #[test]
    fn what_a_command_leaves_running_does_not_outlive_it() {
        // The background shell would write in its last second.
        let outcome = shell("(sleep 3600; echo late) & echo early", Duration::from_secs(60));
        assert_eq!(outcome.output, "early\n");
    }
}
