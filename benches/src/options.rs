//! The command line.

use std::path::PathBuf;

const USAGE: &str = "\
usage: cargo bench-all [options]
  --quick            fewer processes and rounds: within 8 minutes
  --node HOST        another host: a major version of Node.js or `bun`, both from npm, or an executable
  --rows PATTERN     only rows whose name matches this JavaScript pattern
  --weight           only what addons weigh: CPU time of builds, lines of expansions, sizes
  --guard            only what has a ceiling in benches/ceilings.json; fails above it
  --write            with --guard: writes what was found as the new ceilings
  --markdown FILE    also writes the tables as Markdown: where FILE has the two lines that mark their place, between these
  --json FILE        also writes every figure as JSON";

/// What to measure and where to write it.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Options {
    pub(crate) quick: bool,
    pub(crate) node: Option<String>,
    pub(crate) rows: String,
    pub(crate) weight: bool,
    pub(crate) guard: bool,
    pub(crate) write: bool,
    pub(crate) markdown: Option<PathBuf>,
    pub(crate) json: Option<PathBuf>,
}

impl Options {
    pub(crate) fn from_args(mut args: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut options = Self::default();
        while let Some(arg) = args.next() {
            let mut value = || args.next().ok_or_else(|| format!("{arg} needs a value\n{USAGE}"));
            match arg.as_str() {
                "--quick" => options.quick = true,
                "--weight" => options.weight = true,
                "--guard" => options.guard = true,
                "--write" => options.write = true,
                "--node" => options.node = Some(value()?),
                "--rows" => options.rows = value()?,
                "--markdown" => options.markdown = Some(value()?.into()),
                "--json" => options.json = Some(value()?.into()),
                _ => return Err(format!("{arg}: no such option\n{USAGE}")),
            }
        }
        if options.write && !options.guard {
            return Err(format!("--write goes with --guard\n{USAGE}"));
        }
        Ok(options)
    }

    /// Whether calls are measured.
    pub(crate) fn calls(&self) -> bool {
        !self.weight
    }

    /// Whether builds are: they take minutes, and no pattern of rows is meant for them.
    pub(crate) fn builds(&self) -> bool {
        self.weight || (!self.quick && self.rows.is_empty())
    }

    /// How many fresh processes are measured.
    pub(crate) fn processes(&self) -> usize {
        if self.quick { 3 } else { 5 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Options, String> {
        Options::from_args(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn options_are_read() {
        let options = parse("--quick --node 24 --rows ^add --json out.json").expect("valid");
        assert!(options.quick);
        assert_eq!(options.node.as_deref(), Some("24"));
        assert_eq!(options.rows, "^add");
        assert_eq!(options.json, Some("out.json".into()));
    }

    #[test]
    fn builds_are_weighed_in_full_runs_and_on_request() {
        let what = |line| parse(line).map(|options| (options.calls(), options.builds()));
        assert_eq!(what(""), Ok((true, true)));
        assert_eq!(what("--quick"), Ok((true, false)));
        assert_eq!(what("--rows ^add"), Ok((true, false)));
        assert_eq!(what("--weight"), Ok((false, true)));
    }

    #[test]
    fn mistakes_are_told() {
        assert!(parse("--fast").is_err_and(|message| message.starts_with("--fast: no such option")));
        assert!(parse("--node").is_err_and(|message| message.starts_with("--node needs a value")));
        assert!(parse("--write").is_err_and(|message| message.starts_with("--write goes with --guard")));
    }
}
