//! What a command costs in CPU time, its children's included.

use std::mem::MaybeUninit;
use std::process::Command;
use std::time::Duration;

use harness::run_limited;

const LIMIT: Duration = Duration::from_secs(10 * 60);

/// A command that succeeded.
pub(crate) struct Cost {
    /// Of all processors, user and system.
    pub(crate) seconds: f64,
    pub(crate) output: String,
}

/// Runs the command.
pub(crate) fn cost(command: &mut Command, what: &str) -> Result<Cost, String> {
    let before = seconds_of_children();
    let output = run_limited(command, LIMIT)?.success(what)?;
    Ok(Cost { seconds: seconds_of_children() - before, output })
}

/// The CPU time of the processes that have ended.
fn seconds_of_children() -> f64 {
    let mut usage = MaybeUninit::<libc::rusage>::uninit();
    // SAFETY: the pointer is valid for writes of an `rusage`.
    let status = unsafe { libc::getrusage(libc::RUSAGE_CHILDREN, usage.as_mut_ptr()) };
    assert_eq!(status, 0, "getrusage fails only for bad arguments");
    // SAFETY: getrusage succeeded, and so has written it.
    let usage = unsafe { usage.assume_init() };
    let seconds = |time: libc::timeval| time.tv_sec as f64 + time.tv_usec as f64 / 1e6;
    seconds(usage.ru_utime) + seconds(usage.ru_stime)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_costs_more_than_waiting() {
        let run = |script| cost(Command::new("sh").args(["-c", script]), "sh").expect("a shell").seconds;
        let waiting = run("sleep 0.2");
        let working = run("i=0; while [ $i -lt 200000 ]; do i=$((i + 1)); done");
        assert!(working > 2.0 * waiting, "{working} s against {waiting} s");
    }
}
