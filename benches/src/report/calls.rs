//! The table of calls.

use serde_json::{Value, json};

use super::Sheet;
use crate::measure::{Row, Table};
use crate::statistics::{Range, Verdict};

const PEERS: [&str; 3] = ["napi-rs", "neon", "node-addon-api"];
const HEAD: [&str; 10] =
    ["row", "C ns", "ns", "ratio to C", "goal", "verdict", "to the best peer", "napi-rs", "neon", "node-addon-api"];

const LEGEND: &str = "\
Ratios are medians over the processes, with their range; ~ marks a range of more than 8 % of the median. `undecided`:
the goal lies within the range. Instructions per call, beside the ratio, are C's and what is added to them; rows whose
goal is a number of instructions are judged by these.

A time is the median of the processes' 20 % quantiles, and follows the machine's load; a ratio is taken within rounds.
The three columns of peers are their ratios to C. `BEHIND` and `even` say how we stand to the best of them in a row.";

/// The sheet of what was measured on one Node.js.
pub(crate) fn sheet(table: &Table, machine: &str) -> Sheet {
    let head = HEAD.iter().map(ToString::to_string).collect();
    Sheet {
        title: format!("{}, {machine}, {} processes", table.node, table.processes),
        lines: std::iter::once(head).chain(table.rows.iter().map(line)).collect(),
        legend: LEGEND,
    }
}

fn line(row: &Row) -> Vec<String> {
    let ns = |name| row.ns(name).map_or_else(|| "-".to_owned(), |ns| short(ns.median));
    let ratio = match (row.ratio("core"), added(row, "core")) {
        (None, _) => "-".to_owned(),
        (Some(ratio), None) => with_range(ratio),
        (Some(ratio), Some((base, added))) => format!("{} ({base:.0}{added:+.0})", with_range(ratio)),
    };
    let mut cells = vec![row.name.clone(), ns("c"), ns("core"), ratio, goal(row), verdict(row), to_best_peer(row)];
    cells.extend(PEERS.map(|peer| row.ratio(peer).map_or_else(|| "-".to_owned(), marked)));
    cells
}

/// C's instructions, and how many more a contestant needs.
fn added(row: &Row, contestant: &str) -> Option<(f64, f64)> {
    let count = |name: &str| row.contestants.get(name)?.instructions;
    let base = count("c")?;
    Some((base, count(contestant)? - base))
}

fn goal(row: &Row) -> String {
    match (row.goal, row.allowed) {
        (_, Some(allowed)) => format!("+{allowed:.0} instr."),
        (Some(goal), None) => format!("{goal}"),
        (None, None) => "-".to_owned(),
    }
}

fn verdict(row: &Row) -> String {
    if let (Some(allowed), Some((_, added))) = (row.allowed, added(row, "core")) {
        return if added <= allowed { Verdict::Pass } else { Verdict::Fail }.to_string();
    }
    match (row.ratio("core"), row.goal) {
        (Some(ratio), Some(goal)) => Verdict::of(ratio, goal).to_string(),
        _ => "-".to_owned(),
    }
}

fn best_peer(row: &Row) -> Option<(&'static str, Range)> {
    let peers = PEERS.iter().filter_map(|peer| Some((*peer, row.ratio(peer)?)));
    let (best, _) = peers.min_by(|(_, one), (_, other)| one.median.total_cmp(&other.median))?;
    Some((best, row.between("core", best)?))
}

fn to_best_peer(row: &Row) -> String {
    let Some((peer, ratio)) = best_peer(row) else { return "-".to_owned() };
    let behind = match Verdict::of(ratio, 1.0) {
        Verdict::Pass => "",
        Verdict::Fail => " BEHIND",
        Verdict::Undecided => " even",
    };
    format!("{} {peer}{behind}", marked(ratio))
}

fn marked(ratio: Range) -> String {
    format!("{:.2}{}", ratio.median, if ratio.is_steady() { "" } else { "~" })
}

fn with_range(ratio: Range) -> String {
    format!("{} [{:.2}-{:.2}]", marked(ratio), ratio.min, ratio.max)
}

fn short(ns: f64) -> String {
    match ns {
        _ if ns < 1e3 => format!("{ns:.1}"),
        _ if ns < 1e6 => format!("{:.2} us", ns / 1e3),
        _ => format!("{:.2} ms", ns / 1e6),
    }
}

/// Every figure of every process.
pub(crate) fn json(table: &Table) -> Value {
    let rows: Vec<Value> = table.rows.iter().map(row_json).collect();
    json!({ "node": table.node, "processes": table.processes, "rows": rows })
}

fn row_json(row: &Row) -> Value {
    let figures = row.contestants.iter().map(|(name, figures)| {
        let all = json!({ "ns": figures.ns, "ratioToC": figures.ratios, "instructions": figures.instructions });
        (name.clone(), all)
    });
    let contestants: serde_json::Map<_, _> = figures.collect();
    let peer = best_peer(row).map(|(name, ratio)| json!({ "name": name, "ratio": ratio.median }));
    json!({
        "name": row.name, "goal": row.goal, "instructionsAllowed": row.allowed, "verdict": verdict(row),
        "bestPeer": peer, "contestants": contestants,
    })
}
