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
    replace(path, |fresh| Ok(fs::write(fresh, text)?))?;
    Ok(true)
}

/// Copies by way of a rename: a process that has the old file loaded keeps it.
pub(crate) fn copy_changed(from: &Path, to: &Path) -> Result<bool> {
    let wanted = read(from)?;
    if fs::read(to).is_ok_and(|found| found == wanted) {
        return Ok(false);
    }
    replace(to, |fresh| Ok(fs::write(fresh, &wanted)?))?;
    Ok(true)
}

/// Has `write` make another file, which takes the place of this one: what fails leaves what was there.
pub(crate) fn replace(path: &Path, write: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    let fresh = fresh_beside(path);
    let folder = path.parent().map_or(Ok(()), fs::create_dir_all).map_err(Into::into);
    let result = folder.and_then(|()| write(&fresh)).and_then(|()| Ok(take_place(&fresh, path)?));
    if result.is_err() {
        // What went wrong is worth more than that this did too.
        let _ = fs::remove_file(&fresh);
    }
    result.with_context(|| format!("{} cannot be written", path.display()))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fails_leaves_what_was_there() {
        let folder = std::env::temp_dir().join(format!("cargo-napi-files-{}", std::process::id()));
        let path = folder.join("file");
        assert!(write_changed(&path, "old").expect("a file"));
        let half = |fresh: &Path| {
            fs::write(fresh, "ha")?;
            bail!("the disk is full")
        };
        let error = replace(&path, half).expect_err("it fails").chain().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(error, [format!("{} cannot be written", path.display()), "the disk is full".into()]);
        assert_eq!(entries(&folder).expect("a folder"), std::slice::from_ref(&path));
        assert_eq!(read_text(&path).expect("a file"), "old");
        fs::remove_dir_all(&folder).expect("a folder");
    }
}
