//! Exceptions: throwing, taking, asking.

use core::ffi::CStr;

use super::abi;
use super::host::{Failure, Host, RawValue, TypeOf, answer, answer_value, perform};
use super::imports::optional_import;
use super::objects::{Descriptor, PropertyKind};
use super::{OHOS, without_nul};

/// The constructor of a JavaScript error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ExceptionKind {
    Error,
    TypeError,
    RangeError,
    SyntaxError,
}

impl Host {
    pub(crate) fn new_error(self, kind: ExceptionKind, code: Option<&str>, message: &str) -> Result<RawValue, Failure> {
        if OHOS && matches!(kind, ExceptionKind::TypeError | ExceptionKind::RangeError) {
            return self.thrown_error(kind, code, message);
        }
        let code = code.map(|code| self.string(code)).transpose()?.map_or(core::ptr::null_mut(), RawValue::get);
        let message = self.string(message)?;
        match kind {
            ExceptionKind::Error => answer_value!(napi_create_error(self, code, message.get())),
            ExceptionKind::TypeError => answer_value!(napi_create_type_error(self, code, message.get())),
            ExceptionKind::RangeError => answer_value!(napi_create_range_error(self, code, message.get())),
            ExceptionKind::SyntaxError => self.new_syntax_error(code, message),
        }
    }

    /// OpenHarmony (all API levels so far) makes a plain `Error` where a `TypeError` or a `RangeError` is to be made; thrown
    /// they have the right class.
    fn thrown_error(self, kind: ExceptionKind, code: Option<&str>, message: &str) -> Result<RawValue, Failure> {
        let code = code.map(without_nul);
        let message = without_nul(message);
        let (code, message) = (code.as_deref().map_or(core::ptr::null(), CStr::as_ptr), message.as_ptr());
        match kind {
            ExceptionKind::RangeError => perform!(napi_throw_range_error(self, code, message))?,
            _ => perform!(napi_throw_type_error(self, code, message))?,
        }
        self.take_exception()
    }

    /// `node_api_create_syntax_error` came with Node-API 9; a host without it gets a plain `Error`.
    fn new_syntax_error(self, code: abi::napi_value, message: RawValue) -> Result<RawValue, Failure> {
        let Some(create) = optional_import!(node_api_create_syntax_error) else {
            return answer_value!(napi_create_error(self, code, message.get()));
        };
        let mut error = core::ptr::null_mut();
        // SAFETY: env, handle; `error` is writable for the call.
        let status = unsafe { create(self.0, code, message.get(), &raw mut error) };
        super::host::checked(&self, super::host::call_name!(node_api_create_syntax_error), status)?;
        super::host::answered(super::host::call_name!(node_api_create_syntax_error), error)
    }

    pub(crate) fn throw(self, value: RawValue) -> Result<(), Failure> {
        let value = if OHOS { self.as_error(value)? } else { value };
        perform!(napi_throw(self, value.get()))
    }

    pub(crate) fn is_error(self, value: RawValue) -> Result<bool, Failure> {
        answer!(napi_is_error(self, value.get()) -> false)
    }

    /// OpenHarmony (all API levels so far) throws error objects only: anything else becomes the `cause` of one.
    fn as_error(self, value: RawValue) -> Result<RawValue, Failure> {
        if self.is_error(value)? {
            return Ok(value);
        }
        // A symbol has no text, and an object's could run JavaScript.
        let text = match self.type_of(value)? {
            TypeOf::STRING | TypeOf::NUMBER | TypeOf::BOOLEAN | TypeOf::BIGINT | TypeOf::NULL | TypeOf::UNDEFINED => {
                self.coerce_to_string(value)?
            }
            _ => self.string("a value that is no error was thrown: it is the cause")?,
        };
        let error = answer_value!(napi_create_error(self, core::ptr::null_mut(), text.get()))?;
        // Defined, not assigned: a setter on a prototype must not run, or take the value.
        self.define(error, &[Descriptor::new(self.string("cause")?, PropertyKind::Hidden(value))])?;
        Ok(error)
    }

    pub(crate) fn is_exception_pending(self) -> Result<bool, Failure> {
        answer!(napi_is_exception_pending(self) -> false)
    }

    pub(crate) fn take_exception(self) -> Result<RawValue, Failure> {
        answer_value!(napi_get_and_clear_last_exception(self))
    }

    /// Takes what is pending, if anything is, and forgets it.
    pub(crate) fn drop_exception(self) {
        if self.is_exception_pending().unwrap_or(false) {
            let _ = self.take_exception();
        }
    }

    /// Gives `value` to the host's uncaught-exception path. OpenHarmony has it from API level 12 on; before, it is thrown.
    pub(crate) fn fatal_exception(self, value: RawValue) {
        let Some(report) = optional_import!(napi_fatal_exception) else {
            let _ = self.throw(value);
            return;
        };
        // SAFETY: env, handle.
        let _ = unsafe { report(self.0, value.get()) };
    }
}
