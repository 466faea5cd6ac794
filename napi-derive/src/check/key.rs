//! Keys that are right for the attribute and wrong for the item.

use crate::ctxt::Ctxt;
use crate::message;
use crate::model::function::Function;
use crate::parse::args::Args;
use crate::parse::key::Key;

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
    for (written, key) in [(&args.host_scope, Key::Scope), (&args.overload, Key::Overload)] {
        if let Some(written) = written {
            cx.error_at(written, message::not_on_constant(key));
        }
    }
}
