//! Small parts, and items in forms that real crates have them in.

use proc_macro2::{Delimiter, Group, Span, TokenTree};
use quote::quote;

use super::{errors, export, parse, pretty};
use crate::expand::expand;
use crate::model::name;
use crate::parse::key::{Attr, Key};
use crate::render;

#[test]
fn camel_case() {
    let names = [
        ("add", "add"),
        ("read_file", "readFile"),
        ("_read_file", "_readFile"),
        ("__x_1_y", "__x1Y"),
        ("alreadyCamel", "alreadyCamel"),
        ("type_", "type"),
        ("straße_über", "straßeÜber"),
    ];
    for (rust, js) in names {
        assert_eq!(name::camel_case(&proc_macro2::Ident::new(rust, Span::call_site())), js);
    }
    assert_eq!(name::camel_case(&proc_macro2::Ident::new_raw("type", Span::call_site())), "type");
}

#[test]
fn closest_key() {
    assert_eq!(Key::closest(Attr::Export, "nmae"), Some(Key::Name));
    assert_eq!(Key::closest(Attr::Export, "name_space"), Some(Key::Namespace));
    assert_eq!(Key::closest(Attr::Export, "overlaod"), Some(Key::Overload));
    assert_eq!(Key::closest(Attr::Module, "regsiter"), Some(Key::Register));
    assert_eq!(Key::closest(Attr::Module, "overlaod"), None);
    assert_eq!(Key::closest(Attr::Export, "foo"), None);
}

/// As `$item` of a `macro_rules!` arrives.
#[test]
fn invisible_groups() {
    let group = |tokens| TokenTree::Group(Group::new(Delimiter::None, tokens));
    let ty = group(quote!(&mut Env<'_>));
    let (visibility, name) = (group(quote!(pub)), group(quote!("x")));
    let item = group(quote!(#visibility fn f(env: #ty) {}));
    let text = pretty(expand(Attr::Export, quote!(name = #name), quote!(#item)));
    assert!(text.contains("call.own_scope().run(|env| f(env))"), "{text}");
    assert!(text.contains("= \"x\";"), "{text}");
}

#[test]
fn items_stay_as_they_were_after_an_error() {
    for item in ["union U { a: u8 }", "trait T { fn f(&self) {} }", "fn f(a: ) { a. }", "static mut A: u8 = 1;", "pub"]
    {
        let text = export("", item).to_string();
        assert!(text.starts_with(&parse(item).to_string()), "{text}");
        assert_eq!(errors(export("", item)).len(), 1, "{item}");
    }
}

#[test]
fn consumed_attributes_are_gone_after_an_error() {
    let text = export("nmae = \"x\"", "fn f(#[default(1)] #[allow(unused)] a: u8) {}").to_string();
    assert!(text.starts_with(&parse("fn f(#[allow(unused)] a: u8) {}").to_string()), "{text}");
}

/// The body is checked against what the message says to write, so that rustc finds no second error.
#[test]
fn lifetimes_are_repaired_after_an_error() {
    let cases = [
        ("fn f(env: &mut Env<'_>) -> Object { g() }", "fn f<'s>(env: &mut Env<'s>) -> Object<'s> { g() }"),
        (
            "fn f<'s>(env: &Env, o: Object<'s>) -> Value<'_> { g() }",
            "fn f<'s>(env: &Env<'s>, o: Object<'s>) -> Value<'s> { g() }",
        ),
        (
            "fn f(env: &Env<'_>, o: Object, text: &str, all: Rest<(Value, Text<'_>)>) -> Result<Object> { g() }",
            "fn f<'s>(env: &Env<'s>, o: Object<'s>, text: &str, all: Rest<(Value<'s>, Text<'s>)>) -> Result<Object<'s>> { g() }",
        ),
        (
            "fn f<'a>(env: &Env<'_>, o: Object<'a>) -> Value { g() }",
            "fn f<'a>(env: &Env<'a>, o: Object<'a>) -> Value<'a> { g() }",
        ),
        (
            "fn f(env: &mut Env<'_>) -> Result<Option<Object<'static>>> { g() }",
            "fn f<'s>(env: &mut Env<'s>) -> Result<Option<Object<'s>>> { g() }",
        ),
        (
            "fn f<'a>(o: Object<'a>, p: Object) -> Cow<'static, Object<'static>> { g() }",
            "fn f<'a>(o: Object<'a>, p: Object<'a>) -> Cow<'static, Object<'a>> { g() }",
        ),
        ("fn f(env: &Env<'static>, o: Object) { g() }", "fn f<'s>(env: &Env<'s>, o: Object<'s>) { g() }"),
        ("fn f(a: &str, b: &str) -> &str { a }", "fn f<'s>(a: &'s str, b: &'s str) -> &'s str { a }"),
        (
            "fn f(This(this): This, a: &str) -> &str { a }",
            "fn f<'s>(This(this): This<'s>, a: &'s str) -> &'s str { a }",
        ),
    ];
    for (item, repaired) in cases {
        assert_eq!(first_item("", item), render::tokens(parse(repaired)));
    }
}

/// There the body is as right, or as wrong, as with the lifetimes that the message asks for.
#[test]
fn other_lifetimes_stay_after_an_error() {
    for item in [
        "fn f(env: &Env<'_>, o: Object<'static>) { g(o) }",
        "fn f(bytes: &'static [u8]) -> usize { bytes.len() }",
        "fn f<'s>(env: &Env<'s>, text: &'s str) -> Object<'s> { g() }",
    ] {
        assert_eq!(first_item("", item), render::tokens(parse(item)));
    }
    let item = "fn f(env: &Env<'_>, o: Object<'_>) -> f64 { g(o) }";
    assert_eq!(first_item("nmae = \"x\"", item), render::tokens(parse(item)));
}

/// The element of the `Rest` that rustc sees is the error itself: nothing that the body does with it is wrong.
#[test]
fn rest_is_completed_after_an_error() {
    for rest in ["Rest", "Rest<>"] {
        let text = first_item("", &format!("fn f(rest: napi_core::{rest}) -> usize {{ rest.len() }}"));
        let error = "::core::compile_error!{\"`Rest` needs the type of the arguments: write `Rest<f64>`\"}";
        assert_eq!(text, format!("fn f(rest: napi_core::Rest<[(); {error}]>) -> usize{{rest.len()}}"));
    }
}

/// What is left of a function that is refused.
fn first_item(args: &str, item: &str) -> String {
    let file = syn::parse2::<syn::File>(export(args, item)).expect("items");
    render::tokens(&file.items[0])
}

#[test]
#[should_panic(expected = "the errors of an expansion were not looked at")]
fn errors_cannot_be_forgotten() {
    drop(crate::ctxt::Ctxt::new());
}
