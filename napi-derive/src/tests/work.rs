//! `#[threadsafe_callback(callback)]` on closures in a body.

use quote::ToTokens as _;

use super::errors::{refused_export, refused_module};
use super::{errors, export, parse};
use crate::emit::work::outside_of_export;
use crate::render;

/// What is left of the function: its body in it.
fn lowered(args: &str, item: &str) -> String {
    let file = syn::parse2::<syn::File>(export(args, item)).expect("items");
    assert_eq!(errors(export(args, item)), [""; 0], "{item}");
    render::tokens(&file.items[0])
}

fn function(body: &str) -> String {
    format!("fn f(env: &Env<'_>, cb: Function<'_>) -> Result<Work> {{ {body} }}")
}

/// Asserts that `before`, which holds the attribute, is lowered to `after`.
#[track_caller]
fn becomes(before: &str, after: &str) {
    assert_eq!(lowered("", &function(before)), render::tokens(parse(&function(after))), "{before}");
}

const MARKED: &str = "#[threadsafe_callback(cb)] move || work(1)";
const LOWERED: &str = "::napi_core::__private::queue_work_for(&*env, cb, move || work(1))";

#[test]
fn wherever_a_closure_stands() {
    for around in [
        "@",
        "(@)?;",
        "@; let x = 1;",
        "let work = @; work",
        "let work = (@)?; Ok(work)",
        "let Ok(work) = @ else { return @ }; Ok(work)",
        "return @;",
        "g(1, @, 2)",
        "g(@)?.h(@)",
        "env.scope(|env| @)",
        "env.scope(|env| { if a { @ } else { let b = @; b } })",
        "for x in y { (@)?; } loop { break @ }",
        "while let Some(x) = y() { match x { 1 => @, _ if z(@) => return (@), _ => { @ } } }",
        "async move { (@)?.await }",
        "Both { a: @, b: [@, @], c: (@, 1) }",
        "const { 1 } unsafe { @ }",
        "{ { @ } }",
        "let x: u8 = y as u8 + if (@).is_ok() { 1 } else { 2 }; @",
        "'a: { if let Ok(x) = (@) && x.y() { break 'a @ } g() }",
        "#![allow(unused)] #[allow(unused)] let a = @; a",
    ] {
        becomes(&around.replace('@', MARKED), &around.replace('@', LOWERED));
    }
}

#[test]
fn closures_as_they_are_written() {
    let queued = |closure: &str| format!("::napi_core::__private::queue_work_for(&*env, cb, {closure})");
    for closure in ["|| 1", "move || { a()?; b() }", "move || -> Result<u8> { a }", "|| a() + b()? .c()", "|| || 1"] {
        becomes(&format!("#[threadsafe_callback(cb)] {closure}"), &queued(closure));
    }
    becomes("#[threadsafe_callback(cb)] (move || 1)", &queued("move || 1"));
    becomes("#[napi_core::threadsafe_callback(cb,)] || 1", &queued("|| 1"));
    becomes(
        "#[threadsafe_callback(o.get::<_, F<u8, u8>>(env, \"a\")?)] || 1",
        "::napi_core::__private::queue_work_for(&*env, o.get::<_, F<u8, u8>>(env, \"a\")?, || 1)",
    );
}

#[test]
fn names_of_the_users() {
    let text = lowered("crate = crate::rt", &function(MARKED));
    assert!(text.contains("crate::rt::__private::queue_work_for("), "{text}");
    let text = lowered("", "fn f(cb: Function<'_>, _cx: &mut Env<'_>) { (#[threadsafe_callback(cb)] || 1)?; }");
    assert!(text.contains("queue_work_for(&*_cx, cb, ||1)"), "{text}");
}

/// Parsing may lose what only rustc knows.
#[test]
fn other_bodies_are_not_parsed() {
    let item = "fn f() { this is no Rust }";
    assert!(export("", item).to_string().starts_with(&parse(item).to_string()));
    let item = "fn f(env: &Env<'_>) { this is no Rust #[threadsafe_callback(cb)] || 1 }";
    refused_export("", item, &["syntax that `#[export]` does not know"]);
}

#[track_caller]
fn refused(body: &str, expected: &str) {
    refused_export("", &function(body), &[expected]);
    let text = export("", &function(body)).to_string();
    let file = syn::parse_file(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
    let left = file.items[0].to_token_stream().to_string();
    assert!(!left.contains("# [threadsafe_callback"), "the attribute is left: {left}");
}

#[test]
fn what_is_handed_over() {
    let name = "name the function to hand the result to: `#[threadsafe_callback(callback)]`";
    for attr in ["", "()", " = cb", "(cb cb)", "(1 +)"] {
        refused(&format!("#[threadsafe_callback{attr}] || 1"), name);
    }
    refused("#[threadsafe_callback(cb, other)] || 1", "handed to one function");
    refused("#[threadsafe_callback(cb, weak)] || 1", "`weak` is for callbacks that are parameters");
    refused("#[threadsafe_callback(bound = 1, cb)] || 1", "`bound` is for callbacks that are parameters");
    refused("#[threadsafe_callback(cb)] #[threadsafe_callback(cb)] || 1", "is written twice");
}

#[test]
fn what_is_no_work() {
    refused("#[threadsafe_callback(cb)] |cancel| 1", "use `env.queue_work(|cancel| .., ..)`");
    refused("#[threadsafe_callback(cb)] async || 1", "remove `async`");
    let closure = "this is no closure";
    for body in [
        "#[threadsafe_callback(cb)] work()",
        "let a = #[threadsafe_callback(cb)] work; a",
        "#[threadsafe_callback(cb)] (move || 1)()",
        "#[threadsafe_callback(cb)] let a = || 1; a",
        "#[threadsafe_callback(cb)] { || 1 }",
        "match a { #[threadsafe_callback(cb)] _ => || 1 }",
        "S { #[threadsafe_callback(cb)] a: || 1 }",
        "#[threadsafe_callback(cb)] g!();",
    ] {
        refused(body, closure);
    }
    refused("#[cfg_attr(a, threadsafe_callback(cb))] || 1", "cannot depend on a condition");
    refused("#[threadsafe_callback(cb)] || { #[threadsafe_callback(cb)] || 1 }", "made on the pool");
}

#[test]
fn where_it_cannot_be_seen() {
    let inside = "inside another macro";
    refused("println!(\"{}\", #[threadsafe_callback(cb)] || 1); g()", inside);
    refused("vec![g(#[threadsafe_callback(cb)] || 1)]", inside);
    refused("let a = g! { #[threadsafe_callback(cb)] || 1 }; a", inside);
    refused("macro_rules! m { () => { #[threadsafe_callback(cb)] || 1 } } m!()", inside);
    let item = "in an item of its own";
    refused("fn g(env: &Env<'_>) { (#[threadsafe_callback(cb)] || 1)?; } g()", item);
    refused("impl S { fn g(&self) -> u8 { #[threadsafe_callback(cb)] || 1 } } g()", item);
    refused("fn g(#[threadsafe_callback] cb: impl Fn()) {} g()", item);
    let own = "#[export] fn g(#[threadsafe_callback] cb: impl Fn()) {} g()";
    assert_eq!(lowered("", &function(own)), render::tokens(parse(&function(own))));
}

#[test]
fn env_has_a_name() {
    let body = "{ #[threadsafe_callback(cb)] || 1 }";
    let missing = "needs the function's `Env`: add the parameter `env: &Env<'_>`";
    refused_export("", &format!("fn f(cb: Function<'_>) {body}"), &[missing]);
    refused_export("", &format!("fn f(_: &Env<'_>, cb: Function<'_>) {body}"), &["name the parameter `env` instead"]);
    refused_export("", &format!("fn f(env: Env<'_>, cb: Function<'_>) {body}"), &["an `Env` is lent"]);
}

/// What rustc would say about the type of the closure is no second error.
#[test]
fn what_is_refused_has_no_type() {
    let text = export("", &function("let work = (#[threadsafe_callback(cb)] |a| 1)?; Ok(work)")).to_string();
    assert!(text.contains("({ let unknown = :: core :: compile_error ! {"), "{text}");
    let text = export("", &function("println!(\"{}\", #[threadsafe_callback(cb)] || 1); g()")).to_string();
    assert!(!text.contains("println"), "{text}");
}

#[test]
fn without_export() {
    let inside = "belongs inside a function with `#[export]`";
    refused_module("", "fn init(env: &Env<'_>) { #[threadsafe_callback(cb)] || 1; }", &[inside]);
    for tokens in ["fn f() {}", "move || 1;", "let a = 1;"] {
        let text = outside_of_export(parse(tokens)).to_string();
        assert!(text.starts_with(&parse(tokens).to_string()) && text.contains(inside), "{text}");
    }
    let text = outside_of_export(parse("move || 1")).to_string();
    assert!(syn::parse_str::<syn::Expr>(&text).is_ok() && text.contains(inside), "{text}");
}
