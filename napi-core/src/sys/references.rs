//! References, finalizers and externals.

use core::ffi::c_void;
use core::ptr::NonNull;

use super::abi;
use super::host::{Failure, Host, HostEnv, RawValue, answer, answer_value, perform};

/// A reference that the host holds for us until it is deleted.
#[derive(Clone, Copy)]
pub(crate) struct RawReference(pub(super) abi::napi_ref);

/// A function that the host calls with `data` when the object is gone.
pub(crate) type Finalizer = unsafe extern "C" fn(HostEnv, *mut c_void, *mut c_void);

pub(super) fn lower(finalizer: Finalizer) -> abi::napi_finalize {
    // SAFETY: `HostEnv` is `repr(transparent)` over `napi_env`, so that the two function types have one ABI.
    unsafe { core::mem::transmute::<Finalizer, abi::napi_finalize>(finalizer) }
}

impl Host {
    /// A strong reference for a count of 1 and more, a weak one for 0.
    pub(crate) fn create_reference(&self, value: RawValue, count: u32) -> Result<RawReference, Failure> {
        answer!(napi_create_reference(self, value.get(), count) -> core::ptr::null_mut()).map(RawReference)
    }

    /// There is nothing to do about a host that refuses.
    pub(crate) fn delete_reference(&self, reference: RawReference) {
        let _ = perform!(napi_delete_reference(self, reference.0));
    }

    pub(crate) fn reference_ref(&self, reference: RawReference) -> Result<u32, Failure> {
        answer!(napi_reference_ref(self, reference.0) -> 0_u32)
    }

    pub(crate) fn reference_unref(&self, reference: RawReference) -> Result<u32, Failure> {
        answer!(napi_reference_unref(self, reference.0) -> 0_u32)
    }

    /// `None` once the referenced value was collected.
    pub(crate) fn reference_value(&self, reference: RawReference) -> Result<Option<RawValue>, Failure> {
        let value = answer!(napi_get_reference_value(self, reference.0) -> core::ptr::null_mut())?;
        Ok(super::host::answered(super::host::call_name!(napi_get_reference_value), value).ok())
    }

    pub(crate) fn add_finalizer(
        &self,
        object: RawValue,
        data: NonNull<c_void>,
        finalizer: Finalizer,
    ) -> Result<(), Failure> {
        let no_hint = core::ptr::null_mut();
        // No result pointer: OpenHarmony would answer with a strong reference, which nobody wants.
        let no_reference = core::ptr::null_mut();
        perform!(napi_add_finalizer(self, object.get(), data.as_ptr(), lower(finalizer), no_hint, no_reference))
    }

    pub(crate) fn external(&self, data: NonNull<c_void>, finalizer: Finalizer) -> Result<RawValue, Failure> {
        let no_hint = core::ptr::null_mut();
        answer_value!(napi_create_external(self, data.as_ptr(), Some(lower(finalizer)), no_hint))
    }

    pub(crate) fn external_data(&self, external: RawValue) -> Result<Option<NonNull<c_void>>, Failure> {
        let data = answer!(napi_get_value_external(self, external.get()) -> core::ptr::null_mut())?;
        Ok(NonNull::new(data))
    }

    /// `argument` must be an address of its own: OpenHarmony tells hooks apart by it alone, and Node aborts on a duplicate.
    pub(crate) fn add_cleanup_hook(
        &self,
        hook: abi::napi_cleanup_hook,
        argument: NonNull<c_void>,
    ) -> Result<(), Failure> {
        perform!(napi_add_env_cleanup_hook(self, hook, argument.as_ptr()))
    }
}
