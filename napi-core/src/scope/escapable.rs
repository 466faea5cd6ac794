//! A scope that one handle can leave.

use core::marker::PhantomData;

use super::{Frame, Own, Scope};
use crate::env::{Env, InstancePtr};
use crate::error::Result;
use crate::sys::OpenScope;
use crate::value::{Family, Handle, HandleFamily, Value};

/// The right to let one handle out of the scope `'i` into `'s`; using it consumes it.
///
/// ```
/// use napi_core::prelude::*;
///
/// #[export]
/// fn first<'s>(env: &mut Env<'s>, list: Array<'_>) -> Result<Value<'s>> {
///     env.escapable_scope(|env, escape| {
///         let item = list.get::<Value>(env, 0)?;
///         escape.escape(item)
///     })
/// }
/// ```
pub struct Escape<'i, 's> {
    instance: InstancePtr,
    scope: OpenScope,
    // Invariant in both: a handle of a scope further in must not pass for one of this scope.
    brand: PhantomData<(Invariant<'i>, Invariant<'s>)>,
}

type Invariant<'x> = fn(&'x ()) -> &'x ();

impl<'i, 's> Escape<'i, 's> {
    /// Gives `handle` a second life in the outer scope. (`napi_escape_handle`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # #[export]
    /// # fn text<'s>(env: &mut Env<'s>) -> Result<JsString<'s>> {
    /// env.escapable_scope(|env, escape| escape.escape(env.string("kept")?))
    /// # }
    /// ```
    ///
    /// # Errors
    /// `ERR_NODE_API` when the host refuses.
    pub fn escape<H: Handle<'i>>(self, handle: H) -> Result<<H::Family as Family>::Of<'s>> {
        let raw = self.instance.host().escape(&self.scope, handle.value().raw())?;
        Ok(H::Family::at(Value::from_raw(raw)))
    }
}

impl core::fmt::Debug for Escape<'_, '_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Escape").finish_non_exhaustive()
    }
}

impl<'s> Env<'s> {
    /// Runs `body` in a handle scope that one handle can leave: the one given to [`Escape::escape`].
    /// (`napi_open_escapable_handle_scope`, `napi_close_escapable_handle_scope`)
    ///
    /// ```
    /// use napi_core::prelude::*;
    ///
    /// #[export]
    /// fn settings<'s>(env: &mut Env<'s>) -> Result<Object<'s>> {
    ///     env.escapable_scope(|env, escape| {
    ///         let object = env.object()?;
    ///         object.set(env, "depth", 3)?;
    ///         escape.escape(object)
    ///     })
    /// }
    /// ```
    ///
    /// # Errors
    /// What `body` returns, and as every method of [`Env`].
    pub fn escapable_scope<R>(
        &mut self,
        body: impl for<'i> FnOnce(&mut Scope<'i, 's>, Escape<'i, 's>) -> Result<R>,
    ) -> Result<R> {
        self.host()?;
        let frame = Frame::open(self.instance(), Own::Escapable)?;
        let scope = *frame.scope().unwrap_or_else(|| unreachable!("an escapable frame has a scope"));
        let escape = Escape { instance: self.instance(), scope, brand: PhantomData };
        body(&mut Scope::of(frame.env()), escape)
    }
}
