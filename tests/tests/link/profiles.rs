//! The profiles of cargo, and what linkers drop. The order of the exports is that of the source in each.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use harness::{target_dir, workspace};
use serde_json::{Value, json};

use crate::compiler::run;
use crate::seen_by_host;

/// Builds `fixtures/user-crate` in release, in a folder that all profiles share, and asks a host for its exports.
fn exports_of_user_crate(profile: &[(&str, &str)], linker: &[&str]) -> Value {
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
    std::fs::copy(library, &addon).expect("the target folder is writable");
    seen_by_host(&addon)
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
    assert_eq!(exports_of_user_crate(&smallest, gc_sections), all_exports(), "{smallest:?}");

    let parallel = [("LTO", "off"), ("CODEGEN_UNITS", "16"), ("PANIC", "abort")];
    assert_eq!(exports_of_user_crate(&parallel, gc_sections), all_exports(), "{parallel:?}");
}
