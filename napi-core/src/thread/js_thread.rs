//! The handle to the JavaScript thread.

use core::convert::identity;
use core::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::Arc;
use std::task::Wake;

use super::answer::{Answer, question};
use super::closing;
use super::queue::{Queue, Ring};
use super::task::Task;
use crate::env::Env;
use crate::error::{Error, Result, code, contain};
use crate::sys::{Bell, Home, Host};

/// What is queued: it runs on the JavaScript thread, or is dropped when the environment ends.
pub(super) struct Item {
    pub(super) task: Task,
    /// Microtasks run after the batch, not after this item, and it shares a handle scope.
    pub(super) batched: bool,
}

/// The bells of an environment: under the queue's lock for other threads, and a copy for the JavaScript thread itself.
#[derive(Clone, Copy)]
pub(super) struct Bells {
    /// Answered as soon as the host gets to it, and with its callback scope around each answer.
    pub(super) now: Bell,
    /// Answered by ringing the other, which takes until the event loop has come round.
    pub(super) later: Bell,
}

impl Ring for Bells {
    fn ring(&self) {
        self.now.ring();
    }
}

/// What all handles to one JavaScript thread share.
pub(super) struct Shared {
    pub(super) home: Arc<Home>,
    pub(super) queue: Arc<Doorbell>,
    /// The handles that keep the event loop alive.
    keepers: AtomicUsize,
    /// Whether the bell keeps the event loop alive; written on the JavaScript thread.
    referenced: AtomicBool,
    lost: AtomicU64,
}

/// The queue, as what wakes its thread.
pub(super) struct Doorbell(pub(super) Queue<Item, Bells>);

impl Wake for Doorbell {
    fn wake(self: Arc<Self>) {
        self.0.ring();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        self.0.ring();
    }
}

impl Shared {
    pub(super) fn new(home: Arc<Home>) -> Arc<Self> {
        Arc::new(Self {
            home,
            queue: Arc::new(Doorbell(Queue::new())),
            keepers: AtomicUsize::new(0),
            referenced: AtomicBool::new(false),
            lost: AtomicU64::new(0),
        })
    }

    /// From now on the bells can be rung.
    pub(super) fn open(&self, bells: Bells) {
        self.queue.0.open(bells);
        self.home.set_bell(Arc::clone(&self.queue).into());
    }

    pub(super) fn push(&self, item: Item) -> Result<()> {
        self.push_with(item, identity).map_err(|item| {
            // The caller's own values: a panic in a destructor of theirs is theirs.
            drop(item);
            closing()
        })
    }

    /// As [`Queue::push_with`].
    fn push_with<P>(&self, parts: P, make: impl FnOnce(P) -> Item) -> Result<(), P> {
        self.queue.0.push_with(parts, make).inspect_err(|_| {
            self.lost.fetch_add(1, Ordering::Relaxed);
        })
    }

    /// Drops what will not run any more; each by itself, because a destructor may panic.
    pub(super) fn lose(&self, items: impl IntoIterator<Item = Item>) {
        for item in items {
            self.lost.fetch_add(1, Ordering::Relaxed);
            contain(|| drop(item));
        }
    }

    /// A handle more that keeps the event loop alive.
    fn keep(&self) {
        if self.keepers.fetch_add(1, Ordering::AcqRel) == 0 {
            self.keepers_changed();
        }
    }

    /// Whether calls are queued or being answered, and how many handles keep the event loop alive.
    #[cfg(feature = "test")]
    pub(super) fn activity(&self) -> (bool, usize) {
        let rung = self.queue.0.with_bell(|_, rung| rung);
        (rung.unwrap_or(false), self.keepers.load(Ordering::Acquire))
    }

    fn let_go(&self) {
        if self.keepers.fetch_sub(1, Ordering::AcqRel) == 1 {
            self.keepers_changed();
        }
    }

    /// The event loop is told at once on its thread, and else when the bell is answered.
    fn keepers_changed(&self) {
        match self.home.here() {
            Some(host) => drop(self.queue.0.with_bell(|bells, rung| self.reference(host, bells, rung))),
            None => self.queue.0.ring(),
        }
    }

    /// On the JavaScript thread: makes the bell keep the event loop alive as long as a handle does, or calls are `rung` in.
    pub(super) fn reference(&self, host: Host, bells: &Bells, rung: bool) {
        let referenced = self.referenced.load(Ordering::Relaxed);
        let wanted = self.keepers.load(Ordering::Acquire) > 0 || (rung && referenced);
        if wanted != referenced {
            bells.now.set_referenced(host, wanted);
            self.referenced.store(wanted, Ordering::Relaxed);
        }
    }
}

/// A handle to the JavaScript thread of an environment, for any other thread: what is posted there runs in order, each item
/// in a handle scope of its own, or with other [batched](Self::post_batched) ones in one.
///
/// A handle keeps the event loop, and with it the process, alive until it is dropped or [`unref`](Self::unref) is called;
/// its clones do what it does. When the environment ends, with its worker or the process, what was not run is dropped, whoever
/// waits gets an error with the code `ERR_CLOSING`, and so does every later call. (`napi_create_threadsafe_function`)
///
/// ```
/// use napi_core::prelude::*;
///
/// #[export]
/// fn tick(env: &Env<'_>) -> Result<()> {
///     let js = env.js_thread()?;
///     std::thread::spawn(move || {
///         js.post(|env| {
///             let on_tick: Function<'_, (String,), js::Value> = env.global()?.get(env, "onTick")?;
///             on_tick.call(env, ("from a thread".to_owned(),))?;
///             Ok(())
///         })
///     });
///     Ok(())
/// }
/// ```
pub struct JsThread {
    shared: Arc<Shared>,
    /// Whether this handle keeps the event loop alive.
    keeps: AtomicBool,
}

impl JsThread {
    pub(super) fn new(shared: Arc<Shared>) -> Self {
        shared.keep();
        Self { shared, keeps: AtomicBool::new(true) }
    }

    pub(super) fn push(&self, item: Item) -> Result<()> {
        self.shared.push(item)
    }

    pub(super) fn push_with<P>(&self, parts: P, make: impl FnOnce(P) -> Item) -> Result<(), P> {
        self.shared.push_with(parts, make)
    }

    /// Queues `run` and does not wait. An error that it returns, a panic, or an exception that JavaScript threw goes to the
    /// host's uncaught-exception path; the rest of the queue runs all the same. Microtasks run after it.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(js: &JsThread) -> Result<()> {
    /// js.post(|env| env.global()?.set(env, "ready", true))
    /// # }
    /// ```
    ///
    /// # Errors
    /// `ERR_CLOSING` when the environment ends or has ended; `run` is dropped then.
    pub fn post(&self, run: impl FnOnce(&mut Env<'_>) -> Result<()> + Send + 'static) -> Result<()> {
        self.push(Item { task: Task::new(run), batched: false })
    }

    /// As [`post`](Self::post), but microtasks wait until the whole queue was run, or until an item that was not batched
    /// has, and up to 64 such items share a handle scope: less than half the price, for many small messages.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(js: &JsThread, done: u32) -> Result<()> {
    /// js.post_batched(move |env| env.global()?.set(env, "done", done))
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`post`](Self::post).
    pub fn post_batched(&self, run: impl FnOnce(&mut Env<'_>) -> Result<()> + Send + 'static) -> Result<()> {
        self.push(Item { task: Task::new(run), batched: true })
    }

    /// Queues `run` and gives its result as a future. An exception that JavaScript threw is in the error, with its identity.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # async fn example(js: &JsThread) -> Result<String> {
    /// js.call(|env| env.global()?.get(env, "title")).await
    /// # }
    /// ```
    ///
    /// # Errors
    /// What `run` returns, its panic (`ERR_RUST_PANIC`), and `ERR_CLOSING` when the environment ends or has ended.
    pub fn call<T: Send + 'static>(&self, run: impl FnOnce(&mut Env<'_>) -> Result<T> + Send + 'static) -> Answer<T> {
        let (asker, answer) = question();
        // Refused, the asker is dropped with the item, which is the answer.
        let _ = self.post(move |env| {
            asker.answer_with(env, run);
            Ok(())
        });
        answer
    }

    /// Queues `run` and blocks this thread until its result is there.
    ///
    /// The JavaScript thread must be free to run it: a thread that holds a lock which a JavaScript call needs waits for ever, as
    /// do two JavaScript threads that block on each other.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(js: &JsThread) -> Result<String> {
    /// js.call_blocking(|env| env.global()?.get(env, "title"))
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`call`](Self::call), and `ERR_WOULD_DEADLOCK` on the JavaScript thread itself.
    pub fn call_blocking<T: Send + 'static>(
        &self,
        run: impl FnOnce(&mut Env<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.may_block()?;
        self.call(run).wait()
    }

    /// Whether this thread can wait for the JavaScript thread.
    pub(super) fn may_block(&self) -> Result<()> {
        if self.is_current() { Err(would_deadlock()) } else { Ok(()) }
    }

    /// Whether this is the JavaScript thread, and its environment has not ended.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>) -> Result<bool> {
    /// Ok(env.js_thread()?.is_current())
    /// # }
    /// ```
    pub fn is_current(&self) -> bool {
        self.shared.home.is_this_thread()
    }

    /// Lets the event loop end although this handle is there. (`napi_unref_threadsafe_function`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>) -> Result<JsThread> {
    /// let js = env.js_thread()?;
    /// js.unref();
    /// Ok(js)
    /// # }
    /// ```
    pub fn unref(&self) {
        if self.keeps.swap(false, Ordering::AcqRel) {
            self.shared.let_go();
        }
    }

    /// Keeps the event loop alive as long as this handle is there, which is what a new handle does. On another thread it
    /// takes effect when the JavaScript thread gets to it. (`napi_ref_threadsafe_function`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(js: &JsThread) {
    /// js.add_ref();
    /// # }
    /// ```
    pub fn add_ref(&self) {
        if !self.keeps.swap(true, Ordering::AcqRel) {
            self.shared.keep();
        }
    }

    /// How many calls to this JavaScript thread, by all handles, were dropped without being run because its environment was
    /// closing.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(js: &JsThread) -> bool {
    /// js.lost_calls() == 0
    /// # }
    /// ```
    pub fn lost_calls(&self) -> u64 {
        self.shared.lost.load(Ordering::Relaxed)
    }
}

#[cold]
fn would_deadlock() -> Error {
    Error::new("this is the JavaScript thread: it would wait for itself; call the function, or use the variant that is awaited")
        .with_code(code::WOULD_DEADLOCK)
}

impl Clone for JsThread {
    fn clone(&self) -> Self {
        let keeps = self.keeps.load(Ordering::Acquire);
        if keeps {
            self.shared.keep();
        }
        Self { shared: Arc::clone(&self.shared), keeps: AtomicBool::new(keeps) }
    }
}

impl Drop for JsThread {
    fn drop(&mut self) {
        self.unref();
    }
}

impl core::fmt::Debug for JsThread {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("JsThread")
            .field("generation", &self.shared.home.generation())
            .field("keeps", &self.keeps)
            .finish_non_exhaustive()
    }
}
