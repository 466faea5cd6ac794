//! `cargo sanitize address` and `cargo sanitize valgrind`: every suite under an instrument that sees memory errors and
//! leaks. Before that, the instrument must find the faults of `tests/fixtures/leaky`.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use harness::{Build, Host, Kind, Suite, finish, workspace};

fn main() -> ExitCode {
    finish(sanitize())
}

fn sanitize() -> Result<(), String> {
    let mut host = Host::from_env()?;
    if host.kind() != Kind::Node {
        return Err("the instruments are known to be silent about Node.js only".into());
    }
    host.limit = Duration::from_secs(15 * 60);
    let build = match env::args().nth(1).as_deref() {
        Some("address") => under_address_sanitizer(&mut host)?,
        Some("valgrind") => under_valgrind(&mut host),
        _ => return Err("which instrument: address or valgrind?".into()),
    };
    prove(&mut host, &build)?;
    host.environment.push(("INSTRUMENTED", "1".into()));
    run_all(&host, &build)
}

/// Two suites at a time: under an instrument a suite is busy with one core.
fn run_all(host: &Host, build: &Build) -> Result<(), String> {
    let suites: Vec<Suite> = Suite::all()?.into_iter().filter(Suite::has_addons).collect();
    let (next, failures) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let work = || {
        while let Some(suite) = suites.get(next.fetch_add(1, Ordering::Relaxed)) {
            let begin = Instant::now();
            match suite.run(host, build) {
                Ok(count) => println!("{}: {count} ({} s)", suite.name(), begin.elapsed().as_secs()),
                Err(error) => failures.lock().expect("no panic while it is held").push(error),
            }
        }
    };
    thread::scope(|scope| {
        scope.spawn(work);
        work();
    });
    let failures = failures.into_inner().expect("no panic while it is held");
    if failures.is_empty() { Ok(()) } else { Err(failures.join("\n")) }
}

/// The instrument is silent without a fault, and names each fault in its own words.
fn prove(host: &mut Host, build: &Build) -> Result<(), String> {
    let script = Suite::at(workspace().join("tests/js/harness-faults.js"))?;
    let mut commit = |fault: &'static str| {
        host.environment.push(("FAULT", fault.into()));
        let outcome = script.run(host, build);
        host.environment.pop();
        outcome
    };
    commit("none")?;
    let faults =
        [("leak", ["LeakSanitizer", "definitely lost"]), ("useAfterFree", ["heap-use-after-free", "Invalid read"])];
    for (fault, words) in faults {
        match commit(fault) {
            Ok(_) => return Err(format!("the instrument did not find the fault {fault}")),
            Err(report) if words.iter().any(|word| report.contains(word)) => {}
            Err(report) => return Err(format!("the fault {fault} failed in another way: {report}")),
        }
    }
    Ok(())
}

fn under_address_sanitizer(host: &mut Host) -> Result<Build, String> {
    let leaks = with_path("print_suppressions=0:suppressions=", "address.supp");
    host.environment.extend([
        ("LD_PRELOAD", address_sanitizer()?.into()),
        ("ASAN_OPTIONS", "detect_leaks=1".into()),
        ("LSAN_OPTIONS", leaks),
    ]);
    Ok(Build::with_address_sanitizer())
}

/// The runtime, which must be there before Node.js itself.
fn address_sanitizer() -> Result<PathBuf, String> {
    let asked = Command::new("gcc").arg("-print-file-name=libasan.so").output();
    let output = asked.map_err(|error| format!("gcc, which has the address sanitizer's runtime: {error}"))?;
    let path = PathBuf::from(String::from_utf8_lossy(&output.stdout).trim());
    // gcc answers with the bare name when it does not have the file.
    let library = path.canonicalize().ok().filter(|_| path.is_absolute());
    library.ok_or_else(|| "gcc has no libasan.so: install libasan".into())
}

fn under_valgrind(host: &mut Host) -> Build {
    let words = "valgrind --quiet --error-exitcode=99 --leak-check=full --show-leak-kinds=definite \
                 --errors-for-leak-kinds=definite";
    host.wrapper = words.split_whitespace().map(OsString::from).collect();
    host.wrapper.push(with_path("--suppressions=", "valgrind.supp"));
    Build::like_this()
}

/// `option` followed by the path of a file that names what the hosts themselves do wrong.
fn with_path(option: &str, file: &str) -> OsString {
    let mut word = OsString::from(option);
    word.push(workspace().join("tests/sanitize").join(file));
    word
}
