//! Measures napi-core against C on the raw Node-API and against its peers. See README.md.

mod addons;
mod exports;
mod generated;
mod guard;
mod instructions;
mod measure;
mod node;
mod options;
mod report;
mod statistics;
mod versions;
mod weight;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use options::Options;
use report::Report;

/// The folder `benches`.
fn sources() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The folder of everything that is made.
fn products() -> PathBuf {
    harness::target_dir().join("bench")
}

fn main() -> ExitCode {
    match Options::from_args(std::env::args().skip(1)).and_then(|options| run(&options)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> Result<(), String> {
    let start = Instant::now();
    let outcome = if options.guard { guard::run(options) } else { measure_all(options) };
    eprintln!("{} s in all", start.elapsed().as_secs());
    outcome
}

fn measure_all(options: &Options) -> Result<(), String> {
    let calls = if options.calls() { Some(measure_calls(options)?) } else { None };
    addons::fetch_headers()?;
    let builds = if options.builds() { Some(weight::measure()?) } else { None };
    let report = Report { calls, builds };
    println!("{}", report.text()?);
    if let Some(file) = &options.markdown {
        report.write_markdown(file)?;
    }
    if let Some(file) = &options.json {
        write(file, &format!("{:#}\n", report.json()?))?;
    }
    Ok(())
}

fn measure_calls(options: &Options) -> Result<measure::Table, String> {
    let node = node::find(options.node.as_deref())?;
    addons::build()?;
    measure::parity(&node, &[])?;
    let mut table = measure::measure(&node, options)?;
    table.rows.extend(exports::measure(&node, options)?);
    instructions::add(&node, options, &mut table)?;
    Ok(table)
}

fn write(file: &Path, text: &str) -> Result<(), String> {
    std::fs::write(file, text).map_err(|error| format!("{}: {error}", file.display()))
}

/// Says what is going on: a full run takes its time.
fn progress(what: &str) {
    eprintln!("{what}..");
}
