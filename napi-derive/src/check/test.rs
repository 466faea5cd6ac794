//! Functions under `#[napi_core::test]`.

use syn::Attribute;

use crate::ctxt::Ctxt;
use crate::message;
use crate::model::function::Function;
use crate::parse::test::Expectations;

/// Nobody passes arguments to a test.
///
/// ```text
/// #[napi_core::test]
/// fn adds(env: &mut Env<'_>, a: f64) {}
/// ```
pub(crate) fn takes_env_only(cx: &Ctxt, function: &Function<'_>) {
    for param in function.inputs() {
        cx.error_at(param.ty, message::TEST_PARAMETERS);
    }
}

/// rustc's harness would call it without a host.
///
/// ```text
/// #[napi_core::test]
/// #[test]
/// fn adds() {}
/// ```
pub(crate) fn is_no_test_of_rust(cx: &Ctxt, attrs: &[Attribute]) {
    for attr in attrs.iter().filter(|attr| attr.path().is_ident("test")) {
        cx.error_at(attr, message::TEST_OF_RUST);
    }
}

/// An error that is returned is no panic: such a test could only fail.
///
/// ```text
/// #[napi_core::test]
/// #[should_panic]
/// fn refuses() -> Result<()> {}
/// ```
pub(crate) fn panics_or_returns(cx: &Ctxt, function: &Function<'_>, expectations: &Expectations) {
    if let (Some(_), Some(result)) = (&expectations.panics, function.result()) {
        cx.error_at(result, message::TEST_THAT_PANICS_AND_RETURNS);
    }
}
