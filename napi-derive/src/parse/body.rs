//! The body of a function, parsed only if there is something in it to rewrite.

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt as _};
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Block, Stmt, braced, token};

use super::key::Attr;

/// Whether `threadsafe_callback` occurs in `tokens`, at any depth.
pub(crate) fn is_marked(tokens: &TokenStream) -> bool {
    mark(tokens).is_some()
}

/// Where it occurs for the first time: the name and, if it stands in an attribute, that attribute.
pub(crate) fn mark(tokens: &TokenStream) -> Option<TokenStream> {
    let mut pound = None;
    for tree in tokens.clone() {
        match &tree {
            TokenTree::Ident(ident) if *ident == Attr::ThreadsafeCallback.name() => return Some(tree.into()),
            TokenTree::Group(group) => {
                let inner = mark(&group.stream());
                if inner.is_some() {
                    return pound.map(|pound| [pound, tree].into_iter().collect()).or(inner);
                }
            }
            _ => {}
        }
        pound = Some(tree).filter(|tree| matches!(tree, TokenTree::Punct(punct) if punct.as_char() == '#'));
    }
    None
}

pub(crate) struct Body {
    brace: token::Brace,
    attrs: Vec<Attribute>,
    pub(crate) statements: Vec<Stmt>,
}

impl Parse for Body {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let content;
        let brace = braced!(content in input);
        let attrs = content.call(Attribute::parse_inner)?;
        let statements = content.call(Block::parse_within)?;
        Ok(Body { brace, attrs, statements })
    }
}

impl ToTokens for Body {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.brace.surround(tokens, |tokens| {
            tokens.append_all(&self.attrs);
            tokens.append_all(&self.statements);
        });
    }
}
