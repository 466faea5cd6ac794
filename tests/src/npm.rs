//! What tests need from npm.

use std::fs::{self, File};
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use serde_json::Value;

use crate::run_limited;

/// Has npm install the dependencies of the `package.json` at `list` in `folder`, unless it has done so for the same list, and
/// gives their names.
pub fn install(list: &Path, folder: &Path) -> Result<Vec<String>, String> {
    let text = fs::read_to_string(list).map_err(|error| format!("{}: {error}", list.display()))?;
    install_listed(&text, folder)?;
    let list: Value = serde_json::from_str(&text).map_err(|error| format!("{}: {error}", list.display()))?;
    let packages = list["dependencies"].as_object().ok_or("the list names no dependencies")?;
    Ok(packages.keys().cloned().collect())
}

/// The same for the text of a `package.json`.
pub fn install_listed(text: &str, folder: &Path) -> Result<(), String> {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    fs::create_dir_all(folder).map_err(failed)?;
    // Tests run side by side, and several of them may need the same packages first. Closing the file unlocks it.
    let lock = File::create(folder.join("installing")).map_err(failed)?;
    lock.lock().map_err(failed)?;
    let done = folder.join("installed.json");
    if fs::read_to_string(&done).is_ok_and(|installed| installed == text) {
        return Ok(());
    }
    fs::write(folder.join("package.json"), text).map_err(failed)?;
    let mut npm = Command::new("npm");
    npm.args(["install", "--ignore-scripts", "--no-package-lock", "--no-audit", "--no-fund"]).current_dir(folder);
    run_limited(&mut npm, Duration::from_secs(8 * 60))?.success("npm install")?;
    fs::write(done, text).map_err(failed)
}
