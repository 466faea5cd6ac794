//! The table of what addons weigh.

use serde_json::{Value, json};

use super::Sheet;
use crate::statistics::Range;
use crate::weight::{CONTESTANTS, Goal, Row, Unit};

const LEGEND: &str = "\
Addons of functions `fn f0(a: f64, b: f64) -> f64`, without options. Seconds and milliseconds are CPU time of all
processors. What is given per export is the difference of addons of 1 and of 100, in rounds after an edit of the source:
the median and, where there are several, the range; ~ marks a range of more than 8 %. Clean builds are made once, with
what they depend on downloaded already. `cargo check` runs without its cache for what has not changed. Lines are those
that `cargo expand` shows beyond the function itself. Sizes are of stripped release builds, 1 kB is 1,000 bytes.";

/// The sheet of all rows.
pub(crate) fn sheet(rows: &[Row], machine: &str) -> Sheet {
    let mut head: Vec<String> =
        ["what", "napi-core", "goal", "verdict", "to the best peer"].map(str::to_owned).to_vec();
    head.extend(CONTESTANTS[1..].iter().map(|name| (*name).to_owned()));
    let lines = std::iter::once(head).chain(rows.iter().map(line)).collect();
    Sheet { title: format!("Builds, {machine}"), lines, legend: LEGEND }
}

fn line(row: &Row) -> Vec<String> {
    let figure = |name| row.contestants.get(name).map_or_else(|| "-".to_owned(), |range| figure(*range, row.unit));
    let mut cells = vec![row.name.to_owned(), figure("core"), goal(row)];
    cells.push(row.verdict().map_or_else(|| "-".to_owned(), |verdict| verdict.to_string()));
    cells.push(row.best_peer().map_or_else(|| "-".to_owned(), |(peer, share)| format!("{share:.2} {peer}")));
    cells.extend(CONTESTANTS[1..].iter().map(|name| figure(name)));
    cells
}

fn goal(row: &Row) -> String {
    match row.goal {
        None => "-".to_owned(),
        Some(Goal::AtMost(goal)) => format!("{goal} {}", name(row.unit)).trim_end().to_owned(),
        Some(Goal::OfNeon(share)) => format!("{share} of neon"),
    }
}

fn figure(range: Range, unit: Unit) -> String {
    let digits = match unit {
        Unit::Number if range.median.fract() == 0.0 => 0,
        Unit::Number | Unit::Seconds => 1,
        Unit::Milliseconds | Unit::Kilobytes => 2,
    };
    let mark = if range.is_steady() { "" } else { "~" };
    let median = format!("{:.digits$}{mark} {}", range.median, name(unit));
    let range =
        if range.min < range.max { format!(" [{:.digits$}-{:.digits$}]", range.min, range.max) } else { String::new() };
    median.trim_end().to_owned() + &range
}

fn name(unit: Unit) -> &'static str {
    match unit {
        Unit::Seconds => "s",
        Unit::Milliseconds => "ms",
        Unit::Kilobytes => "kB",
        Unit::Number => "",
    }
}

/// The medians and ranges.
pub(crate) fn json(rows: &[Row]) -> Value {
    rows.iter().map(row_json).collect()
}

fn row_json(row: &Row) -> Value {
    let ranges = row.contestants.iter().map(|(contestant, range)| {
        let range = json!({ "median": range.median, "min": range.min, "max": range.max });
        ((*contestant).to_owned(), range)
    });
    let contestants: serde_json::Map<_, _> = ranges.collect();
    json!({
        "name": row.name, "unit": name(row.unit), "goal": goal(row),
        "verdict": row.verdict().map(|verdict| verdict.to_string()), "contestants": contestants,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn a_row_is_printed() {
        let range = |median, min, max| Range { median, min, max };
        let figures =
            [("core", range(0.5, 0.4, 0.6)), ("napi-rs", range(2.0, 2.0, 2.0)), ("neon", range(1.0, 1.0, 1.0))];
        let (unit, goal) = (Unit::Milliseconds, Some(Goal::AtMost(0.5)));
        let row = Row { name: "check", unit, goal, contestants: BTreeMap::from(figures) };
        let expected = ["check", "0.50~ ms [0.40-0.60]", "0.5 ms", "undecided", "0.50 neon", "2.00 ms", "1.00 ms"];
        assert_eq!(line(&row), expected);
    }
}
