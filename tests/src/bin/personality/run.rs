//! Scripts on the personality.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use harness::{Build, Host, Outcome, workspace};

use crate::addons::Addons;
use crate::host::Personality;
use crate::sources;

/// The suites of `tests/personality`: different addons in one process, and what only that host has.
pub(crate) const OWN: [&str; 2] = ["together", "features"];

/// What a script on top of `harness.js` did.
pub(crate) struct Ran {
    what: String,
    outcome: Outcome,
}

impl Ran {
    /// Whether it has ended by itself, with success.
    pub(crate) fn succeeded(&self) -> bool {
        self.outcome.status.is_some_and(|status| status.success())
    }

    /// What it has printed.
    pub(crate) fn output(&self) -> &str {
        &self.outcome.output
    }
}

/// The rows: addons written for Node, once on Node and once on the personality.
pub(crate) fn show_rows(personality: &Personality) -> Result<String, String> {
    let mut host = Host::from_env()?;
    host.environment.push(("PERSONALITY", personality.addon().into()));
    host.environment.push(("NAIVE", personality.naive()?.into()));
    let outcome = host.run(&sources().join("rows.js"), &Build::like_this())?;
    let count = passed(Ran { what: "the rows of the personality".into(), outcome })?;
    Ok(format!("{} as OpenHarmony: {count} in the rows", host.label()))
}

/// How often a suite repeats what it repeats for chance.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Repeat {
    /// As on any host.
    Often,
    /// As under an instrument.
    Little,
}

/// A suite with every addon of the process loaded by the personality.
pub(crate) fn suite(name: &str, repeat: Repeat, personality: &Personality, addons: &Addons) -> Result<Ran, String> {
    let script = match name {
        name if OWN.contains(&name) => sources().join(format!("{name}.js")),
        _ => workspace().join(format!("tests/js/{name}.test.js")),
    };
    addons.build_for(&script)?;
    let mut host = Host::from_env()?;
    let preload = sources().join("preload.js");
    host.environment.push(("NODE_OPTIONS", format!("--require \"{}\"", preload.display()).into()));
    host.environment.push(("PERSONALITY", personality.addon().into()));
    host.environment.push(("ADDONS", addons.folder().into()));
    host.environment.push(("LD_LIBRARY_PATH", personality.folder().into()));
    if repeat == Repeat::Little {
        host.environment.push(("INSTRUMENTED", "1".into()));
    }
    let outcome = host.run(&script, &Build::like_this())?;
    Ok(Ran { what: format!("{name} as OpenHarmony"), outcome })
}

/// The last line of a script that went well: how many tests passed.
pub(crate) fn passed(ran: Ran) -> Result<String, String> {
    let output = ran.outcome.success(&ran.what)?;
    let count = output.lines().rev().find(|line| line.contains(" passed, 0 failed, ") && !line.starts_with("0 passed"));
    count.map(String::from).ok_or_else(|| format!("{}: no test has passed\n{output}", ran.what))
}

/// Runs each of `all`, two at a time, since one keeps about one core busy.
pub(crate) fn two_at_a_time<T: Sync>(all: &[T], run: impl Fn(&T) + Sync) {
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some(one) = all.get(next.fetch_add(1, Ordering::Relaxed)) {
            run(one);
        }
    };
    thread::scope(|scope| {
        scope.spawn(work);
        work();
    });
}
