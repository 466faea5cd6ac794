//! What the linker makes of attributes: one module, exports of all crates, and symbols that hosts look for.

mod compiler;
#[cfg(target_os = "linux")]
mod constructor;
mod profiles;
mod types;

use std::env;
use std::path::Path;
use std::process::Command;

use compiler::{Compiler, run};
use harness::{Build, Host, rustc, target_dir, workspace};
use serde_json::{Value, json};

const MODULE: &str = "use napi_core::prelude::*;\n#[module]\nfn init() {}\n";

/// What JavaScript sees of an addon: `{"exports": [..]}`, or `{"error": ".."}` if it does not load.
fn seen_by_host(addon: &Path) -> Value {
    let mut host = Host::from_env().unwrap_or_else(|error| panic!("{error}"));
    host.environment.push(("ADDON", addon.into()));
    let script = workspace().join("tests/js/exports-of.js");
    let outcome = host.run(&script, &Build::like_this()).and_then(|outcome| outcome.success("the host"));
    let output = outcome.unwrap_or_else(|error| panic!("{error}"));
    serde_json::from_str(&output).unwrap_or_else(|error| panic!("{error}: {output}"))
}

#[test]
fn a_second_module_in_one_crate_is_refused() {
    let compiler = Compiler::new("second-module");
    let source = format!("{MODULE}mod other {{ {MODULE} }}");
    let error = compiler.compile("two", "cdylib", &source, &[]).expect_err("two modules are linked");
    assert!(error.contains("symbol `napi_core_only_one_module_per_library` is already defined"), "{error}");
}

#[test]
fn a_second_module_in_a_dependency_is_refused() {
    let compiler = Compiler::new("module-in-dependency");
    compiler.compile("dependency", "rlib", MODULE, &[]).expect("a library may have a module");
    let source = format!("use dependency as _;\n{MODULE}");
    let error = compiler.compile("user", "cdylib", &source, &["--extern", "dependency"]).expect_err("two are linked");
    assert!(error.contains("napi_core_only_one_module_per_library"), "{error}");
}

#[test]
fn a_dependency_may_have_the_module() {
    let compiler = Compiler::new("module-of-dependency");
    let source = format!("{MODULE}#[export]\nfn from_dependency() {{}}\n");
    compiler.compile("dependency", "rlib", &source, &[]).expect("a library may have a module");
    let source = "use dependency as _;\nuse napi_core::prelude::*;\n#[export]\nfn from_user() {}\n";
    let addon = compiler.compile("user", "cdylib", source, &["--extern", "dependency"]).expect("it links");
    assert_eq!(seen_by_host(&addon), json!({ "exports": ["fromDependency", "fromUser"] }));
}

/// Unlike symbols, records of another version end up in the same section: they are told apart before they are read.
#[test]
fn two_versions_of_napi_core_are_refused_when_loading() {
    let compiler = Compiler::new("two-versions");
    let older = compiler.folder().join("libnapi_core-older.rlib");
    let mut command = rustc();
    command.args(["--edition", "2024", "--crate-name", "napi_core", "--crate-type", "rlib", "-Cmetadata=older"]);
    command.arg("--extern").arg(format!("napi_core_derive={}", compiler.macros().display()));
    command.arg("--extern").arg(format!("napi_core_meta={}", compiler.meta().display()));
    command.arg("-o").arg(&older).arg(workspace().join("napi-core/src/lib.rs"));
    for (part, value) in [("", "0.0.9"), ("_MAJOR", "0"), ("_MINOR", "0"), ("_PATCH", "9")] {
        command.env(format!("CARGO_PKG_VERSION{part}"), value);
    }
    run(&mut command).unwrap_or_else(|error| panic!("{error}"));
    let source = "use napi_core::prelude::*;\n#[export]\nfn old() {}\n";
    compiler.against(older).compile("dependency", "rlib", source, &[]).expect("a library of the older version");

    let source = format!("use dependency as _;\n{MODULE}");
    let addon = compiler.compile("user", "cdylib", &source, &["--extern", "dependency"]).expect("it links");
    let message = format!(
        "this library contains exports of two versions of napi-core, {} and 0.0.9: make all crates in it use one",
        env!("CARGO_PKG_VERSION")
    );
    assert_eq!(seen_by_host(&addon), json!({ "error": message }));
}

#[test]
fn tests_of_an_addon_run_without_a_host() {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["test", "--locked", "--package", "user-crate", "--target-dir"]).arg(target_dir());
    let output = run(cargo.current_dir(workspace())).unwrap_or_else(|error| panic!("{error}"));
    assert!(output.contains("test result: ok. 2 passed; 0 failed; 0 ignored"), "{output}");
}
