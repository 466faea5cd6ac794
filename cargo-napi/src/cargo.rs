//! The cargo that runs this program, and what it builds.

use std::env;
use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::project::Project;

/// What to build.
#[derive(Default)]
pub(crate) struct Request<'r> {
    /// Rust's name of the target; the machine's own if there is none.
    pub(crate) target: Option<&'r str>,
    pub(crate) release: bool,
    /// Further words for cargo.
    pub(crate) cargo: &'r [OsString],
    /// Words for the compiler of the library, but not of what it depends on.
    pub(crate) rustc: Vec<OsString>,
    pub(crate) environment: Vec<(String, OsString)>,
}

/// The program to run as cargo.
pub(crate) fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// The program to run as the compiler.
pub(crate) fn rustc() -> Command {
    Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()))
}

/// What a command prints.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let program = Path::new(command.get_program()).display().to_string();
    let output = command.stdin(Stdio::null()).output().with_context(|| format!("{program} does not run"))?;
    if !output.status.success() {
        bail!("{program}: {}\n{}", output.status, String::from_utf8_lossy(&output.stderr).trim_end());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The target that the compiler builds for by itself.
pub(crate) fn host_triple() -> Result<String> {
    let version = output(rustc().arg("-vV"))?;
    let triple = version.lines().find_map(|line| line.strip_prefix("host: "));
    triple.map(String::from).context("rustc -vV does not name its host")
}

/// Builds the library of `project`, and gives its path. Progress and messages go to standard error, as in cargo.
pub(crate) fn build(project: &Project, request: Request<'_>) -> Result<PathBuf> {
    let mut cargo = cargo();
    cargo.arg(if request.rustc.is_empty() { "build" } else { "rustc" });
    cargo.args(["--lib", "--message-format=json-render-diagnostics", "--package"]).arg(&project.id);
    cargo.arg("--manifest-path").arg(&project.manifest);
    if let Some(target) = request.target {
        cargo.args(["--target", target]);
    }
    if request.release {
        cargo.arg("--release");
    }
    cargo.args(request.cargo).envs(request.environment);
    if !request.rustc.is_empty() {
        cargo.arg("--").args(request.rustc);
    }
    let mut child = cargo.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().context("cargo does not run")?;
    let messages = BufReader::new(child.stdout.take().context("cargo has no output")?);
    let mut library = None;
    for line in messages.lines() {
        library = artifact(&line?, &project.id).or(library);
    }
    if !child.wait()?.success() {
        bail!("{} was not built{}", project.name, target_hint(request.target));
    }
    library.with_context(|| format!("cargo names no library of {}", project.name))
}

/// The library of the package `id`, if this message of cargo's is about it.
fn artifact(message: &str, id: &str) -> Option<PathBuf> {
    let message: Value = serde_json::from_str(message).ok()?;
    let kinds = message["target"]["kind"].as_array()?;
    if message["reason"] != "compiler-artifact"
        || message["package_id"] != id
        || !kinds.iter().any(|kind| kind == "cdylib")
    {
        return None;
    }
    let mut files = message["filenames"].as_array()?.iter().filter_map(Value::as_str).map(PathBuf::from);
    files
        .find(|file| file.extension().is_some_and(|end| end == "so" || end == "dylib" || end == "dll" || end == "wasm"))
}

/// What most often is missing when another target does not build.
fn target_hint(target: Option<&str>) -> String {
    match target {
        Some(target) if !is_installed(target) => {
            format!(" for {target}: its standard library is not installed; next: rustup target add {target}")
        }
        Some(target) => format!(" for {target}"),
        None => String::new(),
    }
}

/// Whether the standard library for this target is there, compiled.
pub(crate) fn is_installed(target: &str) -> bool {
    let folder = output(rustc().args(["--print", "target-libdir", "--target", target]));
    folder.is_ok_and(|folder| {
        let libraries = Path::new(folder.trim()).read_dir();
        libraries.is_ok_and(|mut libraries| libraries.any(|entry| entry.is_ok_and(|entry| is_core(&entry.file_name()))))
    })
}

fn is_core(name: &std::ffi::OsStr) -> bool {
    name.to_str().is_some_and(|name| name.starts_with("libcore-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MESSAGE: &str = r#"{"reason":"compiler-artifact","package_id":"path+file:///a#0.1.0",
        "target":{"kind":["cdylib","rlib"]},"filenames":["/t/liba.rlib","/t/a.dll.lib","/t/liba.so"]}"#;

    #[test]
    fn the_library_is_found_among_the_files() {
        assert_eq!(artifact(MESSAGE, "path+file:///a#0.1.0"), Some("/t/liba.so".into()));
    }

    #[test]
    fn other_messages_name_no_library() {
        assert_eq!(artifact(MESSAGE, "path+file:///b#0.1.0"), None);
        assert_eq!(artifact(&MESSAGE.replace("cdylib", "lib"), "path+file:///a#0.1.0"), None);
        assert_eq!(artifact(&MESSAGE.replace("compiler-artifact", "build-finished"), "path+file:///a#0.1.0"), None);
        assert_eq!(artifact("Compiling a", "path+file:///a#0.1.0"), None);
    }
}
