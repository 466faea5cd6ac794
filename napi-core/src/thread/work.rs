//! Work on the host's pool that comes back to the JavaScript thread.

use core::cell::{Cell, OnceCell, RefCell};
use core::ffi::c_void;
use core::mem;
use core::ptr::NonNull;
use core::sync::atomic::{AtomicBool, Ordering};
use std::rc::Rc;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::exit;
use super::local::Local;
use crate::convert::IntoJs;
use crate::env::{Env, InstancePtr};
use crate::error::{Error, Result, catch, code, contain, to_value};
use crate::map::Map;
use crate::reference::Ref;
use crate::scope::{Frame, Own, settle};
use crate::sys::{AsyncCleanupHook, AsyncContext, Host, Pool, Request, Sides};
use crate::value::{Family, Function, Value};

/// The work of one environment that has not come back.
#[derive(Default)]
pub(super) struct Works {
    pool: OnceCell<Pool>,
    /// What callback scopes around the way back belong to.
    context: RefCell<Option<AsyncContext>>,
    pending: RefCell<Map<u64, Rc<dyn Pending>>>,
    next: Cell<u64>,
    /// The hook that has the host wait, and whether it is waiting.
    hook: RefCell<Option<AsyncCleanupHook>>,
    awaited: Cell<bool>,
}

/// One piece of work, until it is back.
trait Pending {
    /// Takes the work back, if it has not begun.
    fn cancel(&self, host: Host) -> bool;
    /// Drops what there is of it: some hosts (Deno 2.9) never call back for what is pending when a worker ends.
    fn abandon(&self, host: Host);
}

impl Works {
    /// Nobody waits for what is pending. What has not begun will not, what runs is told.
    pub(super) fn abandon_all(&self, host: Host) {
        let pending: Vec<_> = self.pending.borrow().values().cloned().collect();
        for pending in pending {
            pending.abandon(host);
        }
    }

    /// What no callback scope that is still open may do without; in a cleanup hook.
    pub(super) fn end(&self, host: Host) {
        if let Some(context) = self.context.borrow_mut().take() {
            host.destroy(context);
        }
    }

    fn add(&self, pending: Rc<dyn Pending>) -> u64 {
        let id = self.next.replace(self.next.get() + 1);
        self.pending.borrow_mut().insert(id, pending);
        id
    }

    fn remove(&self, id: u64) {
        let removed = self.pending.borrow_mut().remove(&id);
        drop(removed);
    }

    /// The host need not wait any longer, if nothing is pending.
    fn let_host_go(&self) {
        if self.awaited.get() && self.pending.borrow().is_empty() {
            let hook = self.hook.borrow_mut().take();
            hook.into_iter().for_each(AsyncCleanupHook::remove);
        }
    }
}

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
        here && env.host().is_ok_and(|host| self.pending.cancel(host))
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

/// What a request carries. The pool sees `pool` only; the rest belongs to the JavaScript thread.
struct Carried<T, W, A> {
    pool: Arc<PoolSide<T, W>>,
    job: Rc<Job<T, W, A>>,
    local: Rc<Local>,
    id: u64,
}

struct Job<T, W, A> {
    pool: Arc<PoolSide<T, W>>,
    after: Cell<Option<A>>,
    request: Cell<Option<Request>>,
}

impl<T, W, A> Pending for Job<T, W, A> {
    fn cancel(&self, host: Host) -> bool {
        let cancelled = self.pool.cancel();
        if let (true, Some(request)) = (cancelled, self.request.get()) {
            request.cancel(host);
        }
        cancelled
    }

    fn abandon(&self, host: Host) {
        self.cancel(host);
        self.pool.abandon();
        let after = self.after.take();
        contain(|| drop(after));
    }
}

struct PoolSide<T, W> {
    phase: Mutex<Phase<T, W>>,
    cancel: Cancel,
}

enum Phase<T, W> {
    Queued(W),
    Running,
    Done(Result<T>),
    /// Cancelled, or taken.
    Over,
}

impl<T, W> PoolSide<T, W> {
    fn phase(&self) -> MutexGuard<'_, Phase<T, W>> {
        self.phase.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether the work had not begun, and will not.
    fn cancel(&self) -> bool {
        self.cancel.0.store(true, Ordering::Release);
        let mut phase = self.phase();
        if !matches!(*phase, Phase::Queued(_)) {
            return false;
        }
        let queued = mem::replace(&mut *phase, Phase::Over);
        drop(phase);
        contain(|| drop(queued));
        true
    }

    /// Drops the result, now or when it comes.
    fn abandon(&self) {
        let phase = mem::replace(&mut *self.phase(), Phase::Over);
        contain(|| drop(phase));
    }

    fn take_result(&self) -> Result<T> {
        match mem::replace(&mut *self.phase(), Phase::Over) {
            Phase::Done(result) => result,
            Phase::Queued(_) | Phase::Running | Phase::Over => Err(cancelled()),
        }
    }
}

impl<T, W: FnOnce(&Cancel) -> T> PoolSide<T, W> {
    fn run(&self) {
        let mut phase = self.phase();
        let work = match mem::replace(&mut *phase, Phase::Running) {
            Phase::Queued(work) => work,
            other => {
                *phase = other;
                return;
            }
        };
        drop(phase);
        let result = catch(|| work(&self.cancel));
        let mut phase = self.phase();
        if matches!(*phase, Phase::Running) {
            *phase = Phase::Done(result);
        } else {
            drop(phase);
            contain(|| drop(result));
        }
    }
}

#[cold]
fn cancelled() -> Error {
    Error::new("the work was cancelled before it began").with_code(code::CANCELLED)
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
        let (host, local) = (self.host()?, Local::of(self)?);
        let pool = prepare(self, local)?;
        let phase = Mutex::new(Phase::Queued(work));
        let pool_side = Arc::new(PoolSide { phase, cancel: Cancel::default() });
        let after = Cell::new(Some(after));
        let job = Rc::new(Job { pool: Arc::clone(&pool_side), after, request: Cell::new(None) });
        let id = local.works.add(Rc::<Job<_, _, _>>::clone(&job));
        let carried = Carried { pool: pool_side, job: Rc::clone(&job), local: Rc::clone(local), id };
        let request = submit(host, pool, carried).inspect_err(|_| local.works.remove(id))?;
        job.request.set(Some(request));
        Ok(Work { pending: job, generation: self.instance().home().generation() })
    }
}

/// What has to be there before the first request.
fn prepare(env: &Env<'_>, local: &Rc<Local>) -> Result<Pool> {
    if local.shared.queue.0.is_closed() {
        return Err(super::closing());
    }
    if let Some(pool) = local.works.pool.get() {
        return Ok(*pool);
    }
    let pool = Pool::of(env.host()?, env.enter()?.is_bun());
    exit::listen(env, local);
    if pool.is_raw() {
        let hooked = local.leak();
        match env.host()?.add_async_cleanup_hook(wait_for_pending, hooked) {
            Some(hook) => *local.works.hook.borrow_mut() = Some(hook),
            None => {
                // SAFETY: the host has not taken what was leaked for it.
                drop(unsafe { Local::unleak(hooked) });
                return Err(super::closing());
            }
        }
        *local.works.context.borrow_mut() = env.host()?.async_context("napi-core: queue_work");
    }
    Ok(*local.works.pool.get_or_init(|| pool))
}

/// The async cleanup hook: the host waits until it is removed.
unsafe extern "C" fn wait_for_pending(_handle: *mut c_void, leaked: *mut c_void) {
    let Some(leaked) = NonNull::new(leaked) else { return };
    // SAFETY: leaked for this hook, which the host calls once.
    let local = unsafe { Local::unleak(leaked) };
    contain(|| local.close());
    local.works.end(local.instance.host());
    local.works.awaited.set(true);
    local.works.let_host_go();
}

fn submit<T, W, A>(host: Host, pool: Pool, carried: Carried<T, W, A>) -> Result<Request>
where
    T: Send + 'static,
    W: FnOnce(&Cancel) -> T + Send + 'static,
    A: FnOnce(&mut Env<'_>, Result<T>) -> Result<()> + 'static,
{
    let sides = Sides { work: work::<T, W, A>, done: done::<T, W, A> };
    let data = NonNull::from(Box::leak(Box::new(carried)));
    Ok(pool.queue(host, "napi-core: queue_work", data.cast(), sides).inspect_err(|_| {
        // SAFETY: refused, the box that was leaked above is still ours.
        drop(unsafe { Box::from_raw(data.as_ptr()) });
    })?)
}

/// # Safety
/// `data` is the box of [`submit`], before [`done`].
unsafe fn work<T, W: FnOnce(&Cancel) -> T, A>(data: NonNull<c_void>) {
    let carried: *mut Carried<T, W, A> = data.cast().as_ptr();
    // SAFETY: the caller's. Only this field is touched: it is `Sync`, as `T` and `W` are `Send`, and the others stay on
    // their thread.
    let pool = unsafe { &(*carried).pool };
    pool.run();
}

/// # Safety
/// `data` is the box of [`submit`], after [`work`] or without it, once.
unsafe fn done<T, W, A>(data: NonNull<c_void>, _cancelled: bool)
where
    W: FnOnce(&Cancel) -> T,
    A: FnOnce(&mut Env<'_>, Result<T>) -> Result<()>,
{
    // SAFETY: the caller's.
    let Carried { pool, job, local, id } = *unsafe { Box::from_raw(data.cast::<Carried<T, W, A>>().as_ptr()) };
    job.request.set(None);
    local.works.remove(id);
    let result = pool.take_result();
    match job.after.take() {
        Some(after) => contain(|| come_back(&local, |env| after(env, result))),
        // Abandoned.
        None => contain(|| drop(result)),
    }
    local.works.let_host_go();
}

/// Runs `after` as the host runs its own callbacks.
fn come_back(local: &Local, after: impl FnOnce(&mut Env<'_>) -> Result<()>) {
    let instance = InstancePtr::new(&local.instance);
    let Ok(_frame) = Frame::open(instance, Own::Plain) else { return };
    let host = instance.host();
    let scope = local.works.context.borrow().as_ref().and_then(|context| host.open_callback_scope(context));
    local.run(after);
    if let Some(scope) = scope {
        host.close_callback_scope(scope);
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
                Err(error) => {
                    let home = env.instance();
                    Value::from_raw(to_value(env.host()?, Some(home.home()), &error)?)
                }
            };
            callback.get(env)?.apply(env, env.undefined()?, vec![value]).map(drop)
        },
    )
}
