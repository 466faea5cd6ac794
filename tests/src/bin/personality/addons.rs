//! The addons of a workspace, built as for OpenHarmony, but for this machine.

use std::collections::{HashMap, HashSet};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};

use serde_json::Value;

use crate::host::Personality;

/// Where they lie, and which are there.
pub(crate) struct Addons {
    workspace: PathBuf,
    target: PathBuf,
    folder: PathBuf,
    libraries: PathBuf,
    /// What each package calls its library, without `lib` and `.so`.
    names: HashMap<String, String>,
    built: Mutex<HashSet<String>>,
}

impl Addons {
    /// Those of the packages in `workspace`, built in `target`.
    pub(crate) fn of(workspace: PathBuf, target: PathBuf, personality: &Personality) -> Result<Self, String> {
        let mut cargo = cargo(&workspace);
        cargo.args(["metadata", "--no-deps", "--locked", "--format-version", "1"]);
        let output = cargo.output().map_err(|error| format!("cargo: {error}"))?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into_owned());
        }
        let metadata: Value = serde_json::from_slice(&output.stdout).map_err(|error| error.to_string())?;
        let packages = metadata["packages"].as_array().into_iter().flatten();
        Ok(Self {
            folder: target.join("addons"),
            workspace,
            target,
            libraries: personality.folder().to_path_buf(),
            names: packages.filter_map(package_and_library).collect(),
            built: Mutex::default(),
        })
    }

    /// The folder of the finished addons, `<package>.node` each.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Builds what the first line of the suite names.
    pub(crate) fn build_for(&self, script: &Path) -> Result<(), String> {
        let text = fs::read_to_string(script).map_err(|error| format!("{}: {error}", script.display()))?;
        let packages = text.lines().next().and_then(|line| line.strip_prefix("// addons:")).unwrap_or_default();
        // Held while one is built, so that nobody loads half of it.
        let mut built = self.built.lock().unwrap_or_else(PoisonError::into_inner);
        for package in packages.split_whitespace() {
            if !built.contains(package) {
                self.build(package)?;
                built.insert(package.to_owned());
            }
        }
        Ok(())
    }

    fn build(&self, package: &str) -> Result<(), String> {
        let name = self.names.get(package).ok_or_else(|| format!("{package} has no library for hosts"))?;
        let mut cargo = cargo(&self.workspace);
        cargo.args(["rustc", "--locked", "--lib", "--message-format=json-render-diagnostics", "--package", package]);
        cargo.arg("--target-dir").arg(&self.target);
        // As a crate's own configuration for OpenHarmony does; only the library itself gets the flags.
        cargo.arg("--").arg(format!("-Clink-arg=-Wl,-soname,lib{name}.so"));
        cargo.arg(format!("-Clink-arg=-L{}", self.libraries.display()));
        cargo.env("RUSTFLAGS", "--cfg napi_core_ohos");
        let output = cargo.output().map_err(|error| format!("cargo: {error}"))?;
        if !output.status.success() {
            return Err(format!("{package} does not build\n{}", String::from_utf8_lossy(&output.stderr)));
        }
        let messages = String::from_utf8_lossy(&output.stdout);
        let mut reports = messages.lines().filter_map(|line| serde_json::from_str(line).ok());
        let library = reports.find_map(|report: Value| cdylib(&report));
        let library = library.ok_or_else(|| format!("{package} has no library for hosts"))?;
        let addon = self.folder.join(format!("{package}.node"));
        let copied = fs::create_dir_all(&self.folder).and_then(|()| fs::copy(library, &addon));
        copied.map(|_| ()).map_err(|error| format!("{}: {error}", addon.display()))
    }
}

fn cargo(workspace: &Path) -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(workspace).stdin(Stdio::null());
    cargo
}

fn package_and_library(package: &Value) -> Option<(String, String)> {
    let library = package["targets"].as_array()?.iter().find(|target| is_cdylib(target))?;
    let name = library["name"].as_str()?.replace('-', "_");
    Some((package["name"].as_str()?.to_owned(), name))
}

fn is_cdylib(target: &Value) -> bool {
    target["kind"].as_array().is_some_and(|kinds| kinds.iter().any(|kind| kind == "cdylib"))
}

/// The file of the library that a message of cargo reports.
fn cdylib(report: &Value) -> Option<PathBuf> {
    if report["reason"] != "compiler-artifact" || !is_cdylib(&report["target"]) {
        return None;
    }
    let mut files = report["filenames"].as_array()?.iter().filter_map(Value::as_str);
    files.find(|file| file.ends_with(".so")).map(PathBuf::from)
}
