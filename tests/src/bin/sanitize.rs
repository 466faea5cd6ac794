//! `cargo sanitize address` and `cargo sanitize valgrind`: every suite under an instrument that sees memory errors and
//! leaks. Before that, the instrument must find the faults of `tests/fixtures/leaky`.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::time::Duration;

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
    for suite in Suite::all()?.iter().filter(|suite| suite.has_addons()) {
        println!("{}: {}", suite.name(), suite.run(&host, &build)?);
    }
    Ok(())
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
