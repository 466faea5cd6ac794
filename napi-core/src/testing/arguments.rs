//! The command line, which is that of rustc's own test programs as far as it makes sense here.

use std::ffi::OsString;

/// The text for `--help`.
pub(super) const HELP: &str = "\
Usage: <test program> [OPTIONS] [FILTER..]

Runs the tests whose names contain a FILTER, or all, in a host of Node-API.

Options:
    --host HOST         node, bun, deno, or the path of one (else NAPI_TEST_HOST, else the node on PATH)
    --exact             a FILTER is the whole name
    --skip FILTER       leaves out what contains FILTER
    --ignored           runs only what is ignored
    --include-ignored   runs what is ignored too
    --list              lists the tests and runs none
    --nocapture         lets the output of tests through
    --show-output       shows the output of tests that pass too
    -q, --quiet         a character for each test
    --color WHEN        auto, always or never
    --timeout SECONDS   how long a test may take (else NAPI_TEST_TIMEOUT, else 60)
    --test-threads N    accepted; a host runs one test after the other

Exit codes: 0 all passed, 1 they could not be run, 2 wrong usage, 101 a test failed.
";

/// What the command line says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Arguments {
    pub(super) filters: Vec<String>,
    pub(super) skipped: Vec<String>,
    pub(super) host: Option<OsString>,
    pub(super) timeout: Option<String>,
    pub(super) ignored: Ignored,
    pub(super) color: Color,
    pub(super) exact: bool,
    pub(super) list: bool,
    pub(super) no_capture: bool,
    pub(super) show_output: bool,
    pub(super) quiet: bool,
    pub(super) help: bool,
}

/// What to do with tests that are ignored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Ignored {
    #[default]
    Skip,
    Include,
    Only,
}

/// When to write in colors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Color {
    #[default]
    Auto,
    Always,
    Never,
}

impl Arguments {
    /// Reads the words behind the name of the program.
    pub(super) fn read(words: impl IntoIterator<Item = String>) -> Result<Self, String> {
        let mut arguments = Self::default();
        let mut words = words.into_iter();
        let mut only_filters = false;
        while let Some(word) = words.next() {
            if only_filters || !word.starts_with('-') || word == "-" {
                arguments.filters.push(word);
                continue;
            }
            let (option, attached) = match word.split_once('=') {
                Some((option, value)) => (option, Some(value.to_owned())),
                None => (word.as_str(), None),
            };
            if option == "--" {
                only_filters = true;
            } else if TAKE_VALUES.contains(&option) {
                let value = attached.or_else(|| words.next());
                let value = value.ok_or_else(|| format!("`{option}` needs a value: see `--help`"))?;
                arguments.set(option, value)?;
            } else if attached.is_some() || !arguments.flag(option) {
                return Err(format!("there is no option `{word}`: see `--help`"));
            }
        }
        Ok(arguments)
    }

    fn set(&mut self, option: &str, value: String) -> Result<(), String> {
        match option {
            "--host" => self.host = Some(value.into()),
            "--timeout" => self.timeout = Some(value),
            "--skip" => self.skipped.push(value),
            "--color" => {
                self.color = match value.as_str() {
                    "auto" => Color::Auto,
                    "always" => Color::Always,
                    "never" => Color::Never,
                    other => return Err(format!("`--color` is auto, always or never, and not `{other}`")),
                }
            }
            "--format" => self.quiet |= value == "terse",
            // `--test-threads`: one test after the other, whatever it says. `-Z`: what it allows is allowed.
            _ => {}
        }
        Ok(())
    }

    /// Whether there is such an option.
    fn flag(&mut self, option: &str) -> bool {
        match option {
            "--exact" => self.exact = true,
            "--list" => self.list = true,
            "--ignored" => self.ignored = Ignored::Only,
            "--include-ignored" => self.ignored = Ignored::Include,
            "--nocapture" | "--no-capture" => self.no_capture = true,
            "--show-output" => self.show_output = true,
            "-q" | "--quiet" => self.quiet = true,
            "-h" | "--help" => self.help = true,
            // What cargo passes.
            "--test" => {}
            _ => return false,
        }
        true
    }

    /// Whether the test of this name is meant.
    pub(super) fn select(&self, name: &str) -> bool {
        let wanted = |filter: &String| if self.exact { name == filter } else { name.contains(filter.as_str()) };
        (self.filters.is_empty() || self.filters.iter().any(wanted)) && !self.skipped.iter().any(wanted)
    }
}

const TAKE_VALUES: [&str; 7] = ["--host", "--timeout", "--skip", "--color", "--format", "--test-threads", "-Z"];

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Arguments, String> {
        Arguments::read(line.split_whitespace().map(String::from))
    }

    #[test]
    fn options_of_rustcs_programs_are_known() {
        let line =
            "add --exact --ignored --nocapture --test-threads 1 --test-threads=2 --color never -q sub --skip slow";
        let arguments = read(line).expect("options");
        assert_eq!(arguments.filters, ["add", "sub"]);
        assert_eq!(arguments.skipped, ["slow"]);
        assert_eq!((arguments.ignored, arguments.color), (Ignored::Only, Color::Never));
        assert!(arguments.exact && arguments.no_capture && arguments.quiet && !arguments.list);
        assert_eq!(read("--list --format terse").map(|read| read.list), Ok(true));
    }

    #[test]
    fn mistakes_are_refused() {
        for line in ["--exacct", "--exact=1", "--host", "--color=blue", "-x"] {
            assert!(read(line).is_err(), "{line}");
        }
        assert_eq!(read("-- --exact").map(|read| read.filters), Ok(vec!["--exact".to_owned()]));
    }

    #[test]
    fn names_are_selected() {
        let select = |line: &str, name: &str| read(line).expect("options").select(name);
        assert!(select("", "a::b") && select("::", "a::b") && select("x a", "a::b"));
        assert!(!select("x", "a::b") && !select("a --exact", "a::b") && !select("--skip b", "a::b"));
        assert!(select("a::b --exact", "a::b"));
    }
}
