//! The rows of weight and their goals.

use std::collections::BTreeMap;

use super::{Weight, per_export};
use crate::statistics::{Range, Verdict};

/// What was weighed, for each contestant.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) name: &'static str,
    pub(crate) unit: Unit,
    pub(crate) goal: Option<Goal>,
    pub(crate) contestants: BTreeMap<&'static str, Range>,
}

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    /// CPU time.
    Seconds,
    /// CPU time.
    Milliseconds,
    /// 1,000 bytes.
    Kilobytes,
    Number,
}

/// The figure to reach.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Goal {
    AtMost(f64),
    /// At most this share of neon's figure in the same run.
    OfNeon(f64),
}

impl Row {
    pub(crate) fn verdict(&self) -> Option<Verdict> {
        let ours = *self.contestants.get("core")?;
        Some(match self.goal? {
            Goal::AtMost(goal) => Verdict::of(ours, goal),
            Goal::OfNeon(share) => Verdict::of(ours, share * self.contestants.get("neon")?.median),
        })
    }

    /// The lighter peer, and our share of its figure.
    pub(crate) fn best_peer(&self) -> Option<(&'static str, f64)> {
        let ours = self.contestants.get("core")?.median;
        let peers = self.contestants.iter().filter(|(name, _)| **name != "core");
        let (peer, figure) = peers.min_by(|(_, one), (_, other)| one.median.total_cmp(&other.median))?;
        Some((peer, ours / figure.median))
    }
}

/// A row before it is filled: its name, unit and goal, and where its figures come from.
type Kind = (&'static str, Unit, Option<Goal>, fn(&Weight) -> Option<Range>);

const KINDS: [Kind; 14] = [
    ("crates", Unit::Number, Some(Goal::AtMost(12.0)), |weight| once(weight.crates as f64)),
    ("clean debug build, 1 export", Unit::Seconds, Some(Goal::OfNeon(0.55)), |weight| once(weight.clean[0][0])),
    ("clean debug build, 100 exports", Unit::Seconds, Some(Goal::OfNeon(0.55)), |weight| once(weight.clean[0][1])),
    ("clean release build, 1 export", Unit::Seconds, None, |weight| once(weight.clean[1][0])),
    ("clean release build, 100 exports", Unit::Seconds, None, |weight| once(weight.clean[1][1])),
    ("debug build after an edit, 1 export", Unit::Seconds, None, |weight| all(&weight.rebuild[0])),
    ("debug build after an edit, 100 exports", Unit::Seconds, None, |weight| all(&weight.rebuild[1])),
    ("cargo check per export", Unit::Milliseconds, Some(Goal::AtMost(0.5)), |weight| milliseconds(&weight.check)),
    ("debug build after an edit, per export", Unit::Milliseconds, None, |weight| milliseconds(&weight.rebuild)),
    ("release build per export", Unit::Milliseconds, Some(Goal::AtMost(6.0)), |weight| milliseconds(&weight.release)),
    ("expanded lines per export", Unit::Number, Some(Goal::AtMost(20.0)), |weight| once(weight.expanded_lines)),
    ("stripped size per export", Unit::Kilobytes, Some(Goal::AtMost(0.8)), |weight| {
        per_export(&weight.bytes.map(|bytes| vec![bytes as f64 / 1e3]))
    }),
    ("stripped size, 1 export", Unit::Kilobytes, Some(Goal::AtMost(335.0)), |weight| {
        once(weight.bytes[0] as f64 / 1e3)
    }),
    ("stripped size, 100 exports", Unit::Kilobytes, Some(Goal::AtMost(420.0)), |weight| {
        once(weight.bytes[1] as f64 / 1e3)
    }),
];

fn once(figure: f64) -> Option<Range> {
    Range::of([figure])
}

fn all(figures: &[f64]) -> Option<Range> {
    Range::of(figures.iter().copied())
}

fn milliseconds(rounds: &[Vec<f64>; 2]) -> Option<Range> {
    let seconds = per_export(rounds)?;
    Some(Range { median: seconds.median * 1e3, min: seconds.min * 1e3, max: seconds.max * 1e3 })
}

/// The rows of what each contestant weighs.
pub(crate) fn rows(weights: &[(&'static str, Weight)]) -> Vec<Row> {
    let filled = KINDS.iter().map(|(name, unit, goal, figure)| {
        let contestants = weights.iter().filter_map(|(name, weight)| Some((*name, figure(weight)?))).collect();
        Row { name, unit: *unit, goal: *goal, contestants }
    });
    filled.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weight(seconds: f64) -> Weight {
        Weight {
            crates: 10,
            clean: [[seconds, seconds + 1.0], [2.0, 3.0]],
            rebuild: [vec![1.0], vec![1.0]],
            check: [vec![0.1, 0.1], vec![0.1495, 0.1495]],
            release: [vec![1.0], vec![2.98]],
            expanded_lines: 15.0,
            bytes: [300_000, 399_000],
        }
    }

    #[test]
    fn rows_are_judged() {
        let rows = rows(&[("core", weight(1.0)), ("neon", weight(1.5)), ("napi-rs", weight(1.2))]);
        let row = |name| rows.iter().find(|row| row.name == name).expect("a row");
        assert_eq!(row("crates").verdict(), Some(Verdict::Pass));
        assert_eq!(row("clean debug build, 1 export").verdict(), Some(Verdict::Fail));
        assert_eq!(row("clean debug build, 1 export").best_peer().map(|(name, _)| name), Some("napi-rs"));
        assert_eq!(row("release build per export").verdict(), Some(Verdict::Fail));
        assert_eq!(row("stripped size per export").verdict(), Some(Verdict::Fail));
        assert_eq!(row("clean release build, 1 export").verdict(), None);
    }
}
