//! A scope for the rest of a block.

use core::marker::PhantomData;

use super::Scope;
use crate::env::{Env, InstancePtr};
use crate::error::Result;

/// A handle scope that lasts until the guard is dropped. [`scope!`](crate::scope!) makes one and keeps it out of reach.
pub struct Guard<'o, 's> {
    instance: InstancePtr,
    depth: u32,
    /// The outer token rests as long as the guard lives.
    outer: PhantomData<&'o mut Env<'s>>,
}

impl<'o, 's> Guard<'o, 's> {
    /// Opens the scope.
    pub fn open(outer: &'o mut Env<'s>) -> Result<Self> {
        let (host, instance) = (outer.host()?, outer.instance());
        let scope = host.open_scope()?;
        let guard = Self { instance, depth: instance.depth(), outer: PhantomData };
        // Kept by the instance, because safe code can forget a guard: the frame around it closes what is left open.
        instance.push_guarded(guard.depth, scope);
        instance.set_depth(guard.depth + 1);
        Ok(guard)
    }

    /// The token of the guard's scope, for a lifetime that ends before the guard is dropped.
    pub fn scope<'g>(&'g mut self) -> Scope<'g, 's> {
        Scope::of(Env::mint(self.instance))
    }
}

impl Drop for Guard<'_, '_> {
    fn drop(&mut self) {
        self.instance.close_guarded(self.depth);
        self.instance.set_depth(self.depth);
    }
}

/// Opens a handle scope for the rest of the enclosing block: the form of [`Env::scope`] in which `?`, `break`, `continue`
/// and `return` work.
///
/// `scope!(let inner = outer);` takes a `&mut Env` called `outer` and declares `inner`, the token of the new scope; both may
/// have the same name. The scope closes at the end of the block. It contains a `?`, for a host that cannot open a scope.
/// (`napi_open_handle_scope`, `napi_close_handle_scope`)
///
/// ```
/// use napi_core::prelude::*;
///
/// #[export]
/// fn total(env: &mut Env<'_>, list: Array<'_>) -> Result<f64> {
///     let mut total = 0.0;
///     for index in 0..list.len(env)? {
///         scope!(let env = env);
///         total += list.get::<f64>(env, index)?;
///     }
///     Ok(total)
/// }
/// ```
#[macro_export]
macro_rules! scope {
    (let $inner:ident = $outer:expr) => {
        let mut guard = $crate::__private::Guard::open(&mut *$outer)?;
        let mut scope = guard.scope();
        let $inner = &mut scope;
    };
}
