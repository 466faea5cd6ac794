//! `cargo hosts [HOST..]`: gets the hosts of `tests/hosts/package.json` and runs every suite on each.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Duration;

use harness::{Build, Host, Suite, finish, run_limited, run_suites, target_dir, workspace};
use serde_json::Value;

fn main() -> ExitCode {
    finish(hosts())
}

fn hosts() -> Result<(), String> {
    let wanted: Vec<String> = env::args().skip(1).collect();
    let folder = target_dir().join("hosts");
    let known = install(&folder)?;
    if let Some(name) = wanted.iter().find(|name| !known.contains(name)) {
        return Err(format!("{name} is none of the hosts {}", known.join(", ")));
    }
    let build = Build::like_this();
    let suites = Suite::all()?;
    let mut failures = Vec::new();
    for name in known.iter().filter(|name| wanted.is_empty() || wanted.contains(name)) {
        let host = Host::at(executable(&folder, name)?)?;
        let (total, failed) = run_suites(&suites, &host, &build, |_, _, _| ());
        println!("{}: {total} in {} suites, {} suites failed", host.label(), suites.len(), failed.len());
        failures.extend(failed);
    }
    if failures.is_empty() { Ok(()) } else { Err(failures.join("\n")) }
}

/// Lets npm fetch the hosts, unless it has done so for the same list, and gives their names.
fn install(folder: &Path) -> Result<Vec<String>, String> {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    let list = fs::read_to_string(workspace().join("tests/hosts/package.json")).map_err(failed)?;
    let done = folder.join("installed.json");
    if fs::read_to_string(&done).is_ok_and(|installed| installed == list) {
        return names(&list);
    }
    fs::create_dir_all(folder).map_err(failed)?;
    fs::write(folder.join("package.json"), &list).map_err(failed)?;
    let mut npm = Command::new("npm");
    npm.args(["install", "--ignore-scripts", "--no-package-lock", "--no-audit", "--no-fund"]).current_dir(folder);
    run_limited(&mut npm, Duration::from_secs(8 * 60))?.success("npm install")?;
    fs::write(done, &list).map_err(failed)?;
    names(&list)
}

fn names(list: &str) -> Result<Vec<String>, String> {
    let list: Value = serde_json::from_str(list).map_err(|error| error.to_string())?;
    let packages = list["dependencies"].as_object().ok_or("tests/hosts/package.json has no dependencies")?;
    Ok(packages.keys().cloned().collect())
}

/// Deno's package has its executable at the top, the others in `bin`; it has the name of the host without its version.
fn executable(folder: &Path, name: &str) -> Result<PathBuf, String> {
    let package = folder.join("node_modules").join(name);
    let file = name.trim_end_matches(|digit: char| digit.is_ascii_digit());
    let places = [package.join("bin").join(file), package.join(file)];
    let found = places.into_iter().find(|path| path.is_file());
    found.ok_or_else(|| format!("npm did not bring {name}: no executable in {}", package.display()))
}
