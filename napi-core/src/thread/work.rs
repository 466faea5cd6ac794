//! Work on the host's pool that comes back to the JavaScript thread.

use core::sync::atomic::{AtomicBool, Ordering};
use std::rc::Rc;
use std::sync::Arc;

use super::job::{self, Pending};
use crate::convert::IntoJs;
use crate::env::Env;
use crate::error::{Result, to_value};
use crate::reference::Ref;
use crate::scope::settle;
use crate::sys::Pool;
use crate::value::{Family, Function, Value};

/// Tells work on the pool whether its result is still wanted.
///
/// ```
/// use napi_core::prelude::*;
///
/// #[export]
/// fn search(env: &Env<'_>, done: Function<'_, (u32,)>) -> Result<Work> {
///     let done = Ref::new(env, done)?;
///     env.queue_work(
///         |cancel| (0..1_000_000).take_while(|_| !cancel.is_cancelled()).count() as u32,
///         move |env, found| done.get(env)?.call(env, (found?,)).map(drop),
///     )
/// }
/// ```
#[derive(Clone, Debug, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// Whether the work was cancelled, or the environment ends: return soon, with anything.
    ///
    /// ```
    /// # use napi_core::Cancel;
    /// assert!(!Cancel::default().is_cancelled());
    /// ```
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }

    pub(super) fn set(&self) {
        self.0.store(true, Ordering::Release);
    }
}

/// Work that was queued, for cancelling it on the JavaScript thread. Dropping it changes nothing: the work runs.
///
/// Returned from an exported function it is `undefined`.
///
/// ```
/// use napi_core::prelude::*;
///
/// #[export]
/// fn warm_up(env: &Env<'_>) -> Result<Work> {
///     env.queue_work(|_| std::fs::read("cache").is_ok(), |_env, found| found.map(drop))
/// }
/// ```
pub struct Work {
    pending: Rc<dyn Pending>,
    generation: u64,
}

impl Work {
    /// Cancels the work, which is told by its [`Cancel`]; `true` if it has not begun, and will not: its `after` then gets an
    /// error with the code `ERR_CANCELLED`. `false` too if it is done, or belongs to another environment. (`uv_cancel`,
    /// `napi_cancel_async_work`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, work: &Work) -> bool {
    /// work.cancel(env)
    /// # }
    /// ```
    pub fn cancel(&self, env: &Env<'_>) -> bool {
        let here = env.instance().home().generation() == self.generation;
        here && env.host().is_ok_and(|host| self.pending.cancel(*host))
    }
}

impl core::fmt::Debug for Work {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Work").field("generation", &self.generation).finish_non_exhaustive()
    }
}

impl<'s> IntoJs<'s> for Work {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        ().into_js(env)
    }
}

impl Env<'_> {
    /// Runs `work` on the host's thread pool, and then `after` with its result on the JavaScript thread, in a handle scope
    /// of its own.
    ///
    /// A panic in `work` is the error that `after` gets. What goes wrong in `after` goes to the host's uncaught-exception
    /// path. When the environment ends, work that has not begun is dropped, the host waits for what runs (see [`Cancel`]),
    /// and `after` is dropped. (`uv_queue_work`; `napi_create_async_work` on Bun and Deno)
    ///
    /// ```
    /// use napi_core::prelude::*;
    ///
    /// #[export]
    /// fn sum(env: &Env<'_>, numbers: Vec<f64>, done: Function<'_, (f64,)>) -> Result<Work> {
    ///     let done = Ref::new(env, done)?;
    ///     env.queue_work(
    ///         move |_| numbers.iter().sum::<f64>(),
    ///         move |env, sum| done.get(env)?.call(env, (sum?,)).map(drop),
    ///     )
    /// }
    /// ```
    ///
    /// # Errors
    /// `ERR_CLOSING` when the environment ends, and as every method of [`Env`]; both closures are dropped then.
    pub fn queue_work<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Cancel) -> T + Send + 'static,
        after: impl FnOnce(&mut Env<'_>, Result<T>) -> Result<()> + 'static,
    ) -> Result<Work> {
        self.queue_work_on(None, work, after)
    }

    /// [`queue_work`](Self::queue_work) on another pool than the environment's own.
    pub(crate) fn queue_work_on<T: Send + 'static>(
        &self,
        pool: Option<Pool>,
        work: impl FnOnce(&Cancel) -> T + Send + 'static,
        after: impl FnOnce(&mut Env<'_>, Result<T>) -> Result<()> + 'static,
    ) -> Result<Work> {
        let pending = job::queue(self, pool, work, after)?;
        Ok(Work { pending, generation: self.instance().home().generation() })
    }
}

/// Runs `work` on the pool and hands what it returns, or the error of its `Err` or panic, to `callback`. What
/// `#[threadsafe_callback(callback)]` on a closure is made into.
pub fn queue_work_for<A: Family, R: Family, T>(
    env: &Env<'_>,
    callback: Function<'_, A, R>,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<Work>
where
    T: for<'x> IntoJs<'x> + Send + 'static,
{
    let callback = Ref::new(env, callback)?;
    env.queue_work(
        |_| work(),
        move |env, result| {
            let result = result.and_then(|value| value.into_js(env));
            let value = match settle(env, result) {
                Ok(value) => value,
                Err(error) => Value::from_raw(to_value(*env.host()?, Some(env.instance()), &error)?),
            };
            callback.get(env)?.apply(env, env.undefined()?, vec![value]).map(drop)
        },
    )
}
