//! The record that each item leaves in a section of the library, where napi-core finds it at load.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote_spanned;

use crate::parse::args::Args;

/// The attributes that put a record into the section, and keep it there.
///
/// The name is what each object format allows: `segment,section` on Apple, eight characters sorted by what follows
/// the `$` on Windows, and elsewhere an identifier, for which linkers define start and end.
pub(super) fn attributes() -> TokenStream {
    kept_in("__DATA,__napi_exports", ".napix$b", "napi_exports")
}

/// The attributes that put a static into the section of this name on Apple, on Windows and elsewhere, and keep it there.
pub(super) fn kept_in(apple: &str, windows: &str, elsewhere: &str) -> TokenStream {
    quote_spanned! {Span::mixed_site()=>
        #[used]
        #[cfg_attr(target_vendor = "apple", unsafe(link_section = #apple))]
        #[cfg_attr(windows, unsafe(link_section = #windows))]
        #[cfg_attr(not(any(target_vendor = "apple", windows)), unsafe(link_section = #elsewhere))]
    }
}

/// Where an item stands: exports are sorted by it, because linker order is not source order. It is the place of the
/// attribute, or of the outermost macro that wrote it; among the items of one such macro, that of the name.
pub(super) fn site(name: &Ident) -> TokenStream {
    let (line, column) = position(name.span());
    quote_spanned! {Span::mixed_site()=>
        __napi::Site::new(
            ::core::concat!(::core::env!("CARGO_PKG_NAME"), "/", ::core::file!()),
            (::core::line!(), ::core::column!()),
            (#line, #column),
        )
    }
}

/// Line and column, both counted from 1; spans know theirs only while the compiler runs the macro.
pub(super) fn position(span: Span) -> (Literal, Literal) {
    let (line, column) = if proc_macro::is_available() {
        let span = span.unwrap();
        (span.line(), span.column())
    } else {
        (1, 1)
    };
    (Literal::usize_unsuffixed(line), Literal::usize_unsuffixed(column))
}

/// `.namespace("math")`
pub(super) fn namespace(args: &Args) -> Option<TokenStream> {
    let namespace = args.namespace.as_ref()?;
    Some(quote_spanned!(Span::mixed_site()=> .namespace(#namespace)))
}
