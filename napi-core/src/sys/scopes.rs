//! Handle scopes.

use super::abi;
use super::host::{Failure, Host, RawValue, answer, answer_value, perform};

/// A scope that the host has opened and nobody has closed yet.
#[derive(Clone, Copy)]
pub(crate) enum OpenScope {
    Plain(abi::napi_handle_scope),
    Escapable(abi::napi_escapable_handle_scope),
}

impl Host {
    pub(crate) fn open_scope(&self) -> Result<OpenScope, Failure> {
        answer!(napi_open_handle_scope(self) -> core::ptr::null_mut()).map(OpenScope::Plain)
    }

    pub(crate) fn open_escapable_scope(&self) -> Result<OpenScope, Failure> {
        answer!(napi_open_escapable_handle_scope(self) -> core::ptr::null_mut()).map(OpenScope::Escapable)
    }

    /// Closes the innermost scope. There is nothing to do about a host that refuses.
    pub(crate) fn close_scope(&self, scope: OpenScope) {
        let _ = match scope {
            OpenScope::Plain(scope) => perform!(napi_close_handle_scope(self, scope)),
            OpenScope::Escapable(scope) => perform!(napi_close_escapable_handle_scope(self, scope)),
        };
    }

    /// Gives `value` a second handle in the scope around `scope`; a plain scope has no place for it.
    pub(crate) fn escape(&self, scope: &OpenScope, value: RawValue) -> Result<RawValue, Failure> {
        match scope {
            OpenScope::Escapable(scope) => answer_value!(napi_escape_handle(self, *scope, value.get())),
            OpenScope::Plain(_) => Ok(value),
        }
    }
}
