//! Changes to `napi-core` that a test must notice, in a copy of the workspace.

use std::fs;
use std::path::Path;

use crate::workspace;

/// What a copy of the workspace needs so that its addons build; `napi-core` is in it for the changes.
const COPIED: &[&str] =
    &["Cargo.toml", "Cargo.lock", "napi-core", "napi-derive", "napi-meta", "cargo-napi", "examples", "tests"];

/// What is replaced by what; each stands in its file once.
pub type Changes = [(&'static str, &'static str)];

/// Copies the workspace to `folder`; what has not changed is left alone, so that it is not built again.
pub fn copy_workspace(folder: &Path) -> Result<(), String> {
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    COPIED.iter().try_for_each(|part| copy_into(&workspace().join(part), &folder.join(part)))
}

/// Runs `action` while `napi-core/src/<file>` in the workspace at `folder` is changed.
pub fn while_changed<T>(
    folder: &Path,
    file: &str,
    changes: &Changes,
    action: impl FnOnce() -> Result<T, String>,
) -> Result<T, String> {
    let file = folder.join("napi-core/src").join(file);
    let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    let changed = changed(&text, changes).map_err(|error| format!("{}: {error}", file.display()))?;
    let write = |text: &str| fs::write(&file, text).map_err(|error| format!("{}: {error}", file.display()));
    write(&changed)?;
    let result = action();
    write(&text)?;
    result
}

/// The text with the changes.
pub fn changed(text: &str, changes: &Changes) -> Result<String, String> {
    changes.iter().try_fold(text.to_owned(), |changed, (from, to)| match text.matches(from).count() {
        1 => Ok(changed.replace(from, to)),
        count => Err(format!("{from:?} stands there {count} times, and not once")),
    })
}

fn copy_into(from: &Path, to: &Path) -> Result<(), String> {
    let failed = |error: std::io::Error| format!("{}: {error}", from.display());
    if from.is_dir() {
        fs::create_dir_all(to).map_err(failed)?;
        for entry in from.read_dir().map_err(failed)? {
            let name = entry.map_err(failed)?.file_name();
            if name != "node_modules" {
                copy_into(&from.join(&name), &to.join(&name))?;
            }
        }
        return Ok(());
    }
    let text = fs::read(from).map_err(failed)?;
    if fs::read(to).ok().as_ref() == Some(&text) { Ok(()) } else { fs::write(to, text).map_err(failed) }
}
