//! How cargo built the crate under the macro, as far as the same crate built once more has to be told. See docs/adr/0011.

use proc_macro2::{Span, TokenStream};
use quote::quote;

use crate::message;

/// `&["--no-default-features", "--features=default,fast"]`, from the command line of the compiler.
///
/// rustc gets the features that cargo has chosen, those of `default` among them, and the target if one was named. An
/// editor expands macros without a compiler: it sees none.
pub(crate) fn arguments(command_line: impl Iterator<Item = String>) -> TokenStream {
    let words: Vec<String> = command_line.collect();
    // With rustc's harness the program would have another `main`, and no test would run.
    if words.iter().any(|word| word == "--test") {
        return syn::Error::new(Span::call_site(), message::TEST_WITH_HARNESS).to_compile_error();
    }
    let after = |option: &str| {
        let pairs = words.windows(2).filter(move |pair| pair[0] == option).map(|pair| pair[1].clone());
        let prefix = format!("{option}=");
        pairs
            .chain(words.iter().filter_map(move |word| Some(word.strip_prefix(&prefix)?.to_owned())))
            .collect::<Vec<_>>()
    };
    let feature = |cfg: &String| Some(cfg.strip_prefix("feature=\"")?.strip_suffix('"')?.to_owned());
    let features: Vec<String> = after("--cfg").iter().filter_map(feature).collect();
    let mut arguments = vec!["--no-default-features".to_owned(), format!("--features={}", features.join(","))];
    arguments.extend(after("--target").pop().map(|target| format!("--target={target}")));
    quote!(&[#(#arguments),*])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn features_and_target_are_read() {
        let line =
            "rustc --cfg test --cfg feature=\"default\" --cfg=feature=\"fast\" --target x86_64-unknown-linux-gnu";
        let tokens = arguments(line.split(' ').map(String::from));
        let expected =
            quote!(&["--no-default-features", "--features=default,fast", "--target=x86_64-unknown-linux-gnu"]);
        assert_eq!(tokens.to_string(), expected.to_string());
    }

    #[test]
    fn the_harness_of_rustc_is_refused() {
        let tokens = arguments(["rustc", "--test"].map(String::from).into_iter()).to_string();
        assert!(tokens.contains("harness = false"), "{tokens}");
    }

    #[test]
    fn a_crate_without_features_has_none() {
        let expected = quote!(&["--no-default-features", "--features="]);
        assert_eq!(arguments(["rustc".to_owned()].into_iter()).to_string(), expected.to_string());
    }
}
