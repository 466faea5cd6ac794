//! The parameters of the init function.

use crate::ctxt::Ctxt;
use crate::message;
use crate::model::function::Function;

/// The host passes the exports object, and nothing else.
///
/// ```text
/// #[module]
/// fn init(exports: Object<'_>, name: String) {}
/// ```
pub(crate) fn check(cx: &Ctxt, function: &Function<'_>) {
    for param in function.inputs().skip(1) {
        cx.error_at(param.ty, message::MODULE_PARAMETERS);
    }
    for callback in function.params.iter().filter_map(|param| param.callback.as_ref()) {
        cx.error_at(&callback.marked.attr, message::OUTSIDE_OF_EXPORT);
    }
    for written in function.params.iter().filter_map(|param| param.written.first()) {
        cx.error_at(written, message::WRITTEN_TYPE_ON_NO_ARGUMENT);
    }
    for default in function.params.iter().filter_map(|param| param.default.as_ref()) {
        cx.error_at(&default.attr, message::MODULE_DEFAULT);
    }
}
