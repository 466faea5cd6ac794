//! What `cargo napi types` says of addons, held against compilers: that of TypeScript, and that of ArkTS with its linter.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;
use std::time::Duration;

use harness::{Arkts, Build, Host, Outcome, cargo_napi, files, install, run_limited, target_dir, workspace};

/// The addon of `fixtures/types`.
static FIXTURE: LazyLock<PathBuf> = LazyLock::new(|| addon("types"));

/// The addon of `fixtures/types-names`.
static NAMES: LazyLock<PathBuf> = LazyLock::new(|| addon("types-names"));

fn addon(package: &str) -> PathBuf {
    Build::like_this().addon(package).unwrap_or_else(|error| panic!("{error}"))
}

fn types(arguments: &[&str], library: &Path) -> Outcome {
    let mut command = cargo_napi().unwrap_or_else(|error| panic!("{error}"));
    command.arg("types").arg(library).args(arguments);
    run_limited(&mut command, Duration::from_secs(60)).unwrap_or_else(|error| panic!("{error}"))
}

fn source(name: &str) -> PathBuf {
    workspace().join("tests/types").join(name)
}

/// A folder of the test's own, with nothing left in it.
fn folder(name: &str) -> PathBuf {
    let folder = target_dir().join("types").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the target folder is writable");
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::copy(from, to).unwrap_or_else(|error| panic!("{} to {}: {error}", from.display(), to.display()));
}

#[track_caller]
fn is_as_reviewed(library: &Path, golden: &Path, arguments: &[&str]) {
    let declared = types(arguments, library).success("cargo napi types").unwrap_or_else(|error| panic!("{error}"));
    if env::var_os("UPDATE_GOLDENS").is_some() {
        fs::write(golden, declared).expect("the golden is writable");
        return;
    }
    let reviewed = fs::read_to_string(golden).unwrap_or_default();
    assert!(declared == reviewed, "{} differs; UPDATE_GOLDENS=1 accepts\n{declared}", golden.display());
}

#[test]
fn declarations_for_typescript_are_as_reviewed() {
    is_as_reviewed(&FIXTURE, &source("types.d.ts"), &[]);
    is_as_reviewed(&NAMES, &source("types-names.d.ts"), &[]);
}

#[test]
fn declarations_for_arkts_are_as_reviewed() {
    is_as_reviewed(&FIXTURE, &source("types.arkts.d.ts"), &["--arkts"]);
}

/// What ArkTS cannot say is refused by name, with what to write.
#[test]
fn arkts_has_no_names_in_quotes() {
    let refused = types(&["--arkts"], &NAMES);
    let error = refused.success("cargo napi types").expect_err("ArkTS cannot import it");
    let expected = "`with-dash`: ArkTS cannot import the name \"with-dash\": write another with `name = \"..\"`";
    assert!(error.contains(expected), "{error}");
}

/// `right.ts` runs too, so that what the types promise is what the addon does.
#[test]
fn typescript_takes_what_is_right_and_nothing_else() {
    let folder = folder("typescript");
    let compiler = target_dir().join("typescript");
    install(&source("package.json"), &compiler).unwrap_or_else(|error| panic!("{error}"));
    for name in ["types.d.ts", "types-names.d.ts", "right.ts", "wrong.ts"] {
        copy(&source(name), &folder.join(name));
    }
    let mut tsc = Command::new("node");
    tsc.arg(compiler.join("node_modules/typescript/bin/tsc")).current_dir(&folder);
    tsc.args(["--strict", "--noUncheckedIndexedAccess", "--target", "es2022", "--module", "commonjs"]);
    // What the target has, and `Float16Array`, which no target has yet.
    tsc.args(["--lib", "es2022,dom,dom.iterable,dom.asynciterable,esnext.float16"]);
    tsc.args(["--outDir", "out", "right.ts", "wrong.ts"]);
    let outcome = run_limited(&mut tsc, Duration::from_secs(120)).unwrap_or_else(|error| panic!("{error}"));
    outcome.success("tsc --strict").unwrap_or_else(|error| panic!("{error}"));

    copy(&FIXTURE, &folder.join("out/types.node"));
    copy(&NAMES, &folder.join("out/types-names.node"));
    let host = Host::from_env().unwrap_or_else(|error| panic!("{error}"));
    let outcome = host.run(&folder.join("out/right.js"), &Build::like_this()).and_then(|ran| ran.success("right.js"));
    outcome.unwrap_or_else(|error| panic!("{error}"));
}

/// Those of cargo-napi's own tests, which have what no addon of ours has yet.
#[test]
fn declarations_of_hand_made_records_are_typescript() {
    let compiler = target_dir().join("typescript");
    install(&source("package.json"), &compiler).unwrap_or_else(|error| panic!("{error}"));
    let mut goldens = files(&workspace().join("cargo-napi/tests/types/goldens"), ".d.ts");
    goldens.retain(|golden| !golden.to_string_lossy().ends_with(".arkts.d.ts"));
    assert!(goldens.len() > 5, "{goldens:?}");
    let mut tsc = Command::new("node");
    tsc.arg(compiler.join("node_modules/typescript/bin/tsc"))
        .args(["--strict", "--noEmit", "--target", "esnext", "--module", "nodenext"]);
    let outcome = run_limited(tsc.args(goldens), Duration::from_secs(120)).unwrap_or_else(|error| panic!("{error}"));
    outcome.success("tsc --strict").unwrap_or_else(|error| panic!("{error}"));
}

/// The linter does not look into declarations, so that it gets them as a source of their own.
#[test]
fn declarations_are_arkts_themselves() {
    let linter = Arkts::install().unwrap_or_else(|error| panic!("{error}"));
    let declared = fs::read_to_string(source("types.arkts.d.ts")).expect("a golden");
    let mut text = String::new();
    for line in declared.lines() {
        let words = ["function ", "const ", "class ", "namespace "];
        match line.strip_prefix("export ").filter(|rest| words.iter().any(|word| rest.starts_with(word))) {
            Some(rest) => text.push_str(&format!("export declare {rest}\n")),
            None => text.push_str(&format!("{line}\n")),
        }
    }
    let folder = folder("arkts");
    for (name, text, passes) in
        [("declared.ets", text.clone(), true), ("faulty.ets", text + "export declare function loose(): any;\n", false)]
    {
        let file = folder.join(name);
        fs::write(&file, text).expect("the target folder is writable");
        let outcome = linter.run(&file).and_then(|ran| ran.success(name));
        assert_eq!(outcome.is_ok(), passes, "{outcome:?}");
    }
}

/// The declarations as a library of an application, and a page that uses them; the linter finds the fault in another one.
#[test]
fn arkts_takes_what_is_declared() {
    let linter = Arkts::install().unwrap_or_else(|error| panic!("{error}"));
    for name in ["libtypes.so", "libtypes"] {
        let page = linter.place(name, &source("types.arkts.d.ts"), &source("Right.ets"));
        let outcome = page.and_then(|page| linter.run(&page)).and_then(|ran| ran.success("Right.ets"));
        outcome.unwrap_or_else(|error| panic!("types from {name}: {error}"));
    }
    let page = linter.place("libtypes", &source("types.arkts.d.ts"), &source("Wrong.ets"));
    let found = page.and_then(|page| linter.run(&page)).unwrap_or_else(|error| panic!("{error}")).output;
    let text = fs::read_to_string(source("Wrong.ets")).expect("a readable file");
    let wrong = text.lines().zip(1..).filter(|(line, _)| line.ends_with("// wrong")).map(|(_, number)| number);
    let errors: Vec<&str> = found.lines().filter(|line| line.starts_with("Error: Wrong.ets:")).collect();
    let missing: Vec<u32> =
        wrong.filter(|number| !errors.iter().any(|error| error.contains(&format!(":{number}: ")))).collect();
    assert!(missing.is_empty(), "nothing is found in the lines {missing:?} of Wrong.ets, but\n{found}");
}

#[test]
fn declarations_of_the_examples_are_fresh() {
    for (package, file, flavour) in [
        ("hello", "examples/hello/index.d.ts", None),
        ("lifecycle", "examples/lifecycle/index.d.ts", None),
        ("queue-work", "examples/queue-work/index.d.ts", None),
        ("arkts-entry", "examples/arkts-entry/entry/src/main/cpp/types/libentry/index.d.ts", Some("--arkts")),
    ] {
        let file = workspace().join(file);
        let action = if env::var_os("UPDATE_GOLDENS").is_some() { "--output" } else { "--check" };
        let mut arguments = vec![action, file.to_str().expect("a path of text")];
        arguments.extend(flavour);
        let outcome = types(&arguments, &addon(package)).success(package);
        outcome.unwrap_or_else(|error| panic!("UPDATE_GOLDENS=1 writes them anew: {error}"));
    }
}
