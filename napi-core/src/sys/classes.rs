//! Classes, and what their instances carry.

use core::ffi::{c_char, c_void};
use core::ptr::NonNull;

use super::abi;
use super::functions::{CallbackData, HostCallback, HostInfo};
use super::host::{Failure, Host, RawValue, TypeOf, answer, answer_value, answered, call_name, perform};
use super::imports::{import, optional_import};
use super::references::{Finalizer, lower};

impl Host {
    /// A class without properties, whose constructor is `callback`.
    pub(crate) fn class(&self, name: &str, callback: HostCallback, data: CallbackData) -> Result<RawValue, Failure> {
        let (start, length) = (name.as_ptr().cast::<c_char>(), name.len());
        // Hosts check the address even where it is that of nothing.
        let none: *const abi::napi_property_descriptor = NonNull::dangling().as_ptr();
        answer_value!(napi_define_class(self, start, length, callback.0, data.pointer(), 0, none))
    }

    /// Whether a call is one by `new`, on a host of which [`plain_calls_have_target`](Self::plain_calls_have_target) holds or not.
    #[inline(always)]
    pub(crate) fn is_new(
        &self,
        info: HostInfo,
        plain_calls_have_target: impl FnOnce() -> bool,
    ) -> Result<bool, Failure> {
        let target = answer!(napi_get_new_target(self, info.0) -> core::ptr::null_mut())?;
        let Ok(target) = answered(call_name!(napi_get_new_target), target) else { return Ok(false) };
        Ok(!plain_calls_have_target() || self.type_of(target)? != TypeOf::UNDEFINED)
    }

    /// Ties `data` to an object, which carries nothing yet: OpenHarmony would replace what it carries (all API levels so far).
    pub(crate) fn wrap(
        &self,
        object: RawValue,
        data: NonNull<c_void>,
        finalizer: Finalizer,
        hint: NonNull<c_void>,
    ) -> Result<(), Failure> {
        // No result pointer: OpenHarmony would answer with a strong reference, which nobody wants.
        let no_reference = core::ptr::null_mut();
        let (data, hint) = (data.as_ptr(), hint.as_ptr());
        perform!(napi_wrap(self, object.get(), data, Some(lower(finalizer)), hint, no_reference))
    }

    /// What somebody has tied to the value, which may be another addon; `None` if nobody has, or if it is no object.
    #[inline(always)]
    pub(crate) fn unwrap(&self, value: RawValue) -> Option<NonNull<c_void>> {
        let mut data = core::ptr::null_mut();
        let unwrap = import!(napi_unwrap);
        // The status says no more than the pointer: it is not asked for, as no JavaScript runs that could throw.
        // SAFETY: env, handle; `data` is writable for the call.
        let _ = unsafe { unwrap(self.0, value.get(), &raw mut data) };
        NonNull::new(data)
    }

    /// As many bytes as the collector is told of in all: V8 (Node 20 to 26) ends the process above 2^60.
    pub(crate) const MOST_EXTERNAL: i64 = 1 << 50;

    /// Tells the collector that objects keep so many bytes more outside of its sight; hosts that cannot be told are not.
    pub(crate) fn adjust_external_memory(&self, bytes: i64) {
        let Some(adjust) = optional_import!(napi_adjust_external_memory) else { return };
        let mut total = 0;
        // SAFETY: env; `total` is writable for the call. There is nothing to do about a host that refuses.
        let _ = unsafe { adjust(self.0, bytes, &raw mut total) };
    }
}
