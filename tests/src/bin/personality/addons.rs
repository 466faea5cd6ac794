//! The addons of the workspace, built as for OpenHarmony, but for this machine.

use std::collections::HashSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use harness::{target_dir, workspace};
use serde_json::Value;

use crate::host::Personality;

/// Where they lie, and which are there.
pub(crate) struct Addons {
    folder: PathBuf,
    libraries: PathBuf,
    built: HashSet<String>,
}

impl Addons {
    pub(crate) fn new(personality: &Personality) -> Self {
        let libraries = personality.folder().to_path_buf();
        Self { folder: libraries.join("addons"), libraries, built: HashSet::new() }
    }

    /// The folder of the finished addons, `<package>.node` each.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Builds what the first line of the suite names.
    pub(crate) fn build_for(&mut self, script: &Path) -> Result<(), String> {
        let text = fs::read_to_string(script).map_err(|error| format!("{}: {error}", script.display()))?;
        let packages = text.lines().next().and_then(|line| line.strip_prefix("// addons:")).unwrap_or_default();
        for package in packages.split_whitespace() {
            if !self.built.contains(package) {
                self.build(package)?;
                self.built.insert(package.to_owned());
            }
        }
        Ok(())
    }

    fn build(&self, package: &str) -> Result<(), String> {
        let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.args(["rustc", "--locked", "--lib", "--message-format=json-render-diagnostics", "--package", package]);
        cargo.arg("--target-dir").arg(target_dir().join("personality/target"));
        // As a crate's own configuration for OpenHarmony does; only the library itself gets the flags.
        cargo.arg("--").arg(format!("-Clink-arg=-Wl,-soname,lib{}.so", self.library_name(package)?));
        cargo.arg(format!("-Clink-arg=-L{}", self.libraries.display()));
        cargo.env("RUSTFLAGS", "--cfg napi_core_ohos").current_dir(workspace()).stdin(Stdio::null());
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

    /// What the crate calls its library, without `lib` and `.so`.
    fn library_name(&self, package: &str) -> Result<String, String> {
        let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.args(["metadata", "--no-deps", "--locked", "--format-version", "1"]).current_dir(workspace());
        let output = cargo.output().map_err(|error| format!("cargo: {error}"))?;
        let metadata: Value = serde_json::from_slice(&output.stdout).map_err(|error| error.to_string())?;
        let packages = metadata["packages"].as_array().into_iter().flatten();
        let mut targets =
            packages.filter(|found| found["name"] == package).filter_map(|found| found["targets"].as_array());
        let library = targets.next().into_iter().flatten().find(|target| is_cdylib(target));
        let name = library.and_then(|target| target["name"].as_str());
        name.map(|name| name.replace('-', "_")).ok_or_else(|| format!("{package} has no library for hosts"))
    }
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
