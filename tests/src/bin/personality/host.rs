//! The personality as files: the addon of Node that it is, and the libraries that addons import from.

use std::env::consts::ARCH;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use harness::{files, target_dir};

use crate::sources;

/// The personality, built.
pub(crate) struct Personality {
    folder: PathBuf,
}

impl Personality {
    /// Compiles `tests/personality`.
    pub(crate) fn build() -> Result<Self, String> {
        let folder = target_dir().join("personality");
        fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let personality = Self { folder };
        personality.compile_addon()?;
        // The names of Node that OpenHarmony lacks are there, at the address 0: an addon's weak imports find them here
        // before they find Node's.
        personality.assemble("absent", "absent-symbols.txt", |name| format!(".globl {name}\n{name} = 0\n"), &[])?;
        // What the system exports, neither more nor less. The linker refuses what the addon does not have.
        let jump = jump()?;
        // Not `$ORIGIN`: valgrind complains about what the dynamic linker makes of it.
        let here = format!("-Wl,-rpath,{}", personality.folder.display());
        personality.assemble(
            "ace_napi.z",
            "napi-symbols.txt",
            |name| format!(".globl {name}\n.type {name},%function\n{name}: {jump} ark_{name}@PLT\n"),
            &["-Wl,-z,defs", "-Wl,-z,now", "-l:personality.node", "-labsent", &here],
        )?;
        // Node exports libuv to everybody: this is only the name.
        personality.write_and_link("uv", "", &[])?;
        let mut log = personality.compiler();
        log.arg("-Wl,-soname,libhilog_ndk.z.so").arg(sources().join("hilog/hilog.c"));
        run(log.arg("-o").arg(personality.folder.join("libhilog_ndk.z.so")))?;
        personality.check_exports()?;
        Ok(personality)
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

    /// Makes `lib<name>.so` with a definition of each symbol in the list.
    fn assemble(
        &self,
        name: &str,
        list: &str,
        definition: impl Fn(&str) -> String,
        more: &[&str],
    ) -> Result<(), String> {
        let assembly: String = symbols(list)?.iter().map(|symbol| definition(symbol)).collect();
        self.write_and_link(name, &assembly, more)
    }

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

    fn check_exports(&self) -> Result<(), String> {
        let library = self.folder.join("libace_napi.z.so");
        let output = Command::new("nm").args(["-D", "--defined-only", "--format=posix"]).arg(library).output();
        let output = output.map_err(|error| format!("nm: {error}"))?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let mut found: Vec<&str> = text.lines().filter_map(|line| line.split(' ').next()).collect();
        let mut listed = symbols("napi-symbols.txt")?;
        found.sort_unstable();
        listed.sort_unstable();
        if found == listed { Ok(()) } else { Err("libace_napi.z.so does not export exactly the system's names".into()) }
    }
}

/// The first word of each line.
fn symbols(list: &str) -> Result<Vec<String>, String> {
    let path = sources().join(list);
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(text.lines().filter_map(|line| line.split_whitespace().next()).map(String::from).collect())
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
