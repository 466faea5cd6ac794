//! The names that JavaScript sees.

use proc_macro2::Ident;
use syn::ext::IdentExt as _;

/// An identifier as text, without `r#`.
pub(crate) fn plain(ident: &Ident) -> String {
    ident.unraw().to_string()
}

/// The default name of an exported function: `read_file` is `readFile`, and `_read_file` is `_readFile`.
pub(crate) fn camel_case(ident: &Ident) -> String {
    let name = plain(ident);
    let words = name.trim_start_matches('_');
    let underscores = &name[..name.len() - words.len()];
    let mut words = words.split('_');
    let first = words.next().unwrap_or_default();
    words.fold(format!("{underscores}{first}"), |mut camel, word| {
        let mut letters = word.chars();
        camel.extend(letters.next().into_iter().flat_map(char::to_uppercase));
        camel.push_str(letters.as_str());
        camel
    })
}
