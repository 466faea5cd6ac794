//! The ceilings: what was found when they were written.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::{Value, json};

use crate::instructions::Count;

/// How much more than at the time of writing is let through.
const TOLERANCE: f64 = 0.03;
/// What counts of the same code differ by from run to run: 3 were seen. A difference may be nothing, and 3 % of it, too.
const NOISE: f64 = 5.0;

/// What the guard looks at.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Ceilings {
    /// The Node.js, as `Node 20.1.2`. Another major version's calls are other calls.
    pub(crate) node: String,
    pub(crate) rustc: String,
    pub(crate) calls: Calls,
    pub(crate) expanded_lines: f64,
    pub(crate) bytes: f64,
}

/// Instructions per call of each row.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Calls(BTreeMap<String, Call>);

#[derive(Debug, Clone, Copy, PartialEq)]
struct Call {
    c: f64,
    core: f64,
}

impl Call {
    /// What napi-core adds to C.
    fn added(self) -> f64 {
        self.core - self.c
    }
}

impl Calls {
    /// Of the rows that both have.
    pub(crate) fn of(counts: Vec<Count>) -> Self {
        let of = |contestant: &'static str| counts.iter().filter(move |count| count.contestant == contestant);
        let pairs = of("c").filter_map(|c| {
            let core = of("core").find(|core| core.row == c.row)?;
            Some((c.row.clone(), Call { c: c.instructions, core: core.instructions }))
        });
        Self(pairs.collect())
    }
}

impl Ceilings {
    pub(crate) fn from_json(text: &str) -> Result<Self, String> {
        let json: Value = serde_json::from_str(text).map_err(|error| format!("ceilings.json: {error}"))?;
        let missing = |name: &str| format!("ceilings.json: no {name}");
        let string = |name: &str| json[name].as_str().map(str::to_owned).ok_or_else(|| missing(name));
        let number = |value: &Value, name: &str| value[name].as_f64().ok_or_else(|| missing(name));
        let mut calls = BTreeMap::new();
        for (row, call) in json["instructions"].as_object().ok_or_else(|| missing("instructions"))? {
            calls.insert(row.clone(), Call { c: number(call, "c")?, core: number(call, "core")? });
        }
        Ok(Self {
            node: string("node")?,
            rustc: string("rustc")?,
            calls: Calls(calls),
            expanded_lines: number(&json, "expandedLinesPerExport")?,
            bytes: number(&json, "strippedBytesPerExport")?,
        })
    }

    pub(crate) fn to_json(&self) -> String {
        let round = |figure: f64| (figure * 10.0).round() / 10.0;
        let calls = self.calls.0.iter();
        let calls = calls.map(|(row, call)| (row.clone(), json!({ "c": round(call.c), "core": round(call.core) })));
        let json = json!({
            "node": self.node,
            "rustc": self.rustc,
            "instructions": calls.collect::<serde_json::Map<_, _>>(),
            "expandedLinesPerExport": round(self.expanded_lines),
            "strippedBytesPerExport": round(self.bytes),
        });
        format!("{json:#}\n")
    }

    /// Refuses to compare with another major version of Node.js.
    pub(crate) fn are_of(&self, label: &str) -> Result<(), String> {
        let (ours, theirs) = (major(&self.node), major(label));
        if ours == theirs {
            Ok(())
        } else {
            Err(format!("the ceilings are those of {ours}, and not of {theirs}: add --node"))
        }
    }

    /// A possible reason that is not in this repository.
    pub(crate) fn compiler_note(&self) -> Result<String, String> {
        let here = super::compiler()?;
        let differs = here != self.rustc;
        Ok(if differs {
            format!("(the ceilings were written with {}, and this is {here})\n", self.rustc)
        } else {
            String::new()
        })
    }

    /// The same with the lower of two counts of each row. What is compared is a difference: both sides are taken.
    pub(crate) fn least(mut self, again: Calls) -> Self {
        for (row, call) in &mut self.calls.0 {
            if let Some(again) = again.0.get(row) {
                *call = Call { c: call.c.min(again.c), core: call.core.min(again.core) };
            }
        }
        self
    }

    /// Holds what was found against the ceilings.
    pub(crate) fn compare(&self, found: &Self) -> Report {
        let mut lines = Vec::new();
        for (row, ceiling) in &self.calls.0 {
            let found = found.calls.0.get(row).map(|call| call.added());
            let limit = ceiling.added() + TOLERANCE * ceiling.added().abs() + NOISE;
            lines.push(Line {
                what: format!("{row}: instructions beside C's"),
                found,
                written: Some(ceiling.added()),
                limit,
            });
        }
        for (row, call) in found.calls.0.iter().filter(|(row, _)| !self.calls.0.contains_key(*row)) {
            let what = format!("{row}: instructions beside C's");
            lines.push(Line { what, found: Some(call.added()), written: None, limit: f64::NEG_INFINITY });
        }
        let sizes = [
            ("expanded lines per export", found.expanded_lines, self.expanded_lines),
            ("stripped bytes per export", found.bytes, self.bytes),
        ];
        lines.extend(sizes.map(|(what, found, ceiling)| Line {
            what: what.to_owned(),
            found: Some(found),
            written: Some(ceiling),
            limit: ceiling * (1.0 + TOLERANCE),
        }));
        Report(lines)
    }
}

/// `Node 20` of `Node 20.1.2`.
fn major(label: &str) -> &str {
    label.split('.').next().unwrap_or(label)
}

/// One figure and its ceiling.
#[derive(Debug, PartialEq)]
struct Line {
    what: String,
    found: Option<f64>,
    written: Option<f64>,
    limit: f64,
}

impl Line {
    fn is_above(&self) -> bool {
        // A row without a ceiling and a ceiling without a row are above it: neither is guarded.
        self.found.is_none_or(|found| found > self.limit)
    }
}

/// What was found, beside its ceilings.
#[derive(Debug, PartialEq)]
pub(crate) struct Report(Vec<Line>);

impl Report {
    pub(crate) fn is_above(&self) -> bool {
        self.0.iter().any(Line::is_above)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for line in &self.0 {
            let verdict = if line.is_above() { "ABOVE " } else { "      " };
            match (line.found, line.written) {
                (None, _) => writeln!(f, "{verdict}{}: has a ceiling, and was not counted", line.what)?,
                (Some(found), None) => writeln!(f, "{verdict}{}: {found:.1}, without a ceiling", line.what)?,
                (Some(found), Some(written)) => {
                    let limit = line.limit;
                    writeln!(f, "{verdict}{}: {found:.1}, at most {limit:.1} ({written:.1} when written)", line.what)?;
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(core: f64, lines: f64, bytes: f64) -> Ceilings {
        let calls = Calls(BTreeMap::from([("noop".to_owned(), Call { c: 100.0, core })]));
        Ceilings { node: "Node 20.1.2".into(), rustc: "rustc 1".into(), calls, expanded_lines: lines, bytes }
    }

    #[test]
    fn a_written_file_is_read() {
        let ceilings = found(110.5, 15.0, 900.0);
        assert_eq!(Ceilings::from_json(&ceilings.to_json()), Ok(ceilings));
    }

    #[test]
    fn what_is_dearer_is_above() {
        let ceilings = found(200.0, 15.0, 900.0);
        let is_above = |core, lines, bytes| ceilings.compare(&found(core, lines, bytes)).is_above();
        assert!(!is_above(202.9 + NOISE, 15.0, 926.0));
        assert!(is_above(203.1 + NOISE, 15.0, 900.0));
        assert!(is_above(200.0, 16.0, 900.0));
        assert!(is_above(200.0, 15.0, 928.0));
    }

    #[test]
    fn rows_and_ceilings_belong_together() {
        let (with, mut without) = (found(100.0, 15.0, 900.0), found(100.0, 15.0, 900.0));
        without.calls = Calls::default();
        assert!(with.compare(&without).is_above());
        assert!(without.compare(&with).is_above());
    }

    #[test]
    fn only_the_same_major_version_is_compared() {
        let ceilings = found(100.0, 15.0, 900.0);
        assert_eq!(ceilings.are_of("Node 20.20.2"), Ok(()));
        assert!(ceilings.are_of("Node 24.1.2").is_err());
    }
}
