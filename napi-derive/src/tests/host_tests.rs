//! `#[napi_core::test]`.

use super::{errors, parse, pretty};
use crate::expand::expand;
use crate::parse::key::Attr;

fn test(args: &str, item: &str) -> proc_macro2::TokenStream {
    expand(Attr::Test, parse(args), parse(item))
}

#[test]
fn a_test_leaves_a_record() {
    let text = pretty(test("", "fn r#makes(env: &mut Env<'_>) {}"));
    assert!(text.contains("__napi::Export::test("), "{text}");
    assert!(text.contains("\"makes\",\n        |env| __napi::outcome(r#makes(env)),"), "{text}");
    let text = pretty(test("", "fn makes() {}"));
    assert!(text.contains("|_| __napi::outcome(makes()),"), "{text}");
}

/// rustc's own harness does not see the function, and would call them unused.
#[test]
fn attributes_of_rustcs_harness_are_read_and_taken_off() {
    let cases = [
        ("#[ignore]", ".ignored(\"\")"),
        ("#[ignore = \"slow\"]", ".ignored(\"slow\")"),
        ("#[should_panic]", ".should_panic(\"\")"),
        ("#[should_panic = \"no\"]", ".should_panic(\"no\")"),
        ("#[should_panic(expected = \"no\",)]", ".should_panic(\"no\")"),
    ];
    for (written, recorded) in cases {
        let text = pretty(test("", &format!("{written} #[inline] fn f() {{}}")));
        assert!(text.contains(recorded) && text.starts_with("#[inline]\nfn f() {}"), "{written}: {text}");
    }
}

#[test]
fn a_cfg_goes_for_the_record_too() {
    let text = pretty(test("", "#[cfg(unix)] fn f() {}"));
    assert_eq!(text.matches("#[cfg(unix)]").count(), 2, "{text}");
}

#[test]
fn mistakes_are_all_reported() {
    let found = errors(test("keeps_references = 1, nmae", "#[ignore(a)] #[test] async fn f(a: u8, env: &Env<'_>) {}"));
    assert_eq!(found.len(), 6, "{found:#?}");
    let text = test("", "async fn f() { g() }").to_string();
    assert!(text.starts_with(&parse("async fn f() { g() }").to_string()), "{text}");
}
