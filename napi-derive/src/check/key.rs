//! Keys that are right for the attribute and wrong for the item.

use quote::ToTokens;

use crate::ctxt::Ctxt;
use crate::message;
use crate::model::function::{Function, Role};
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
    let of_calls: [(&dyn ToTokens, Key); 4] = [
        (&args.host_scope, Key::Scope),
        (&args.overload, Key::Overload),
        (&args.returned.ts, Key::TsReturn),
        (&args.returned.arkts, Key::ArktsReturn),
    ];
    for (written, key) in of_calls {
        let written = written.to_token_stream();
        if !written.is_empty() {
            cx.error_at(written, message::not_on_constant(key));
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
    for param in function.params.iter().filter(|param| matches!(param.role, Role::Env(_) | Role::This)) {
        if let Some(text) = param.written.first() {
            cx.error_at(text, message::WRITTEN_TYPE_ON_NO_ARGUMENT);
        }
    }
}
