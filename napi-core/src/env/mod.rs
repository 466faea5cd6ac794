//! The environment token.

mod cells;
mod cleanup;
mod data;
mod externals;
mod finalizer;
mod frozen;
mod glue;
mod instance;
mod intrinsics;
mod keys;
mod rows;

use core::marker::PhantomData;

pub(crate) use cells::{CellFunctions, CellHeader, NotLent, Stamp, consume, discard, give_back, wrap};
pub use cleanup::CleanupHook;
pub(crate) use finalizer::{finalize, finalize_hinted};
pub use frozen::Frozen;
pub(crate) use glue::{CHUNK, Loops, call_own};
pub(crate) use instance::{CallData, Instance, InstancePtr, OverloadTarget};
pub(crate) use intrinsics::Intrinsic;
pub(crate) use keys::KeptKeys;
pub use rows::Column;
pub(crate) use rows::{Found, Odd, Shape};

use crate::error::{Error, Result, code};
use crate::sys::Host;

/// The token of the innermost open handle scope `'s`, on the JavaScript thread.
///
/// Whatever makes a handle, or runs JavaScript, takes `&Env<'s>`; whatever opens a scope takes `&mut Env<'s>`, so that the
/// token of the outer scope rests while an inner one is open. A program never makes an `Env` and never owns one: an
/// exported function, a closure made into a function and [`Env::scope`] receive it by reference.
///
/// ```
/// use napi_core::prelude::*;
///
/// #[export]
/// fn describe<'s>(env: &mut Env<'s>, name: &str) -> Result<Object<'s>> {
///     let object = env.object()?;
///     object.set(env, "name", name)?;
///     Ok(object)
/// }
/// ```
///
/// # Errors
/// Every method that takes an `Env` fails with `ERR_SCOPE` when the token is not that of the innermost scope, which only
/// happens to a program that smuggles it past the compiler, with an exception pending when JavaScript threw, and with
/// `ERR_NODE_API` when the host refused.
pub struct Env<'s> {
    instance: InstancePtr,
    depth: u32,
    // Covariant in `'s`; not `Send` and not `Sync`.
    scope: PhantomData<&'s ()>,
}

impl<'s> Env<'s> {
    /// Makes the token of the innermost frame.
    ///
    /// The caller answers for the lifetime: `'s` is universally quantified for the code that sees the token, and everything
    /// made with it is out of reach before the scope closes.
    #[inline(always)]
    pub(crate) fn mint(instance: InstancePtr) -> Self {
        Self { depth: instance.depth(), instance, scope: PhantomData }
    }

    /// The environment for a call that runs no JavaScript.
    #[inline(always)]
    pub(crate) fn host(&self) -> Result<&Host> {
        if self.instance.depth() == self.depth { Ok(self.instance.host()) } else { Err(not_innermost()) }
    }

    /// The environment for a call that may run JavaScript. As long as the answer lives, no token works but those that
    /// are made inside: a host puts its own scope around a nested call, and a handle made there would die with it.
    #[inline(always)]
    pub(crate) fn enter(&self) -> Result<Entered<'_>> {
        self.host()?;
        self.instance.set_depth(self.depth + 1);
        Ok(Entered { instance: &self.instance, depth: self.depth })
    }

    /// Whether new objects are made fastest by assignments: JavaScript is asked which host this is, for the first time.
    #[inline]
    pub(crate) fn assigns_fastest(&self) -> bool {
        let known = &self.instance.assigns_fastest;
        known.get().unwrap_or_else(|| {
            let answer = self.enter().is_ok_and(|host| host.assigns_fastest());
            known.set(Some(answer));
            answer
        })
    }

    pub(crate) fn instance(&self) -> InstancePtr {
        self.instance
    }
}

/// The time during which JavaScript may run; ends when it is dropped.
pub(crate) struct Entered<'e> {
    instance: &'e InstancePtr,
    depth: u32,
}

impl core::ops::Deref for Entered<'_> {
    type Target = Host;
    #[inline(always)]
    fn deref(&self) -> &Host {
        self.instance.host()
    }
}

impl Drop for Entered<'_> {
    #[inline(always)]
    fn drop(&mut self) {
        self.instance.set_depth(self.depth);
    }
}

#[cold]
fn not_innermost() -> Error {
    Error::new(
        "this Env is not the one of the innermost scope: an inner scope is open, or JavaScript is running; \
         use the Env of the innermost closure",
    )
    .with_code(code::SCOPE)
}

impl core::fmt::Debug for Env<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Env")
            .field("generation", &self.instance.home().generation())
            .field("depth", &self.depth)
            .finish()
    }
}
