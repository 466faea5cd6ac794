//! `cargo fuzz-addons`: the exports of the fixtures with values of every kind, made by chance. `CALLS` says how many, `SEED` which.
//!
//! `cargo fuzz-addons --planted [NAME..]`: plants one bug after the other in a copy of `napi-core`, and demands that it is found.

mod planted;

use std::env;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use harness::{Build, Host, Suite, finish};

fn main() -> ExitCode {
    finish(fuzz())
}

fn fuzz() -> Result<(), String> {
    let words: Vec<String> = env::args().skip(1).collect();
    match words.split_first() {
        Some((first, names)) if first == "--planted" => planted::find(names),
        Some((first, _)) => Err(format!("{first}: only --planted is known")),
        None => call(),
    }
}

/// The suite `fuzz` with so many calls that it takes minutes.
fn call() -> Result<(), String> {
    let mut host = Host::from_env()?;
    host.limit = Duration::from_secs(2 * 60 * 60);
    host.environment.push(("SOAK", "1".into()));
    let begun = Instant::now();
    let (_, output) = Suite::named("fuzz")?.output(&host, &Build::like_this())?;
    println!("{output}{}: {:.0} s", host.label(), begun.elapsed().as_secs_f64());
    Ok(())
}
