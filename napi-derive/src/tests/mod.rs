//! Tests of whole expansions, outside of a compiler: tokens in, tokens out.

mod callbacks;
mod derives;
mod errors;
mod expansion;
mod host_tests;
mod items;
mod js_error;
mod work;

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::visit_mut::{self, VisitMut};
use syn::{Attribute, Expr, ItemStatic, parse_quote};

use crate::expand::expand;
use crate::parse::key::Attr;

fn parse(source: &str) -> TokenStream {
    source.parse().unwrap_or_else(|error| panic!("{error}: {source}"))
}

/// The expansion of `#[export(args)] item`.
fn export(args: &str, item: &str) -> TokenStream {
    expand(Attr::Export, parse(args), parse(item))
}

/// The expansion of `#[module(args)] item`.
fn module(args: &str, item: &str) -> TokenStream {
    expand(Attr::Module, parse(args), parse(item))
}

/// The expansion as `cargo expand` shows it on Linux.
fn pretty(tokens: TokenStream) -> String {
    let mut file = syn::parse2(tokens.clone()).unwrap_or_else(|error| panic!("{error}: {tokens}"));
    Expanded.visit_file_mut(&mut file);
    prettyplease::unparse(&file)
}

/// What the compiler expands after the macro: the attributes of the section, `env!`, `file!` and so on.
struct Expanded;

impl VisitMut for Expanded {
    fn visit_item_static_mut(&mut self, item: &mut ItemStatic) {
        let section =
            |attr: &Attribute| !attr.path().is_ident("cfg_attr") || attr.to_token_stream().to_string().contains("not");
        item.attrs.retain(section);
        for attr in item.attrs.iter_mut().filter(|attr| attr.path().is_ident("cfg_attr")) {
            let section = if item.ident == "NAPI_TYPES" { ".napi_types" } else { "napi_exports" };
            *attr = parse_quote!(#[unsafe(link_section = #section)]);
        }
        visit_mut::visit_item_static_mut(self, item);
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        visit_mut::visit_expr_mut(self, expr);
        let Expr::Macro(call) = &expr else { return };
        match call.mac.to_token_stream().to_string().as_str() {
            ":: core :: concat ! (:: core :: env ! (\"CARGO_PKG_NAME\") , \"/\" , :: core :: file ! ())" => {
                *expr = parse_quote!("package/src/lib.rs");
            }
            text if text.contains("site ") => {
                let tokens = call.mac.tokens.clone();
                let literals = tokens.into_iter().filter_map(|tree| match tree {
                    TokenTree::Literal(literal) => syn::parse2::<syn::LitStr>(literal.to_token_stream()).ok(),
                    _ => None,
                });
                let text = literals.map(|literal| literal.value()).collect::<String>();
                *expr = parse_quote!(#text);
            }
            ":: core :: line ! ()" => *expr = parse_quote!(9u32),
            ":: core :: column ! ()" => *expr = parse_quote!(5u32),
            _ => {}
        }
    }
}

/// The messages of the `compile_error!`s in an expansion.
fn errors(tokens: TokenStream) -> Vec<String> {
    let trees: Vec<_> = tokens.into_iter().collect();
    let is_error = |tree: &TokenTree| matches!(tree, TokenTree::Ident(ident) if ident == "compile_error");
    let positions = trees.iter().enumerate().filter(|(_, tree)| is_error(tree)).map(|(position, _)| position);
    positions
        .map(|position| match &trees[position + 2] {
            TokenTree::Group(group) => syn::parse2::<syn::LitStr>(group.stream()).expect("a message").value(),
            other => panic!("expected a message, got {other}"),
        })
        .collect()
}
