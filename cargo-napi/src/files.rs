//! Files that are written whole or not at all.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::Value;

/// Writes `text` unless the file holds it already, and says whether it did.
pub(crate) fn write_changed(path: &Path, text: &str) -> Result<bool> {
    if fs::read(path).is_ok_and(|found| found == text.as_bytes()) {
        return Ok(false);
    }
    replaced(path, |fresh| fs::write(fresh, text)).with_context(|| format!("{} cannot be written", path.display()))?;
    Ok(true)
}

/// Copies by way of a rename: a process that has the old file loaded keeps it.
pub(crate) fn copy_changed(from: &Path, to: &Path) -> Result<bool> {
    let wanted = read(from)?;
    if fs::read(to).is_ok_and(|found| found == wanted) {
        return Ok(false);
    }
    replaced(to, |fresh| fs::write(fresh, &wanted)).with_context(|| format!("{} cannot be written", to.display()))?;
    Ok(true)
}

fn replaced(path: &Path, write: impl FnOnce(&Path) -> io::Result<()>) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let fresh = fresh_beside(path);
    let result = write(&fresh).and_then(|()| take_place(&fresh, path));
    if result.is_err() {
        // What went wrong is worth more than that this did too.
        let _ = fs::remove_file(&fresh);
    }
    result
}

#[cfg(not(windows))]
fn take_place(fresh: &Path, path: &Path) -> io::Result<()> {
    fs::rename(fresh, path)
}

/// Windows lets nobody replace a library that is loaded, but lets it be renamed.
#[cfg(windows)]
fn take_place(fresh: &Path, path: &Path) -> io::Result<()> {
    if fs::rename(fresh, path).is_ok() {
        return Ok(());
    }
    let old = path.with_extension(format!("{}.old", std::process::id()));
    fs::rename(path, &old)?;
    fs::rename(fresh, path)?;
    // It fails as long as the library is loaded.
    let _ = fs::remove_file(&old);
    Ok(())
}

fn fresh_beside(path: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}", std::process::id()));
    path.with_file_name(name)
}

/// The bytes of a file.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("{} cannot be read", path.display()))
}

/// The text of a file.
pub(crate) fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
}

/// The object in a file of JSON.
pub(crate) fn read_json(path: &Path) -> Result<Value> {
    let value: Value =
        serde_json::from_str(&read_text(path)?).with_context(|| format!("{} is no JSON", path.display()))?;
    if !value.is_object() {
        bail!("{}: expected an object", path.display());
    }
    Ok(value)
}

/// What a folder holds, in the order of the names; nothing if it is not there.
pub(crate) fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut paths = entries.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

/// The last part of a path as text.
pub(crate) fn file_name(path: &Path) -> &str {
    path.file_name().and_then(|name| name.to_str()).unwrap_or_default()
}
