//! Crates from a few lines, compiled as cargo would.

use std::env::consts::DLL_SUFFIX;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use harness::{Build, files, rustc, target_dir};

/// A folder for one test, and what its crates are compiled against.
pub(crate) struct Compiler {
    folder: PathBuf,
    napi_core: PathBuf,
    /// Where cargo has put what napi-core depends on.
    dependencies: PathBuf,
}

impl Compiler {
    /// For the test `name`; nothing is left in its folder from an earlier run.
    pub(crate) fn new(name: &str) -> Self {
        let napi_core = Build::like_this().artifact("napi-core", "lib").unwrap_or_else(|error| panic!("{error}"));
        let folder = target_dir().join("link").join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("the target folder is writable");
        let dependencies = napi_core.parent().expect("a file lies in a folder").join("deps");
        Self { folder, napi_core, dependencies }
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Compiles against another napi-core.
    pub(crate) fn against(&self, napi_core: PathBuf) -> Self {
        Self { folder: self.folder.clone(), napi_core, dependencies: self.dependencies.clone() }
    }

    /// The library of napi-core's macros that was built last.
    pub(crate) fn macros(&self) -> PathBuf {
        self.dependency("napi_core_derive", DLL_SUFFIX)
    }

    /// The format of type records that was built last.
    pub(crate) fn meta(&self) -> PathBuf {
        self.dependency("napi_core_meta", ".rlib")
    }

    fn dependency(&self, name: &str, ending: &str) -> PathBuf {
        let built = files(&self.dependencies, ending);
        let of_name = built.into_iter().filter(|file| file.to_string_lossy().contains(&format!("{name}-")));
        of_name
            .max_by_key(|file| fs::metadata(file).and_then(|data| data.modified()).ok())
            .expect("napi-core was built")
    }

    /// Compiles a crate of this source.
    pub(crate) fn compile(&self, name: &str, kind: &str, source: &str, more: &[&str]) -> Result<PathBuf, String> {
        let file = self.folder.join(format!("{name}.rs"));
        fs::write(&file, source).expect("a writable file");
        self.compile_file(name, kind, &file, more)
    }

    /// Compiles the crate whose root is `file`.
    pub(crate) fn compile_file(&self, name: &str, kind: &str, file: &Path, more: &[&str]) -> Result<PathBuf, String> {
        let extension = if kind == "cdylib" { "node" } else { "rlib" };
        let output = self.folder.join(format!("lib{name}.{extension}"));
        let mut command = rustc();
        command.args(["--edition", "2024", "--crate-name", name, "--crate-type", kind, "-o"]).arg(&output).arg(file);
        command.arg("--extern").arg(format!("napi_core={}", self.napi_core.display()));
        command.arg("-L").arg(format!("dependency={}", self.dependencies.display()));
        command.arg("-L").arg(&self.folder).args(more);
        // What cargo sets, and the attributes read.
        command.env("CARGO_PKG_NAME", name).env("CARGO_PKG_VERSION", "1.0.0").env("CARGO_CRATE_NAME", name);
        run(&mut command).map(|_| output)
    }
}

/// What the command printed, or its errors if it failed.
pub(crate) fn run(command: &mut Command) -> Result<String, String> {
    let program = command.get_program().to_owned();
    let output = command.output().map_err(|error| format!("{}: {error}", program.display()))?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    if output.status.success() { Ok(text(&output.stdout)) } else { Err(text(&output.stderr)) }
}
