//! `cargo hosts [HOST..]`: gets the hosts of `tests/hosts/package.json` and runs every suite on each, and the tests of
//! `fixtures/tested`.

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use harness::{Build, Host, Suite, check_command, check_reports, finish, install, run_suites, target_dir, workspace};

/// The host that gets as many cases of chance as the one of `cargo test`; the others get few.
const MANY_CASES: &str = "node26";

/// Between two that run all suites: unless it is asked for, it runs none whose cases are made by chance.
const BETWEEN: &str = "node24";

/// Runs only if it is asked for: what it has, one of its neighbours has, and the time of all is bounded.
const BY_NAME: &str = "node22";

fn is_by_chance(suite: &Suite) -> bool {
    suite.name() == "fuzz" || suite.name().starts_with("properties_")
}

fn main() -> ExitCode {
    finish(hosts())
}

fn hosts() -> Result<(), String> {
    let wanted: Vec<String> = env::args().skip(1).collect();
    let folder = target_dir().join("hosts");
    let known = install(&workspace().join("tests/hosts/package.json"), &folder)?;
    if let Some(name) = wanted.iter().find(|name| !known.contains(name)) {
        return Err(format!("{name} is none of the hosts {}", known.join(", ")));
    }
    let build = Build::like_this();
    let suites = Suite::all()?;
    let here = Host::from_env()?.label();
    let mut failures = Vec::new();
    for name in known.iter().filter(|name| wanted.is_empty() || wanted.contains(name)) {
        if wanted.is_empty() && name == BY_NAME {
            println!("{name} is run when it is named");
            continue;
        }
        let mut host = Host::at(executable(&folder, name)?)?;
        // `cargo test` runs that one, with more.
        if wanted.is_empty() && host.label() == here {
            println!("{here} is the node on PATH: not run again");
            continue;
        }
        if name != MANY_CASES {
            host.environment.push(("BRIEF", "1".into()));
        }
        let left_out = |suite: &Suite| wanted.is_empty() && name == BETWEEN && is_by_chance(suite);
        let suites: Vec<Suite> = suites.iter().filter(|suite| !left_out(suite)).cloned().collect();
        let (total, failed) = run_suites(&suites, &host, &build, |_, _, _| ());
        println!("{}: {total} in {} suites, {} suites failed", host.label(), suites.len(), failed.len());
        failures.extend(failed);
        failures.extend(check_reports(&host, None).err());
        failures.extend(check_command(host.program().as_ref()).err());
    }
    if failures.is_empty() { Ok(()) } else { Err(failures.join("\n")) }
}

/// Deno's package has its executable at the top, the others in `bin`; it has the name of the host without its version.
fn executable(folder: &Path, name: &str) -> Result<PathBuf, String> {
    let package = folder.join("node_modules").join(name);
    let file = name.trim_end_matches(|digit: char| digit.is_ascii_digit());
    let places = [package.join("bin").join(file), package.join(file)];
    let found = places.into_iter().find(|path| path.is_file());
    found.ok_or_else(|| format!("npm did not bring {name}: no executable in {}", package.display()))
}
