//! Declarations that were read by a person and by `tsc --strict`. `UPDATE_GOLDENS=1` writes them: read what changes.

use std::fs;
use std::path::Path;

use crate::{cases, library, refused, text, written};

fn check(name: &str, section: &[u8], flavours: &[&str]) {
    let library = library(&format!("golden-{name}"), section);
    for flavour in flavours {
        let (extension, option): (_, &[&str]) = match *flavour {
            "arkts" => ("arkts.d.ts", &["--arkts"]),
            "json" => ("json", &["--json"]),
            _ => ("d.ts", &[]),
        };
        let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/types/goldens/{name}.{extension}"));
        let made = written(&[&[text(&library)], option].concat());
        if std::env::var_os("UPDATE_GOLDENS").is_some() {
            fs::write(&golden, made).expect("the golden is written");
            continue;
        }
        let held = fs::read_to_string(&golden).unwrap_or_default();
        assert!(held == made, "{} differs: UPDATE_GOLDENS=1 writes\n{made}", golden.display());
    }
}

const BOTH: &[&str] = &["typescript", "arkts"];

#[test]
fn functions() {
    check("functions", &cases::functions(), BOTH);
}

#[test]
fn terms() {
    check("terms", &cases::terms(), BOTH);
}

#[test]
fn named_types() {
    check("named-types", &cases::named_types(), BOTH);
}

#[test]
fn classes() {
    check("classes", &cases::classes(), BOTH);
}

#[test]
fn classes_in_namespaces() {
    check("classes-in-namespaces", &cases::classes_in_namespaces(), BOTH);
}

#[test]
fn module() {
    check("module", &cases::module(), BOTH);
}

#[test]
fn replaced() {
    check("replaced", &cases::replaced(), &["typescript"]);
    let library = library("golden-replaced", &cases::replaced());
    assert!(refused(&[text(&library), "--arkts"], 1).contains("ArkTS cannot import a module that is a value"));
}

#[test]
fn odd_names() {
    check("odd-names", &cases::odd_names(), &["typescript"]);
}

#[test]
fn json() {
    check("json", &cases::json(), &["json"]);
}

#[test]
fn nothing() {
    check("nothing", &cases::nothing(), BOTH);
}
