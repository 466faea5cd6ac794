//! A bell that is rung with a priority.

use core::ffi::{c_int, c_void};
use core::ptr::NonNull;

use super::ohos_import;
use crate::sys::Ringing;
use crate::sys::abi::{self, status, threadsafe};
use crate::sys::host::{Failure, Host, answer};
use crate::sys::imports::import;
use crate::sys::references::{Finalizer, lower};

/// A thread-safe function whose calls are tasks of the thread's event runner.
///
/// A task knows the function by its bare address, and uses freed memory if the function was released before it ran. The
/// invariant that the `SAFETY` comments call **priority bell**: its owner keeps it where [`silence`](Self::silence) and every
/// other use exclude each other, silences it only in a cleanup hook that was added after it was made, and only when each
/// accepted ring was answered; else it is left to the host, which then never frees it.
pub(crate) struct PriorityBell(abi::napi_threadsafe_function);

// SAFETY: ringing is what a thread-safe function is made for, and the rest happens on the environment's thread.
unsafe impl Send for PriorityBell {}

impl Host {
    /// A bell that does not keep the event loop alive. `finalizer` runs once with `context`, if the bell is silenced.
    pub(crate) fn priority_bell(
        self,
        context: NonNull<c_void>,
        ringing: Ringing,
        finalizer: Finalizer,
    ) -> Result<PriorityBell, Failure> {
        // SAFETY: `HostEnv` and `HostValue` are `repr(transparent)` over the pointers of the callback's type.
        let ringing = unsafe { core::mem::transmute::<Ringing, abi::napi_threadsafe_function_call_js>(ringing) };
        let name = self.string("napi-core: calls with a priority")?.get();
        let (nothing, context, finalizer) = (core::ptr::null_mut(), context.as_ptr(), Some(lower(finalizer)));
        let bell = answer!(napi_create_threadsafe_function(
            self, nothing, nothing, name, 0, 1, context, finalizer, context, ringing
        ) -> core::ptr::null_mut())?;
        let unref = import!(napi_unref_threadsafe_function);
        // SAFETY: env; the bell was made just now.
        let _ = unsafe { unref(self.0, bell) };
        Ok(PriorityBell(bell))
    }
}

impl PriorityBell {
    /// Rings, behind what has the same priority: `data` comes back as the last argument of the [`Ringing`]. `false` where the
    /// thread has no event runner, or the system is older than API level 12; then nothing comes back.
    pub(crate) fn ring(&self, priority: c_int, data: *mut c_void) -> bool {
        let Ok(call) = ohos_import!(napi_call_threadsafe_function_with_priority) else { return false };
        // SAFETY: priority bell.
        unsafe { call(self.0, data, priority, true) == status::OK }
    }

    /// The last use.
    ///
    /// # Safety
    /// Every accepted ring was answered.
    pub(crate) unsafe fn silence(self) {
        let release = import!(napi_release_threadsafe_function);
        // SAFETY: priority bell, and the caller's.
        let _ = unsafe { release(self.0, threadsafe::ABORT) };
    }
}
