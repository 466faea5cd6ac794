//! How long the code is that attributes generate.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use harness::{run_limited, rustc};
use serde_json::Value;

use crate::addons;
use crate::generated::Kind;

const LIMIT: Duration = Duration::from_secs(120);
/// A function as it stands in the source.
const LINES_WRITTEN: f64 = 3.0;

/// What cargo has built, as its messages in JSON tell.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Built {
    /// Packages: the addon itself, what it depends on, and what builds it.
    pub(crate) crates: usize,
    /// The file of each library, by the name that sources give it.
    libraries: BTreeMap<String, PathBuf>,
}

impl Built {
    pub(crate) fn from_messages(output: &str) -> Self {
        let mut packages = Vec::new();
        let mut libraries = BTreeMap::new();
        let messages = output.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
        for message in messages.filter(|message| message["reason"] == "compiler-artifact") {
            packages.push(message["package_id"].to_string());
            let target = &message["target"];
            let is_library =
                target["kind"].as_array().into_iter().flatten().any(|kind| kind == "lib" || kind == "proc-macro");
            let files = message["filenames"].as_array().into_iter().flatten().filter_map(Value::as_str);
            let file = files.map(PathBuf::from).find(|file| file.extension().is_some_and(|found| found != "rmeta"));
            if let (true, Some(name), Some(file)) = (is_library, target["name"].as_str(), file) {
                libraries.insert(name.replace('-', "_"), file);
            }
        }
        packages.sort();
        packages.dedup();
        Self { crates: packages.len(), libraries }
    }
}

/// The lines that the attributes of one function add to it: from the difference of two addons, as `cargo expand` prints
/// them. `addons` are the packages and the numbers of their functions, with what the first was built from.
pub(crate) fn lines_per_export(
    kind: &Kind,
    places: [&Path; 2],
    counts: [usize; 2],
    built: &Built,
) -> Result<f64, String> {
    let (few, many) = (lines(kind, places[0], counts[0], built)?, lines(kind, places[1], counts[1], built)?);
    Ok((many as f64 - few as f64) / (counts[1] - counts[0]) as f64 - LINES_WRITTEN)
}

fn lines(kind: &Kind, place: &Path, count: usize, built: &Built) -> Result<usize, String> {
    let package = kind.package_name(count);
    let expanded = place.join("expanded.rs");
    let mut command = compiler(kind, place, &package, built)?;
    command.arg("-Zunpretty=expanded").arg("-o").arg(&expanded);
    run_limited(&mut command, LIMIT)?.success(&package)?;
    let file = syn::parse_file(&addons::read(&expanded)?).map_err(|error| format!("{package}, expanded: {error}"))?;
    Ok(prettyplease::unparse(&file).lines().filter(|line| !line.trim().is_empty()).count())
}

/// The compiler on the addon's source. Not by way of cargo: it would build all again for RUSTC_BOOTSTRAP.
fn compiler(kind: &Kind, place: &Path, package: &str, built: &Built) -> Result<Command, String> {
    let mut command = rustc();
    command.env("RUSTC_BOOTSTRAP", "1").env("CARGO_PKG_NAME", package).env("CARGO_PKG_VERSION", "0.0.0");
    command.env("CARGO_CRATE_NAME", package.replace('-', "_")).env("CARGO_MANIFEST_DIR", place).current_dir(place);
    command.args(["--edition", "2024", "--crate-type", "cdylib", "--crate-name", &package.replace('-', "_")]);
    for name in kind.externs {
        let file = built.libraries.get(*name).ok_or_else(|| format!("{package}: {name} was not built"))?;
        command.arg("--extern").arg(format!("{name}={}", file.display()));
        let folder = file.parent().expect("a file lies in a folder");
        let dependencies = if folder.ends_with("deps") { folder.to_path_buf() } else { folder.join("deps") };
        command.arg("-L").arg(format!("dependency={}", dependencies.display()));
    }
    command.arg("src/lib.rs");
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_read() {
        let messages = r#"{"reason":"compiler-artifact","package_id":"a","target":{"kind":["lib"],"name":"a-b"},"filenames":["liba.rmeta","liba.rlib"]}
   Compiling b
{"reason":"compiler-artifact","package_id":"b","target":{"kind":["custom-build"],"name":"build"},"filenames":["build"]}
{"reason":"compiler-artifact","package_id":"b","target":{"kind":["cdylib"],"name":"b"},"filenames":["b.so"]}
{"reason":"build-finished","success":true}"#;
        let libraries = BTreeMap::from([("a_b".to_owned(), "liba.rlib".into())]);
        assert_eq!(Built::from_messages(messages), Built { crates: 2, libraries });
    }
}
