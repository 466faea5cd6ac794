//! What the attributes generate, as a reader of `cargo expand` sees it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use harness::{Build, files, rustc};
use syn::Item;

/// The most lines that `#[export]` may add to `fn add(a: f64, b: f64) -> f64`.
const ADD_LINES: usize = 24;

#[test]
fn expansions_are_as_reviewed() {
    let napi_core = Build::like_this().with_feature("test").artifact("napi-core", "lib");
    let napi_core = napi_core.unwrap_or_else(|error| panic!("{error}"));
    let sources = sources();
    assert!(!sources.is_empty(), "no source in tests/expand");
    let failures: Vec<String> = sources.iter().filter_map(|source| check(source, &napi_core).err()).collect();
    assert!(failures.is_empty(), "{}\nUPDATE_GOLDENS=1 accepts what is generated", failures.join("\n"));
    let lines = generated_lines(&folder().join("add.expanded.rs"));
    assert!((1..=ADD_LINES).contains(&lines), "add.rs grows by {lines} lines");
}

fn generated_lines(golden: &Path) -> usize {
    let golden = fs::read_to_string(golden).expect("a golden");
    let file = syn::parse_file(&golden).expect("a golden is Rust");
    let generated = file.items.into_iter().filter(|item| matches!(item, Item::Const(_))).collect();
    pretty(generated).lines().count()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("expand")
}

fn sources() -> Vec<PathBuf> {
    let mut sources = files(&folder(), ".rs");
    sources.retain(|source| !source.to_string_lossy().ends_with(".expanded.rs"));
    sources
}

/// The source compiles without a warning, and expands to its golden.
fn check(source: &Path, napi_core: &Path) -> Result<(), String> {
    let metadata = env::temp_dir().join(format!("expand-{}.rmeta", std::process::id()));
    run(compiler(source, napi_core).args(["-Dwarnings", "--emit=metadata", "-o"]).arg(&metadata))?;
    fs::remove_file(&metadata).map_err(|error| error.to_string())?;
    let mut expand = compiler(source, napi_core);
    let expanded = run(expand.env("RUSTC_BOOTSTRAP", "1").arg("-Zunpretty=expanded"))?;
    let file = syn::parse_file(&expanded).map_err(|error| format!("{}: {error}", source.display()))?;
    let expanded = pretty(file.items.into_iter().filter(|item| !is_prelude(item)).collect());

    let golden = source.with_extension("expanded.rs");
    if env::var_os("UPDATE_GOLDENS").is_some() {
        return fs::write(&golden, expanded).map_err(|error| error.to_string());
    }
    let reviewed = fs::read_to_string(&golden).unwrap_or_default();
    if reviewed == expanded { Ok(()) } else { Err(format!("{} differs:\n{expanded}", golden.display())) }
}

/// A compiler of the source as a crate of its own, seeing what cargo would show it.
fn compiler(source: &Path, napi_core: &Path) -> Command {
    let name = source.file_stem().and_then(|name| name.to_str()).expect("the name of a Rust file");
    let artifacts = napi_core.parent().expect("a file").join("deps");
    let mut command = rustc();
    command.args(["--crate-type", "lib", "--edition", "2024", "--crate-name", name]);
    command.arg("--extern").arg(format!("napi_core={}", napi_core.display()));
    command.arg("-L").arg(format!("dependency={}", artifacts.display()));
    command.env("CARGO_PKG_NAME", name).env("CARGO_CRATE_NAME", name);
    // A relative path: the expansion names the file.
    let tests = env!("CARGO_MANIFEST_DIR");
    command.current_dir(tests).arg(source.strip_prefix(tests).expect("a file of this package"));
    command
}

fn run(command: &mut Command) -> Result<String, String> {
    let output = command.output().map_err(|error| format!("rustc: {error}"))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(String::from_utf8_lossy(&output.stderr).into_owned())
    }
}

/// What the compiler itself adds to every crate.
fn is_prelude(item: &Item) -> bool {
    match item {
        Item::ExternCrate(item) => item.ident == "std",
        Item::Use(item) => item.attrs.iter().any(|attribute| attribute.path().is_ident("prelude_import")),
        _ => false,
    }
}

fn pretty(items: Vec<Item>) -> String {
    prettyplease::unparse(&syn::File { shebang: None, attrs: Vec::new(), items })
}
