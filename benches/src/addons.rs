//! Builds the contestants and the probe.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use harness::{run_limited, target_dir};

use crate::{products, progress, sources};

const BUILD_LIMIT: Duration = Duration::from_secs(15 * 60);
/// Those written in Rust, each a package `contestant-<name>`.
const IN_RUST: [&str; 4] = ["sys", "core", "napi-rs", "neon"];

/// The folder of the finished addons, `<contestant>.node` each.
pub(crate) fn folder() -> PathBuf {
    products().join("addons")
}

/// Builds all of them.
pub(crate) fn build() -> Result<(), String> {
    build_c()?;
    let sources = files(&sources().join("contestants/node-addon-api"), "cc")?;
    compile_cpp(&sources, &folder().join("node-addon-api.node"))?;
    IN_RUST.iter().try_for_each(|name| build_rust(name))
}

/// Fetches the headers of Node-API, and node-addon-api.
pub(crate) fn fetch_headers() -> Result<(), String> {
    harness::install(&sources().join("npm/package.json"), &products().join("npm")).map(drop)
}

/// Builds the one in C, and the probe.
pub(crate) fn build_c() -> Result<(), String> {
    fetch_headers()?;
    make_folder(&folder())?;
    progress("building the contestants");
    let contestants = sources().join("contestants");
    compile_c(&files(&contestants.join("c"), "c")?, &folder().join("c.node"))?;
    compile_c(&files(&contestants.join("probe"), "c")?, &folder().join("probe.node"))
}

/// Builds one of those written in Rust. One at a time: together, features that one asks of a shared dependency would be
/// on for the others.
pub(crate) fn build_rust(name: &str) -> Result<(), String> {
    let library = cargo_build(&sources().join("Cargo.toml"), &format!("contestant-{name}"))?;
    copy(&library, &folder().join(format!("{name}.node")))
}

/// Compiles C as node-gyp does.
pub(crate) fn compile_c(files: &[PathBuf], addon: &Path) -> Result<(), String> {
    compile("gcc", &["-std=gnu11"], files, addon)
}

/// Compiles C++ as node-gyp does for node-addon-api with its exceptions.
pub(crate) fn compile_cpp(files: &[PathBuf], addon: &Path) -> Result<(), String> {
    let flags = ["-std=gnu++17", "-fexceptions", "-DNAPI_CPP_EXCEPTIONS", "-DNODE_GYP_MODULE_NAME=contestant"];
    compile("g++", &flags, files, addon)
}

fn compile(compiler: &str, flags: &[&str], files: &[PathBuf], addon: &Path) -> Result<(), String> {
    let packages = products().join("npm/node_modules");
    let mut command = Command::new(compiler);
    command.args(flags).args(["-O3", "-shared", "-fPIC", "-pthread", "-fno-omit-frame-pointer", "-DNAPI_VERSION=8"]);
    command.arg("-I").arg(packages.join("node-api-headers/include")).arg("-I").arg(packages.join("node-addon-api"));
    let made = addon.with_extension("fresh");
    command.args(files).arg("-o").arg(&made);
    run_limited(&mut command, BUILD_LIMIT)?.success(compiler)?;
    fs::rename(&made, addon).map_err(|error| format!("{}: {error}", addon.display()))
}

/// The cargo that built this program.
pub(crate) fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Builds the cdylib of `package` in release and gives its path.
pub(crate) fn cargo_build(manifest: &Path, package: &str) -> Result<PathBuf, String> {
    let mut cargo = cargo();
    cargo.args(["build", "--quiet", "--release", "--package", package, "--manifest-path"]).arg(manifest);
    cargo.arg("--target-dir").arg(target_dir());
    run_limited(&mut cargo, BUILD_LIMIT)?.success(package)?;
    Ok(target_dir().join("release").join(library(package)))
}

/// The file name of the cdylib of `package`.
pub(crate) fn library(package: &str) -> String {
    format!("{}{}{}", env::consts::DLL_PREFIX, package.replace('-', "_"), env::consts::DLL_SUFFIX)
}

/// Copies by way of a rename: what is mapped stays as it is.
pub(crate) fn copy(from: &Path, to: &Path) -> Result<(), String> {
    let fresh = to.with_extension("fresh");
    let copied = fs::copy(from, &fresh).and_then(|_| fs::rename(&fresh, to));
    copied.map_err(|error| format!("{} to {}: {error}", from.display(), to.display()))
}

pub(crate) fn make_folder(folder: &Path) -> Result<(), String> {
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))
}

pub(crate) fn read(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}

fn files(folder: &Path, extension: &str) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let paths = entries.filter_map(|entry| entry.ok().map(|entry| entry.path()));
    let mut found: Vec<_> = paths.filter(|path| path.extension().is_some_and(|found| found == extension)).collect();
    found.sort();
    Ok(found)
}
