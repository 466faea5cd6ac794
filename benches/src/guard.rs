//! The guard: what does not depend on the machine's load, against the ceilings in `ceilings.json`.

mod ceilings;
mod size;

use std::path::PathBuf;

use harness::rustc;

use crate::options::Options;
use crate::{addons, instructions, measure, node, progress, sources};
use ceilings::{Calls, Ceilings};

/// How to go on after a failure.
const ON_PURPOSE: &str = "\
Find what became dearer: callgrind_annotate on the counts, cargo expand, cargo bloat. If it is meant, raise the ceilings
by `cargo bench-all --guard --write`, and commit benches/ceilings.json with the reason.";

/// Napi-core and C by themselves: what is compared with C is counted in the same run.
const CONTESTANTS: (&str, &str) = ("CONTESTANTS", "c,core");

fn file() -> PathBuf {
    sources().join("ceilings.json")
}

/// Fails when something is above its ceiling; with `--write`, writes what was found as the new ceilings.
pub(crate) fn run(options: &Options) -> Result<(), String> {
    if !instructions::is_possible() {
        return Err("the guard counts instructions, and needs valgrind".to_owned());
    }
    if !options.rows.is_empty() {
        return Err("the guard looks at all rows that are counted: --rows is not for it".to_owned());
    }
    let node = node::find(options.node.as_deref())?;
    let ceilings = if options.write { None } else { Some(Ceilings::from_json(&addons::read(&file())?)?) };
    if let Some(ceilings) = &ceilings {
        ceilings.are_of(&node.label)?;
    }
    addons::build_c()?;
    addons::build_rust("core")?;
    measure::parity(&node, &[CONTESTANTS])?;
    let found = measure(&node)?;
    let Some(ceilings) = ceilings else {
        eprintln!("writing {}", file().display());
        return crate::write(&file(), &found.to_json());
    };
    let mut report = ceilings.compare(&found);
    if report.is_above() {
        // The JIT does not compile a loop the same way each time: what costs more costs more twice.
        let again = instructions::count(&node, &[CONTESTANTS, ("EXACT", "1")])?;
        report = ceilings.compare(&found.least(Calls::of(again)));
    }
    println!("{report}");
    if report.is_above() {
        Err(format!("above the ceiling\n{}{ON_PURPOSE}", ceilings.compiler_note()?))
    } else {
        Ok(())
    }
}

fn measure(node: &node::Node) -> Result<Ceilings, String> {
    let counts = instructions::count(node, &[CONTESTANTS, ("EXACT", "1")])?;
    progress("building addons of 1 and 100 exports");
    let size = size::measure()?;
    Ok(Ceilings {
        node: node.label.clone(),
        rustc: compiler()?,
        calls: Calls::of(counts),
        expanded_lines: size.expanded_lines,
        bytes: size.bytes,
    })
}

fn compiler() -> Result<String, String> {
    let output = rustc().arg("--version").output().map_err(|error| format!("rustc: {error}"))?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
