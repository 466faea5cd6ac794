//! Calls in both directions.

use core::ffi::{c_char, c_void};
use core::mem::MaybeUninit;
use core::ptr::NonNull;

use super::abi::{self, status};
use super::host::{Failure, Host, HostEnv, HostValue, RawValue, answer_value, answered, call_name};
use super::imports::import;

/// What the host hands to a callback besides the environment; only the host makes one.
#[derive(Clone, Copy)]
#[repr(transparent)]
pub struct HostInfo(pub(super) abi::napi_callback_info);

/// A function of ours in the form the host calls.
#[derive(Clone, Copy)]
pub(crate) struct HostCallback(pub(super) abi::napi_callback);

impl HostCallback {
    pub(crate) const fn new(callback: unsafe extern "C" fn(HostEnv, HostInfo) -> HostValue) -> Self {
        // SAFETY: the three types are `repr(transparent)` over the pointers of `napi_callback`, so that the two function
        // types have one ABI.
        Self(unsafe {
            core::mem::transmute::<unsafe extern "C" fn(HostEnv, HostInfo) -> HostValue, abi::napi_callback>(callback)
        })
    }
}

/// The data pointer of a function: it reaches what the function needs, without a look-up.
#[derive(Clone, Copy)]
pub(crate) struct CallbackData(NonNull<c_void>);

impl CallbackData {
    /// The caller keeps `data` alive as long as the function can be called.
    pub(crate) fn new<T>(data: NonNull<T>) -> Self {
        Self(data.cast())
    }

    pub(crate) fn cast<T>(self) -> NonNull<T> {
        self.0.cast()
    }

    pub(super) fn pointer(self) -> *mut c_void {
        self.0.as_ptr()
    }
}

/// What one `napi_get_cb_info` answers: arguments into `argv` (missing ones undefined), how many there were, data, `this`.
pub(crate) struct CallInfo {
    pub(crate) count: usize,
    pub(crate) data: Option<CallbackData>,
    pub(crate) this: Option<RawValue>,
}

/// Asks for exactly what is needed: arguments as many as `argv` holds, and `this` only if `wants_this`.
#[inline(always)]
pub(crate) fn call_info(
    host: Host,
    info: HostInfo,
    argv: &mut [MaybeUninit<RawValue>],
    wants_this: bool,
) -> Result<CallInfo, Failure> {
    let mut count = argv.len();
    let mut data = core::ptr::null_mut();
    let mut this = core::ptr::null_mut();
    let this_slot = if wants_this { &raw mut this } else { core::ptr::null_mut() };
    // Nothing is prepared for arguments that nobody asks for.
    let start = if argv.is_empty() { core::ptr::null_mut() } else { argv.as_mut_ptr().cast() };
    let call = import!(napi_get_cb_info);
    // SAFETY: env; `info` belongs to the running call; the host writes `count` handles at most to `argv` (`RawValue` is a
    // transparent pointer, never null here), and fills the rest up with undefined.
    let status = unsafe { call(host.0, info.0, &raw mut count, start, this_slot, &raw mut data) };
    // The host is not asked for an exception: none is pending where a call begins, and each function would pay for the question.
    if status != status::OK {
        return Err(Failure { call: call_name!(napi_get_cb_info), status });
    }
    let this = if wants_this { Some(answered(call_name!(napi_get_cb_info), this)?) } else { None };
    Ok(CallInfo { count, data: NonNull::new(data).map(CallbackData), this })
}

impl Host {
    pub(crate) fn function(&self, name: &str, callback: HostCallback, data: CallbackData) -> Result<RawValue, Failure> {
        let (start, length) = (name.as_ptr().cast::<c_char>(), name.len());
        answer_value!(napi_create_function(self, start, length, callback.0, data.pointer()))
    }

    pub(crate) fn call(&self, this: RawValue, function: RawValue, args: &[RawValue]) -> Result<RawValue, Failure> {
        // `RawValue` is a transparent, non-null handle: a slice of them is an array of `napi_value`.
        let (count, start) = (args.len(), args.as_ptr().cast());
        answer_value!(napi_call_function(self, this.get(), function.get(), count, start))
    }

    pub(crate) fn construct(&self, constructor: RawValue, args: &[RawValue]) -> Result<RawValue, Failure> {
        let (count, start) = (args.len(), args.as_ptr().cast());
        answer_value!(napi_new_instance(self, constructor.get(), count, start))
    }
}
