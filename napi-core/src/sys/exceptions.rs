//! Exceptions: throwing, taking, asking.

use super::abi;
use super::host::{Failure, Host, RawValue, answer, answer_value, perform};
use super::imports::optional_import;

/// The constructor of a JavaScript error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ExceptionKind {
    Error,
    TypeError,
    RangeError,
    SyntaxError,
}

impl Host {
    pub(crate) fn new_error(
        self,
        kind: ExceptionKind,
        code: Option<RawValue>,
        message: RawValue,
    ) -> Result<RawValue, Failure> {
        let code = code.map_or(core::ptr::null_mut(), RawValue::get);
        match kind {
            ExceptionKind::Error => answer_value!(napi_create_error(self, code, message.get())),
            ExceptionKind::TypeError => answer_value!(napi_create_type_error(self, code, message.get())),
            ExceptionKind::RangeError => answer_value!(napi_create_range_error(self, code, message.get())),
            ExceptionKind::SyntaxError => self.new_syntax_error(code, message),
        }
    }

    /// `node_api_create_syntax_error` came with Node-API 9; a host without it gets a plain `Error`.
    fn new_syntax_error(self, code: abi::napi_value, message: RawValue) -> Result<RawValue, Failure> {
        let Some(create) = optional_import!(node_api_create_syntax_error) else {
            return answer_value!(napi_create_error(self, code, message.get()));
        };
        let mut error = core::ptr::null_mut();
        // SAFETY: env, handle; `error` is writable for the call.
        let status = unsafe { create(self.0, code, message.get(), &raw mut error) };
        super::host::checked(self, &"node_api_create_syntax_error", status)?;
        super::host::answered(&"node_api_create_syntax_error", error)
    }

    pub(crate) fn throw(self, value: RawValue) -> Result<(), Failure> {
        perform!(napi_throw(self, value.get()))
    }

    pub(crate) fn is_exception_pending(self) -> Result<bool, Failure> {
        answer!(napi_is_exception_pending(self) -> false)
    }

    pub(crate) fn take_exception(self) -> Result<RawValue, Failure> {
        answer_value!(napi_get_and_clear_last_exception(self))
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
