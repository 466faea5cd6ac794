//! Whether `fixtures/everything` deserves its name.

use std::fs;
use std::path::{Path, PathBuf};

use harness::{files, workspace};

/// Rooms of napi-core whose functions no addon names.
const INSIDE: &[&str] = &["sys", "module", "ohos"];

/// What only the attributes and `scope!` name: files and functions.
const GENERATED: &[&str] = &["arity.rs", "guard.rs", "queue_work_for"];

/// Every public function of napi-core stands in the source of the fixture.
pub(crate) fn everything_is_used() -> Result<(), String> {
    let fixture = read_all(&files(&workspace().join("tests/fixtures/everything/src"), ".rs"))?;
    let rooms = sources(&workspace().join("napi-core/src"))?;
    let source = read_all(&rooms)?;
    let mut public = source.lines().filter_map(|line| {
        let rest = line.strip_prefix("    pub fn ").or_else(|| line.strip_prefix("pub fn "))?;
        rest.split(['(', '<']).next()
    });
    let is_used = |name: &&str| {
        GENERATED.contains(name) || [".", "::"].iter().any(|before| fixture.contains(&format!("{before}{name}")))
    };
    let unused: Vec<&str> = public.by_ref().filter(|name| !is_used(name)).collect();
    if unused.is_empty() {
        return Ok(());
    }
    Err(format!("tests/fixtures/everything does not use {}", unused.join(", ")))
}

fn sources(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let rooms = folder.read_dir().map_err(|error| format!("{}: {error}", folder.display()))?;
    let rooms = rooms.filter_map(|room| room.ok().map(|room| room.path())).filter(|room| room.is_dir());
    let rooms = rooms.filter(|room| !INSIDE.iter().any(|inside| room.ends_with(inside)));
    let files = rooms.flat_map(|room| files(&room, ".rs"));
    Ok(files.filter(|file| !GENERATED.iter().any(|generated| file.ends_with(generated))).collect())
}

fn read_all(files: &[PathBuf]) -> Result<String, String> {
    let texts =
        files.iter().map(|file| fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display())));
    texts.collect()
}
