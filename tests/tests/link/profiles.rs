//! The profiles of cargo, and what linkers drop. The order of the exports is that of the source in each.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use harness::{target_dir, workspace};
use serde_json::{Value, json};

use crate::compiler::run;
use crate::seen_by_host;
use crate::types::declared;

/// Builds `fixtures/user-crate` in release, in a folder that all profiles share, and asks a host for its exports and the
/// library for its declarations.
fn exports_of_user_crate(profile: &[(&str, &str)], linker: &[&str]) -> (Value, String) {
    let folder = target_dir().join("link").join("release");
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["rustc", "--release", "--locked", "--message-format=json", "--package", "user-crate", "--target-dir"]);
    cargo.arg(folder).arg("--").args(linker).current_dir(workspace());
    cargo.envs(profile.iter().map(|(key, value)| (format!("CARGO_PROFILE_RELEASE_{key}"), value)));
    let output = run(&mut cargo).unwrap_or_else(|error| panic!("{error}"));
    let messages = output.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let built = messages.filter(|message| message["target"]["name"] == "user_crate").find_map(|message| {
        let file = message["filenames"].as_array()?.iter().filter_map(Value::as_str).map(PathBuf::from);
        file.into_iter().find(|file| file.extension().is_some_and(|end| end == env::consts::DLL_EXTENSION))
    });
    let library = built.expect("cargo names what it built");
    // Hosts know an addon by this ending.
    let addon = library.with_extension("node");
    let declared = declared(&library).unwrap_or_else(|error| panic!("{error}"));
    std::fs::copy(library, &addon).expect("the target folder is writable");
    (seen_by_host(&addon), declared)
}

fn all_exports() -> Value {
    let names = ["zulu", "yankee", "xray", "words", "fail", "pair", "mike", "alpha", "november", "imported", "deeper"];
    json!({ "exports": names })
}

/// The profiles share a folder, and so they run one after the other.
#[test]
fn exports_survive_every_profile() {
    let smallest = [("LTO", "fat"), ("STRIP", "symbols"), ("CODEGEN_UNITS", "1"), ("OPT_LEVEL", "z")];
    let gc_sections: &[&str] = if cfg!(target_os = "linux") { &["-Clink-arg=-Wl,--gc-sections"] } else { &[] };
    let (exports, types) = exports_of_user_crate(&smallest, gc_sections);
    assert_eq!(exports, all_exports(), "{smallest:?}");
    let names = types.lines().filter_map(|line| line.strip_prefix("export function ")?.split_once('('));
    let names: Vec<&str> = names.map(|(name, _)| name).collect();
    assert_eq!(json!({ "exports": names }), all_exports(), "{types}");

    let parallel = [("LTO", "off"), ("CODEGEN_UNITS", "16"), ("PANIC", "abort")];
    assert_eq!(exports_of_user_crate(&parallel, gc_sections), (all_exports(), types), "{parallel:?}");
}
