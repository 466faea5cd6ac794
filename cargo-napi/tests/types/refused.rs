//! Records that make no sense together, and what ArkTS has no words for.

use crate::records::{Records, id, named, record};
use crate::{library, refused, text};

/// What is said of a library with these records.
fn message(test: &str, section: &[u8], options: &[&str]) -> String {
    let library = library(&format!("refused-{test}"), section);
    refused(&[&[text(&library)], options].concat(), 1)
}

macro_rules! assert_says {
    ($message:expr, $text:literal) => {
        let message = $message;
        assert!(message.contains($text), "{message}");
    };
}

#[test]
fn another_version() {
    let said = message("version", b"NTYP\x02f\0\0\0\0", &[]);
    assert_says!(said, "of version 2, and this program knows version 1: update cargo-napi: cargo install cargo-napi");
}

#[test]
fn two_exports_of_one_name() {
    let section = Records::default().add('f', "a\n", b"").add('c', "a\nvalue\n", b"s").section();
    let said = message("names", &section, &[]);
    assert_says!(
        said,
        "two exports are called `a`: `a` at src/lib.rs:2:1 (crate addon) and `a` at src/lib.rs:1:1 (crate addon)"
    );
    let section = Records::default().add('f', "a\noverload\n", b"").add('f', "a\n", b"").section();
    assert_says!(message("overload", &section, &[]), "two exports are called `a`");
    let section = Records::default().add('f', "a\n", b"").add('f', "b\nnamespace a\n", b"").section();
    assert_says!(message("namespace", &section, &[]), "`b` at src/lib.rs:2:1 (crate addon) is in the namespace `a`");
    let section = Records::default().named('k', "addon::a", "", b"").add('f', "a\n", b"").section();
    assert_says!(message("class", &section, &[]), "two exports are called `a`");
    let section = Records::default().named('k', "addon::x::A", "", b"").named('k', "addon::y::A", "", b"").section();
    assert_says!(message("classes", &section, &[]), "two classes are called `A`");
    let section = Records::default()
        .named('k', "addon::x::A", "namespace n\n", b"")
        .named('k', "addon::y::A", "namespace m\n", b"")
        .named('k', "addon::z::A", "namespace n\n", b"")
        .section();
    assert_says!(
        message("namespaces", &section, &[]),
        "two classes are called `A`: `A` at src/lib.rs:1:1 (crate addon)"
    );
    let section = Records::default().named('k', "addon::A", "namespace enum\n", b"").section();
    assert_says!(
        message("odd-namespace", &section, &[]),
        "`A` at src/lib.rs:1:1 (crate addon) is in a namespace, where no declaration can name it by `enum`: rename it"
    );
    let section = Records::default().add('m', "a\n", b"").add('m', "b\n", b"").section();
    assert_says!(message("modules", &section, &[]), "two modules: `a` at src/lib.rs:1:1 (crate addon) and `b`");
}

#[test]
fn two_members_of_one_name() {
    let with = |one: &str, one_says: &str, other: &str, other_says: &str| {
        Records::default()
            .named('k', "addon::A", "", b"")
            .member("addon::A", one, "", one_says, b"")
            .member("addon::A", other, "", other_says, b"")
            .section()
    };
    assert_says!(
        message("members", &with("a method", "", "a method", ""), &[]),
        "two members of a class are called `a`: `a` at src/lib.rs:2:1 (crate addon) and `a` at src/lib.rs:3:1 (crate addon); \
         rename one with `name = \"..\"`, or mark both `overload`"
    );
    for (test, section) in [
        ("one-overload", with("a method", "overload\n", "a method", "")),
        ("two-roles", with("a static", "overload\n", "a constant", "returns\nts 1\n")),
        ("constructors", with("constructor", "", "constructor", "")),
    ] {
        assert_says!(message(test, &section, &[]), "two members of a class are called");
    }
}

/// What is written after it would be a part of it.
#[test]
fn texts_that_do_not_end() {
    for (test, ts) in [("comment", "number // c"), ("long-comment", "number /* c"), ("string", "'a' | 'b")] {
        let section = Records::default().add('f', &format!("a\nparam x\nts {ts}\nreturns\n"), b"s").section();
        assert_says!(message(test, &section, &[]), "ends in a comment or a string, which hides what follows");
    }
}

#[test]
fn types_without_their_records() {
    let section = Records::default().add('f', "a\nreturns\n", &named("addon::Gone", &[])).section();
    let said = message("type", &section, &[]);
    assert_says!(said, "uses the type addon@1.0.0::addon::Gone#1:2, which left no record");
    let section = Records::default().member("addon::Gone", "a method", "", "", b"").section();
    assert_says!(
        message("member", &section, &[]),
        "belongs to a class addon@1.0.0::addon::Gone#1:2 that left no record"
    );
}

#[test]
fn type_arguments() {
    let page = Records::default().named('o', "addon::Page", "generic T\nfield a\n", b"$\0");
    let section = page.add('f', "a\nreturns\n", &named("addon::Page", &[])).section();
    assert_says!(message("arguments", &section, &[]), "0 type arguments, and it has 1 parameters");
    let section = Records::default().add('f', "a\nreturns\n", b"$\0").section();
    assert_says!(message("parameter", &section, &[]), "uses type parameter 0, and there are 0");
}

#[test]
fn one_identity_for_two_types() {
    let text = format!("A\nid {}\n", id("addon::A"));
    let first = record('o', &text, "1 1 1 1 addon/a.rs", b"");
    let second = record('o', &text, "2 1 2 1 addon/a.rs", b"");
    assert_says!(
        message("identity", &[first, second].concat(), &[]),
        "two different types have the identity addon@1.0.0::addon::A#1:2"
    );
}

#[test]
fn a_text_that_names_one_of_several_types() {
    let records = Records::default().named('o', "addon::x::Point", "field x\n", b"d").named(
        'o',
        "addon::y::Point",
        "field y\n",
        b"d",
    );
    let section = records.add('f', "a\nparam point\nts Point\n", b"").section();
    let said = message("text", &section, &[]);
    assert_says!(
        said,
        "has a text that names the type `Point`, of which there are several: write `XPoint` or `YPoint` there"
    );
}

#[test]
fn what_arkts_has_no_words_for() {
    let refused = |name: &str, text: &str, terms: &[u8]| {
        let section = Records::default().add('f', text, terms).section();
        message(&format!("arkts-{name}"), &section, &["--arkts"])
    };
    assert_says!(
        refused("symbol", "a\nreturns\n", b"[y"),
        "`a` at src/lib.rs:1:1 (crate addon): ArkTS has no symbols: write another type with `arkts = \"..\"`"
    );
    assert_says!(refused("halves", "a\nreturns\n", b"*e"), "ArkTS has no `Float16Array`");
    assert_says!(
        refused("unknown", "a\nparam a\nts unknown[]\n", b""),
        "ArkTS has no `unknown`, as in its text \"unknown[]\""
    );
    assert_says!(refused("braces", "a\nparam a\nts { b: number }\n", b""), "ArkTS has no types in braces");
    assert_says!(refused("name", "my-fn\n", b""), "`my-fn`: ArkTS cannot import the name \"my-fn\"");
}
