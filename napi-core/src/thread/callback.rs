//! A JavaScript function that any thread can call.

use core::marker::PhantomData;
use std::sync::Arc;

use super::answer::{Answer, question};
use super::bound::{Bound, Place};
use super::js_thread::{Item, JsThread};
use super::task::Task;
use crate::convert::{FromJs, IntoArgs};
use crate::env::Env;
use crate::error::{Error, Result, code};
use crate::reference::Ref;
use crate::value::{Family, Function, Value, js};

/// A JavaScript function that any thread can call, with a tuple of owned arguments.
///
/// It is `Send`, `Sync` and cheap to clone. It keeps the function, and the process, alive until its last clone is dropped,
/// anywhere; see [`weak`](Self::weak). Calls run in order on the JavaScript thread, each in a handle scope of its own unless they are [batched](Self::batched). When the
/// environment ends, calls that were not run are dropped, whoever waits gets an error with the code `ERR_CLOSING`, and so does
/// every later call. (`napi_create_threadsafe_function`, `napi_create_reference`)
///
/// ```
/// use napi_core::prelude::*;
///
/// #[export]
/// fn count(steps: u32, tick: ThreadsafeCallback<(u32,), bool>) {
///     std::thread::spawn(move || -> Result<()> {
///         for step in 0..steps {
///             if !tick.call_blocking((step,))? {
///                 break;
///             }
///         }
///         Ok(())
///     });
/// }
/// ```
///
/// The attribute [`threadsafe_callback`](macro@crate::threadsafe_callback) gives the same as a closure.
pub struct ThreadsafeCallback<Args, Ret = ()> {
    function: Arc<Ref<js::Function>>,
    thread: JsThread,
    bound: Option<Arc<Bound>>,
    batched: bool,
    signature: PhantomData<fn(Args) -> Ret>,
}

impl<A, R> Clone for ThreadsafeCallback<A, R> {
    fn clone(&self) -> Self {
        Self {
            function: Arc::clone(&self.function),
            thread: self.thread.clone(),
            bound: self.bound.clone(),
            batched: self.batched,
            signature: PhantomData,
        }
    }
}

impl<A, R> core::fmt::Debug for ThreadsafeCallback<A, R> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("ThreadsafeCallback").field("thread", &self.thread).finish_non_exhaustive()
    }
}

/// Why a call that does not wait was not queued, with its arguments.
///
/// ```
/// use napi_core::prelude::*;
/// use napi_core::TryCallError;
///
/// fn offer(callback: &ThreadsafeCallback<(String,)>, line: String) -> Option<String> {
///     match callback.try_call((line,)) {
///         Err(TryCallError::Full((line,))) => Some(line),
///         _ => None,
///     }
/// }
/// ```
#[derive(Debug)]
pub enum TryCallError<Args> {
    /// As many calls are queued as the bound allows.
    Full(Args),
    /// The environment ends, or has ended.
    Closing(Args),
}

impl<A> core::fmt::Display for TryCallError<A> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Full(_) => f.write_str("as many calls are queued as the bound allows"),
            Self::Closing(_) => f.write_str("the JavaScript thread's environment is closing"),
        }
    }
}

impl<A: core::fmt::Debug> std::error::Error for TryCallError<A> {}

impl<A, R> ThreadsafeCallback<A, R> {
    /// Keeps `function` for calls from any thread.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, function: Function<'_>) -> Result<ThreadsafeCallback<(String,), bool>> {
    /// ThreadsafeCallback::new(env, function)
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    pub fn new<FA: Family, FR: Family>(env: &Env<'_>, function: Function<'_, FA, FR>) -> Result<Self> {
        let function = Function::of(Value::from(function));
        Ok(Self {
            function: Arc::new(Ref::new(env, function)?),
            thread: env.js_thread()?,
            bound: None,
            batched: false,
            signature: PhantomData,
        })
    }

    /// Lets the process end although this callback is there; clones made from now on do so too.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, function: Function<'_>) -> Result<ThreadsafeCallback<(String,)>> {
    /// Ok(ThreadsafeCallback::new(env, function)?.weak())
    /// # }
    /// ```
    #[must_use]
    pub fn weak(self) -> Self {
        self.thread.unref();
        self
    }

    /// Lets at most `limit` calls of this callback, and of clones made from now on, wait in the queue.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, function: Function<'_>) -> Result<ThreadsafeCallback<(String,)>> {
    /// Ok(ThreadsafeCallback::new(env, function)?.bound(64))
    /// # }
    /// ```
    ///
    /// # Panics
    /// With a limit of 0.
    #[must_use]
    pub fn bound(mut self, limit: usize) -> Self {
        assert!(limit > 0, "a callback that may queue no call can make none");
        self.bound = Some(Bound::new(limit));
        self
    }

    /// Lets microtasks wait until the whole queue was run, instead of after each call, and up to 64 calls share a handle scope:
    /// less than half the price, for many small calls.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, function: Function<'_>) -> Result<ThreadsafeCallback<(f64,)>> {
    /// Ok(ThreadsafeCallback::new(env, function)?.batched())
    /// # }
    /// ```
    #[must_use]
    pub fn batched(mut self) -> Self {
        self.batched = true;
        self
    }

    /// The JavaScript thread that the calls run on; this callback's own handle to it.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(callback: &ThreadsafeCallback<(f64,)>) -> u64 {
    /// callback.js_thread().lost_calls()
    /// # }
    /// ```
    pub fn js_thread(&self) -> &JsThread {
        &self.thread
    }

    /// The place of a call, where their number is bound; waits for it where that cannot block for ever.
    fn place(&self) -> Result<Option<Place>> {
        let Some(bound) = &self.bound else { return Ok(None) };
        if !self.thread.is_current() {
            return Ok(Some(bound.wait_for_place()));
        }
        bound.try_place().map(Some).ok_or_else(full)
    }

    fn item(
        &self,
        place: Option<Place>,
        run: impl FnOnce(&mut Env<'_>, &Ref<js::Function>) -> Result<()> + Send + 'static,
    ) -> Item {
        let function = Arc::clone(&self.function);
        let task = match place {
            None => Task::new(move |env: &mut Env<'_>| run(env, &function)),
            Some(place) => Task::new(move |env: &mut Env<'_>| {
                drop(place);
                run(env, &function)
            }),
        };
        Item { task, batched: self.batched }
    }
}

impl<A, R> ThreadsafeCallback<A, R> {
    /// Queues a call and does not wait for it. Its result is not looked at; what the function throws goes to the host's
    /// uncaught-exception path. A [bound](Self::bound) callback waits until there is room in the queue.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(log: &ThreadsafeCallback<(String,)>) -> Result<()> {
    /// log.call(("started".to_owned(),))
    /// # }
    /// ```
    ///
    /// # Errors
    /// `ERR_CLOSING` when the environment ends or has ended; `ERR_QUEUE_FULL` for a bound callback on the JavaScript thread
    /// itself, which cannot wait. The arguments are dropped then.
    pub fn call(&self, args: A) -> Result<()>
    where
        A: for<'x> IntoArgs<'x> + Send + 'static,
    {
        let place = self.place()?;
        self.thread.push(self.item(place, move |env, function| apply(env, function, args).map(drop)))
    }

    /// Queues a call if there is room, and does not wait for anything.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(log: &ThreadsafeCallback<(String,)>) -> bool {
    /// log.try_call(("started".to_owned(),)).is_ok()
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`TryCallError`], which has the arguments.
    pub fn try_call(&self, args: A) -> core::result::Result<(), TryCallError<A>>
    where
        A: for<'x> IntoArgs<'x> + Send + 'static,
    {
        let place = match self.bound.as_ref().map(Bound::try_place) {
            Some(None) => return Err(TryCallError::Full(args)),
            Some(place) => place,
            None => None,
        };
        let make = |args: A| self.item(place, move |env, function| apply(env, function, args).map(drop));
        self.thread.push_with(args, make).map_err(TryCallError::Closing)
    }

    /// Queues a call and gives its result as a future, which is `Send`. What the function throws is its error.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// async fn confirmed(ask: &ThreadsafeCallback<(String,), bool>) -> Result<bool> {
    ///     ask.call_async(("Go on?".to_owned(),)).await
    /// }
    /// ```
    ///
    /// # Errors
    /// What the function throws, a result that is no `Ret`, and the errors of [`call`](Self::call).
    pub fn call_async(&self, args: A) -> Answer<R>
    where
        A: for<'x> IntoArgs<'x> + Send + 'static,
        R: for<'x> FromJs<'x> + Send + 'static,
    {
        let (asker, answer) = question();
        match self.place() {
            Ok(place) => {
                let item = self.item(place, move |env, function| {
                    asker.answer_with(env, |env| {
                        let value = apply(env, function, args)?;
                        R::from_result(env, value).map_err(|error| error.in_argument("callback", "result"))
                    });
                    Ok(())
                });
                // Refused, the asker is dropped with the item, which is the answer.
                let _ = self.thread.push(item);
            }
            Err(error) => asker.answer(Err(error)),
        }
        answer
    }

    /// Calls the function and blocks this thread until its result is there.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(ask: &ThreadsafeCallback<(String,), bool>) -> Result<bool> {
    /// ask.call_blocking(("Go on?".to_owned(),))
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`call_async`](Self::call_async), and `ERR_WOULD_DEADLOCK` on the JavaScript thread itself.
    pub fn call_blocking(&self, args: A) -> Result<R>
    where
        A: for<'x> IntoArgs<'x> + Send + 'static,
        R: for<'x> FromJs<'x> + Send + 'static,
    {
        self.thread.may_block()?;
        self.call_async(args).wait()
    }
}

fn apply<'e, A: IntoArgs<'e>>(env: &Env<'e>, function: &Ref<js::Function>, args: A) -> Result<Value<'e>> {
    function.get(env)?.apply(env, env.undefined()?, args)
}

#[cold]
fn full() -> Error {
    Error::new("as many calls are queued as the bound allows, and the JavaScript thread cannot wait for itself")
        .with_code(code::QUEUE_FULL)
}

impl<'s, A: 'static, R: 'static> FromJs<'s> for ThreadsafeCallback<A, R> {
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        Self::new(env, value.to::<Function<'s>>(env)?)
    }
}

impl<A: 'static, R: 'static> Family for ThreadsafeCallback<A, R> {
    type Of<'x> = Self;
}
