//! Runs the measuring script in fresh processes.

use std::collections::BTreeMap;
use std::fs;
use std::time::Duration;

use harness::run_limited;
use serde_json::Value;

use crate::node::Node;
use crate::options::Options;
use crate::statistics::Range;
use crate::{addons, products, progress};

const LIMIT: Duration = Duration::from_secs(20 * 60);

/// All that was measured.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) node: String,
    pub(crate) processes: usize,
    pub(crate) rows: Vec<Row>,
}

/// What was measured of one row.
#[derive(Debug, Default)]
pub(crate) struct Row {
    pub(crate) name: String,
    /// The ratio to C to reach.
    pub(crate) goal: Option<f64>,
    /// How many instructions more than C are allowed; where they are counted, they decide.
    pub(crate) allowed: Option<f64>,
    pub(crate) contestants: BTreeMap<String, Figures>,
}

/// One contestant's figures: one per process.
#[derive(Debug, Default)]
pub(crate) struct Figures {
    pub(crate) ns: Vec<f64>,
    pub(crate) ratios: Vec<f64>,
    pub(crate) instructions: Option<f64>,
}

impl Row {
    pub(crate) fn ns(&self, contestant: &str) -> Option<Range> {
        Range::of(self.contestants.get(contestant)?.ns.iter().copied())
    }

    pub(crate) fn ratio(&self, contestant: &str) -> Option<Range> {
        Range::of(self.contestants.get(contestant)?.ratios.iter().copied())
    }

    /// The ratio of two contestants in the same process.
    pub(crate) fn between(&self, contestant: &str, other: &str) -> Option<Range> {
        let (one, other) = (self.contestants.get(contestant)?, self.contestants.get(other)?);
        Range::of(one.ratios.iter().zip(&other.ratios).map(|(one, other)| one / other))
    }

    /// Adds the figures of one process, an object `{contestant: {ns, ratio}}`.
    pub(crate) fn add(&mut self, measured: &Value) {
        for (contestant, figures) in measured.as_object().into_iter().flatten() {
            let all = self.contestants.entry(contestant.clone()).or_default();
            all.ns.extend(figures["ns"].as_f64());
            all.ratios.extend(figures["ratio"].as_f64());
        }
    }
}

/// Refuses to measure what does not do the same.
pub(crate) fn parity(node: &Node, environment: &[(&str, &str)]) -> Result<(), String> {
    progress("comparing what they give");
    let checked = run_limited(node.command("parity.js").envs(environment.iter().copied()), LIMIT)?
        .success("the contestants differ")?;
    let summary = checked.lines().rfind(|line| line.contains("contestants")).unwrap_or_default();
    eprintln!("  {summary}");
    Ok(())
}

pub(crate) fn measure(node: &Node, options: &Options) -> Result<Table, String> {
    let mut rows: Vec<Row> = Vec::new();
    for process in 1..=options.processes() {
        progress(&format!("measuring, process {process} of {}", options.processes()));
        let measured = run(node, options, "measure.js")?;
        for (index, row) in measured.iter().enumerate() {
            if index == rows.len() {
                rows.push(described(row));
            }
            rows[index].add(&row["contestants"]);
        }
    }
    Ok(Table { node: node.label.clone(), processes: options.processes(), rows })
}

/// Runs a script that writes a list of rows.
pub(crate) fn run(node: &Node, options: &Options, script: &str) -> Result<Vec<Value>, String> {
    let result = products().join("result.json");
    let mut command = node.command(script);
    command.env("RESULT", &result).env("ROWS", &options.rows).env("QUICK", if options.quick { "1" } else { "0" });
    run_limited(&mut command, LIMIT)?.success(script)?;
    let text = addons::read(&result)?;
    // Read once: a process that writes nothing must not pass for the one before.
    fs::remove_file(&result).map_err(|error| format!("{}: {error}", result.display()))?;
    serde_json::from_str(&text).map_err(|error| format!("{script}: {error}"))
}

/// The row without figures.
pub(crate) fn described(row: &Value) -> Row {
    Row {
        name: row["name"].as_str().unwrap_or_default().to_owned(),
        goal: row["goal"].as_f64(),
        allowed: row["instructions"].as_f64(),
        contestants: BTreeMap::new(),
    }
}
