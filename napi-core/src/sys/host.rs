//! The environment, the handle and the failed call.

use core::ffi::{CStr, c_char, c_int};
use core::mem::MaybeUninit;
use core::ptr::NonNull;

use super::abi::{self, status, valuetype};
use super::imports::{import, optional_import};

/// The host's environment, as generated code receives it and hands it on.
///
/// Only the host makes one: its field is private, so that the functions which take it can be safe.
#[derive(Clone, Copy)]
#[repr(transparent)]
pub struct HostEnv(pub(super) abi::napi_env);

/// The host's handle, as generated code receives it and hands it back. Null is "nothing".
#[derive(Clone, Copy)]
#[repr(transparent)]
pub struct HostValue(pub(super) abi::napi_value);

impl HostEnv {
    /// Some hosts call back without an environment when it has ended.
    pub(crate) fn is_nothing(self) -> bool {
        self.0.is_null()
    }

    /// Whoever holds a `HostEnv` was called by the host with it, on its thread.
    pub(crate) fn host(self) -> Host {
        Host(self.0)
    }
}

impl HostValue {
    pub(crate) const NOTHING: Self = Self(core::ptr::null_mut());

    pub(crate) fn raw(self) -> Option<RawValue> {
        NonNull::new(self.0).map(RawValue)
    }
}

impl From<Option<RawValue>> for HostValue {
    fn from(value: Option<RawValue>) -> Self {
        value.map_or(Self::NOTHING, |value| Self(value.get()))
    }
}

/// A handle that is live as long as somebody above keeps it inside its `Value<'s>`.
///
/// The invariant that the `SAFETY` comments of this room call **handle**: a `RawValue` comes from the host, and the rooms
/// above put it into a `Value<'s>` of the scope it was made in before anybody else sees it.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(transparent)]
pub(crate) struct RawValue(NonNull<abi::napi_value__>);

impl RawValue {
    pub(super) fn get(self) -> abi::napi_value {
        self.0.as_ptr()
    }
}

/// A live environment on its own thread.
///
/// The invariant that the `SAFETY` comments of this room call **env**: a `Host` is only handed out by a call of the host, by
/// the token of an entered scope, and by a [`Home`](super::Home) that is alive on the current thread.
#[derive(Clone, Copy)]
pub(crate) struct Host(pub(super) abi::napi_env);

/// The name of a function of the host. Where it begins, so that a [`Failure`] fits into two registers, and no name is a
/// relocation in each addon.
#[derive(Clone, Copy, Debug)]
#[repr(transparent)]
pub(crate) struct CallName(NonNull<c_char>);

impl CallName {
    pub(super) const fn new(name: &'static CStr) -> Self {
        Self(NonNull::from_ref(name).cast())
    }
}

impl core::fmt::Display for CallName {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        // SAFETY: it was made of a static `CStr`.
        let name = unsafe { CStr::from_ptr(self.0.as_ptr()) };
        f.write_str(name.to_str().unwrap_or_default())
    }
}

/// The [`CallName`] of a function.
macro_rules! call_name {
    ($name:ident) => {
        const {
            match core::ffi::CStr::from_bytes_with_nul(concat!(stringify!($name), "\0").as_bytes()) {
                Ok(name) => $crate::sys::host::CallName::new(name),
                Err(_) => unreachable!(),
            }
        }
    };
}
pub(super) use call_name;

/// A call that the host refused.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Failure {
    pub(crate) call: CallName,
    pub(crate) status: c_int,
}

const _: () = assert!(size_of::<Result<(), Failure>>() == 2 * size_of::<usize>());

/// What the host answered instead of `napi_ok`, before it was asked whether an exception is pending.
#[derive(Clone, Copy)]
#[repr(C)]
pub(crate) struct Refused {
    call: CallName,
    status: c_int,
}

impl Failure {
    /// A JavaScript exception is pending in the environment, or the environment is being terminated, for which modules of
    /// Node-API 10 get a status of its own. On OpenHarmony that number is an error of the ark runtimes.
    pub(crate) fn is_exception(self) -> bool {
        self.status == status::PENDING_EXCEPTION || (self.status == status::CANNOT_RUN_JS && !super::OHOS)
    }

    /// OpenHarmony's ark runtimes have refused.
    #[cfg(any(target_env = "ohos", napi_core_ohos))]
    pub(crate) fn is_of_runtime(self) -> bool {
        matches!(self.status, status::TOO_MANY_RUNTIMES..=status::NO_SUCH_RUNTIME)
    }

    /// The value has another type than the call expects.
    pub(crate) fn is_type_mismatch(self) -> bool {
        matches!(
            self.status,
            status::NUMBER_EXPECTED
                | status::BOOLEAN_EXPECTED
                | status::STRING_EXPECTED
                | status::BIGINT_EXPECTED
                | status::DATE_EXPECTED
        )
    }
}

/// Calls a function of the table whose last argument is where the host writes its answer.
macro_rules! answer {
    ($name:ident($env:expr $(, $arg:expr)*) -> $init:expr) => {{
        let mut answer = $init;
        let call = $crate::sys::imports::import!($name);
        // SAFETY: env, handle; pointers among the arguments are valid for the call, for the length that is beside them; `answer`
        // is writable for it.
        let status = unsafe { call($env.0 $(, $arg)*, &raw mut answer) };
        $crate::sys::host::checked(&$env, $crate::sys::host::call_name!($name), status).map(|()| answer)
    }};
}
pub(super) use answer;

/// Calls a function of the table that answers with a handle.
macro_rules! answer_value {
    ($name:ident($env:expr $(, $arg:expr)*)) => {
        $crate::sys::host::answer!($name($env $(, $arg)*) -> core::ptr::null_mut())
            .and_then(|value| $crate::sys::host::answered($crate::sys::host::call_name!($name), value))
    };
}
pub(super) use answer_value;

/// Calls a function of the table that answers with its status only.
macro_rules! perform {
    ($name:ident($env:expr $(, $arg:expr)*)) => {{
        let call = $crate::sys::imports::import!($name);
        // SAFETY: env, handle; pointers among the arguments are valid for the call.
        let status = unsafe { call($env.0 $(, $arg)*) };
        $crate::sys::host::checked(&$env, $crate::sys::host::call_name!($name), status)
    }};
}
pub(super) use perform;

/// As [`answer_value`], with the status for [`Host::failure`]: what many functions end with.
macro_rules! new_number {
    ($name:ident($env:expr, $number:expr)) => {{
        let mut answer = core::ptr::null_mut();
        let call = $crate::sys::imports::import!($name);
        // SAFETY: env; `answer` is writable for the call.
        let status = unsafe { call($env.0, $number, &raw mut answer) };
        match NonNull::new(answer) {
            Some(value) if status == status::OK => Ok(RawValue(value)),
            _ => Err(Refused { call: $crate::sys::host::call_name!($name), status }),
        }
    }};
}

#[inline(always)]
pub(super) fn checked(host: &Host, call: CallName, status: c_int) -> Result<(), Failure> {
    if status == status::OK { Ok(()) } else { Err(refused(host, call, status)) }
}

/// What the host refused, and why: an exception counts more than the status, because hosts (Node 18 to 26) answer
/// "generic failure" or "string expected" where a getter or a `toString` has thrown.
#[cold]
#[inline(never)]
fn refused(host: &Host, call: CallName, status: c_int) -> Failure {
    let mut pending = false;
    let is_exception_pending = import!(napi_is_exception_pending);
    // SAFETY: env; `pending` is writable for the call.
    unsafe { is_exception_pending(host.0, &raw mut pending) };
    Failure { call, status: if pending { status::PENDING_EXCEPTION } else { status } }
}

/// `napi_ok` with nothing in the result is how some hosts say that they could not: never a handle.
#[inline(always)]
pub(super) fn answered(call: CallName, value: abi::napi_value) -> Result<RawValue, Failure> {
    match NonNull::new(value) {
        Some(value) => Ok(RawValue(value)),
        None => Err(Failure { call, status: status::GENERIC_FAILURE }),
    }
}

/// What `typeof` says, with `null` and external values told apart from objects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TypeOf(c_int);

impl TypeOf {
    pub(crate) const UNDEFINED: Self = Self(valuetype::UNDEFINED);
    pub(crate) const NULL: Self = Self(valuetype::NULL);
    pub(crate) const BOOLEAN: Self = Self(valuetype::BOOLEAN);
    pub(crate) const NUMBER: Self = Self(valuetype::NUMBER);
    pub(crate) const STRING: Self = Self(valuetype::STRING);
    pub(crate) const SYMBOL: Self = Self(valuetype::SYMBOL);
    pub(crate) const FUNCTION: Self = Self(valuetype::FUNCTION);
    pub(crate) const EXTERNAL: Self = Self(valuetype::EXTERNAL);
    pub(crate) const BIGINT: Self = Self(valuetype::BIGINT);
}

impl Host {
    pub(crate) fn undefined(&self) -> Result<RawValue, Failure> {
        answer_value!(napi_get_undefined(self))
    }

    pub(crate) fn null(&self) -> Result<RawValue, Failure> {
        answer_value!(napi_get_null(self))
    }

    pub(crate) fn global(&self) -> Result<RawValue, Failure> {
        answer_value!(napi_get_global(self))
    }

    pub(crate) fn boolean(&self, value: bool) -> Result<RawValue, Failure> {
        answer_value!(napi_get_boolean(self, value))
    }

    #[inline(always)]
    pub(crate) fn double(&self, value: f64) -> Result<RawValue, Refused> {
        new_number!(napi_create_double(self, value))
    }

    #[inline(always)]
    pub(crate) fn int32(&self, value: i32) -> Result<RawValue, Refused> {
        new_number!(napi_create_int32(self, value))
    }

    #[inline(always)]
    pub(crate) fn uint32(&self, value: u32) -> Result<RawValue, Refused> {
        new_number!(napi_create_uint32(self, value))
    }

    pub(crate) fn symbol(&self, description: RawValue) -> Result<RawValue, Failure> {
        answer_value!(napi_create_symbol(self, description.get()))
    }

    /// The symbol of this key in the registry of all realms; `None` on a host before Node-API 9, and on OpenHarmony (all API levels so far).
    pub(crate) fn symbol_for(&self, key: &str) -> Option<Result<RawValue, Failure>> {
        let find = optional_import!(node_api_symbol_for)?;
        let mut symbol = core::ptr::null_mut();
        // SAFETY: env; `key` is valid for its length, and `symbol` is writable for the call.
        let status = unsafe { find(self.0, key.as_ptr().cast(), key.len(), &raw mut symbol) };
        let name = call_name!(node_api_symbol_for);
        Some(checked(self, name, status).and_then(|()| answered(name, symbol)))
    }

    /// The number, or the status for [`failure`](Self::failure): what each argument of each function does.
    #[inline(always)]
    pub(crate) fn get_double(&self, value: RawValue) -> Result<f64, Refused> {
        let mut number = MaybeUninit::uninit();
        let call = import!(napi_get_value_double);
        // SAFETY: env, handle; `number` is writable for the call.
        let status = unsafe { call(self.0, value.get(), number.as_mut_ptr()) };
        if status != status::OK {
            return Err(Refused { call: call_name!(napi_get_value_double), status });
        }
        // SAFETY: the host has found a number, and written it.
        Ok(unsafe { number.assume_init() })
    }

    /// Why the host has refused.
    #[cold]
    pub(crate) fn failure(&self, refused: Refused) -> Failure {
        match refused.status {
            status::OK => Failure { call: refused.call, status: status::GENERIC_FAILURE },
            status => self::refused(self, refused.call, status),
        }
    }

    pub(crate) fn get_boolean(&self, value: RawValue) -> Result<bool, Failure> {
        answer!(napi_get_value_bool(self, value.get()) -> false)
    }

    pub(crate) fn type_of(&self, value: RawValue) -> Result<TypeOf, Failure> {
        answer!(napi_typeof(self, value.get()) -> 0).map(TypeOf)
    }

    pub(crate) fn strict_equals(&self, left: RawValue, right: RawValue) -> Result<bool, Failure> {
        answer!(napi_strict_equals(self, left.get(), right.get()) -> false)
    }

    pub(crate) fn coerce_to_string(&self, value: RawValue) -> Result<RawValue, Failure> {
        answer_value!(napi_coerce_to_string(self, value.get()))
    }
}
