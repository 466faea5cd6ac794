//! The part of the C ABI that only OpenHarmony has. Its functions came one API level after the other, so that each may be absent.

#[cfg(feature = "log")]
mod hilog;
mod imports;
mod loading;
mod priority;
mod runtime;
mod sendable;

#[cfg(feature = "log")]
pub(crate) use hilog::{HilogLevel, hilog, is_loggable};
pub(crate) use priority::PriorityBell;
pub(crate) use runtime::{RunMode, create_runtime, destroy_runtime};

pub(super) use imports::ohos_import;

use core::ffi::c_int;

use super::abi::napi_async_work;
use super::host::{Failure, Host, perform};

/// Why a function of OpenHarmony did not do it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Denied {
    /// The system is older than the function.
    Absent { call: &'static str, level: u32 },
    /// The function refused.
    Failed(Failure),
}

impl From<Failure> for Denied {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

/// Calls a function whose last argument is where the host writes its answer.
macro_rules! ohos_answer {
    ($name:ident($env:expr $(, $arg:expr)*) -> $init:expr) => {{
        let mut answer = $init;
        match $crate::sys::ohos::ohos_import!($name) {
            Ok(call) => {
                // SAFETY: env, handle; pointers among the arguments are valid, and `answer` is writable, for the call.
                let status = unsafe { call($env.0 $(, $arg)*, &raw mut answer) };
                $crate::sys::host::checked(&$env, $crate::sys::host::call_name!($name), status).map(|()| answer).map_err(Into::into)
            }
            Err(absent) => Err(absent),
        }
    }};
}
pub(super) use ohos_answer;

/// Calls a function that answers with a handle.
macro_rules! ohos_answer_value {
    ($name:ident($env:expr $(, $arg:expr)*)) => {
        $crate::sys::ohos::ohos_answer!($name($env $(, $arg)*) -> core::ptr::null_mut()).and_then(
            |value| $crate::sys::host::answered($crate::sys::host::call_name!($name), value).map_err($crate::sys::ohos::Denied::from)
        )
    };
}
pub(super) use ohos_answer_value;

/// Calls a function that answers with its status only.
macro_rules! ohos_perform {
    ($name:ident($env:expr $(, $arg:expr)*)) => {
        match $crate::sys::ohos::ohos_import!($name) {
            Ok(call) => {
                // SAFETY: env, handle; pointers among the arguments are valid for the call.
                let status = unsafe { call($env.0 $(, $arg)*) };
                $crate::sys::host::checked(&$env, $crate::sys::host::call_name!($name), status).map_err($crate::sys::ohos::Denied::from)
            }
            Err(absent) => Err(absent),
        }
    };
}
pub(super) use ohos_perform;

/// Queues a work that was created. (API level 10)
pub(super) fn queue_with_qos(host: Host, work: napi_async_work, qos: c_int) -> Result<(), Failure> {
    match ohos_perform!(napi_queue_async_work_with_qos(host, work, qos)) {
        Ok(()) => Ok(()),
        Err(Denied::Failed(failure)) => Err(failure),
        // Older than any system that this crate is for: without its quality, the work runs all the same.
        Err(Denied::Absent { .. }) => perform!(napi_queue_async_work(host, work)),
    }
}
