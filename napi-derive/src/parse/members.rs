//! The `impl` block under `#[export]`: members of a class.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Generics, Path, Token, Type, Visibility, WhereClause, braced, parse_quote};

use super::args::Args;
use super::cfg::{self, Split};
use super::class::arguments;
use super::item::{self, Constant};
use super::key::Attr;
use crate::ctxt::Ctxt;
use crate::message;

/// An `impl` block. Bodies are raw tokens.
pub(crate) struct Block {
    pub(crate) attrs: Vec<Attribute>,
    /// `impl<T>`, with what stands before it.
    start: TokenStream,
    pub(crate) generics: Generics,
    pub(crate) of_trait: Option<Path>,
    pub(crate) ty: Type,
    conditions: Option<WhereClause>,
    pub(crate) items: Vec<BlockItem>,
}

pub(crate) enum BlockItem {
    Function(Box<Function>),
    Constant(Box<ConstantItem>),
    /// `type Item = u32;`
    Type(Ident, Box<Type>, TokenStream),
    Other(TokenStream),
}

/// A function in the block.
pub(crate) struct Function {
    /// What `#[export(..)]` says; nothing if JavaScript does not see it.
    pub(crate) args: Option<Args>,
    /// `skip`
    pub(crate) skipped: Option<Ident>,
    /// Before the signature, such as `default`.
    pub(crate) item: item::Function,
}

impl Function {
    /// One of whose attributes nothing is known yet.
    fn new(item: item::Function) -> Self {
        Function { args: None, skipped: None, item }
    }
}

/// A constant in the block.
pub(crate) struct ConstantItem {
    pub(crate) args: Option<Args>,
    pub(crate) constant: Constant,
    pub(crate) tokens: TokenStream,
}

/// As it stands: nothing is known of the attributes yet.
impl Parse for Block {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let attrs = input.call(Attribute::parse_outer)?;
        let unsafety: Option<Token![unsafe]> = input.parse()?;
        let keyword: Token![impl] = input.parse()?;
        let generics: Generics = input.parse()?;
        let first: Type = input.parse()?;
        let (of_trait, ty) = match input.parse::<Option<Token![for]>>()? {
            None => (None, first),
            Some(_) => match first {
                Type::Path(path) if path.qself.is_none() => (Some(path.path), input.parse()?),
                other => return Err(syn::Error::new_spanned(other, "expected a trait")),
            },
        };
        let conditions = input.parse()?;
        let inside;
        braced!(inside in input);
        let start = quote!(#unsafety #keyword);
        let mut items = Vec::new();
        while !inside.is_empty() {
            items.push(item(&inside)?);
        }
        Ok(Block { attrs, start, generics, of_trait, ty, conditions, items })
    }
}

fn item(input: ParseStream<'_>) -> syn::Result<BlockItem> {
    let ahead = input.fork();
    let attrs = ahead.call(Attribute::parse_outer)?;
    let vis: Visibility = ahead.parse()?;
    if ahead.peek(Token![type]) {
        return associated_type(input);
    }
    let mut word = ahead.fork();
    while word.peek(syn::Ident::peek_any) && !word.peek(Token![fn]) {
        if word.peek(Token![const])
            && !word.peek2(Token![fn])
            && !word.peek2(Token![unsafe])
            && !word.peek2(Token![async])
        {
            return constant(input, attrs, vis, &ahead);
        }
        word.call(Ident::parse_any)?;
        if word.peek(syn::Lit) {
            word.parse::<syn::Lit>()?;
        }
    }
    if !word.peek(Token![fn]) {
        word = input.fork();
        return other(input, &word);
    }
    let sig = ahead.parse()?;
    let body: TokenStream = if ahead.peek(Token![;]) {
        ahead.parse::<Token![;]>()?.to_token_stream()
    } else {
        ahead.parse::<proc_macro2::Group>()?.to_token_stream()
    };
    syn::parse::discouraged::Speculative::advance_to(input, &ahead);
    Ok(BlockItem::Function(Box::new(Function::new(item::Function { attrs, vis, sig, body }))))
}

fn associated_type(input: ParseStream<'_>) -> syn::Result<BlockItem> {
    let item: syn::ImplItemType = input.parse()?;
    Ok(BlockItem::Type(item.ident.clone(), Box::new(item.ty.clone()), item.to_token_stream()))
}

fn constant(
    input: ParseStream<'_>,
    attrs: Vec<Attribute>,
    vis: Visibility,
    ahead: ParseStream<'_>,
) -> syn::Result<BlockItem> {
    ahead.parse::<Token![const]>()?;
    let ident = ahead.call(Ident::parse_any)?;
    ahead.parse::<Token![:]>()?;
    let ty: Type = ahead.parse()?;
    let mut value = TokenStream::new();
    while !ahead.peek(Token![;]) {
        value.extend([ahead.parse::<proc_macro2::TokenTree>()?]);
    }
    ahead.parse::<Token![;]>()?;
    syn::parse::discouraged::Speculative::advance_to(input, ahead);
    let tokens = quote!(#vis const #ident: #ty #value;);
    let constant = Constant { attrs, ident, ty, is_static: false, mutable: None };
    Ok(BlockItem::Constant(Box::new(ConstantItem { args: None, constant, tokens })))
}

/// What is left as it stands: a macro, up to its end.
fn other(input: ParseStream<'_>, ahead: ParseStream<'_>) -> syn::Result<BlockItem> {
    let mut tokens = TokenStream::new();
    while !ahead.is_empty() {
        let tree: proc_macro2::TokenTree = ahead.parse()?;
        let is_end = match &tree {
            proc_macro2::TokenTree::Punct(punct) => punct.as_char() == ';',
            proc_macro2::TokenTree::Group(group) => {
                group.delimiter() == proc_macro2::Delimiter::Brace && !ahead.peek(Token![;])
            }
            _ => false,
        };
        tokens.extend([tree]);
        if is_end {
            break;
        }
    }
    syn::parse::discouraged::Speculative::advance_to(input, ahead);
    Ok(BlockItem::Other(tokens))
}

/// Reads the block; what is wrong goes to `cx`.
pub(crate) fn parse(cx: &Ctxt, tokens: TokenStream) -> Option<Block> {
    let mut block = cx.ok(syn::parse2::<Block>(tokens))?;
    block.items = block.items.into_iter().flat_map(split).collect();
    for item in &mut block.items {
        match item {
            BlockItem::Function(function) => {
                let args = args(cx, &mut function.item.attrs);
                function.skipped = args.skip.clone();
                function.args = seen(args);
            }
            BlockItem::Constant(item) => item.args = seen(args(cx, &mut item.constant.attrs)),
            BlockItem::Type(..) | BlockItem::Other(_) => {}
        }
    }
    Some(block)
}

/// Two functions, one of which exists, for each parameter with `#[cfg]`.
fn split(item: BlockItem) -> Vec<BlockItem> {
    let BlockItem::Function(function) = item else { return vec![item] };
    let Some(Split { predicate, mut then, mut otherwise }) = cfg::split(&function.item) else {
        return vec![BlockItem::Function(function)];
    };
    then.attrs.insert(0, parse_quote!(#[cfg(#predicate)]));
    otherwise.attrs.insert(0, parse_quote!(#[cfg(not(#predicate))]));
    let functions = [then, otherwise].map(|item| BlockItem::Function(Box::new(Function::new(item))));
    functions.into_iter().flat_map(split).collect()
}

/// What `#[export(..)]` says of a member.
fn args(cx: &Ctxt, attrs: &mut Vec<Attribute>) -> Args {
    let taken: Vec<_> = attrs.extract_if(.., |attr| attr.path().is_ident("export")).collect();
    if let Some(again) = taken.get(1) {
        cx.error_at(again, message::SECOND_ATTRIBUTE);
    }
    taken.first().map(|attr| Args::parse(cx, Attr::ExportMember, arguments(attr))).unwrap_or_default()
}

/// Nothing of one that is skipped.
fn seen(args: Args) -> Option<Args> {
    args.skip.is_none().then_some(args)
}

impl ToTokens for Block {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Block { attrs, start, generics, of_trait, ty, conditions, items } = self;
        let of_trait = of_trait.as_ref().map(|path| quote!(#path for));
        tokens.extend(quote!(#(#attrs)* #start #generics #of_trait #ty #conditions { #(#items)* }));
    }
}

impl ToTokens for BlockItem {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            BlockItem::Function(function) => function.item.to_tokens(tokens),
            BlockItem::Constant(item) => {
                let attrs = &item.constant.attrs;
                let constant = &item.tokens;
                tokens.extend(quote!(#(#attrs)* #constant));
            }
            BlockItem::Type(_, _, item) | BlockItem::Other(item) => item.to_tokens(tokens),
        }
    }
}
