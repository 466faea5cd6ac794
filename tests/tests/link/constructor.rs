//! `register = "constructor"`, seen from the host's side: a program that records what `napi_module_register` gets.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use harness::{Build, rustc, workspace};

use crate::MODULE;
use crate::compiler::{Compiler, run};

/// A program that loads the library in its first argument and prints the name of each module that registers itself.
const RECORDER: &str = r#"
use std::ffi::{CStr, CString, c_char, c_int, c_uint, c_void};

#[repr(C)]
struct Module {
    version: c_int,
    flags: c_uint,
    filename: *const c_char,
    register: *mut c_void,
    name: *const c_char,
}

#[unsafe(no_mangle)]
unsafe extern "C" fn napi_module_register(module: *const Module) {
    let module = unsafe { &*module };
    assert!(module.version == 1 && !module.register.is_null());
    println!("{}", unsafe { CStr::from_ptr(module.name) }.to_str().unwrap());
}

unsafe extern "C" {
    fn dlopen(name: *const c_char, flags: c_int) -> *mut c_void;
    fn dlerror() -> *const c_char;
}

fn main() {
    let path = CString::new(std::env::args().nth(1).unwrap()).unwrap();
    const RTLD_NOW: c_int = 2;
    let library = unsafe { dlopen(path.as_ptr(), RTLD_NOW) };
    assert!(!library.is_null(), "{:?}", unsafe { CStr::from_ptr(dlerror()) });
}
"#;

/// The recorder, with every other function that addons import as one that does nothing.
fn recorder(compiler: &Compiler) -> PathBuf {
    let imports = fs::read_to_string(workspace().join("napi-core/src/sys/imports.rs")).expect("a readable file");
    let names = imports.lines().filter_map(|line| line.trim().strip_prefix("fn ")?.split('(').next());
    let names: Vec<&str> = names.filter(|name| name.starts_with("napi_") || name.starts_with("node_api_")).collect();
    assert!(names.contains(&"napi_module_register") && names.contains(&"napi_throw"), "{names:?}");
    let mut source = RECORDER.to_owned();
    for name in names.into_iter().filter(|name| *name != "napi_module_register") {
        source.push_str(&format!("#[unsafe(no_mangle)] extern \"C\" fn {name}() {{}}\n"));
    }
    let (file, program) = (compiler.folder().join("recorder.rs"), compiler.folder().join("recorder"));
    fs::write(&file, source).expect("a writable file");
    let mut command = rustc();
    command.args(["--edition", "2024", "-Clink-arg=-Wl,--export-dynamic", "-o"]).arg(&program).arg(file);
    run(&mut command).unwrap_or_else(|error| panic!("{error}"));
    program
}

/// The names under which the library registers modules while it is loaded.
fn registered(recorder: &Path, library: &Path) -> Vec<String> {
    let output = run(Command::new(recorder).arg(library)).unwrap_or_else(|error| panic!("{error}"));
    output.lines().map(String::from).collect()
}

#[test]
fn a_constructor_registers_the_module_by_name() {
    let compiler = Compiler::new("constructor");
    let recorder = recorder(&compiler);
    let built = |package| Build::like_this().addon(package).unwrap_or_else(|error| panic!("{error}"));
    // The name of the library, which is not that of the package, with its capitals.
    assert_eq!(registered(&recorder, &built("load-constructor")), ["LoadConstructor"]);

    let named = MODULE.replace("#[module]", "#[module(register = \"constructor\", name = \"Other.Name\")]");
    let named = compiler.compile("named", "cdylib", &named, &[]).expect("it links");
    assert_eq!(registered(&recorder, &named), ["Other.Name"]);

    // Where the host finds the symbol, the constructor leaves it to it.
    let plain = compiler.compile("plain", "cdylib", MODULE, &[]).expect("it links");
    assert!(registered(&recorder, &plain).is_empty());
}

#[test]
fn a_constructor_replaces_the_symbols() {
    let built = |package| Build::like_this().addon(package).unwrap_or_else(|error| panic!("{error}"));
    let contains = |library: &Path, symbol: &str| {
        let bytes = fs::read(library).expect("a readable file");
        bytes.windows(symbol.len()).any(|window| window == symbol.as_bytes())
    };
    for symbol in ["napi_register_module_v1", "node_api_module_get_api_version_v1"] {
        assert!(contains(&built("load"), symbol), "{symbol}");
        // A name that stands nowhere in the file is no symbol of it.
        assert!(!contains(&built("load-constructor"), symbol), "{symbol}");
    }
}
