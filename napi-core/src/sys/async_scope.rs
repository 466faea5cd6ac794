//! What the host has around its own callbacks, for callbacks that are not its own: callback scopes, and the cleanup hook that waits.

use core::ffi::c_void;
use core::ptr::NonNull;

use super::abi;
use super::host::Host;
use super::imports::optional_import;

/// What callback scopes of one kind have in common; hosts count it among what is pending until it is destroyed.
pub(crate) struct AsyncContext(abi::napi_async_context);

/// An open callback scope: when the outermost is closed, microtasks run.
pub(crate) struct CallbackScope(abi::napi_callback_scope);

/// A cleanup hook for which the host waits.
pub(crate) struct AsyncCleanupHook(abi::napi_async_cleanup_hook_handle);

/// What the host calls when the environment ends, with the argument that it was given; it waits until the hook is removed.
pub(crate) type AsyncHook = unsafe extern "C" fn(*mut c_void, *mut c_void);

impl Host {
    /// `None` where the host has no callback scopes.
    pub(crate) fn async_context(self, name: &str) -> Option<AsyncContext> {
        let init = optional_import!(napi_async_init)?;
        let name = self.string(name).ok()?.get();
        let mut context = core::ptr::null_mut();
        // SAFETY: env, handle; `context` is writable for the call.
        let status = unsafe { init(self.0, core::ptr::null_mut(), name, &raw mut context) };
        (status == abi::status::OK).then_some(AsyncContext(context))
    }

    pub(crate) fn destroy(self, context: AsyncContext) {
        let Some(destroy) = optional_import!(napi_async_destroy) else { return };
        // SAFETY: env; the context is consumed here.
        let _ = unsafe { destroy(self.0, context.0) };
    }

    pub(crate) fn open_callback_scope(self, context: &AsyncContext) -> Option<CallbackScope> {
        let open = optional_import!(napi_open_callback_scope)?;
        // Node ignores the resource and does not take null for it.
        let resource = self.object().ok()?.get();
        let mut scope = core::ptr::null_mut();
        // SAFETY: env, handle; the context is alive; `scope` is writable for the call.
        let status = unsafe { open(self.0, resource, context.0, &raw mut scope) };
        (status == abi::status::OK).then_some(CallbackScope(scope))
    }

    /// Closes the innermost callback scope, in which microtasks run.
    pub(crate) fn close_callback_scope(self, scope: CallbackScope) {
        let Some(close) = optional_import!(napi_close_callback_scope) else { return };
        // SAFETY: env; the scope is open, and consumed here.
        let _ = unsafe { close(self.0, scope.0) };
    }

    /// `argument` must be an address of its own. `None` where the host has no such hooks.
    pub(crate) fn add_async_cleanup_hook(self, hook: AsyncHook, argument: NonNull<c_void>) -> Option<AsyncCleanupHook> {
        let add = optional_import!(napi_add_async_cleanup_hook)?;
        // SAFETY: the two function types differ only in what the first pointer is said to point to.
        let hook = unsafe { core::mem::transmute::<AsyncHook, abi::napi_async_cleanup_hook>(hook) };
        let mut handle = core::ptr::null_mut();
        // SAFETY: env; `handle` is writable for the call.
        let status = unsafe { add(self.0, hook, argument.as_ptr(), &raw mut handle) };
        (status == abi::status::OK).then_some(AsyncCleanupHook(handle))
    }
}

impl AsyncCleanupHook {
    /// The host need not wait (any longer).
    pub(crate) fn remove(self) {
        let Some(remove) = optional_import!(napi_remove_async_cleanup_hook) else { return };
        // SAFETY: the handle is valid until it is removed, here.
        let _ = unsafe { remove(self.0) };
    }
}
