//! Ark runtimes of one's own, and their event loops.

use core::ffi::c_int;

use super::{Denied, ohos_import, ohos_perform};
use crate::sys::abi::status;
use crate::sys::host::{CallName, Failure, Host, call_name};

/// `napi_event_mode`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(i32)]
pub(crate) enum RunMode {
    UntilStopped = 0,
    Once = 1,
}

/// Makes a runtime on this thread, which must have none; its environment is ours until [`destroy_runtime`].
pub(crate) fn create_runtime() -> Result<Host, Denied> {
    const CALL: CallName = call_name!(napi_create_ark_runtime);
    let create = ohos_import!(napi_create_ark_runtime)?;
    let mut env = core::ptr::null_mut();
    // SAFETY: `env` is writable for the call.
    let answer = unsafe { create(&raw mut env) };
    match answer {
        status::OK if !env.is_null() => Ok(Host(env)),
        status::OK => Err(Failure { call: CALL, status: status::GENERIC_FAILURE }.into()),
        refused => Err(Failure { call: CALL, status: refused }.into()),
    }
}

/// Ends a runtime of [`create_runtime`]: its cleanup hooks and finalizers run in here.
///
/// # Safety
/// The environment is that of `create_runtime` on this thread, nothing of it is in use, and this is done once.
pub(crate) unsafe fn destroy_runtime(host: Host) -> Result<(), Denied> {
    let destroy = ohos_import!(napi_destroy_ark_runtime)?;
    let mut env = host.0;
    // SAFETY: the caller's; `env` is writable for the call, which sets it to null.
    match unsafe { destroy(&raw mut env) } {
        status::OK => Ok(()),
        refused => Err(Failure { call: call_name!(napi_destroy_ark_runtime), status: refused }.into()),
    }
}

impl Host {
    /// Runs JavaScript. In the environment of an own runtime only.
    pub(crate) fn run_event_loop(self, mode: RunMode) -> Result<(), Denied> {
        ohos_perform!(napi_run_event_loop(self, mode as c_int))
    }

    /// In the environment of an own runtime only.
    pub(crate) fn stop_event_loop(self) -> Result<(), Denied> {
        ohos_perform!(napi_stop_event_loop(self))
    }
}
