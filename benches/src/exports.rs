//! What loading costs: addons of 1 and 1,000 exports, generated for each contestant.

use std::path::PathBuf;

use crate::generated::{KINDS, Kind, put};
use crate::measure::{Row, described, run};
use crate::node::Node;
use crate::options::Options;
use crate::{addons, products, progress};

const COUNTS: [usize; 2] = [1, 1000];

/// The folder of the finished addons, `<contestant>-<count>.node` each.
fn folder() -> PathBuf {
    products().join("exports")
}

pub(crate) fn measure(node: &Node, options: &Options) -> Result<Vec<Row>, String> {
    let mut rows: Vec<Row> = Vec::new();
    for process in 0..options.processes() {
        // The script knows which of its rows are wanted: without any, nothing is built.
        let wanted = run(node, options, "load-rows.js")?;
        if process == 0 && !wanted.is_empty() {
            build()?;
            progress("measuring how they load");
        }
        if wanted.is_empty() {
            return Ok(rows);
        }
        for (index, row) in run(node, options, "load-time.js")?.iter().enumerate() {
            if index == rows.len() {
                rows.push(described(row));
            }
            rows[index].add(&row["contestants"]);
        }
    }
    Ok(rows)
}

fn build() -> Result<(), String> {
    progress("building addons of 1 and 1,000 exports");
    addons::make_folder(&folder())?;
    for kind in &KINDS {
        for count in COUNTS {
            build_one(kind, count)?;
        }
    }
    Ok(())
}

fn build_one(kind: &Kind, count: usize) -> Result<(), String> {
    let addon = folder().join(format!("{}-{count}.node", kind.name));
    let place = folder().join(format!("{}-{count}", kind.name));
    addons::make_folder(&place)?;
    match kind.name {
        "c" | "node-addon-api" => {
            let file = place.join(if kind.name == "c" { "addon.c" } else { "addon.cc" });
            put(&file, &kind.source(count))?;
            let compile = if kind.name == "c" { addons::compile_c } else { addons::compile_cpp };
            compile(&[file], &addon)
        }
        _ => {
            kind.package(count, &place)?;
            let library = addons::cargo_build(&place.join("Cargo.toml"), &kind.package_name(count))?;
            addons::copy(&library, &addon)
        }
    }
}
