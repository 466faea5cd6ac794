//! Builds for OpenHarmony: its NDK, and what the linker is told.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::cargo::{Request, is_installed};
use crate::platform::Abi;

/// The NDK: the folder `native` of an SDK.
#[derive(Debug)]
pub(crate) struct Ndk {
    folder: PathBuf,
}

/// The NDK that the environment names.
pub(crate) fn find() -> Result<Ndk> {
    let variable = |name| env::var_os(name).filter(|value| !value.is_empty()).map(|value| (name, PathBuf::from(value)));
    let Some((name, folder)) = variable("OHOS_NDK_HOME").or_else(|| variable("OHOS_SDK_NATIVE")) else {
        bail!(
            "the NDK of OpenHarmony is not known: OHOS_NDK_HOME is not set; next: install the SDK with its component \
             Native (DevEco Studio, or the command line tools), and set OHOS_NDK_HOME to the folder which holds \
             `native` or `llvm`"
        )
    };
    let candidates = [folder.join("native"), folder.clone()];
    match candidates.into_iter().find(|folder| clang_of(folder).is_file()) {
        Some(folder) => Ok(Ndk { folder }),
        None => bail!(
            "{name} is {}, which is no NDK of OpenHarmony: neither native/llvm/bin/clang nor llvm/bin/clang is in it",
            folder.display()
        ),
    }
}

fn clang_of(folder: &Path) -> PathBuf {
    tool(folder, "clang")
}

fn tool(folder: &Path, name: &str) -> PathBuf {
    folder.join("llvm").join("bin").join(format!("{name}{}", env::consts::EXE_SUFFIX))
}

impl Ndk {
    /// Where it is.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// A request that builds for these devices, and gives the library its SONAME: the system knows a library by it, and
    /// rustc gives none.
    pub(super) fn request<'r>(&self, abi: Abi, shared_object: &str, request: Request<'r>) -> Request<'r> {
        let sysroot = self.folder.join("sysroot");
        let mut rustc = vec![link_argument(format!("-Wl,-soname,{shared_object}"))];
        rustc.extend(abi.clang_arguments().iter().map(link_argument));
        rustc.push(link_argument(concat("--sysroot=", sysroot.as_os_str())));
        Request { target: Some(abi.triple()), rustc, environment: self.environment(abi), ..request }
    }

    /// The linker, and the compiler for C in build scripts. The linker gets its arguments from rustc, and not from a
    /// script: only the library is linked for the target.
    fn environment(&self, abi: Abi) -> Vec<(String, OsString)> {
        let clang = clang_of(&self.folder);
        let target = abi.triple().replace('-', "_");
        let mut flags = OsString::from(abi.clang_arguments().join(" "));
        flags.push(concat(" -D__MUSL__ --sysroot=", self.folder.join("sysroot").as_os_str()));
        let variables = [
            (format!("CARGO_TARGET_{}_LINKER", target.to_uppercase()), clang.clone().into_os_string()),
            (format!("CC_{target}"), clang.into_os_string()),
            (format!("CXX_{target}"), tool(&self.folder, "clang++").into_os_string()),
            (format!("AR_{target}"), tool(&self.folder, "llvm-ar").into_os_string()),
            (format!("CFLAGS_{target}"), flags.clone()),
            (format!("CXXFLAGS_{target}"), flags),
        ];
        variables.into_iter().filter(|(name, _)| env::var_os(name).is_none()).collect()
    }
}

fn link_argument(argument: impl AsRef<OsStr>) -> OsString {
    concat("-Clink-arg=", argument.as_ref())
}

fn concat(first: &str, second: &OsStr) -> OsString {
    let mut text = OsString::from(first);
    text.push(second);
    text
}

/// Whether cargo is told to build the standard library itself.
pub(super) fn builds_std(cargo: &[OsString]) -> bool {
    cargo.iter().any(|word| word.to_string_lossy().starts_with("-Zbuild-std"))
}

/// All targets must be there before the first is built.
pub(super) fn check_targets(abis: &[Abi]) -> Result<()> {
    let missing: Vec<&str> = abis.iter().map(|abi| abi.triple()).filter(|target| !is_installed(target)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let missing = missing.join(" ");
    bail!("Rust's standard library is not installed for {missing}; next: rustup target add {missing}")
}

/// Where the declarations of the library lie in a module of an application, and in a HAR.
pub(crate) fn types_folder(library: &str) -> PathBuf {
    ["src", "main", "cpp", "types", &format!("lib{library}")].iter().collect()
}

/// The `oh-package.json5` beside them.
pub(crate) fn types_manifest(shared_object: &str, version: &str) -> String {
    format!("{{\n  name: '{shared_object}',\n  version: '{version}',\n  types: './index.d.ts',\n}}\n")
}
