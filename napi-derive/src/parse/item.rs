//! What an attribute stands on: a function, a constant or static, or something that cannot be exported.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Lit, Signature, Token, Type, Visibility};

/// The item under the attribute.
pub(crate) enum Item {
    Function(Box<Function>),
    Constant(Box<Constant>),
    /// A struct or an enum, with the keyword that says which.
    Class(Ident),
    /// An `impl` block.
    Members,
    Other(Other),
}

/// A function, its body left as raw tokens: parsing it would cost time and is never needed.
#[derive(Clone)]
pub(crate) struct Function {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) sig: Signature,
    pub(crate) body: TokenStream,
}

/// A `const` or `static` item, its value left as raw tokens.
pub(crate) struct Constant {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    pub(crate) is_static: bool,
    /// `mut` of a `static mut`
    pub(crate) mutable: Option<Token![mut]>,
}

/// An item that is neither, by the keyword that says so.
pub(crate) struct Other {
    pub(crate) keyword: Ident,
    pub(crate) kind: Kind,
}

#[derive(Clone, Copy)]
pub(crate) enum Kind {
    Struct,
    Enum,
    Union,
    Impl,
    Trait,
    Mod,
    Type,
    Use,
    Macro,
    Extern,
    Unknown,
}

impl Parse for Item {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let attrs = input.call(Attribute::parse_outer)?;
        let vis = input.parse()?;
        match Head::of(input)? {
            Head::Fn => {
                Ok(Item::Function(Box::new(Function { attrs, vis, sig: input.parse()?, body: input.parse()? })))
            }
            Head::Constant => Constant::parse(attrs, input).map(|constant| Item::Constant(Box::new(constant))),
            Head::Other(other) => {
                let keyword = input.fork().call(Ident::parse_any);
                input.parse::<TokenStream>()?;
                Ok(match (other.kind, keyword) {
                    (Kind::Struct | Kind::Enum, Ok(_)) => Item::Class(other.keyword),
                    (Kind::Impl, Ok(keyword)) if keyword == "impl" => Item::Members,
                    _ => Item::Other(other),
                })
            }
        }
    }
}

impl Constant {
    fn parse(attrs: Vec<Attribute>, input: ParseStream<'_>) -> syn::Result<Self> {
        let is_static = input.parse::<Option<Token![static]>>()?.is_some();
        if !is_static {
            input.parse::<Token![const]>()?;
        }
        let mutable = input.parse()?;
        // `_` too, so that the check can say what is wrong with it.
        let ident = input.call(Ident::parse_any)?;
        input.parse::<Token![:]>()?;
        let ty = input.parse()?;
        input.parse::<TokenStream>()?;
        Ok(Constant { attrs, ident, ty, is_static, mutable })
    }
}

impl ToTokens for Function {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Function { attrs, vis, sig, body } = self;
        tokens.extend(quote::quote!(#(#attrs)* #vis #sig #body));
    }
}

/// How an item starts, after its attributes and visibility.
enum Head {
    Fn,
    Constant,
    Other(Other),
}

impl Head {
    /// Looks ahead past `const`, `async`, `unsafe` and `extern "C"` for the keyword that decides.
    fn of(input: ParseStream<'_>) -> syn::Result<Head> {
        let ahead = input.fork();
        let mut last = None;
        loop {
            if ahead.peek(Lit) {
                ahead.parse::<Lit>()?;
            }
            if !ahead.peek(syn::Ident::peek_any) {
                break;
            }
            let word = ahead.call(Ident::parse_any)?;
            match word.to_string().as_str() {
                "fn" => return Ok(Head::Fn),
                "static" => return Ok(Head::Constant),
                "const" | "async" | "unsafe" | "safe" | "extern" | "auto" => last = Some(word),
                _ if last.as_ref().is_some_and(|last| last == "const") => {
                    return Ok(Head::Constant);
                }
                _ => return Ok(Head::Other(Other::new(last, word))),
            }
        }
        match last {
            Some(keyword) if keyword == "extern" => Ok(Head::Other(Other { keyword, kind: Kind::Extern })),
            _ => Err(ahead.error("expected a function, a constant, a static, a struct, an enum or an `impl` block")),
        }
    }
}

impl Other {
    fn new(qualifier: Option<Ident>, keyword: Ident) -> Self {
        let kind = match keyword.to_string().as_str() {
            "struct" => Kind::Struct,
            "enum" => Kind::Enum,
            "union" => Kind::Union,
            "impl" => Kind::Impl,
            "trait" => Kind::Trait,
            "mod" => Kind::Mod,
            "type" => Kind::Type,
            "use" => Kind::Use,
            "crate" if qualifier.is_some() => Kind::Use,
            "macro_rules" | "macro" => Kind::Macro,
            _ => Kind::Unknown,
        };
        Other { keyword, kind }
    }
}
