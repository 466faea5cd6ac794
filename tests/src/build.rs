//! Addons built by a nested cargo, in the profile and the target folder of the running program.

use std::collections::HashMap;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use serde_json::Value;

use crate::workspace;

/// How addons are built, and where they lie afterwards.
#[derive(Debug)]
pub struct Build {
    workspace: PathBuf,
    folder: PathBuf,
    arguments: Vec<OsString>,
    environment: Vec<(&'static str, String)>,
    openharmony: Option<OpenHarmony>,
}

/// What a crate's own configuration for OpenHarmony tells the linker.
#[derive(Debug)]
struct OpenHarmony {
    /// What each package calls its library, without `lib` and `.so`.
    names: HashMap<String, String>,
    /// Where the system's libraries lie.
    libraries: PathBuf,
}

impl Build {
    /// As the running program was built; the addons go to `target/addons`.
    pub fn like_this() -> Self {
        Self::in_folder(target_dir())
    }

    /// With a feature of the package.
    pub fn with_feature(mut self, feature: &str) -> Self {
        self.arguments.extend(["--features".into(), feature.into()]);
        self
    }

    /// Built by rustc's address sanitizer, in a folder of their own.
    pub fn with_address_sanitizer() -> Self {
        Self::instrumented("sanitize", "-Zsanitizer=address")
    }

    /// Of another workspace, in a folder of their own.
    pub fn of_workspace(self, workspace: PathBuf, folder: PathBuf) -> Self {
        Self { workspace, folder, ..self }
    }

    /// Built by rustc's thread sanitizer, in a folder of their own, together with the standard library: the sanitizer knows
    /// of no lock that it has not built, and would see races everywhere.
    pub fn with_thread_sanitizer() -> Self {
        let mut build = Self::instrumented("sanitize-thread", "-Zsanitizer=thread");
        build.arguments.push("-Zbuild-std=std,panic_unwind".into());
        build
    }

    /// For OpenHarmony, but on this machine: the addons of `workspace`, built in `folder`, import from the libraries in
    /// `libraries`.
    pub fn for_openharmony(workspace: PathBuf, folder: PathBuf, libraries: &Path) -> Result<Self, String> {
        let openharmony = OpenHarmony { names: library_names(&workspace)?, libraries: libraries.to_path_buf() };
        let environment = vec![("RUSTFLAGS", "--cfg napi_core_ohos".into())];
        Ok(Self { workspace, environment, openharmony: Some(openharmony), ..Self::in_folder(folder) })
    }

    fn instrumented(folder: &str, flags: &str) -> Self {
        let mut build = Self::in_folder(target_dir().join(folder));
        // Naming the target keeps the flags away from build scripts and macros.
        build.arguments.extend(["--target".into(), host_triple().into()]);
        build.environment.push(("RUSTFLAGS", flags.into()));
        build.environment.push(("RUSTC_BOOTSTRAP", "1".into()));
        build
    }

    fn in_folder(folder: PathBuf) -> Self {
        let profile = match profile_dir().file_name() {
            Some(name) if name != "debug" => name.to_os_string(),
            _ => "dev".into(),
        };
        let arguments = vec!["--profile".into(), profile];
        Self { workspace: workspace(), folder, arguments, environment: Vec::new(), openharmony: None }
    }

    /// The folder of the finished addons, `<package>.node` each.
    pub fn addons(&self) -> PathBuf {
        self.folder.join("addons")
    }

    /// Builds the cdylib of `package` and gives its path in [`Self::addons`].
    pub fn addon(&self, package: &str) -> Result<PathBuf, String> {
        let library = self.artifact(package, "cdylib")?;
        let addon = self.addons().join(format!("{package}.node"));
        replace(&library, &addon).map_err(|error| format!("{}: {error}", addon.display()))?;
        Ok(addon)
    }

    /// Builds the program of `package` and gives its path.
    pub fn program(&self, package: &str) -> Result<PathBuf, String> {
        let output = self.build(package)?;
        let mut messages = output.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
        let program = messages.find_map(|message| {
            let of_package = package_name(message["package_id"].as_str()?) == package;
            message["executable"].as_str().filter(|_| of_package).map(PathBuf::from)
        });
        program.ok_or_else(|| format!("package {package} has no program"))
    }

    /// Builds `package` and gives the file of its library of the kind `cdylib` or `lib`.
    pub fn artifact(&self, package: &str, kind: &str) -> Result<PathBuf, String> {
        let output = self.build(package)?;
        built(&output, package, kind).ok_or_else(|| no_library(package, kind))
    }

    /// Builds `package` and gives what cargo says.
    fn build(&self, package: &str) -> Result<String, String> {
        let mut cargo = cargo(&self.workspace);
        // --locked, but not --offline: what the lock file names is on this machine already, unless only this package
        // needs it.
        cargo.arg(if self.openharmony.is_some() { "rustc" } else { "build" });
        cargo.args(["--locked", "--message-format=json-render-diagnostics", "--package", package]);
        cargo.args(&self.arguments).arg("--target-dir").arg(&self.folder).envs(self.environment.iter().cloned());
        if let Some(openharmony) = &self.openharmony {
            // Only the library itself gets these, and not what it depends on.
            let name = openharmony.names.get(package).ok_or_else(|| no_library(package, "cdylib"))?;
            cargo.args(["--lib", "--"]).arg(format!("-Clink-arg=-Wl,-soname,lib{name}.so"));
            cargo.arg(format!("-Clink-arg=-L{}", openharmony.libraries.display()));
        }
        let output = cargo.output().map_err(|error| format!("cargo: {error}"))?;
        if !output.status.success() {
            let messages = String::from_utf8_lossy(&output.stderr);
            return Err(format!("package {package} does not build\n{messages}"));
        }
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }
}

/// The command `cargo napi`, built as the running program was.
pub fn cargo_napi() -> Result<Command, String> {
    static PROGRAM: LazyLock<Result<PathBuf, String>> = LazyLock::new(|| Build::like_this().program("cargo-napi"));
    let mut napi = Command::new(PROGRAM.as_ref()?);
    napi.arg("napi");
    Ok(napi)
}

/// The file of the library of `package`, of the kind `cdylib` or `lib`, that is named in what cargo has printed
/// (`--message-format=json`).
pub fn built(output: &str, package: &str, kind: &str) -> Option<PathBuf> {
    let mut messages = output.lines().filter_map(|line| serde_json::from_str(line).ok());
    messages.find_map(|message: Value| library(&message, package, kind))
}

fn library(message: &Value, package: &str, kind: &str) -> Option<PathBuf> {
    let wanted = message["reason"] == "compiler-artifact"
        && package_name(message["package_id"].as_str()?) == package
        && is_of_kind(&message["target"], kind);
    let extension = if kind == "cdylib" { env::consts::DLL_EXTENSION } else { "rlib" };
    let mut files = message["filenames"].as_array()?.iter().filter_map(Value::as_str).map(PathBuf::from);
    files.find(|file| wanted && file.extension().is_some_and(|found| found == extension))
}

fn is_of_kind(target: &Value, kind: &str) -> bool {
    target["kind"].as_array().is_some_and(|kinds| kinds.iter().any(|found| found == kind))
}

fn no_library(package: &str, kind: &str) -> String {
    format!("package {package} has no library of the kind {kind}")
}

/// By package, of those that have one for hosts.
fn library_names(workspace: &Path) -> Result<HashMap<String, String>, String> {
    let mut cargo = cargo(workspace);
    cargo.args(["metadata", "--no-deps", "--locked", "--format-version", "1"]);
    let output = cargo.output().map_err(|error| format!("cargo: {error}"))?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    let metadata: Value = serde_json::from_slice(&output.stdout).map_err(|error| error.to_string())?;
    let name = |package: &Value| {
        let library = package["targets"].as_array()?.iter().find(|target| is_of_kind(target, "cdylib"))?;
        Some((package["name"].as_str()?.to_owned(), library["name"].as_str()?.replace('-', "_")))
    };
    Ok(metadata["packages"].as_array().into_iter().flatten().filter_map(name).collect())
}

/// The cargo that built the running program, in `workspace`.
pub fn cargo(workspace: &Path) -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(workspace).stdin(Stdio::null());
    cargo
}

/// The name in a package id: `..#name@version`, or `../name#version` where the folder has the package's name.
fn package_name(id: &str) -> &str {
    let (source, version) = id.rsplit_once('#').unwrap_or((id, ""));
    match version.split_once('@') {
        Some((name, _)) => name,
        None => source.rsplit('/').next().unwrap_or(source),
    }
}

/// Copies by way of a rename: a process that has the old file loaded keeps it.
fn replace(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(folder_of(to))?;
    let fresh = to.with_extension(format!("{}.{:?}", std::process::id(), std::thread::current().id()));
    fs::copy(from, &fresh)?;
    fs::rename(fresh, to)
}

/// The target folder of the cargo that built the running program.
pub fn target_dir() -> PathBuf {
    folder_of(&profile_dir())
}

/// A command that runs the compiler cargo uses.
pub fn rustc() -> Command {
    Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()))
}

/// `target/debug` for `target/debug/demo` and for `target/debug/deps/js-0123`.
fn profile_dir() -> PathBuf {
    let program = env::current_exe().expect("the running program has a path");
    let folder = folder_of(&program);
    if folder.ends_with("deps") { folder_of(&folder) } else { folder }
}

fn folder_of(path: &Path) -> PathBuf {
    path.parent().expect("a path in the target folder").to_path_buf()
}

fn host_triple() -> String {
    let output = rustc().arg("-vV").output().expect("rustc runs: it built this program");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let triple = text.lines().find_map(|line| line.strip_prefix("host: "));
    triple.expect("rustc -vV names its host").to_string()
}
