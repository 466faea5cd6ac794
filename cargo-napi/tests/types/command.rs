//! The options of `cargo napi types`.

use std::fs;
use std::time::SystemTime;

use crate::records::Records;
use crate::{library, refused, text, types, written};

fn section(result: &[u8]) -> Vec<u8> {
    let records = Records::default().add('f', "one\nreturns\n", b"d").add('f', "two\nreturns\n", result);
    records.section()
}

#[test]
fn a_file_is_written_and_checked() {
    let library = library("command-file", &section(b"d"));
    let file = library.with_file_name("index.d.ts");
    let (library, path) = (text(&library), text(&file));
    let message = refused(&[library, "--check", path], 1);
    let update = format!("to update it: cargo napi types {library} -o {path}");
    assert!(message.contains("index.d.ts does not exist") && message.contains(&update), "{message}");
    assert_eq!(written(&[library, "-o", path]), "");
    assert_eq!(written(&[library, "--check", path]), "");
    assert_eq!(fs::read_to_string(&file).expect("the file"), written(&[library]));
}

#[test]
fn a_stale_file_fails() {
    let library = library("command-stale", &section(b"s"));
    let file = library.with_file_name("index.d.ts");
    let (library, path) = (text(&library), text(&file));
    let stale = written(&[library]).replace("two(): string", "two(): number");
    fs::write(&file, &stale).expect("the file");
    let message = refused(&[library, "--check", path], 1);
    let difference =
        "is stale:\nline 4:\n- export function two(): number;\n+ export function two(): string;\nto update it: ";
    assert!(message.contains(difference), "{message}");
    assert_eq!(fs::read_to_string(&file).expect("the file"), stale);
    let message = refused(&[library, "--arkts", "--check", path], 1);
    assert!(message.contains(&format!("{library} --arkts -o {path}")), "{message}");
}

#[test]
fn a_file_that_is_right_is_not_touched() {
    let library = library("command-touch", &section(b"d"));
    let file = library.with_file_name("index.d.ts");
    written(&[text(&library), "-o", text(&file)]);
    let long_ago = SystemTime::UNIX_EPOCH;
    fs::File::options().write(true).open(&file).and_then(|file| file.set_modified(long_ago)).expect("the file");
    written(&[text(&library), "-o", text(&file)]);
    assert_eq!(fs::metadata(&file).and_then(|file| file.modified()).expect("the file"), long_ago);
}

#[test]
fn wrong_usage() {
    assert_eq!(types(&[]).status.code(), Some(2));
    assert_eq!(types(&["a", "--json", "--arkts"]).status.code(), Some(2));
    assert_eq!(types(&["a", "--check", "b", "--output", "c"]).status.code(), Some(2));
}
