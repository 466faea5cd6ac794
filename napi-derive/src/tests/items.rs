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
    for item in ["struct S { a: u8 }", "impl S { fn f(&self) {} }", "fn f(a: ) { a. }", "static mut A: u8 = 1;", "pub"]
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
        ("fn f(a: &str, b: &str) -> &str { a }", "fn f<'s>(a: &'s str, b: &'s str) -> &'s str { a }"),
    ];
    for (item, repaired) in cases {
        let file = syn::parse2::<syn::File>(export("", item)).expect("items");
        assert_eq!(render::tokens(&file.items[0]), render::tokens(parse(repaired)));
    }
}

#[test]
#[should_panic(expected = "the errors of an expansion were not looked at")]
fn errors_cannot_be_forgotten() {
    drop(crate::ctxt::Ctxt::new());
}
