//! The bell: what any thread rings, and the host answers on the environment's thread.

use core::ffi::c_void;

use super::abi::{self, threadsafe};
use super::host::{Failure, Host, HostEnv, HostValue, answer, perform};
use super::imports::import;
use super::references::{Finalizer, lower};

/// What the host calls on the environment's thread: the context is the third argument. At the end some hosts call it once more
/// without an environment, for each ring that was not answered.
pub(crate) type Ringing = unsafe extern "C" fn(HostEnv, HostValue, *mut c_void, *mut c_void);

/// A thread-safe function without a function: rung from anywhere, it calls its [`Ringing`] on the environment's thread.
///
/// The invariant that the `SAFETY` comments call **bell**: its owner keeps it where [`silence`](Self::silence) and every
/// other use exclude each other, under a lock or on the environment's thread, and silences it in a cleanup hook that was
/// added after the bell was made. Hosts run hooks in reverse, so that until then the bell is alive.
#[derive(Clone, Copy)]
pub(crate) struct Bell(abi::napi_threadsafe_function);

// SAFETY: ringing is what a thread-safe function is made for; the rest takes the `Host`, which is on the right thread.
unsafe impl Send for Bell {}

impl Host {
    /// A bell that does not keep the event loop alive. `finalizer` runs once, with `context`, when the host has let it go.
    pub(crate) fn bell(
        self,
        name: &str,
        context: *mut c_void,
        ringing: Ringing,
        finalizer: Finalizer,
    ) -> Result<Bell, Failure> {
        // SAFETY: `HostEnv` and `HostValue` are `repr(transparent)` over the pointers of the callback's type.
        let ringing = unsafe { core::mem::transmute::<Ringing, abi::napi_threadsafe_function_call_js>(ringing) };
        let (nothing, name) = (core::ptr::null_mut(), self.string(name)?.get());
        let finalizer = Some(lower(finalizer));
        // Its own queue is unlimited: on OpenHarmony producers of a limited one may never wake.
        let bell = answer!(napi_create_threadsafe_function(
            self, nothing, nothing, name, 0, 1, context, finalizer, context, ringing
        ) -> core::ptr::null_mut())
        .map(Bell)?;
        bell.set_referenced(self, false);
        Ok(bell)
    }
}

impl Bell {
    /// Rings. A bell that cannot be rung belongs to an environment that ends, which is told elsewhere.
    #[inline]
    pub(crate) fn ring(&self) {
        let call = import!(napi_call_threadsafe_function);
        // SAFETY: bell.
        let _ = unsafe { call(self.0, core::ptr::null_mut(), threadsafe::NONBLOCKING) };
    }

    /// Whether the bell keeps the event loop alive.
    pub(crate) fn set_referenced(&self, host: Host, referenced: bool) {
        let _ = if referenced {
            perform!(napi_ref_threadsafe_function(host, self.0))
        } else {
            perform!(napi_unref_threadsafe_function(host, self.0))
        };
    }

    #[cfg(any(target_env = "ohos", napi_core_ohos))]
    pub(super) fn raw(&self) -> abi::napi_threadsafe_function {
        self.0
    }

    /// The last use.
    pub(crate) fn silence(self) {
        let release = import!(napi_release_threadsafe_function);
        // SAFETY: bell.
        let _ = unsafe { release(self.0, threadsafe::ABORT) };
    }
}
