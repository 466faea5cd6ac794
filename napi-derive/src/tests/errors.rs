//! What is refused, and with which words.

use super::{errors, export, module};

/// Asserts that there are exactly these errors; each is given by a part of its text.
#[track_caller]
fn refused(found: &[String], expected: &[&str]) {
    let all_match = found.iter().zip(expected).all(|(found, expected)| found.contains(expected));
    assert!(found.len() == expected.len() && all_match, "{found:#?}\nare not\n{expected:#?}");
}

#[track_caller]
pub(super) fn refused_export(args: &str, item: &str, expected: &[&str]) {
    refused(&errors(export(args, item)), expected);
}

#[track_caller]
pub(super) fn refused_module(args: &str, item: &str, expected: &[&str]) {
    refused(&errors(module(args, item)), expected);
}

#[test]
fn keys() {
    let f = "fn f() {}";
    refused_export("nmae = \"x\"", f, &["no key `nmae`: did you mean `name`?"]);
    refused_export("foo", f, &["no key `foo`: its keys are `name = \"..\"`, `namespace = \"..\"`"]);
    refused_export("register = \"constructor\"", f, &["`register` belongs to `#[module]`, not to `#[export]`"]);
    refused_module("overload", f, &["`overload` belongs to `#[export]`, not to `#[module]`"]);
    refused_export("name = \"a\", name = \"b\"", f, &["`name` is written twice"]);
    refused_export("name", f, &["`name` needs a value: write `name = \"..\"`"]);
    refused_export("name =", f, &["`name` needs a value"]);
    refused_export("name(\"x\")", f, &["expected `name = \"..\"`"]);
    refused_export("\"x\"", f, &["write `#[export(name = \"x\")]`"]);
    refused_export("1", f, &["expected `key` or `key = value`"]);
    refused_export("name = x", f, &["`name` takes a string literal"]);
    refused_export("name = \"\"", f, &["the name is empty"]);
    refused_export("namespace = \"a..b\"", f, &["a part of the namespace is empty"]);
    refused_export("overload = true", f, &["`overload` takes no value"]);
    refused_export("crate = \"x\"", f, &["`crate` takes a path without quotes"]);
    refused_module("register = \"symbol\"", f, &["`register` can only be \"constructor\""]);
}

#[test]
fn keys_that_do_not_fit() {
    refused_export("scope = \"own\"", "fn f(env: &Env<'_>) {}", &["`scope` can only be \"host\""]);
    refused_export("scope = \"host\"", "fn f() {}", &["`scope` has no effect here"]);
    refused_export("scope = \"host\"", "const A: u8 = 1;", &["`scope` is about calls"]);
    refused_export("overload", "static A: u8 = 1;", &["`overload` is about calls"]);
}

#[test]
fn several_at_once() {
    refused_export(
        "foo, name = 1",
        "unsafe fn f<T>(env: Env<'_>, x: impl Clone) {}",
        &[
            "no key `foo`",
            "takes a string literal",
            "cannot be generic",
            "what an `unsafe fn` needs",
            "`impl Trait`",
            "is lent",
        ],
    );
}

#[test]
fn items() {
    let items = [
        ("union U { a: u8 }", "not on a union"),
        ("trait T {}", "not on a trait"),
        ("mod m {}", "not on a module"),
        ("type T = u8;", "not on a type alias"),
        ("use std::fmt;", "not on an import"),
        ("extern crate std;", "not on an import"),
        ("macro_rules! m { () => {} }", "not on a macro"),
        ("extern \"C\" { fn f(); }", "not on an `extern` block"),
        ("unsafe extern { fn f(); }", "not on an `extern` block"),
        ("m! {}", "not on this item"),
        ("const _: u8 = 1;", "a constant without a name"),
        ("static mut A: u8 = 1;", "a `static mut` cannot be exported"),
    ];
    for (item, expected) in items {
        refused_export("", item, &[expected]);
    }
    refused_module("", "struct S;", &["write `#[module] fn init() {}`"]);
    refused_module("", "const A: u8 = 1;", &["write `#[module] fn init() {}`"]);
    refused_export("", "#[module] fn init() {}", &["an item takes one"]);
}

#[test]
fn signatures() {
    refused_export("", "fn f(&self) -> &str {}", &["on its `impl` block"]);
    refused_export("", "fn f() -> Self {}", &["on its `impl` block"]);
    refused_export("", "fn f();", &["with a body"]);
    refused_export("", "fn f<T, U>() {}", &["cannot be generic"]);
    refused_export("", "fn f<const N: usize>() {}", &["cannot be generic"]);
    refused_export("", "fn f(a: Vec<impl Clone>) -> impl Clone {}", &["`impl Trait`", "`impl Trait`"]);
    refused_export("", "async fn f() {}", &["`async fn`"]);
    refused_export("", "extern \"C\" fn f() {}", &["remove `extern`"]);
    refused_export("", "unsafe extern \"C\" fn f(a: u8, ...) {}", &["unsafe fn", "remove `extern`", "variadic"]);
    let many: String = (0..17).map(|i| format!("a{i}: u8, ")).collect();
    refused_export("", &format!("fn f({many}) {{}}"), &["at most 16 arguments, and this one takes 17"]);
    refused_export("", &format!("fn f(env: &Env<'_>, this: This<'_>, {}) {{}}", &many[8..]), &[]);
}

#[test]
fn env() {
    refused_export("", "fn f(env: Env<'_>) {}", &["an `Env` is lent for the call"]);
    refused_export("", "fn f(env: &'static Env<'_>) {}", &["an `Env` is lent for the call"]);
    refused_export("", "fn f(a: &Env<'_>, b: &mut Env<'_>) {}", &["a call has one `Env`"]);
    refused_export("", "fn f<'a>(env: &'a mut Env<'a>) {}", &["write `&mut Env<'a>`"]);
    refused_export("", "fn f<'a>(env: &'a Env<'_>) -> Object<'a> {}", &["write `&Env<'a>`"]);
    refused_export("", "fn f<'a>(env: &'a Env<'_>) {}", &[]);
    refused_export("", "fn f(env: &Env<'static>) {}", &["`Env` belongs to the scope"]);
}

#[test]
fn handles() {
    refused_export("", "fn f(a: Vec<Object<'static>>) -> Value<'static> {}", &["`Object` belongs", "`Value` belongs"]);
    refused_export("", "fn f(a: Cow<'static, str>) -> Cow<'static, str> {}", &[]);
    let elided = [
        ("fn f(env: &mut Env<'_>) -> Object {}", "write `fn f<'s>(env: &mut Env<'s>) -> Object<'s>` (if `Object`"),
        (
            "fn f(a: u8, env: &Env) -> Result<Vec<Value<'_>>> {}",
            "write `fn f<'s>(.., env: &Env<'s>) -> Result<Vec<Value<'s>>>`",
        ),
        (
            "fn f<'e>(env: &Env<'e>, a: u8) -> (Object, u8) {}",
            "write `fn f<'e>(env: &Env<'e>, ..) -> (Object<'e>, u8)`",
        ),
        ("fn f(env: &rt::Env) -> Object {}", "write `fn f<'s>(env: &rt::Env<'s>) -> Object<'s>`"),
        ("fn f(env: &Env<'_>) -> Function<(js::Object,), js::Value> {}", "-> Function<'s, (js::Object,), js::Value>`"),
        (
            "fn f() -> Object {}",
            "a handle is made in the scope of an `Env`: write `fn f<'s>(env: &mut Env<'s>) -> Object<'s>`",
        ),
    ];
    for (item, expected) in elided {
        refused_export("", item, &[expected]);
        refused_module("", item, &[expected]);
    }
    refused_export("", "fn f(o: Object<'_>) -> Object<'_> {}", &[]);
    refused_export("", "fn f(env: &Env<'_>) -> serde_json::Value {}", &[]);
    refused_export("", "fn f(env: &Env<'_>) -> Ref<js::Object> {}", &[]);
}

#[test]
fn borrowed_results() {
    refused_export("", "fn f(a: &str) -> &str {}", &["return an owned value such as `String`"]);
    refused_export("", "fn f<'s>(env: &Env<'s>) -> Option<&'s [u8]> {}", &["return an owned value"]);
    refused_export("", "fn f() -> &'static str {}", &[]);
    let owned = "return an owned value";
    refused_export("", "fn f<'a>(b: &'a [u8]) -> Parts<'a> {}", &[owned]);
    refused_export(
        "",
        "fn f<'a>(#[default(\"\")] b: Option<&'a str>) -> Vec<(Text<'a>, Text<'a>)> {}",
        &[owned, owned],
    );
    refused_export("", "fn f<'a>(a: &'a std::path::Path) -> Parts<'a> {}", &[owned]);
    refused_export("", "fn f<'a>(a: &'a Mine) -> Parts<'a> {}", &[]);
    refused_export("", "fn f<'a, 'b>(a: &'a [u8], b: Text<'b>) -> Text<'b> {}", &[]);
    refused_module("", "fn init<'a>(b: &'a [u8]) -> Parts<'a> {}", &["`#[module]` cannot return a borrow"]);
}

#[test]
fn lent_arguments() {
    refused_export("", "fn f(b: &'static [u8]) {}", &["a slice is lent for the call: write `&[u8]`"]);
    refused_export("", "fn f(b: &'static mut [f32]) {}", &["a slice is lent for the call: write `&mut [f32]`"]);
    refused_export("", "fn f(b: Option<&'static [u8]>) {}", &["a slice is lent for the call: write `&[u8]`"]);
    refused_export("", "fn f(b: &'static str) {}", &["a string is lent for the call: write `&str`"]);
    refused_export("", "fn f(b: Option<&'static str>) {}", &["a string is lent for the call: write `&str`"]);
    refused_export(
        "",
        "fn f(b: &'static Path, c: &'static my::Path) {}",
        &["a string is lent for the call: write `&Path`"],
    );
    refused_export(
        "",
        "fn f(b: Option<&'static ffi::OsStr>) {}",
        &["a string is lent for the call: write `&ffi::OsStr`"],
    );
    refused_export("", "fn f(b: &'static Mine, c: Cow<'static, str>) {}", &[]);
}

#[test]
fn borrows_of_arguments_as_scopes() {
    let shorter = "`'s` is how long the argument is lent, and handles belong to a scope, which is longer: write `&str`";
    refused_export("", "fn f<'s>(env: &mut Env<'s>, text: &'s str) {}", &[shorter]);
    refused_export("", "fn f<'s>(env: &Env<'s>, text: &'s str) {}", &[]);
    refused_export("", "fn f<'s>(env: &Env<'s>, text: Option<&'s str>) -> Result<Object<'s>> {}", &[shorter]);
    refused_export("", "fn f<'s>(o: Object<'s>, text: &'s str) -> Wrapped<'s> {}", &[shorter]);
    refused_export("", "fn f<'s>(text: &'s str) -> Object<'s> {}", &[shorter]);
    refused_export("", "fn f<'s>(o: Object<'s>, text: &'s str) {}", &[]);
    refused_export("", "fn f<'s>(env: &Env<'s>, mine: &'s Mine) -> Object<'s> {}", &[]);
}

#[test]
fn parameters() {
    refused_export("", "fn f(#[default(1)] env: &Env<'_>) {}", &["an `Env` is no argument"]);
    refused_export("", "fn f(#[default(1)] this: This<'_>) {}", &["`this` is no argument"]);
    refused_export("", "fn f(#[default(1)] rest: Rest<u8>) {}", &["`Rest` is empty when nothing is left"]);
    refused_export("", "fn f(#[default(1)] #[default(2)] a: u8) {}", &["has a default already"]);
    for attr in ["#[default]", "#[default()]", "#[default = 1]"] {
        refused_export("", &format!("fn f({attr} a: u8) {{}}"), &["write `#[default(1)]`"]);
    }
    refused_export("", "fn f(#[default(1, 2)] a: u8) {}", &["unexpected token"]);
    refused_export("", "fn f(a: Rest<u8>, b: u8) {}", &["make it the last parameter"]);
    refused_export("", "fn f(a: Rest<u8>, env: &Env<'_>) {}", &[]);
    refused_export("", "fn f(a: Rest) {}", &["write `Rest<f64>`"]);
    refused_export("", "fn f(a: This<'_>, b: This<'_>) {}", &["one `this`"]);
}

#[test]
fn modules() {
    refused_module("", "fn init(a: Object<'_>, b: u8) {}", &["at most an `Env` and the exports object"]);
    refused_module("", "fn init(#[default(1)] exports: Object<'_>) {}", &["has no default"]);
    refused_module("", "async fn init<T>() {}", &["`#[module]` cannot be generic", "`#[module]` on an `async fn`"]);
}
