//! Handle scopes: which handles live how long.

mod escapable;
mod frame;
mod guard;
mod try_catch;

use core::iter::Take;
use core::ops::{Deref, DerefMut, Range};

pub use escapable::Escape;
pub(crate) use frame::{Frame, Own};
pub use guard::Guard;
pub use try_catch::Exception;
pub(crate) use try_catch::{settle, take_pending};

use crate::env::Env;
use crate::error::Result;
use crate::value::BATCH;
use core::marker::PhantomData;

/// The token of an inner scope `'i` inside of `'s`, as a closure of [`Env::scope`] receives it: use it like an [`Env`].
///
/// It names the outer scope too, so that values of the outer scope can be used in the inner one.
///
/// ```
/// use napi_core::prelude::*;
///
/// #[export]
/// fn count<'s>(env: &mut Env<'s>, list: Array<'s>) -> Result<u32> {
///     env.scope(|env: &mut Scope<'_, 's>| list.len(env))
/// }
/// ```
#[derive(Debug)]
pub struct Scope<'i, 's: 'i> {
    env: Env<'i>,
    outer: PhantomData<&'i Env<'s>>,
}

impl<'i, 's> Scope<'i, 's> {
    /// The token `env` of a scope that was just opened, with the name of the scope around it.
    pub(crate) fn of(env: Env<'i>) -> Self {
        Self { env, outer: PhantomData }
    }
}

impl<'i> Deref for Scope<'i, '_> {
    type Target = Env<'i>;
    #[inline(always)]
    fn deref(&self) -> &Env<'i> {
        &self.env
    }
}

impl DerefMut for Scope<'_, '_> {
    #[inline(always)]
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.env
    }
}

impl<'s> Env<'s> {
    /// Runs `body` in a handle scope of its own: what it makes is released when it returns, on every way out.
    ///
    /// A handle of the inner scope cannot leave it; return Rust values, or use [`escapable_scope`](Self::escapable_scope).
    /// (`napi_open_handle_scope`, `napi_close_handle_scope`)
    ///
    /// ```
    /// use napi_core::prelude::*;
    ///
    /// #[export]
    /// fn longest(env: &mut Env<'_>, words: Array<'_>) -> Result<usize> {
    ///     let mut longest = 0;
    ///     for index in 0..words.len(env)? {
    ///         let length = env.scope(|env| Ok(words.get::<String>(env, index)?.len()))?;
    ///         longest = longest.max(length);
    ///     }
    ///     Ok(longest)
    /// }
    /// ```
    ///
    /// # Errors
    /// What `body` returns, and as every method of [`Env`].
    pub fn scope<R>(&mut self, body: impl for<'i> FnOnce(&mut Scope<'i, 's>) -> Result<R>) -> Result<R> {
        self.host()?;
        let frame = Frame::open(self.instance(), Own::Plain)?;
        body(&mut Scope::of(frame.env()))
    }

    /// Handles that are released at once, for loops inside this crate, whose results are owned.
    ///
    /// It takes `&self`, so that `body`, in which conversions of users may run, can reach this token too. The depth that each token
    /// checks keeps handles apart: until `body` has ended, every use of this token is an error.
    pub(crate) fn batch<R>(&self, body: impl for<'i> FnOnce(&Env<'i>) -> Result<R>) -> Result<R> {
        self.host()?;
        let frame = Frame::open(self.instance(), Own::Plain)?;
        body(&frame.env())
    }

    /// One [`batch`](Self::batch) after the other, for loops over indices: `body` gets those of each.
    #[inline]
    pub(crate) fn batches(
        &self,
        indices: Range<u32>,
        mut body: impl for<'i> FnMut(&Env<'i>, Range<u32>) -> Result<()>,
    ) -> Result<()> {
        let end = indices.end;
        for begin in indices.step_by(BATCH as usize) {
            self.batch(|env| body(env, begin..end.min(begin.saturating_add(BATCH))))?;
        }
        Ok(())
    }

    /// The same for loops over values.
    #[inline]
    pub(crate) fn batches_of<I: ExactSizeIterator>(
        &self,
        mut values: I,
        mut body: impl for<'i> FnMut(&Env<'i>, Take<&mut I>) -> Result<()>,
    ) -> Result<()> {
        while values.len() > 0 {
            self.batch(|env| body(env, values.by_ref().take(BATCH as usize)))?;
        }
        Ok(())
    }
}
