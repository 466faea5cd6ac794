//! Parameters with `#[threadsafe_callback]`: the type that is fetched, and the closure made of it.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Type;

use super::shown_at;
use crate::model::callback::{Answer, Callback, Closure, Form};
use crate::model::function::{Function, Param};
use crate::model::lifetime;

/// `__napi::ThreadsafeCallback<(i32, String), bool>`, for a parameter whose type is a closure.
pub(crate) fn fetched(function: &Function<'_>, param: &Param<'_>) -> Option<TokenStream> {
    let Form::Closure(closure) = &param.callback.as_ref()?.form else { return None };
    let written = |ty: &Type| lifetime::erase_declared(function.sig, ty.clone());
    let args = closure.args().map(written);
    let answer = match closure.answer() {
        Answer::Result(ty) => {
            let ty = written(ty);
            quote!(#ty)
        }
        _ => quote_spanned!(shown_at(param.ty)=> ()),
    };
    Some(quote_spanned!(shown_at(param.ty)=> __napi::ThreadsafeCallback<(#(#args,)*), #answer>))
}

/// `let cb = cb.weak().bound(8);`
pub(crate) fn options(param: &Param<'_>) -> Option<TokenStream> {
    let options = param.callback.as_ref()?.options();
    let binding = &param.binding;
    let weak = options.weak.as_ref().map(|key| quote_spanned!(shown_at(key)=> .weak()));
    let bound = options.bound.as_ref().map(|number| quote_spanned!(shown_at(number)=> .bound(#number)));
    if weak.is_none() && bound.is_none() {
        return None;
    }
    Some(quote_spanned!(Span::mixed_site()=> let #binding = #binding #weak #bound;))
}

/// What the function gets: `move |a0, a1| cb.call_blocking((a0, a1))`, or the runtime's type as it is.
pub(crate) fn value(param: &Param<'_>, callback: &Callback<'_>) -> TokenStream {
    let binding = &param.binding;
    let Form::Closure(closure) = &callback.form else { return quote!(#binding) };
    let names = names(binding, closure);
    // Arguments and results that cannot be converted are errors about the closure's type.
    let span = shown_at(closure.result_name().unwrap_or(closure.name));
    let mut binding = binding.clone();
    binding.set_span(span);
    let args = quote_spanned!(span=> (#(#names,)*));
    let params = quote_spanned!(span=> |#(#names),*|);
    match (closure.is_async(), closure.answer()) {
        (true, _) => quote_spanned!(span=> async move #params #binding.call_async(#args).await),
        (false, Answer::None) => quote_spanned!(span=> move #params ::core::mem::drop(#binding.call(#args))),
        (false, _) => quote_spanned!(span=> move #params #binding.call_blocking(#args)),
    }
}

/// `a0`, `a1` and so on, or `b0` and so on where the callback itself has such a name.
fn names(binding: &Ident, closure: &Closure<'_>) -> Vec<Ident> {
    let letter = if binding.to_string().starts_with('a') { 'b' } else { 'a' };
    let name = |number| Ident::new(&format!("{letter}{number}"), Span::mixed_site());
    (0..closure.args().count()).map(name).collect()
}
