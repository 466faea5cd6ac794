//! Medians and ranges over processes.

/// The figures of several processes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Range {
    pub(crate) median: f64,
    pub(crate) min: f64,
    pub(crate) max: f64,
}

/// A ratio whose spread exceeds this is marked.
const STEADY: f64 = 0.08;

impl Range {
    /// `None` without figures.
    pub(crate) fn of(figures: impl IntoIterator<Item = f64>) -> Option<Self> {
        let mut sorted: Vec<f64> = figures.into_iter().collect();
        sorted.sort_by(f64::total_cmp);
        let (min, max) = (*sorted.first()?, *sorted.last()?);
        let middle = sorted.len() / 2;
        let median = if sorted.len() % 2 == 1 { sorted[middle] } else { (sorted[middle - 1] + sorted[middle]) / 2.0 };
        Some(Self { median, min, max })
    }

    /// The range in relation to the median.
    pub(crate) fn spread(self) -> f64 {
        (self.max - self.min) / self.median
    }

    pub(crate) fn is_steady(self) -> bool {
        self.spread() <= STEADY
    }
}

/// Whether a ratio reaches its goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    Pass,
    Fail,
    /// The goal lies within the spread.
    Undecided,
}

impl Verdict {
    pub(crate) fn of(ratio: Range, goal: f64) -> Self {
        match () {
            () if ratio.max <= goal => Self::Pass,
            () if ratio.min > goal => Self::Fail,
            () => Self::Undecided,
        }
    }
}

impl std::fmt::Display for Verdict {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Pass => "pass",
            Self::Fail => "FAIL",
            Self::Undecided => "undecided",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(figures: &[f64]) -> Range {
        Range::of(figures.iter().copied()).expect("figures")
    }

    #[test]
    fn the_median_is_in_the_middle() {
        assert_eq!(range(&[3.0, 1.0, 2.0]), Range { median: 2.0, min: 1.0, max: 3.0 });
        assert_eq!(range(&[4.0, 1.0, 2.0, 3.0]).median, 2.5);
        assert_eq!(Range::of([]), None);
    }

    #[test]
    fn a_goal_within_the_spread_decides_nothing() {
        let ratio = range(&[1.0, 1.05, 1.1]);
        assert_eq!(Verdict::of(ratio, 1.1), Verdict::Pass);
        assert_eq!(Verdict::of(ratio, 1.06), Verdict::Undecided);
        assert_eq!(Verdict::of(ratio, 0.99), Verdict::Fail);
    }

    #[test]
    fn a_wide_spread_shows() {
        assert!(range(&[1.0, 1.05]).is_steady());
        assert!(!range(&[1.0, 1.05, 1.2]).is_steady());
    }
}
