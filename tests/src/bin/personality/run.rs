//! Scripts on the personality.

use harness::{Build, Host, Suite, run_suites};

use crate::host::Personality;
use crate::sources;

/// The suites of `tests/personality`: different addons in one process, and what only that host has.
const OWN: [&str; 2] = ["together", "features"];

/// An API level at which the host features are missing.
const OLD: u32 = 11;

/// The rows: addons written for Node, once on Node and once on the personality.
pub(crate) fn show_rows(personality: &Personality) -> Result<(), String> {
    let mut host = Host::from_env()?;
    host.environment.push(("PERSONALITY", personality.addon().into()));
    host.environment.push(("NAIVE", personality.naive()?.into()));
    let count = own("rows")?.run(&host, &Build::like_this())?;
    println!("{} as OpenHarmony: {count} in the rows", host.label());
    Ok(())
}

/// All suites, or those of these names.
pub(crate) fn suites(names: &[String]) -> Result<Vec<Suite>, String> {
    let mut suites = Suite::all()?;
    for name in OWN {
        suites.push(own(name)?);
    }
    if let Some(name) = names.iter().find(|name| suites.iter().all(|suite| suite.name() != **name)) {
        return Err(format!("there is no suite {name}"));
    }
    suites.retain(|suite| names.is_empty() || names.iter().any(|name| name == suite.name()));
    Ok(suites)
}

/// Runs the suites, and the host features once more on a system that does not have them.
pub(crate) fn run_all(suites: &[Suite], personality: &Personality, build: &Build) -> Result<(), String> {
    let (_, mut failures) = run_suites(suites, &host(personality)?, build, |suite, count, time| {
        println!("{}: {count} in {:.1} s", suite.name(), time.as_secs_f64());
    });
    if let Some(features) = suites.iter().find(|suite| suite.name() == "features") {
        let mut host = host(&personality.at_level(OLD)?)?;
        host.environment.push(("API_LEVEL", OLD.to_string().into()));
        match features.run(&host, build) {
            Ok(count) => println!("features at API level {OLD}: {count}"),
            Err(error) => failures.push(format!("at API level {OLD}: {error}")),
        }
    }
    if failures.is_empty() { Ok(()) } else { Err(failures.join("\n")) }
}

/// A host on which every addon of the process is loaded by the personality.
pub(crate) fn host(personality: &Personality) -> Result<Host, String> {
    let mut host = Host::from_env()?;
    let preload = sources().join("preload.js");
    host.environment.push(("NODE_OPTIONS", format!("--require \"{}\"", preload.display()).into()));
    host.environment.push(("PERSONALITY", personality.addon().into()));
    host.environment.push(("LD_LIBRARY_PATH", personality.folder().into()));
    Ok(host)
}

fn own(name: &str) -> Result<Suite, String> {
    Suite::at(sources().join(format!("{name}.js")))
}
