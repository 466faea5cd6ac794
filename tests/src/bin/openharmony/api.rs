//! Whether `fixtures/everything` and `fixtures/ohos` deserve their names.

use std::fs;
use std::path::{Path, PathBuf};

use harness::{files, workspace};

/// Rooms of napi-core whose functions no addon names: `testing` is for test files.
const INSIDE: &[&str] = &["sys", "module", "testing"];

/// What only OpenHarmony has: the room, and the trait in it.
const OHOS: &str = "ohos";
const TRAIT: &str = "pub trait HostFeatures";

/// What only the attributes and `scope!` name: files and functions.
const GENERATED: &[&str] = &[
    "alternatives.rs",
    "arity.rs",
    "construct.rs",
    "described.rs",
    "flattened.rs",
    "given_back.rs",
    "guard.rs",
    "lent.rs",
    "member.rs",
    "nesting.rs",
    "rows.rs",
    "variants.rs",
    "queue_work_for",
    "read_batched",
    "write_batched",
];

/// Every public function of napi-core stands in the source of the fixture for it.
pub(crate) fn everything_is_used() -> Result<(), String> {
    let rooms = rooms(&workspace().join("napi-core/src"))?;
    let (ohos, others): (Vec<_>, Vec<_>) = rooms.into_iter().partition(|room| room.ends_with(OHOS));
    is_used("everything", &public(&read_all(&others)?))?;
    let source = read_all(&ohos)?;
    let of_trait = source.split_once(TRAIT).and_then(|(_, rest)| rest.split_once("\n}")).map(|(body, _)| body);
    let methods = of_trait.ok_or_else(|| format!("there is no {TRAIT}"))?;
    is_used("ohos", &[public(&source), functions(methods, "    fn ")].concat())
}

fn is_used(fixture: &str, functions: &[String]) -> Result<(), String> {
    let source = read_all(&[workspace().join("tests/fixtures").join(fixture).join("src")])?;
    let is_used = |name: &str| {
        GENERATED.contains(&name) || [".", "::"].iter().any(|before| source.contains(&format!("{before}{name}")))
    };
    let unused: Vec<&str> = functions.iter().map(String::as_str).filter(|name| !is_used(name)).collect();
    if functions.is_empty() {
        return Err(format!("no function is found that tests/fixtures/{fixture} should use"));
    }
    if unused.is_empty() { Ok(()) } else { Err(format!("tests/fixtures/{fixture} does not use {}", unused.join(", "))) }
}

fn public(source: &str) -> Vec<String> {
    [functions(source, "    pub fn "), functions(source, "pub fn ")].concat()
}

/// The names of functions whose lines begin like this.
fn functions(source: &str, begin: &str) -> Vec<String> {
    let lines = source.lines().filter_map(|line| line.strip_prefix(begin));
    lines.filter_map(|rest| rest.split(['(', '<']).next()).map(String::from).collect()
}

fn rooms(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let rooms = folder.read_dir().map_err(|error| format!("{}: {error}", folder.display()))?;
    let rooms = rooms.filter_map(|room| room.ok().map(|room| room.path())).filter(|room| room.is_dir());
    Ok(rooms.filter(|room| !INSIDE.iter().any(|inside| room.ends_with(inside))).collect())
}

/// The source in these folders, without what the attributes generate calls of.
fn read_all(folders: &[PathBuf]) -> Result<String, String> {
    let files = folders.iter().flat_map(|folder| files(folder, ".rs"));
    let files = files.filter(|file| !GENERATED.iter().any(|generated| file.ends_with(generated)));
    files.map(|file| fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))).collect()
}
