//! Two functions, one of which exists, for a parameter with `#[cfg]`.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote_spanned;

use super::root;
use crate::parse::args::Args;
use crate::parse::cfg::Split;
use crate::parse::key::Attr;

/// `written` are the arguments as they stand, for both.
pub(crate) fn emit(attr: Attr, written: &TokenStream, args: &Args, split: &Split) -> TokenStream {
    let root = root(args.root.as_ref());
    let attr = Ident::new(attr.name(), Span::mixed_site());
    let Split { predicate, then, otherwise } = split;
    quote_spanned! {Span::mixed_site()=>
        #[cfg(#predicate)]
        #[#root::#attr(#written)]
        #then
        #[cfg(not(#predicate))]
        #[#root::#attr(#written)]
        #otherwise
    }
}
