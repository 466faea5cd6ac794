//! Rust for OpenHarmony's targets: the standard library from its source, and stand-ins for what the NDK links with.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use harness::{built, cargo, rustc, target_dir, workspace};

use crate::system::{System, SystemLibrary};

/// The linker, and what it links with.
pub(crate) struct Toolchain<'s> {
    linker: PathBuf,
    folder: PathBuf,
    system: &'s System,
}

/// One target.
pub(crate) struct Target<'t> {
    name: &'static str,
    toolchain: &'t Toolchain<'t>,
    stubs: PathBuf,
}

/// Linked by name by the standard library; they export nothing here, so that their names are checked like the others.
const WITHOUT_EXPORTS: &[&str] = &["dl", "m", "pthread", "rt", "unwind", "util"];

impl<'s> Toolchain<'s> {
    pub(crate) fn new(system: &'s System) -> Result<Self, String> {
        let toolchain = Self { linker: rust_lld()?, folder: target_dir().join("openharmony"), system };
        toolchain.copy_linker()?;
        Ok(toolchain)
    }

    /// Where builds go.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// What stands in for the NDK: a folder with its linker, which finds the stand-ins of the libraries by itself.
    pub(crate) fn ndk(&self) -> PathBuf {
        self.folder.join("ndk")
    }

    fn clang(&self) -> PathBuf {
        self.ndk().join("native/llvm/bin/clang")
    }

    fn copy_linker(&self) -> Result<(), String> {
        let clang = self.clang();
        let failed = |error| format!("{}: {error}", clang.display());
        fs::create_dir_all(clang.parent().expect("a file in a folder")).map_err(failed)?;
        fs::copy(workspace().join("tests/openharmony/linker"), &clang).map_err(failed).map(|_| ())
    }

    /// Gives the target its stand-ins.
    pub(crate) fn target<'t>(&'t self, name: &'static str) -> Result<Target<'t>, String> {
        let stubs = self.folder.join("stubs").join(name);
        fs::create_dir_all(&stubs).map_err(|error| format!("{}: {error}", stubs.display()))?;
        let target = Target { name, toolchain: self, stubs };
        for library in self.system.libraries() {
            target.stub(library)?;
        }
        for name in WITHOUT_EXPORTS {
            target.stub(&SystemLibrary { name, exports: Default::default() })?;
        }
        Ok(target)
    }
}

impl Target<'_> {
    pub(crate) fn name(&self) -> &'static str {
        self.name
    }

    /// Type-checks the packages.
    pub(crate) fn check(&self, packages: &[&str]) -> Result<(), String> {
        let mut cargo = self.cargo("check", packages);
        run(cargo.arg("--quiet")).map(|_| ())
    }

    /// Links the libraries of the packages, in release: the path of each, in the order of `packages`.
    pub(crate) fn build(&self, packages: &[&str], feature: Option<&str>) -> Result<Vec<PathBuf>, String> {
        let mut cargo = self.cargo("build", packages);
        cargo.args(["--release", "--message-format=json-render-diagnostics"]);
        if let Some(feature) = feature {
            cargo.args(["--features", feature]);
        }
        let output = run(&mut cargo)?;
        let library = |package: &&str| {
            let file = built(&output, package, "cdylib");
            file.ok_or_else(|| format!("{}: {package} has no library", self.name))
        };
        packages.iter().map(library).collect()
    }

    fn cargo(&self, command: &str, packages: &[&str]) -> Command {
        let mut cargo = cargo(&workspace());
        cargo.args([command, "--locked", "-Zbuild-std=std,panic_unwind", "--target", self.name]);
        cargo.arg("--target-dir").arg(&self.toolchain.folder);
        cargo.args(packages.iter().flat_map(|package| ["--package", package]));
        cargo.env(self.variable("LINKER"), self.toolchain.clang());
        self.set_environment(&mut cargo);
        cargo
    }

    /// What cargo needs beside a linker.
    pub(crate) fn set_environment(&self, cargo: &mut Command) {
        cargo.env(self.variable("RUSTFLAGS"), format!("-Lnative={}", self.stubs.display()));
        cargo.env("OPENHARMONY_LLD", &self.toolchain.linker).env("RUSTC_BOOTSTRAP", "1").env_remove("RUSTFLAGS");
    }

    fn variable(&self, end: &str) -> String {
        format!("CARGO_TARGET_{}_{end}", self.name.to_uppercase().replace('-', "_"))
    }

    /// A library that exports these names, and nothing else: it can be linked with, and not run.
    fn stub(&self, library: &SystemLibrary) -> Result<(), String> {
        let mut script = String::from("SECTIONS {}\n");
        for name in library.exports.keys() {
            let _ = writeln!(script, "{name} = 0;");
        }
        let source = self.stubs.join(format!("{}.ld", library.name));
        fs::write(&source, script).map_err(|error| format!("{}: {error}", source.display()))?;
        let mut linker = Command::new(&self.toolchain.linker);
        linker.args(["-flavor", "gnu", "-shared", "-m", self.emulation()?]);
        linker.arg("-soname").arg(format!("lib{}.so", library.name)).arg(source);
        run(linker.arg("-o").arg(self.stubs.join(format!("lib{}.so", library.name)))).map(|_| ())
    }

    /// What the linker calls the target.
    fn emulation(&self) -> Result<&'static str, String> {
        match self.name.split_once('-') {
            Some(("aarch64", _)) => Ok("aarch64linux"),
            Some(("armv7", _)) => Ok("armelf_linux_eabi"),
            Some(("x86_64", _)) => Ok("elf_x86_64"),
            _ => Err(format!("{} is not a target of this program", self.name)),
        }
    }
}

/// The linker that comes with Rust.
fn rust_lld() -> Result<PathBuf, String> {
    let libraries = run(rustc().args(["--print", "target-libdir"]))?;
    let folder = Path::new(libraries.trim()).parent().ok_or("the compiler's libraries lie nowhere")?;
    let linker = folder.join("bin/rust-lld");
    if linker.is_file() { Ok(linker) } else { Err(format!("this Rust came without {}", linker.display())) }
}

/// What the command printed, or its errors if it failed.
pub(crate) fn run(command: &mut Command) -> Result<String, String> {
    let program = Path::new(command.get_program()).display().to_string();
    let output = command.output().map_err(|error| format!("{program}: {error}"))?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    if output.status.success() { Ok(text(&output.stdout)) } else { Err(format!("{program}: {}", text(&output.stderr))) }
}
