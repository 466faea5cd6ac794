//! The program that `cargo test` runs.

use std::env;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use super::arguments::{Arguments, HELP, Ignored};
use super::host::Host;
use super::library::{self, Target};
use super::report::{Report, Verdict};
use super::session;
use crate::module::{Test, module_name, tests};

/// How many seconds a test may take, if nothing else is said.
const LIMIT: u64 = 60;

/// The variable that says something else.
const LIMIT_VARIABLE: &str = "NAPI_TEST_TIMEOUT";

/// A test that was selected.
pub(super) struct Selected {
    pub(super) test: Test,
    /// Its name without that of the crate.
    pub(super) name: String,
}

/// The `main` of a test file, by [`test_main!`](crate::test_main!).
pub fn main(target: &Target) -> ExitCode {
    let arguments = match Arguments::read(env::args().skip(1)) {
        Ok(arguments) => arguments,
        Err(error) => {
            eprintln!("error: {error}");
            return ExitCode::from(2);
        }
    };
    if arguments.help {
        print!("{HELP}");
        return ExitCode::SUCCESS;
    }
    match run(target, &arguments) {
        Ok(true) => ExitCode::SUCCESS,
        // As rustc's own: cargo then adds no word about the exit code.
        Ok(false) => ExitCode::from(101),
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Whether all tests passed that were to run.
fn run(target: &Target, arguments: &Arguments) -> Result<bool, String> {
    let all = named(target)?;
    let total = all.len();
    let mut selected: Vec<Selected> = all.into_iter().filter(|test| arguments.select(&test.name)).collect();
    if arguments.ignored == Ignored::Only {
        selected.retain(|selected| selected.test.ignored.is_some());
    }
    if arguments.list {
        list(&selected, arguments.quiet);
        return Ok(true);
    }
    let left_out = |test: &Test| arguments.ignored == Ignored::Skip && test.ignored.is_some();
    let (ignored, wanted): (Vec<_>, Vec<_>) = selected.into_iter().partition(|selected| left_out(&selected.test));
    let mut report = Report::begin(arguments, wanted.len() + ignored.len(), total);
    let started = Instant::now();
    ignored.iter().for_each(|test| report.ignored(test));
    if !wanted.is_empty() {
        run_in_host(target, arguments, &wanted, &mut report)?;
    }
    Ok(report.end(started.elapsed()))
}

fn run_in_host(target: &Target, arguments: &Arguments, wanted: &[Selected], report: &mut Report) -> Result<(), String> {
    let module = module_name().ok_or_else(|| no_module(target))?;
    let limit = limit(arguments)?;
    let host = Host::wanted(arguments.host.clone())?;
    let library = library::build(target, module, host.personality.as_ref())?;
    session::run(&host, &library, wanted, limit, !arguments.no_capture, report)
}

/// The tests in the order of their names.
fn named(target: &Target) -> Result<Vec<Selected>, String> {
    let own = format!("{}::", target.krate);
    let name = |test: Test| {
        let path = test.path();
        Selected { test, name: path.strip_prefix(&own).unwrap_or(&path).to_owned() }
    };
    let mut named: Vec<Selected> = tests().map_err(|error| error.to_string())?.into_iter().map(name).collect();
    named.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(named)
}

fn list(tests: &[Selected], terse: bool) {
    for Selected { name, .. } in tests {
        println!("{name}: test");
    }
    if !terse {
        println!("\n{} tests, 0 benchmarks", tests.len());
    }
}

fn limit(arguments: &Arguments) -> Result<Duration, String> {
    let written = arguments.timeout.clone().or_else(|| env::var(LIMIT_VARIABLE).ok());
    let seconds = written.map_or(Ok(LIMIT), |text| {
        let number = text.parse::<u64>().ok().filter(|seconds| *seconds > 0);
        number
            .ok_or_else(|| format!("the time limit of a test is a number of seconds greater than 0, and not {text:?}"))
    })?;
    Ok(Duration::from_secs(seconds))
}

fn no_module(target: &Target) -> String {
    format!(
        "no module is linked into the test `{}`, and a host loads a library by its module: write `use <your crate> as _;` in \
         the test file, with `crate-type = [\"cdylib\", \"rlib\"]` in the crate's `[lib]`, or `#[module] fn init() {{}}`",
        target.krate
    )
}

impl Report {
    fn ignored(&mut self, selected: &Selected) {
        let why = selected.test.ignored.unwrap_or_default();
        self.name(selected);
        self.verdict(selected, Verdict::Ignored(why));
    }
}
