//! What the user sees: as rustc's own test programs write it.

use std::io::{self, IsTerminal as _, Write as _};
use std::time::Duration;

use super::arguments::{Arguments, Color};
use super::program::Selected;

/// What became of a test.
pub(super) enum Verdict<'a> {
    Passed { output: String },
    Failed { output: String, why: String },
    Ignored(&'a str),
}

/// The report of a run, written while it goes on.
pub(super) struct Report {
    color: bool,
    quiet: bool,
    show_output: bool,
    filtered_out: usize,
    passed: usize,
    ignored: usize,
    /// Names and output of those that passed, to be shown.
    outputs: Vec<(String, String)>,
    failures: Vec<(String, String)>,
}

impl Report {
    pub(super) fn begin(arguments: &Arguments, count: usize, total: usize) -> Self {
        println!("\nrunning {count} test{}", if count == 1 { "" } else { "s" });
        let color = match arguments.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none(),
        };
        Self {
            color,
            quiet: arguments.quiet,
            show_output: arguments.show_output,
            filtered_out: total - count,
            passed: 0,
            ignored: 0,
            outputs: Vec::new(),
            failures: Vec::new(),
        }
    }

    /// A test begins.
    pub(super) fn name(&self, selected: &Selected) {
        if !self.quiet {
            let panics = if selected.test.panics.is_some() { " - should panic" } else { "" };
            print!("test {}{panics} ... ", selected.name);
            let _ = io::stdout().flush();
        }
    }

    /// It has ended.
    pub(super) fn verdict(&mut self, selected: &Selected, verdict: Verdict<'_>) {
        let name = selected.name.clone();
        let (letter, word, color) = match verdict {
            Verdict::Passed { output } => {
                self.passed += 1;
                if self.show_output && !output.is_empty() {
                    self.outputs.push((name, output));
                }
                (".", "ok".to_owned(), GREEN)
            }
            Verdict::Failed { output, why } => {
                self.failures.push((name, with_reason(output, &why)));
                ("F", "FAILED".to_owned(), RED)
            }
            Verdict::Ignored(why) => {
                self.ignored += 1;
                let why = if why.is_empty() { String::new() } else { format!(", {why}") };
                ("i", format!("ignored{why}"), YELLOW)
            }
        };
        let text = self.painted(if self.quiet { letter } else { &word }, color);
        if self.quiet {
            print!("{text}")
        } else {
            println!("{text}")
        }
        let _ = io::stdout().flush();
    }

    /// A failure that is no test's.
    pub(super) fn trouble(&mut self, what: &str, output: String) {
        self.failures.push((what.to_owned(), output));
    }

    /// Writes what went wrong; whether nothing did.
    pub(super) fn end(&self, took: Duration) -> bool {
        if self.quiet {
            println!();
        }
        self.list("successes", &self.outputs);
        self.list("failures", &self.failures);
        let ok = self.failures.is_empty();
        let result = if ok { self.painted("ok", GREEN) } else { self.painted("FAILED", RED) };
        println!(
            "\ntest result: {result}. {} passed; {} failed; {} ignored; 0 measured; {} filtered out; finished in {:.2}s\n",
            self.passed,
            self.failures.len(),
            self.ignored,
            self.filtered_out,
            took.as_secs_f64()
        );
        ok
    }

    fn list(&self, title: &str, entries: &[(String, String)]) {
        if entries.is_empty() {
            return;
        }
        println!("\n{title}:\n");
        for (name, output) in entries {
            println!("---- {name} stdout ----\n{}\n", output.trim_end());
        }
        println!("\n{title}:");
        entries.iter().for_each(|(name, _)| println!("    {name}"));
    }

    fn painted(&self, text: &str, color: &str) -> String {
        if self.color { format!("{color}{text}{RESET}") } else { text.to_owned() }
    }
}

const GREEN: &str = "\x1b[32m";
const RED: &str = "\x1b[31m";
const YELLOW: &str = "\x1b[33m";
const RESET: &str = "\x1b[0m";

fn with_reason(mut output: String, why: &str) -> String {
    if !output.is_empty() && !output.ends_with('\n') {
        output.push('\n');
    }
    output.push_str("failure: ");
    output.push_str(why);
    output
}
