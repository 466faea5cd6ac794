//! Each fault is found, as itself.

use napi_core_meta::read::{Problem, records};
use napi_core_meta::term::tag;
use napi_core_meta::{Kind, MAGIC, VERSION};

use super::sample;

/// The problem with the record that follows a good one.
fn problem(bytes: &[u8]) -> Problem {
    let mut section = sample::add();
    let at = section.len();
    section.extend(bytes);
    let error = records(&section).expect_err("a broken section");
    assert_eq!(error.at, at);
    error.problem
}

fn record(kind: u8, text: &[u8], terms: &[u8]) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    bytes.extend([VERSION, kind]);
    bytes.extend((4 + text.len() as u32 + terms.len() as u32).to_le_bytes());
    bytes.extend((text.len() as u32).to_le_bytes());
    bytes.extend(text);
    bytes.extend(terms);
    bytes
}

/// The problem with a record of this kind, whose text goes on like this.
fn lines(kind: char, lines: &str, terms: &[u8]) -> Problem {
    problem(&record(kind as u8, format!("name a\nsite 1 1 1 1 a/b\n{lines}").as_bytes(), terms))
}

/// The problem with a constant of this type.
fn term(terms: &[u8]) -> Problem {
    lines('c', "value\n", terms)
}

#[test]
fn frames() {
    assert_eq!(problem(b"NTY"), Problem::End);
    assert_eq!(problem(b"NTYPE"), Problem::Version(b'E'));
    assert_eq!(problem(b"garbage"), Problem::Magic);
    assert_eq!(problem(b"NTYP\x01"), Problem::End);
    assert_eq!(problem(b"NTYP\x01z\x00\x00\x00\x00"), Problem::Kind(b'z'));
    assert_eq!(problem(b"NTYP\x01f\xff\xff\xff\xff"), Problem::End);
    assert_eq!(problem(b"NTYP\x01f\x04\x00\x00\x00\xff\xff\xff\xff"), Problem::End);
    assert_eq!(problem(b"NTYP\x01f\x03\x00\x00\x00\x00\x00\x00\x00"), Problem::End);
    assert_eq!(problem(&record(b'f', b"name \xff\n", &[])), Problem::Utf8);
    assert_eq!(problem(&record(b'f', b"name a\nsite 1 1 1 1 a/b", &[])), Problem::Line);
}

#[test]
fn another_version_says_what_to_update() {
    let error = records(b"NTYP\x02f").expect_err("a version of the future");
    assert_eq!(
        error.to_string(),
        "the type records are of version 2, and this program knows version 1: update cargo-napi: cargo install cargo-napi"
    );
}

#[test]
fn a_broken_record_says_where_it_is() {
    let error = records(b"\0\0garbage").expect_err("garbage");
    assert_eq!(error.to_string(), "the type record at byte 2 is broken: it does not begin with `NTYP`");
}

#[test]
fn texts() {
    assert_eq!(problem(&record(b'f', b"site 1 1 1 1 a/b\n", &[])), Problem::Missing("name"));
    assert_eq!(problem(&record(b'f', b"name a\n", &[])), Problem::Missing("site"));
    assert_eq!(problem(&record(b'f', b"name a\nsite 1 1 1 a/b\n", &[])), Problem::Value("site"));
    assert_eq!(problem(&record(b'f', b"name a\nsite 1 1 1 4294967296 a/b\n", &[])), Problem::Value("site"));
    assert_eq!(lines('f', "colour red\n", &[]), Problem::Key("colour".into()));
    assert_eq!(lines('f', "\n", &[]), Problem::Key(String::new()));
    assert_eq!(lines('f', "field a\n", &[]), Problem::Misplaced("field", Kind::Function));
    assert_eq!(lines('f', "rest a\nparam b\n", b"ss"), Problem::Misplaced("param", Kind::Function));
    assert_eq!(lines('o', "id a\nreadonly\n", &[]), Problem::Misplaced("readonly", Kind::Object));
    assert_eq!(lines('e', "id a\nnumber 1\n", &[]), Problem::Misplaced("number", Kind::Enum));
    assert_eq!(lines('e', "id a\nvariant a\nts 1\n", &[]), Problem::Misplaced("ts", Kind::Enum));
    assert_eq!(lines('f', "name b\n", &[]), Problem::Twice("name"));
    assert_eq!(lines('f', "returns\nreturns\n", b"__"), Problem::Twice("returns"));
    assert_eq!(lines('f', "async\nasync\n", &[]), Problem::Twice("async"));
    assert_eq!(lines('f', "ts a\nts a\n", &[]), Problem::Twice("ts"));
    assert_eq!(lines('f', "returns now\n", b"_"), Problem::Value("returns"));
    assert_eq!(lines('f', "param\n", b"_"), Problem::Value("param"));
    assert_eq!(lines('f', "doc \\t\n", &[]), Problem::Value("doc"));
    assert_eq!(lines('f', "doc \\\n", &[]), Problem::Value("doc"));
    assert_eq!(lines('f', "doc \\é\n", &[]), Problem::Value("doc"));
    assert_eq!(lines('f', "doc \0a\n", &[]), Problem::Line);
    assert_eq!(lines('f', "doc \0a\0 b\n", &[]), Problem::Line);
    assert_eq!(lines('f', "doc \0", &[]), Problem::Line);
    assert_eq!(lines('b', "of\nrole uncle\n", &[]), Problem::Value("role"));
    assert_eq!(lines('b', "of a\nrole method\n", &[]), Problem::Value("of"));
    assert_eq!(lines('b', "of\nof\nrole method\n", &[]), Problem::Twice("of"));
    assert_eq!(lines('b', "of\nrole getter\nreadonly\nreturns\n", &[]), Problem::Misplaced("readonly", Kind::Member));
    assert_eq!(lines('e', "id a\nvariant a\nnumber inf\n", &[]), Problem::Number("inf".into()));
}

#[test]
fn what_a_kind_needs() {
    assert_eq!(lines('o', "", &[]), Problem::Missing("id"));
    assert_eq!(lines('c', "", &[]), Problem::Missing("value"));
    assert_eq!(lines('e', "id a\nvariant a\n", &[]), Problem::Missing("number"));
    assert_eq!(lines('b', "role method\n", &[]), Problem::Missing("of"));
    assert_eq!(lines('b', "of\n", &[]), Problem::Missing("role"));
    assert_eq!(lines('b', "of\nrole getter\n", &[]), Problem::Missing("returns"));
    assert_eq!(lines('b', "of\nrole setter\n", &[]), Problem::Missing("param"));
    assert_eq!(lines('b', "of\nrole method\n", &[]), Problem::Terms(0));
    // A class, and without type arguments.
    assert_eq!(lines('b', "of\nrole method\n", b"s"), Problem::Value("of"));
    assert_eq!(lines('b', "of\nrole method\n", b"&\x01\x00a\x01s"), Problem::Value("of"));
}

#[test]
fn terms() {
    assert_eq!(lines('f', "param a\nreturns\n", b"s"), Problem::Terms(1));
    assert_eq!(lines('f', "param a\nts b\n", b"s"), Problem::Trailing(1));
    assert_eq!(term(b"ss"), Problem::Trailing(1));
    assert_eq!(term(b"!"), Problem::Tag(b'!'));
    assert_eq!(term(b"\0"), Problem::Tag(0));
    assert_eq!(term(b"*s"), Problem::Tag(b's'));
    assert_eq!(term(b"*n"), Problem::Tag(b'n'));
    assert_eq!(term(b"["), Problem::End);
    assert_eq!(term(b"/"), Problem::End);
    assert_eq!(term(b"(\x02s"), Problem::End);
    assert_eq!(term(b"\"\xff\xff"), Problem::End);
    assert_eq!(term(b"\"\x01\x00\xff"), Problem::Utf8);
    assert_eq!(term(b"#\x02\x00.5"), Problem::Number(".5".into()));
    assert_eq!(term(b"#\x03\x00nan"), Problem::Number("nan".into()));
    assert_eq!(term(b"Fs_"), Problem::Arguments);
}

#[test]
fn depth() {
    let nested = |arrays: usize| [vec![tag::ARRAY; arrays], vec![tag::STRING]].concat();
    assert_eq!(term(&nested(64)), Problem::Depth);
    assert_eq!(term(&nested(1_000_000)), Problem::Depth);
    let deepest = record(b'c', b"name a\nsite 1 1 1 1 a/b\nvalue\n", &nested(63));
    assert_eq!(records(&deepest).map(|records| records.len()), Ok(1));
}
