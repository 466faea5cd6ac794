//! Tokens as people write them, for signatures in messages: `TokenStream` prints `Result < Object < 's > >`.

use proc_macro2::{Delimiter, Group, Punct, Spacing, TokenStream, TokenTree};
use quote::ToTokens;
use syn::TypeReference;

use crate::model::member::CLASS;

/// A type, parameter or list of generics as text.
pub(crate) fn tokens(tokens: impl ToTokens) -> String {
    let mut text = String::new();
    write(&mut text, tokens.into_token_stream());
    text
}

/// `&` or `&mut `, before what a reference refers to.
pub(crate) fn borrow(reference: &TypeReference) -> &'static str {
    if reference.mutability.is_some() { "&mut " } else { "&" }
}

/// A reference without its lifetime.
pub(crate) fn elided(reference: &TypeReference) -> String {
    format!("{}{}", borrow(reference), tokens(&reference.elem))
}

fn write(text: &mut String, tokens: TokenStream) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => write_group(text, &group),
            TokenTree::Punct(punct) => write_punct(text, &punct),
            word => {
                separate_words(text);
                text.push_str(&as_written(word.to_string()));
            }
        }
    }
}

/// A class has a name of the macro's in the items beside a block, where the block may say `Self`.
fn as_written(word: String) -> String {
    if word == CLASS { "Self".to_owned() } else { word }
}

fn write_group(text: &mut String, group: &Group) {
    let (open, close) = match group.delimiter() {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Brace => ("{", "}"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::None => ("", ""),
    };
    text.push_str(open);
    write(text, group.stream());
    text.truncate(text.trim_end().len());
    text.push_str(close);
}

fn write_punct(text: &mut String, punct: &Punct) {
    match punct.as_char() {
        character @ (',' | ';') => text.extend([character, ' ']),
        ':' if punct.spacing() == Spacing::Alone && !text.ends_with(':') => text.push_str(": "),
        character @ ('+' | '=') => text.extend([' ', character, ' ']),
        '-' => text.push_str(" -"),
        '>' if text.ends_with(" -") => text.push_str("> "),
        '\'' => {
            separate_words(text);
            text.push('\'');
        }
        character => text.push(character),
    }
}

fn separate_words(text: &mut String) {
    if text.ends_with(|last: char| last.is_alphanumeric() || last == '_') {
        text.push(' ');
    }
}
