//! The package that a command is about.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::cargo::{cargo, output};
use crate::files::read_json;
use crate::usage::usage;

/// A package with a library for hosts.
#[derive(Debug)]
pub(crate) struct Project {
    /// Cargo's name.
    pub(crate) name: String,
    pub(crate) version: String,
    /// What cargo knows it by.
    pub(crate) id: String,
    /// `Cargo.toml`
    pub(crate) manifest: PathBuf,
    /// The folder of `Cargo.toml`.
    pub(crate) folder: PathBuf,
    /// The name of the library, without what a system puts around it.
    pub(crate) library: String,
    pub(crate) description: Option<String>,
    pub(crate) license: Option<String>,
    /// What it asks of `napi-core`, if it depends on it.
    pub(crate) napi_core: Option<String>,
}

/// What a package lacks.
enum Unfit {
    NoLibrary,
    NotForHosts,
}

impl Project {
    /// The package with this name; without a name that of the current folder.
    pub(crate) fn find(name: Option<&str>) -> Result<Self> {
        let here = env::current_dir().context("the current folder is gone")?;
        Self::find_in(&here, name)
    }

    /// The same, seen from `folder`.
    pub(crate) fn find_in(folder: &Path, name: Option<&str>) -> Result<Self> {
        let manifest = nearest_manifest(folder)?;
        let metadata = metadata(&manifest)?;
        let packages = metadata["packages"].as_array().map(Vec::as_slice).unwrap_or_default();
        let wanted = |package: &&Value| match name {
            Some(name) => package["name"] == name,
            None => package["manifest_path"].as_str().is_some_and(|path| Path::new(path) == manifest),
        };
        if let Some(package) = packages.iter().find(wanted) {
            return Self::read(package).map_err(|unfit| unfit.error(package));
        }
        let mut fit: Vec<Self> = packages.iter().filter_map(|package| Self::read(package).ok()).collect();
        let names: Vec<&str> = fit.iter().map(|project| project.name.as_str()).collect();
        let names = names.join(", ");
        match (name, fit.len()) {
            (Some(name), _) => Err(usage(format!("-p {name}: the workspace has no such package; its addons: {names}"))),
            (None, 0) => bail!("{}: no package of this workspace has a library of the kind cdylib", manifest.display()),
            (None, 1) => Ok(fit.remove(0)),
            (None, _) => Err(usage(format!("this workspace has several addons, choose one with -p: {names}"))),
        }
    }

    fn read(package: &Value) -> Result<Self, Unfit> {
        let text = |key: &str| package[key].as_str().map(String::from);
        let targets = package["targets"].as_array().map(Vec::as_slice).unwrap_or_default();
        let has = |target: &&Value, kinds: &[&str]| {
            target["kind"].as_array().is_some_and(|found| found.iter().any(|kind| kinds.iter().any(|one| kind == one)))
        };
        let Some(library) = targets.iter().find(|target| has(target, &["cdylib"])) else {
            let any = targets.iter().any(|target| has(&target, &["lib", "rlib", "dylib", "staticlib"]));
            return Err(if any { Unfit::NotForHosts } else { Unfit::NoLibrary });
        };
        let manifest = PathBuf::from(text("manifest_path").unwrap_or_default());
        let dependencies = package["dependencies"].as_array().map(Vec::as_slice).unwrap_or_default();
        let is_napi_core = |dependency: &&Value| dependency["name"] == "napi-core" && dependency["kind"].is_null();
        let napi_core = dependencies.iter().find(is_napi_core);
        Ok(Self {
            name: text("name").unwrap_or_default(),
            version: text("version").unwrap_or_default(),
            id: text("id").unwrap_or_default(),
            folder: manifest.parent().map(Path::to_path_buf).unwrap_or_default(),
            manifest,
            library: library["name"].as_str().unwrap_or_default().replace('-', "_"),
            description: text("description"),
            license: text("license"),
            napi_core: napi_core.and_then(|dependency| dependency["req"].as_str()).map(String::from),
        })
    }

    /// Its `package.json`, if it has one.
    pub(crate) fn package_json(&self) -> Result<Option<Value>> {
        let path = self.folder.join("package.json");
        if !path.exists() {
            return Ok(None);
        }
        Ok(Some(read_json(&path)?))
    }

    /// What npm calls it: the name in `package.json`, else cargo's.
    pub(crate) fn npm_name(&self) -> Result<String> {
        let package = self.package_json()?;
        let name = package.as_ref().and_then(|package| package["name"].as_str());
        Ok(name.unwrap_or(&self.name).to_owned())
    }

    /// The file name of the shared library on OpenHarmony, which is its SONAME too.
    pub(crate) fn shared_object(&self) -> String {
        format!("lib{}.so", self.library)
    }
}

impl Unfit {
    fn error(self, package: &Value) -> anyhow::Error {
        let name = package["name"].as_str().unwrap_or_default();
        let manifest = package["manifest_path"].as_str().unwrap_or_default();
        let problem = match self {
            Self::NoLibrary => "has no library",
            Self::NotForHosts => "has a library, but none that a host can load",
        };
        anyhow::anyhow!("package {name} {problem}: write `[lib]` and `crate-type = [\"cdylib\"]` into {manifest}")
    }
}

fn nearest_manifest(folder: &Path) -> Result<PathBuf> {
    let manifest = folder.ancestors().map(|folder| folder.join("Cargo.toml")).find(|path| path.is_file());
    manifest.with_context(|| {
        format!("{}: no Cargo.toml here or above; `cargo napi new NAME` makes a project", folder.display())
    })
}

/// What cargo says of the workspace.
pub(crate) fn metadata(manifest: &Path) -> Result<Value> {
    let mut cargo = cargo();
    cargo.args(["metadata", "--no-deps", "--format-version", "1", "--manifest-path"]).arg(manifest);
    Ok(serde_json::from_str(&output(&mut cargo)?)?)
}
