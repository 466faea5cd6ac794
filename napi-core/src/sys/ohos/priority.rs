//! A bell that is rung with a priority.

use core::ffi::{c_int, c_void};

use super::ohos_import;
use crate::sys::abi::status;
use crate::sys::bell::{Bell, Ringing};
use crate::sys::host::{Failure, Host};
use crate::sys::references::Finalizer;

/// A bell whose rings are tasks of the thread's event runner.
///
/// A task knows the bell by its bare address, and uses freed memory if the bell was silenced before it ran. The invariant that
/// the `SAFETY` comments call **priority bell**: that of a [`Bell`], and its owner silences it only when each accepted ring was
/// answered; else it is left to the host, which then never frees it.
pub(crate) struct PriorityBell(Bell);

impl Host {
    /// A bell that does not keep the event loop alive. `finalizer` runs once with `context`, if the bell is silenced.
    pub(crate) fn priority_bell(
        self,
        context: *mut c_void,
        ringing: Ringing,
        finalizer: Finalizer,
    ) -> Result<PriorityBell, Failure> {
        self.bell("napi-core: calls with a priority", context, ringing, finalizer).map(PriorityBell)
    }
}

impl PriorityBell {
    /// Rings, behind what has the same priority: `data` comes back as the last argument of the [`Ringing`]. `false` where the
    /// thread has no event runner, or the system is older than API level 12; then nothing comes back.
    pub(crate) fn ring(&self, priority: c_int, data: *mut c_void) -> bool {
        let Ok(call) = ohos_import!(napi_call_threadsafe_function_with_priority) else { return false };
        // SAFETY: priority bell.
        unsafe { call(self.0.raw(), data, priority, true) == status::OK }
    }

    /// The last use.
    ///
    /// # Safety
    /// Every accepted ring was answered.
    // Unsafe for its contract: a task that is still to be answered would use the bell.
    pub(crate) unsafe fn silence(self) {
        self.0.silence();
    }
}
