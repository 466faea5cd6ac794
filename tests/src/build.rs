//! Addons built by a nested cargo, in the profile and the target folder of the running program.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::workspace;

/// How addons are built, and where they lie afterwards.
#[derive(Debug)]
pub struct Build {
    folder: PathBuf,
    arguments: Vec<OsString>,
    environment: Vec<(&'static str, String)>,
}

impl Build {
    /// As the running program was built; the addons go to `target/addons`.
    pub fn like_this() -> Self {
        Self::in_folder(target_dir())
    }

    /// Built by rustc's address sanitizer, in a folder of their own.
    pub fn with_address_sanitizer() -> Self {
        Self::instrumented("sanitize", "-Zsanitizer=address")
    }

    /// Built by rustc's thread sanitizer, in a folder of their own, together with the standard library: the sanitizer knows
    /// of no lock that it has not built, and would see races everywhere.
    pub fn with_thread_sanitizer() -> Self {
        let mut build = Self::instrumented("sanitize-thread", "-Zsanitizer=thread");
        build.arguments.push("-Zbuild-std=std,panic_unwind".into());
        build
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
        let arguments = vec!["--profile".into(), profile, "--target-dir".into(), folder.clone().into()];
        Self { folder, arguments, environment: Vec::new() }
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

    /// Builds `package` and gives the file of its library of the kind `cdylib` or `lib`.
    pub fn artifact(&self, package: &str, kind: &str) -> Result<PathBuf, String> {
        let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        // --locked, but not --offline: what the lock file names is on this machine already, unless only this package
        // needs it.
        cargo.args(["build", "--locked", "--message-format=json-render-diagnostics", "--package", package]);
        cargo.args(&self.arguments).envs(self.environment.iter().cloned());
        cargo.current_dir(workspace()).stdin(Stdio::null());
        let output = cargo.output().map_err(|error| format!("cargo: {error}"))?;
        if !output.status.success() {
            let messages = String::from_utf8_lossy(&output.stderr);
            return Err(format!("package {package} does not build\n{messages}"));
        }
        let messages = String::from_utf8_lossy(&output.stdout);
        let mut built = messages.lines().filter_map(|line| serde_json::from_str(line).ok());
        let file = built.find_map(|message: Value| library(&message, package, kind));
        file.ok_or_else(|| format!("package {package} has no library of the kind {kind}"))
    }
}

/// The file of the library that `message` of cargo reports, if it is the one asked for.
fn library(message: &Value, package: &str, kind: &str) -> Option<PathBuf> {
    let wanted = message["reason"] == "compiler-artifact"
        && package_name(message["package_id"].as_str()?) == package
        && message["target"]["kind"].as_array()?.iter().any(|found| found == kind);
    let extension = if kind == "cdylib" { env::consts::DLL_EXTENSION } else { "rlib" };
    let mut files = message["filenames"].as_array()?.iter().filter_map(Value::as_str).map(PathBuf::from);
    files.find(|file| wanted && file.extension().is_some_and(|found| found == extension))
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
