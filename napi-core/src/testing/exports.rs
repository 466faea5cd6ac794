//! The addon under test, as JavaScript has it.

use core::cell::OnceCell;

use crate::env::Env;
use crate::error::{Error, Result};
use crate::sys::{HeldReference, OHOS, RawValue};
use crate::value::Object;

/// What the module exports. This crate's own reference: it is none that a test leaves.
#[derive(Default)]
struct Exports(OnceCell<HeldReference>);

/// Keeps what the module exports, if a reference can hold it.
pub(super) fn keep(env: &Env<'_>, exports: RawValue) -> Result<()> {
    if let Ok(held) = HeldReference::new(env.instance().home(), exports, 1) {
        let _ = env.instance_data::<Exports>()?.0.set(held);
    }
    Ok(())
}

/// What the host gets as the exports when an init function answers `replacement`: OpenHarmony looks at no answer.
pub(crate) fn seen_by_host(exports: RawValue, replacement: Option<RawValue>) -> RawValue {
    replacement.filter(|_| !OHOS).unwrap_or(exports)
}

/// What the module exports, as JavaScript sees it: with the conversions, and the errors, of a call from there.
///
/// ```no_run
/// use napi_core::prelude::*;
///
/// #[napi_core::test]
/// fn greets(env: &mut Env<'_>) -> Result<()> {
///     let greet: Function<'_, (String,), String> = napi_core::testing::exports(env)?.get(env, "greet")?;
///     assert_eq!(greet.call(env, ("Ada".to_owned(),))?, "Hello, Ada!");
///     Ok(())
/// }
/// ```
///
/// # Errors
/// Outside of a test, when the module exports what is no object, and as every method of [`Env`].
pub fn exports<'s>(env: &Env<'s>) -> Result<Object<'s>> {
    let held = env.instance_data::<Exports>()?.0.get();
    let held = held
        .ok_or_else(|| Error::new("testing::exports: only a test has exports, of a module that exports an object"))?;
    let value = env.host()?.reference_value(held.get())?;
    value.map(Object::from_raw).ok_or_else(|| Error::new("testing::exports: the host has collected the exports"))
}
