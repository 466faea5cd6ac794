//! `#[derive(JsError)]`.

use super::{errors, parse, pretty};
use crate::expand::js_error;

/// The description in the expansion, without the records.
#[track_caller]
fn describes(item: &str, classes: &str, body: &str) {
    let dense = |text: &str| text.replace([' ', '\n'], "").replace(",]", "]");
    let expanded = pretty(js_error(parse(item)));
    let classes = format!("&'static [(&'static str, &'static str)] = &[{classes}];");
    assert!(dense(&expanded).contains(&dense(&classes)), "{expanded}");
    let describe = format!("fn describe(&self, error: &mut __napi::Described<'_, '_>) {body}");
    assert!(dense(&expanded).contains(&dense(&describe)), "{expanded}");
}

#[test]
fn structs() {
    describes("struct Lost;", r#"("Lost", "Error")"#, "{}");
    describes(
        r#"#[js(class = "LostError", extends = "TypeError", code = "ERR_LOST")]
        struct Lost { #[js(field)] last_place: String, hidden: u8 }"#,
        r#"("LostError", "TypeError")"#,
        r#"{ error.code("ERR_LOST").field("lastPlace", &self.last_place); }"#,
    );
    describes(r#"struct Lost(#[js(field = "at")] u32);"#, r#"("Lost", "Error")"#, r#"{ error.field("at", &self.0); }"#);
}

#[test]
fn enums() {
    describes("enum Never {}", r#"("Never", "Error")"#, "{ match *self {}; }");
    describes(
        r#"#[js(code = "ERR_ANY")]
        enum Any {
            #[js(class = "OneError", code = "ERR_ONE")]
            One { #[js(field)] key: String },
            #[js(class = "TwoError", extends = "RangeError")]
            Two(u8, #[js(field = "second")] u8),
            Three,
        }"#,
        r#"("Any", "Error"), ("OneError", "Any"), ("TwoError", "RangeError")"#,
        r#"{ match self { Self::One { key, .. } => error.class(1).code("ERR_ONE").field("key", key), Self::Two { 1: field1, .. } => { error.class(2).code("ERR_ANY").field("second", field1) } Self::Three { .. } => error.code("ERR_ANY"), }; }"#,
    );
}

#[test]
fn codes_are_strings_of_typescript() {
    let expanded = pretty(js_error(parse(r#"#[js(code = "it's\n")] struct Lost;"#)));
    // Escaped once more in the record, and once more in its text.
    assert!(expanded.contains(r"ts 'it\\\\'s\\\\n'\n"), "{expanded}");
}

#[track_caller]
fn refused(item: &str, expected: &str) {
    let found = errors(js_error(parse(item)));
    assert!(found.iter().any(|message| message.contains(expected)), "{item}: {found:?}");
}

#[test]
fn mistakes() {
    refused("struct Lost<T>(T);", "no type parameters");
    refused("union Lost { a: u8 }", "which error it is");
    refused(r#"#[js(class = "a b")] struct Lost;"#, "an identifier");
    refused(r#"#[js(class = "TypeError")] struct Lost;"#, "none of the classes of the language");
    refused(r#"#[js(extends = "Map")] struct Lost;"#, "Error, EvalError, RangeError");
    refused(r#"#[js(class = "A", class = "B")] struct Lost;"#, "`class` is written twice");
    refused(r#"#[js(name = "A")] struct Lost;"#, "the keys of `#[js(..)]` here are `class = ");
    refused(r#"struct Lost { #[js(class = "A")] a: u8 }"#, "the keys of `#[js(..)]` here are `field`");
    refused("struct Lost(#[js(field)] u8);", "has no name");
    refused("struct Lost { #[js(field)] message: u8 }", "something that every error has");
    refused(r#"struct Lost { #[js(field)] a: u8, #[js(field = "a")] b: u8 }"#, "two fields are called `a`");
    refused(r#"struct Lost { #[ts = "x"] a: u8 }"#, "does not see this field");
    refused(r#"enum Lost { #[js(extends = "TypeError")] A }"#, "the class of the enum");
}
