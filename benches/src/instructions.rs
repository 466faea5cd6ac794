//! Instructions per call, counted by callgrind, where valgrind is present.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use harness::run_limited;

use crate::measure::Table;
use crate::node::Node;
use crate::options::Options;
use crate::{addons, products, progress};

const LIMIT: Duration = Duration::from_secs(10 * 60);

/// Adds the counts to the rows that have some.
pub(crate) fn add(node: &Node, options: &Options, table: &mut Table) -> Result<(), String> {
    if node.is_bun {
        eprintln!(
            "Bun does not run under callgrind: no instructions are counted, and time judges the rows they decide"
        );
        return Ok(());
    }
    if !is_possible() {
        eprintln!("no valgrind: instructions are not counted, and the rows they decide are judged by time");
        return Ok(());
    }
    for count in count(node, &[("ROWS", &options.rows), ("EXACT", if options.quick { "0" } else { "1" })])? {
        let row = table.rows.iter_mut().find(|row| row.name == count.row);
        if let Some(figures) = row.and_then(|row| row.contestants.get_mut(&count.contestant)) {
            figures.instructions = Some(count.instructions);
        }
    }
    Ok(())
}

/// Whether valgrind is there.
pub(crate) fn is_possible() -> bool {
    let asked = run_limited(Command::new("valgrind").arg("--version"), LIMIT);
    asked.is_ok_and(|outcome| outcome.status.is_some_and(|status| status.success()))
}

/// The counts of all rows that have some: the least of the loops of a contestant.
pub(crate) fn count(node: &Node, environment: &[(&str, &str)]) -> Result<Vec<Count>, String> {
    progress("counting instructions under callgrind");
    let folder = products().join("callgrind");
    // What an earlier run has counted must not be read again.
    let _ = fs::remove_dir_all(&folder);
    addons::make_folder(&folder)?;
    let out = format!("--callgrind-out-file={}", folder.join("out").display());
    let valgrind = ["valgrind", "--tool=callgrind", "--collect-atstart=no", &out];
    let mut command = node.command_under(&valgrind, &["--single-threaded"], "count.js");
    run_limited(command.envs(environment.iter().copied()), LIMIT)?.success("callgrind")?;
    let mut counts: Vec<Count> = Vec::new();
    for entry in fs::read_dir(&folder).map_err(|error| error.to_string())? {
        let file = entry.map_err(|error| error.to_string())?.path();
        let Some(count) = read(&file)? else { continue };
        match counts.iter_mut().find(|found| found.row == count.row && found.contestant == count.contestant) {
            Some(found) => found.instructions = found.instructions.min(count.instructions),
            None => counts.push(count),
        }
    }
    Ok(counts)
}

/// What was counted of one row and contestant.
#[derive(Debug, PartialEq)]
pub(crate) struct Count {
    pub(crate) row: String,
    pub(crate) contestant: String,
    /// Per call.
    pub(crate) instructions: f64,
}

fn read(file: &Path) -> Result<Option<Count>, String> {
    Ok(parse(&addons::read(file)?))
}

/// Reads the name that the script gave to the dump and the total. The dump at the end of the program has no name.
fn parse(dump: &str) -> Option<Count> {
    let after = |start| dump.lines().find_map(|line| line.strip_prefix(start));
    let mut name = after("desc: Trigger: Client Request: ")?.split('|');
    let (row, contestant, calls) = (name.next()?, name.next()?, name.next()?.trim().parse::<f64>().ok()?);
    let total: f64 = after("totals: ")?.trim().parse().ok()?;
    Some(Count { row: row.to_owned(), contestant: contestant.to_owned(), instructions: total / calls })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dump_is_read() {
        let dump = "version: 1\ndesc: Trigger: Client Request: noop|core|2000\nevents: Ir\nfn=(1)\n0 5\ntotals: 5000\n";
        let expected = Count { row: "noop".into(), contestant: "core".into(), instructions: 2.5 };
        assert_eq!(parse(dump), Some(expected));
        assert_eq!(parse("desc: Trigger: Program termination\ntotals: 7\n"), None);
    }
}
