//! From tokens to what was written: attribute arguments, items, parameter attributes. Bodies stay raw tokens, but for those
//! with a closure under `#[threadsafe_callback]`.

pub(crate) mod args;
pub(crate) mod body;
pub(crate) mod callback;
pub(crate) mod cfg;
pub(crate) mod class;
pub(crate) mod default;
pub(crate) mod derived;
pub(crate) mod enums;
pub(crate) mod item;
pub(crate) mod js_error;
pub(crate) mod key;
pub(crate) mod members;
pub(crate) mod test;
pub(crate) mod written;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// The parts between the commas of a list; a trailing comma adds no part.
pub(crate) fn split_commas(tokens: TokenStream) -> Vec<TokenStream> {
    let mut parts = vec![TokenStream::new()];
    for token in tokens {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == ',' => parts.push(TokenStream::new()),
            token => parts.last_mut().expect("starts with one part").extend([token]),
        }
    }
    if parts.last().is_some_and(TokenStream::is_empty) {
        parts.pop();
    }
    parts
}

/// The tokens inside the invisible group that a `macro_rules!` fragment such as `$item:item` arrives in.
pub(crate) fn ungroup(tokens: TokenStream) -> TokenStream {
    let mut trees = tokens.clone().into_iter();
    match (trees.next(), trees.next()) {
        (Some(TokenTree::Group(group)), None) if group.delimiter() == Delimiter::None => ungroup(group.stream()),
        _ => tokens,
    }
}
