//! `cargo soak [NAME..]`: the suites with larger numbers, and `js/soak/*.js`.

use std::env;
use std::process::ExitCode;
use std::time::Duration;

use harness::{Build, Host, Suite, finish};

fn main() -> ExitCode {
    finish(soak())
}

fn soak() -> Result<(), String> {
    let mut host = Host::from_env()?;
    host.limit = Duration::from_secs(60 * 60);
    host.environment.push(("SOAK", "1".into()));
    let build = Build::like_this();
    let names: Vec<String> = env::args().skip(1).collect();
    let mut suites = Suite::soaks()?;
    suites.extend(Suite::all()?);
    suites.retain(|suite| names.is_empty() || names.iter().any(|name| name == suite.name()));
    if suites.is_empty() {
        return Err(format!("no suite is named {}", names.join(" or ")));
    }
    for suite in suites {
        println!("{}: {}", suite.name(), suite.run(&host, &build)?);
    }
    Ok(())
}
