//! The personality as files: the addon of Node that it is, and the libraries that addons import from.

use std::env::consts::ARCH;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use harness::{Symbol, files, target_dir};

use crate::sources;

/// The personality, built.
pub(crate) struct Personality {
    folder: PathBuf,
}

impl Personality {
    /// Compiles `tests/personality`.
    pub(crate) fn build() -> Result<Self, String> {
        let personality = Self::in_folder(target_dir().join("personality"))?;
        personality.compile_addon()?;
        personality.link_exports(u32::MAX)?;
        // Node exports libuv to everybody: this is only the name.
        personality.write_and_link("uv", "", &[])?;
        let mut log = personality.compiler();
        log.arg("-Wl,-soname,libhilog_ndk.z.so").arg(sources().join("hilog/hilog.c"));
        run(log.arg("-o").arg(personality.folder.join("libhilog_ndk.z.so")))?;
        // Beside the rest, for those who only know the folder.
        let preload = fs::copy(sources().join("preload.js"), personality.folder.join("preload.js"));
        preload.map_err(|error| format!("preload.js: {error}"))?;
        Ok(personality)
    }

    /// The same as a system of this API level: what came later is not there.
    pub(crate) fn at_level(&self, level: u32) -> Result<Self, String> {
        let old = Self::in_folder(self.folder.join(format!("level-{level}")))?;
        for file in ["personality.node", "libuv.so", "libhilog_ndk.z.so"] {
            let copied = fs::copy(self.folder.join(file), old.folder.join(file));
            copied.map_err(|error| format!("{file}: {error}"))?;
        }
        old.link_exports(level)?;
        Ok(old)
    }

    fn in_folder(folder: PathBuf) -> Result<Self, String> {
        fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        Ok(Self { folder })
    }

    /// What the system exports at this level, neither more nor less. The linker refuses what the addon does not have.
    fn link_exports(&self, level: u32) -> Result<(), String> {
        let (exported, later): (Vec<_>, Vec<_>) =
            Symbol::list(&sources().join("napi-symbols.txt"))?.into_iter().partition(|symbol| symbol.level <= level);
        // The names of Node that OpenHarmony lacks are there, at the address 0: an addon's weak imports find them here
        // before they find Node's.
        let absent = Symbol::list(&sources().join("absent-symbols.txt"))?;
        let absent: String =
            absent.iter().chain(&later).map(|Symbol { name, .. }| format!(".globl {name}\n{name} = 0\n")).collect();
        self.write_and_link("absent", &absent, &[])?;
        let jump = jump()?;
        let exports = exported.iter().map(|Symbol { name, .. }| {
            format!(".globl {name}\n.type {name},%function\n{name}: {jump} ark_{name}@PLT\n")
        });
        // Not `$ORIGIN`: valgrind complains about what the dynamic linker makes of it.
        let here = format!("-Wl,-rpath,{}", self.folder.display());
        let more = ["-Wl,-z,defs", "-Wl,-z,now", "-l:personality.node", "-labsent", &here];
        self.write_and_link("ace_napi.z", &exports.collect::<String>(), &more)?;
        self.check_exports(&exported)
    }

    /// The addon of Node that loads addons of OpenHarmony.
    pub(crate) fn addon(&self) -> PathBuf {
        self.folder.join("personality.node")
    }

    /// Where the libraries lie that addons import from.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The folder of the addons in `tests/personality/naive`, each compiled for `node` and for `openharmony`.
    pub(crate) fn naive(&self) -> Result<PathBuf, String> {
        let naive = self.folder.join("naive");
        for folder in ["node", "openharmony"] {
            fs::create_dir_all(naive.join(folder)).map_err(|error| format!("{}: {error}", naive.display()))?;
        }
        for source in files(&sources().join("naive"), ".c") {
            let name = source.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let mut plain = self.compiler();
            plain.arg(format!("-DNAME=\"{name}\"")).arg(&source).arg("-pthread");
            run(plain.arg("-o").arg(naive.join(format!("node/{name}.node"))))?;
            let soname = format!("-Wl,-soname,lib{name}.so");
            self.compile_naive(&name, &source, &naive.join(format!("openharmony/lib{name}.so")), &[&soname])?;
        }
        let source = sources().join("naive/run_script.c");
        self.compile_naive("run_script", &source, &naive.join("openharmony/no_soname.so"), &[])?;
        Ok(naive)
    }

    /// The folder of libraries with the system's names whose functions do nothing: for tests of Rust, of which only the
    /// constructors of examples call one.
    pub(crate) fn stubs(&self) -> Result<PathBuf, String> {
        let stubs = Self::in_folder(self.folder.join("stubs"))?;
        for (library, list) in [("ace_napi.z", "napi-symbols.txt"), ("uv", "../openharmony/uv-symbols.txt")] {
            let symbols = Symbol::list(&sources().join(list))?;
            let assembly = symbols.iter().map(|Symbol { name, .. }| format!(".globl {name}\n{name}: ret\n"));
            stubs.write_and_link(library, &assembly.collect::<String>(), &[])?;
        }
        let log = "libhilog_ndk.z.so";
        fs::copy(self.folder.join(log), stubs.folder.join(log)).map_err(|error| format!("{log}: {error}"))?;
        Ok(stubs.folder)
    }

    fn compile_naive(&self, name: &str, source: &Path, output: &Path, more: &[&str]) -> Result<(), String> {
        let mut compiler = self.compiler();
        compiler.args(["-DOPENHARMONY", &format!("-DNAME=\"{name}\"")]).arg(source).args(more);
        compiler.arg("-L").arg(&self.folder).args(["-Wl,--no-as-needed", "-lace_napi.z", "-pthread"]);
        run(compiler.arg("-o").arg(output))
    }

    fn compile_addon(&self) -> Result<(), String> {
        let exports = self.folder.join("personality.map");
        write(&exports, "{ global: ark_*; napi_register_module_v1; local: *; };\n")?;
        let mut compiler = self.compiler();
        compiler.args(["-O1", "-Wl,-soname,personality.node", "-Wl,-Bsymbolic"]);
        compiler.arg(format!("-Wl,--version-script={}", exports.display()));
        compiler.args(files(&sources(), ".c")).args(["-pthread", "-ldl", "-o"]);
        run(compiler.arg(self.addon()))
    }

    fn compiler(&self) -> Command {
        let mut compiler = Command::new("cc");
        compiler.args(["-shared", "-fPIC", "-std=gnu11", "-g", "-Wall", "-Wextra", "-Werror", "-Wno-unused-function"]);
        compiler
    }

    /// Makes `lib<name>.so` of the assembly.
    fn write_and_link(&self, name: &str, assembly: &str, more: &[&str]) -> Result<(), String> {
        let mut text = assembly.to_owned();
        let _ = writeln!(text, ".section .note.GNU-stack,\"\",%progbits");
        let source = self.folder.join(format!("{name}.s"));
        write(&source, &text)?;
        let mut linker = Command::new("cc");
        linker.args(["-shared", "-nostdlib", "-o"]).arg(self.folder.join(format!("lib{name}.so"))).arg(source);
        linker.arg(format!("-Wl,-soname,lib{name}.so")).arg("-Wl,--no-as-needed").arg("-L").arg(&self.folder);
        run(linker.args(more))
    }

    fn check_exports(&self, exported: &[Symbol]) -> Result<(), String> {
        let library = self.folder.join("libace_napi.z.so");
        let output = Command::new("nm").args(["-D", "--defined-only", "--format=posix"]).arg(library).output();
        let output = output.map_err(|error| format!("nm: {error}"))?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let mut found: Vec<&str> = text.lines().filter_map(|line| line.split(' ').next()).collect();
        let mut listed: Vec<&str> = exported.iter().map(|symbol| symbol.name.as_str()).collect();
        found.sort_unstable();
        listed.sort_unstable();
        if found == listed { Ok(()) } else { Err("libace_napi.z.so does not export exactly the system's names".into()) }
    }
}

/// The instruction that goes on elsewhere.
fn jump() -> Result<&'static str, String> {
    match ARCH {
        "x86_64" => Ok("jmp"),
        other => Err(format!("the personality is not written for {other}")),
    }
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}

fn run(command: &mut Command) -> Result<(), String> {
    let output = command.output().map_err(|error| format!("cc, which compiles the personality: {error}"))?;
    if output.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&output.stderr).into_owned()) }
}
