//! The tables, as text, as Markdown and as JSON.

mod calls;
mod weight;

use std::fmt::Write;
use std::path::Path;

use serde_json::{Value, json};

use crate::measure::Table;
use crate::weight::Row;
use crate::{addons, versions};

/// Lines of a Markdown file: the tables stand between them.
const BEGIN: &str = "<!-- figures: begin -->\n";
const END: &str = "<!-- figures: end -->";

/// All that was found.
#[derive(Debug)]
pub(crate) struct Report {
    pub(crate) calls: Option<Table>,
    pub(crate) builds: Option<Vec<Row>>,
}

/// One table.
struct Sheet {
    title: String,
    /// The first is the head.
    lines: Vec<Vec<String>>,
    legend: &'static str,
}

impl Report {
    /// For a terminal.
    pub(crate) fn text(&self) -> Result<String, String> {
        let sheets: Vec<_> = self.sheets().iter().map(Sheet::text).collect();
        Ok(format!("{}\n{}", sheets.join("\n"), versions::line()?))
    }

    /// Writes the tables into `file`, between the lines that mark their place, or as the whole of it.
    pub(crate) fn write_markdown(&self, file: &Path) -> Result<(), String> {
        let sheets: Vec<_> = self.sheets().iter().map(Sheet::markdown).collect();
        let tables = format!("{}\n{}\n", sheets.join("\n"), versions::line()?);
        let page = if file.exists() { addons::read(file)? } else { String::new() };
        crate::write(file, &in_place(&page, &tables))
    }

    /// Every figure.
    pub(crate) fn json(&self) -> Result<Value, String> {
        Ok(json!({
            "machine": machine(),
            "versions": versions::line()?,
            "calls": self.calls.as_ref().map(calls::json),
            "builds": self.builds.as_deref().map(weight::json),
        }))
    }

    fn sheets(&self) -> Vec<Sheet> {
        let machine = machine();
        let calls = self.calls.iter().map(|table| calls::sheet(table, &machine));
        calls.chain(self.builds.iter().map(|rows| weight::sheet(rows, &machine))).collect()
    }
}

/// The page with other tables.
fn in_place(page: &str, tables: &str) -> String {
    match page.split_once(BEGIN).and_then(|(before, rest)| Some((before, rest.split_once(END)?.1))) {
        Some((before, after)) => format!("{before}{BEGIN}{tables}{END}{after}"),
        None => tables.to_owned(),
    }
}

impl Sheet {
    fn text(&self) -> String {
        let columns = self.lines.first().map_or(0, Vec::len);
        let width = |column: usize| self.lines.iter().map(|line| line[column].chars().count()).max().unwrap_or(0);
        let widths: Vec<_> = (0..columns).map(width).collect();
        let mut out = format!("{}\n\n", self.title);
        for line in &self.lines {
            let padded = line.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}"));
            // A String takes everything, here and below.
            let _ = writeln!(out, "{}", padded.collect::<Vec<_>>().join("  ").trim_end());
        }
        let _ = writeln!(out, "\n{}", self.legend);
        out
    }

    fn markdown(&self) -> String {
        let mut out = format!("**{}**\n\n", self.title);
        for (index, line) in self.lines.iter().enumerate() {
            let _ = writeln!(out, "| {} |", line.join(" | "));
            if index == 0 {
                let _ = writeln!(out, "|{}", " --- |".repeat(line.len()));
            }
        }
        let _ = writeln!(out, "\n{}", self.legend);
        out
    }
}

/// The processor.
fn machine() -> String {
    let cpu = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpu.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": ")).map(|(_, name)| name);
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    format!("{} with {cores} cores", model.unwrap_or("unknown processor"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_tables_of_a_page_change() {
        let page = format!("# Page\n\n{BEGIN}old\n{END}\n\nmore\n");
        assert_eq!(in_place(&page, "new\n"), format!("# Page\n\n{BEGIN}new\n{END}\n\nmore\n"));
        assert_eq!(in_place("no place", "new\n"), "new\n");
    }
}
