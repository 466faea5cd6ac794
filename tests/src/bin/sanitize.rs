//! `cargo sanitize address [SUITE..]`: every suite under an instrument that sees memory errors and leaks. `cargo sanitize
//! valgrind [SUITE..]`: the suites in which hosts fill memory of ours, under one that also sees what nobody has written.
//! `cargo sanitize thread [SUITE..]`: the suites about threads under one that sees data races. Before that, the instrument must
//! find the faults of `tests/fixtures/leaky`.
//!
//! `cargo sanitize loom`: what threads share, in every order that they can take.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::time::Duration;

use harness::{
    Build, Count, Host, Kind, Suite, files, finish, run_limited, run_suites, sanitizer_option, sanitizer_runtime,
    target_dir, workspace,
};

fn main() -> ExitCode {
    finish(sanitize())
}

/// A fault of `tests/fixtures/leaky`, and what the instrument calls it.
type Fault = (&'static str, &'static str);

const OF_ADDRESSES: &[Fault] = &[("leak", "LeakSanitizer"), ("useAfterFree", "heap-use-after-free")];
const OF_MEMORY: &[Fault] =
    &[("leak", "definitely lost"), ("useAfterFree", "Invalid read"), ("useBeforeWrite", "uninitialised value")];

/// Not under the address sanitizer unless it is asked for: learning what a thousand exports take is too slow there. `cargo fuzz-addons
/// --planted` calls the same under it.
const BY_CHANCE: &str = "fuzz";

/// The suites that valgrind runs, which takes it 10 seconds of CPU for Node.js alone: where hosts fill memory of ours, or it is
/// filled in part. The address sanitizer sees the other faults, in all suites.
const FILLED: [&str; 12] = [
    "bigints",
    "calls",
    "constants",
    "containers",
    "functions",
    "handles",
    "number_arrays",
    "numbers",
    "queue_work",
    "slices",
    "strings",
    "struct_rows",
];

fn sanitize() -> Result<(), String> {
    let mut words = env::args().skip(1);
    let instrument = words.next().unwrap_or_default();
    if instrument == "loom" {
        return loom();
    }
    let mut host = Host::from_env()?;
    if host.kind() != Kind::Node {
        return Err("the instruments are known to be silent about Node.js only".into());
    }
    host.limit = Duration::from_secs(15 * 60);
    let mut names: Vec<_> = words.collect();
    match instrument.as_str() {
        "address" => {
            let mut suites = suites("", &names)?;
            suites.retain(|suite| !names.is_empty() || suite.name() != BY_CHANCE);
            let build = host.under_address_sanitizer()?;
            prove(&mut host, &build, OF_ADDRESSES)?;
            run_all(&suites, &mut host, &build)
        }
        "thread" => {
            let suites = suites("threads", &names)?;
            let build = under_thread_sanitizer(&mut host)?;
            races(&mut host, &build, &suites)
        }
        "valgrind" => {
            if names.is_empty() {
                names = FILLED.map(String::from).to_vec();
            }
            let suites = suites("", &names)?;
            let build = under_valgrind(&mut host);
            prove(&mut host, &build, OF_MEMORY)?;
            run_all(&suites, &mut host, &build)
        }
        _ => Err("which instrument: address, thread, valgrind or loom?".into()),
    }
}

/// The thread sanitizer writes files instead of ending the process: Node.js has races of its own, and only a report of an
/// access by an addon is one about us.
fn races(host: &mut Host, build: &Build, suites: &[Suite]) -> Result<(), String> {
    commit(host, build, "none")?;
    let (found, _) = reports()?;
    if !found.is_empty() {
        return Err(format!("the instrument finds faults where none is: {}", found.join("\n")));
    }
    commit(host, build, "race")?;
    let (found, _) = reports()?;
    if found.is_empty() {
        return Err("the instrument did not find the fault race".into());
    }
    let outcome = run_all(suites, host, build);
    let (found, others) = reports()?;
    println!("{} reports about addons, {others} about Node.js alone", found.len());
    outcome?;
    if found.is_empty() { Ok(()) } else { Err(found.join("\n")) }
}

/// Takes the reports that were written: those of accesses by an addon, and how many others there were.
fn reports() -> Result<(Vec<String>, usize), String> {
    let folder = reports_folder();
    let (mut ours, mut others) = (Vec::new(), 0);
    for file in files(&folder, "") {
        let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        for report in text.split("==================").filter(|report| report.contains("WARNING: ThreadSanitizer")) {
            if is_in_addon(report) { ours.push(report.to_owned()) } else { others += 1 }
        }
        fs::remove_file(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    Ok((ours, others))
}

/// Whether one of the two accesses is an addon's: its own code, or a function of the C library that it has called.
fn is_in_addon(report: &str) -> bool {
    const OF_THE_SYSTEM: [&str; 5] = ["(libtsan", "(libc.so", "(ld-linux", "(libstdc++", "(sanitize-thread.so"];
    report.split("\n\n").take(2).any(|access| {
        let mut frames = access.lines().filter(|line| line.trim_start().starts_with('#'));
        let accessing = frames.find(|frame| !OF_THE_SYSTEM.iter().any(|library| frame.contains(library)));
        accessing.is_some_and(|frame| frame.contains(".node+"))
    })
}

fn reports_folder() -> PathBuf {
    target_dir().join("sanitize-thread-reports")
}

/// The suites of these names, else all whose names begin with `prefix`.
fn suites(prefix: &str, names: &[String]) -> Result<Vec<Suite>, String> {
    let mut suites = Suite::all()?;
    suites.retain(|suite| match names {
        [] => suite.has_addons() && suite.name().starts_with(prefix),
        names => names.iter().any(|name| name == suite.name()),
    });
    if suites.is_empty() || (!names.is_empty() && suites.len() != names.len()) {
        return Err(format!("not every suite of these is there: {prefix} {}", names.join(" ")));
    }
    Ok(suites)
}

fn run_all(suites: &[Suite], host: &mut Host, build: &Build) -> Result<(), String> {
    host.environment.push(("INSTRUMENTED", "1".into()));
    let (_, failures) = run_suites(suites, host, build, |suite, count, time| {
        println!("{}: {count} ({} s)", suite.name(), time.as_secs());
    });
    if failures.is_empty() { Ok(()) } else { Err(failures.join("\n")) }
}

/// The instrument is silent without a fault, and names each fault in its own words.
fn prove(host: &mut Host, build: &Build, faults: &[Fault]) -> Result<(), String> {
    commit(host, build, "none")?;
    for (fault, words) in faults {
        match commit(host, build, fault) {
            Ok(_) => return Err(format!("the instrument did not find the fault {fault}")),
            Err(report) if report.contains(words) => {}
            Err(report) => return Err(format!("the fault {fault} failed in another way: {report}")),
        }
    }
    Ok(())
}

/// Runs a fault of `tests/fixtures/leaky`, or `none`.
fn commit(host: &mut Host, build: &Build, fault: &str) -> Result<Count, String> {
    host.environment.push(("FAULT", fault.into()));
    let outcome = Suite::at(workspace().join("tests/js/harness-faults.js"))?.run(host, build);
    host.environment.pop();
    outcome
}

/// Node.js itself is not built by it: only what is seen through the functions that its runtime replaces, such as those of
/// locks, orders what Node.js does.
fn under_thread_sanitizer(host: &mut Host) -> Result<Build, String> {
    let mut libraries = sanitizer_runtime("libtsan.so")?.into_os_string();
    libraries.push(":");
    libraries.push(missing_functions()?);
    let folder = reports_folder();
    let fresh = fs::remove_dir_all(&folder).or(Ok(())).and_then(|()| fs::create_dir_all(&folder));
    fresh.map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut options = sanitizer_option("exitcode=0:print_suppressions=0:suppressions=", "thread.supp");
    options.push(":log_path=");
    options.push(folder.join("report"));
    host.environment.extend([("LD_PRELOAD", libraries), ("TSAN_OPTIONS", options)]);
    Ok(Build::with_thread_sanitizer())
}

/// Builds `tests/sanitize/thread.c`.
fn missing_functions() -> Result<PathBuf, String> {
    let library = target_dir().join("sanitize-thread.so");
    let mut gcc = Command::new("gcc");
    gcc.args(["-shared", "-fPIC", "-O1", "-fno-builtin", "-o"]).arg(&library);
    gcc.arg(workspace().join("tests/sanitize/thread.c"));
    run_limited(&mut gcc, Duration::from_secs(60))?.success("gcc")?;
    Ok(library)
}

fn under_valgrind(host: &mut Host) -> Build {
    let words = "valgrind --quiet --error-exitcode=99 --leak-check=full --show-leak-kinds=definite \
                 --errors-for-leak-kinds=definite";
    host.wrapper = words.split_whitespace().map(OsString::from).collect();
    host.wrapper.push(sanitizer_option("--suppressions=", "valgrind.supp"));
    Build::like_this()
}

/// The tests of `napi-core` whose names have `loom` in them.
fn loom() -> Result<(), String> {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["test", "--locked", "--quiet", "--package", "napi-core", "--lib", "--target-dir"]);
    cargo.arg(target_dir().join("loom")).args(["--", "loom"]);
    cargo.env("RUSTFLAGS", "--cfg loom").current_dir(workspace());
    let output = run_limited(&mut cargo, Duration::from_secs(15 * 60))?.success("loom")?;
    print!("{output}");
    if output.contains(" 0 passed") { Err("there is no test for loom".into()) } else { Ok(()) }
}
