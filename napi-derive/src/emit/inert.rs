//! What stands for a function after an error: enough that the rest of the crate, and the editor, can go on.

use proc_macro2::TokenStream;
use quote::ToTokens;

use crate::model::elision::Elision;
use crate::model::function::Function;
use crate::model::lifetime;
use crate::parse::item;

/// The function without its attribute, so that rustc finds nothing more to say about the same mistake.
///
/// Where the mistake is in the lifetimes, the body is checked against a signature that it makes sense for.
pub(crate) fn emit(item: &item::Function, function: &Function<'_>) -> TokenStream {
    let borrows = function.result().is_some_and(|result| !lifetime::borrows(result).is_empty());
    let repaired = match Elision::of(function) {
        _ if function.sig.receiver().is_some() => None,
        _ if borrows => Some(lifetime::with_one_borrow(function.sig)),
        Some(elision) => Some(elision.named),
        None => None,
    };
    let sig = repaired.unwrap_or_else(|| item.sig.clone());
    item::Function { sig, ..item.clone() }.into_token_stream()
}
