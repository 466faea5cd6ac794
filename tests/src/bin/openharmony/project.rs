//! A project as users have it: `cargo napi new`, built and packaged by `cargo napi` with an NDK.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use harness::{cargo_napi, workspace};

use crate::checks::{Expectation, faults_of};
use crate::library::Library;
use crate::system::System;
use crate::toolchain::{Toolchain, run};

const NAME: &str = "new-for-arkts";
const SHARED_OBJECT: &str = "libnew_for_arkts.so";

/// The devices to build for, and their targets.
const ABIS: &[(&str, &str)] = &[("arm64-v8a", "aarch64-unknown-linux-ohos"), ("x86_64", "x86_64-unknown-linux-ohos")];

/// What a HAR consists of.
const PACKAGED: &[&str] = &[
    "package/Index.ets",
    "package/libs/arm64-v8a/libnew_for_arkts.so",
    "package/libs/x86_64/libnew_for_arkts.so",
    "package/oh-package.json5",
    "package/src/main/cpp/types/libnew_for_arkts/index.d.ts",
    "package/src/main/cpp/types/libnew_for_arkts/oh-package.json5",
    "package/src/main/module.json5",
];

/// Those of the libraries in the package.
pub(crate) fn faults(toolchain: &Toolchain<'_>, system: &System) -> Result<Vec<String>, String> {
    let folder = make(toolchain)?;
    let abis: Vec<&str> = ABIS.iter().map(|(abi, _)| *abi).collect();
    let mut build = napi(&folder)?;
    build.args(["build", "--ohos", "--release", "--abi", &abis.join(",")]);
    build.args(["--", "-Zbuild-std=std,panic_unwind"]);
    // Where the examples were built: the standard library is there.
    build.env("CARGO_TARGET_DIR", toolchain.folder()).env("OHOS_NDK_HOME", toolchain.ndk());
    for (_, name) in ABIS {
        toolchain.target(name)?.set_environment(&mut build);
    }
    run(&mut build)?;
    run(napi(&folder)?.args(["package", "--har"]))?;
    let packaged = files(&folder.join(format!("dist/{NAME}.har")))?;
    if packaged != PACKAGED {
        return Err(format!("the HAR holds {packaged:#?}"));
    }
    let mut all = Vec::new();
    for (abi, name) in ABIS {
        let library = Library::read(&folder.join("dist/har/libs").join(abi).join(SHARED_OBJECT))?;
        println!("{name}: {NAME}: {library}");
        let faults = faults_of(&library, &Expectation { package: NAME, threads: &[] }, system);
        all.extend(faults.into_iter().map(|fault| format!("{name}: {NAME}: {fault}")));
    }
    Ok(all)
}

/// A new project, in a workspace of its own with the lock file of this one.
fn make(toolchain: &Toolchain<'_>) -> Result<PathBuf, String> {
    let parent = toolchain.folder().join("project");
    let failed = |error| format!("{}: {error}", parent.display());
    if parent.exists() {
        fs::remove_dir_all(&parent).map_err(failed)?;
    }
    fs::create_dir_all(&parent).map_err(failed)?;
    let members = format!("[workspace]\nresolver = \"3\"\nmembers = [\"{NAME}\"]\n");
    fs::copy(workspace().join("Cargo.lock"), parent.join("Cargo.lock")).map_err(failed)?;
    let mut new = napi(&parent)?;
    new.args(["new", NAME, "--arkts", "--napi-core-path"]).arg(workspace().join("napi-core"));
    run(&mut new)?;
    fs::write(parent.join("Cargo.toml"), members).map_err(failed)?;
    Ok(parent.join(NAME))
}

/// `cargo napi` in a folder.
pub(crate) fn napi(folder: &Path) -> Result<Command, String> {
    let mut napi = cargo_napi()?;
    napi.current_dir(folder);
    Ok(napi)
}

/// The names of the files in the archive, sorted.
fn files(archive: &Path) -> Result<Vec<String>, String> {
    let listed = run(Command::new("tar").arg("-tzf").arg(archive))?;
    let mut files: Vec<String> = listed.lines().map(String::from).collect();
    files.sort();
    Ok(files)
}
