//! `#[derive(Js)]` and its parts.

use proc_macro2::{Ident, Span};

use super::{errors, parse, pretty};
use crate::expand::derive;
use crate::model::name::Case;
use crate::parse::derived::Traits;

const FROM_JS: Traits = Traits { from_js: true, into_js: false, type_of: false };
const INTO_JS: Traits = Traits { from_js: false, into_js: true, type_of: false };
const TYPE_OF: Traits = Traits { from_js: false, into_js: false, type_of: true };

/// The expansion without line breaks and indentation.
fn flat(traits: Traits, item: &str) -> String {
    pretty(derive(parse(item), traits)).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn contains(traits: Traits, item: &str, part: &str) {
    let text = flat(traits, item);
    assert!(text.contains(part), "{part} in {text}");
}

#[track_caller]
fn refused(traits: Traits, item: &str, expected: &[&str]) {
    let found = errors(derive(parse(item), traits));
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    for (found, expected) in found.iter().zip(expected) {
        assert!(found.contains(expected), "{expected} in {found}");
    }
}

#[test]
fn cases_of_names() {
    let ident = |name: &str| Ident::new(name, Span::call_site());
    for (name, fields, variants) in [
        ("none", ["first_part", "_hidden", "a1_b"], ["FirstPart", "Http2", "ABc"]),
        ("camelCase", ["firstPart", "_hidden", "a1B"], ["firstPart", "http2", "aBc"]),
        ("PascalCase", ["FirstPart", "_Hidden", "A1B"], ["FirstPart", "Http2", "ABc"]),
        ("lowercase", ["firstpart", "_hidden", "a1b"], ["firstpart", "http2", "abc"]),
        ("UPPERCASE", ["FIRSTPART", "_HIDDEN", "A1B"], ["FIRSTPART", "HTTP2", "ABC"]),
        ("snake_case", ["first_part", "_hidden", "a1_b"], ["first_part", "http2", "a_bc"]),
        ("SCREAMING_SNAKE_CASE", ["FIRST_PART", "_HIDDEN", "A1_B"], ["FIRST_PART", "HTTP2", "A_BC"]),
        ("kebab-case", ["first-part", "_hidden", "a1-b"], ["first-part", "http2", "a-bc"]),
        ("SCREAMING-KEBAB-CASE", ["FIRST-PART", "_HIDDEN", "A1-B"], ["FIRST-PART", "HTTP2", "A-BC"]),
    ] {
        let case = Case::find(name).expect("a known case");
        assert_eq!(["first_part", "_hidden", "a1_b"].map(|field| case.field(&ident(field))), fields, "{name}");
        assert_eq!(["FirstPart", "Http2", "ABc"].map(|variant| case.variant(&ident(variant))), variants, "{name}");
    }
    assert_eq!(Case::find("snake"), None);
    assert_eq!(Case::NAMES.len(), 9);
}

#[test]
fn the_scope_has_a_name_of_its_own() {
    contains(FROM_JS, "struct S { a: u8 }", "impl<'s> __napi::FromFields<'s> for S {");
    contains(
        FROM_JS,
        "struct S<'a, T> { a: Object<'a>, b: T }",
        "impl<'a, T: __napi::FromJs<'a>> __napi::FromJs<'a> for S<'a, T>",
    );
    contains(
        INTO_JS,
        "struct S<'s, T: Clone = u8>(T, Object<'s>) where T: Copy;",
        "impl<'scope, 's: 'scope, T: Clone + __napi::IntoJs<'scope>> __napi::IntoJs<'scope> for S<'s, T> where T: Copy,",
    );
}

#[test]
fn only_owned_types_are_converted_in_batches() {
    for (item, owned) in [
        ("struct S { a: u8 }", true),
        ("struct S<const N: usize> { a: [u8; N] }", true),
        ("struct S<T> { a: T }", false),
        ("struct S<'a> { a: Object<'a> }", false),
    ] {
        assert_eq!(flat(FROM_JS, item).contains("fn elements_from_js"), owned, "{item}");
        assert_eq!(flat(INTO_JS, item).contains("fn elements_into_js"), owned, "{item}");
    }
}

#[test]
fn keys_of_fields() {
    let item = "struct S {
        #[js(rename = \"first\")] a: u8,
        #[js(default = f::<u8, u8>(), rename = \"second\")] b: u8,
        #[js(skip)] c: u8,
        #[js(skip, default = 7)] d: u8,
        #[js(nullable)] e: Option<u8>,
        #[js(flatten)] f: Inner,
        #[js(with = some::place)] g: u8,
    }";
    for part in [
        "&[ c\"first\", c\"second\", c\"e\", c\"g\", ]",
        "a: fields.get(0)?,",
        "b: fields.get_or::<u8>(1, || f::<u8, u8>())?,",
        "c: ::core::default::Default::default(),",
        "d: 7,",
        "e: fields.get_nullable(2)?,",
        "f: fields.flattened(|_| ())?,",
        "g: fields.get_with(3, some::place::from_js)?,",
    ] {
        contains(FROM_JS, item, part);
    }
    for part in [
        "object.nullable(2, self.e)?,",
        "object.value_with(3, self.g, some::place::into_js)?,",
        "object.flatten(made, self.f)?;",
    ] {
        contains(INTO_JS, item, part);
    }
    assert!(!flat(INTO_JS, item).contains("self.c"), "skipped");
    contains(
        TYPE_OF,
        &item.replace("#[js(with", "#[ts = \"string\"] #[js(with"),
        "\\nfield first\\noptional second\\nfield e\\nextends\\nfield g\\nts string\\nsite",
    );
}

#[test]
fn the_path_of_the_crate() {
    let text = flat(Traits::ALL, "#[js(crate = crate::rt)] struct S { a: u8 }");
    assert!(text.contains("use crate::rt::__private as __napi;") && !text.contains("napi_core"), "{text}");
}

#[test]
fn numbers_of_variants() {
    let item = "#[js(number)] enum E { A, B = 5, C, D = -(3), E = 0x1F, F }";
    contains(FROM_JS, item, "&[0, 5, 6, -3, 31, 32]");
    contains(TYPE_OF, item, "variant C\\nnumber 6\\n");
    refused(FROM_JS, "#[js(number)] enum E { A = 9_007_199_254_740_992, B = N, C = 1.5 }", &["a literal"; 3]);
}

#[test]
fn one_attribute_or_several() {
    contains(FROM_JS, "struct S { #[js(default)] #[js(rename = \"b\")] a: u8 }", "&[c\"b\"]");
    refused(FROM_JS, "struct S { #[js(default)] #[js(default)] a: u8 }", &["`default` is written twice"]);
}

#[test]
fn all_mistakes_are_shown_and_nothing_else() {
    let item = "#[js(tag = \"t\", nope)] struct S<'a, 'b> {
        #[js(default, nullable)] a: Option<u8>,
        #[js(rename = 7)] b: u8,
        #[js(rename = \"c\")] d: Object<'a>,
        c: Object<'b>,
    }";
    let expected = [
        "has no key `nope`",
        "`tag` tells variants of an enum apart",
        "`nullable` and `default` exclude each other",
        "`rename` takes a string literal",
        "\"c\" is the name of another one too",
        "keep one lifetime",
    ];
    let found = errors(derive(parse(item), FROM_JS));
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    for expected in expected {
        assert!(found.iter().any(|found| found.contains(expected)), "{expected} in {found:#?}");
    }
    // Whoever converts the type goes on.
    for (traits, name) in [(FROM_JS, "FromJs"), (INTO_JS, "IntoJs"), (TYPE_OF, "TypeOf")] {
        let tokens = derive(parse("#[js(nope)] struct S<T>(T);"), traits).to_string();
        assert!(tokens.contains(&format!("__napi :: {name}")), "{tokens}");
    }
}

#[test]
fn what_is_written_needs_no_shape() {
    contains(TYPE_OF, "#[ts = \"'a' | 1\"] enum E { A, B(u8) }", "value\\nts 'a' | 1\\n");
    refused(FROM_JS, "#[ts = \"'a' | 1\"] enum E { A, B(u8) }", &["a variant with data needs a way"]);
    contains(FROM_JS, "#[ts = \"number\"] #[js(untagged)] enum E { A, B(u8) }", "__napi::Untagged::new(env, value)");
}
