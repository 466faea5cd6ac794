use std::process::Stdio;

use crate::workspace::{Workspace, assert_has};

#[test]
fn an_export_is_shown_with_what_is_generated() {
    let workspace = Workspace::new("expand");
    let addon = workspace.addon("expand-one");
    let source = addon.read("src/lib.rs")
        + "\nmod math {\n    use napi_core::prelude::*;\n    #[export(name = \"plus\")]\n    \
        fn add_up(a: u32) -> u32 {\n        a\n    }\n}\n";
    addon.write("src/lib.rs", &source);
    let shown = addon.napi(&["expand", "greet"]).ok();
    assert_has(
        &shown,
        &["fn greet(name: &str) -> String {", "const _: () = {", "impl __napi::Callback for NapiExport"],
    );
    assert!(!shown.contains("NapiModule") && !shown.contains("add_up"), "{shown}");
    assert_eq!(addon.napi(&["expand"]).ok(), "init (expand_one)\ngreet\nmath::add_up (plus)\n");
    // By the name in JavaScript, and a second time: what cargo has done once it does again.
    let by_name = addon.napi(&["expand", "plus"]).ok();
    assert_has(&by_name, &["fn add_up(a: u32) -> u32"]);
    assert_eq!(addon.napi(&["expand", "math::add_up"]).ok(), by_name);
    let output = addon.napi(&["expand", "graet"]).ended(1);
    assert_has(&output, &["nothing is exported as graet; near are: greet"]);
    assert_has(&addon.napi(&["expand", "--all"]).ok(), &["NapiModule", "add_up", "greet"]);
}

/// The compiler needs a variable for it that would have half of the dependencies built again.
#[test]
fn a_build_has_nothing_to_do_after_it() {
    let workspace = Workspace::new("expand-build");
    let addon = workspace.addon("expand-build");
    addon.napi(&["build"]).ok();
    addon.napi(&["expand"]).ok();
    let output = addon.napi(&["build"]).ok();
    assert!(!output.contains("Compiling"), "{output}");
}

#[test]
fn what_does_not_compile_does_not_expand() {
    let workspace = Workspace::new("expand-fails");
    let addon = workspace.addon("expand-fails");
    addon.write("src/lib.rs", "fn broken( {}\n");
    assert_has(&addon.napi(&["expand"]).ended(1), &["expand-fails does not expand", "src/lib.rs:1"]);
    addon.write("src/lib.rs", "#![allow(dead_code)]\nfn nothing() {}\n");
    assert_has(&addon.napi(&["expand"]).ended(1), &["expand-fails exports nothing"]);
}

/// As in `cargo napi expand --all | true`.
#[test]
fn nobody_needs_to_read_all() {
    let workspace = Workspace::new("expand-pipe");
    let addon = workspace.addon("expand-pipe");
    // Without it doctor does not miss what OpenHarmony needs.
    std::fs::remove_file(addon.path("oh-package.json5")).expect("made by new");
    let all: &[&[&str]] = &[&["expand"], &["expand", "greet"], &["doctor"], &["completions", "bash"]];
    for words in all {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let mut command = workspace.napi(&addon.folder, words);
        let output = command.stdout(writer).stderr(Stdio::piped()).output().expect("it runs");
        assert_eq!(
            (output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()),
            (Some(0), ""),
            "{words:?}"
        );
    }
}
