//! Keys that are right for the attribute and wrong for the item.

use quote::ToTokens;

use crate::ctxt::Ctxt;
use crate::message;
use crate::model::function::Function;
use crate::parse::args::Args;
use crate::parse::key::Key;
use crate::parse::written::Written;

/// A function that makes no handles gets no scope that it could opt out of.
///
/// ```text
/// #[export(scope = "host")]
/// fn add(a: f64, b: f64) -> f64 {}
/// ```
pub(crate) fn scope_needs_env(cx: &Ctxt, args: &Args, function: &Function<'_>) {
    if let Some(key) = args.host_scope.as_ref().filter(|_| function.env().is_none()) {
        cx.error_at(key, message::SCOPE_WITHOUT_ENV);
    }
}

/// A constant is read once, when the module is loaded: `#[export(overload)] const VERSION: u32 = 1;`
pub(crate) fn fit_constant(cx: &Ctxt, args: &Args) {
    let of_calls: [(&dyn ToTokens, Key); 9] = [
        (&args.host_scope, Key::Scope),
        (&args.overload, Key::Overload),
        (&args.returned.ts, Key::TsReturn),
        (&args.returned.arkts, Key::ArktsReturn),
        (&args.new, Key::Constructor),
        (&args.method, Key::Method),
        (&args.getter, Key::Getter),
        (&args.setter, Key::Setter),
        (&args.symbol, Key::Symbol),
    ];
    without(cx, of_calls, message::not_on_constant);
}

/// A constructor is no property: `#[export(constructor, enumerable)] fn new() -> Self {}`
pub(crate) fn fit_constructor(cx: &Ctxt, args: &Args) {
    let of_properties: [(&dyn ToTokens, Key); 5] = [
        (&args.symbol, Key::Symbol),
        (&args.enumerable, Key::Enumerable),
        (&args.fixed, Key::Configurable),
        (&args.returned.ts, Key::TsReturn),
        (&args.returned.arkts, Key::ArktsReturn),
    ];
    without(cx, of_properties, message::not_on_constructor);
}

/// What is assigned has a type, and assigning has none: `#[export(setter, ts_return = "string")] fn set_name(&mut self, name: String) {}`
pub(crate) fn fit_setter(cx: &Ctxt, args: &Args) {
    let of_results: [(&dyn ToTokens, Key); 2] =
        [(&args.returned.ts, Key::TsReturn), (&args.returned.arkts, Key::ArktsReturn)];
    without(cx, of_results, message::not_on_setter);
}

fn without<const N: usize>(cx: &Ctxt, keys: [(&dyn ToTokens, Key); N], message: fn(Key) -> String) {
    for (written, key) in keys {
        let written = written.to_token_stream();
        if !written.is_empty() {
            cx.error_at(written, message(key));
        }
    }
}

/// What is written twice, once for the whole signature.
///
/// ```text
/// #[export(ts = "(a: string): void", ts_return = "string")]
/// fn f(#[ts = "'a'"] a: String) {}
/// ```
pub(crate) fn signature_written_once(cx: &Ctxt, args: &Args, function: &Function<'_>) {
    if args.written.ts.is_none() {
        return;
    }
    let params = function.params.iter().map(|param| &param.written);
    for part in params.chain([&args.returned]).filter_map(Written::first) {
        cx.error_at(part, message::SIGNATURE_WRITTEN_WHOLE);
    }
}

/// `fn f(#[ts = "string"] env: &Env<'_>) {}`
pub(crate) fn written_on_arguments(cx: &Ctxt, function: &Function<'_>) {
    for param in function.params.iter().filter(|param| !param.is_positional()) {
        if let Some(text) = param.written.first() {
            cx.error_at(text, message::WRITTEN_TYPE_ON_NO_ARGUMENT);
        }
    }
}
