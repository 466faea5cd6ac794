//! What stands for a function after an error: enough that the rest of the crate, and the editor, can go on.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::visit_mut::VisitMut;
use syn::{Error, FnArg, ParenthesizedGenericArguments, PathArguments, Signature, Type, parse_quote};

use crate::message;
use crate::model::callback::{Answer, Callback, Form};
use crate::model::function::{self, Function};
use crate::model::repair;
use crate::parse::item;

/// The function without its attribute, so that rustc finds nothing more to say about the same mistake.
///
/// Where the mistake is in the signature, the body is checked against one that it makes sense for.
pub(crate) fn emit(item: &item::Function, function: &Function<'_>) -> TokenStream {
    let repaired = match function.sig.receiver() {
        Some(_) => None,
        None => repair::repaired(function),
    };
    let mut sig = repaired.unwrap_or_else(|| item.sig.clone());
    complete_rest(&mut sig);
    complete_callbacks(&mut sig, function);
    item::Function { sig, ..item.clone() }.into_token_stream()
}

/// A `Rest` without a type gets one that rustc cannot know, so that it takes whatever the body does with the elements.
///
/// What it says about that type is what is reported anyway, and the same message at the same place is shown once.
fn complete_rest(sig: &mut Signature) {
    for input in &mut sig.inputs {
        if let FnArg::Typed(typed) = input
            && let Some(rest) = function::rest_without_type(&typed.ty)
        {
            let length = Error::new_spanned(&typed.ty, message::REST_WITHOUT_TYPE).to_compile_error();
            let mut rest = rest.clone();
            rest.segments.last_mut().expect("the name `Rest`").arguments =
                PathArguments::AngleBracketed(parse_quote!(<[(); #length]>));
            *typed.ty = parse_quote!(#rest);
        }
    }
}

/// The future of `impl Fn() -> impl Future`, which rustc refuses too, gets a type that it cannot know.
fn complete_callbacks(sig: &mut Signature, function: &Function<'_>) {
    struct Unknown(TokenStream);
    impl VisitMut for Unknown {
        fn visit_parenthesized_generic_arguments_mut(&mut self, signature: &mut ParenthesizedGenericArguments) {
            let unknown = &self.0;
            signature.output = parse_quote!(-> [(); #unknown]);
        }
    }
    let typed = sig.inputs.iter_mut().filter_map(|input| match input {
        FnArg::Typed(typed) => Some(typed),
        FnArg::Receiver(_) => None,
    });
    for (typed, param) in typed.zip(&function.params) {
        if let Some(Callback { form: Form::Closure(closure), .. }) = &param.callback
            && let Answer::Plain(future @ Type::ImplTrait(_)) = closure.answer()
        {
            let error = Error::new_spanned(future, message::future_callback(closure));
            Unknown(error.to_compile_error()).visit_type_mut(&mut typed.ty);
        }
    }
}
