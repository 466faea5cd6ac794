//! One piece of work: what the pool has of it, and what the JavaScript thread.

use core::cell::{Cell, OnceCell, RefCell};
use core::ffi::c_void;
use core::mem;
use core::ptr::NonNull;
use std::rc::Rc;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::local::Local;
use super::work::Cancel;
use super::{closing, exit};
use crate::env::{Env, InstancePtr};
use crate::error::{Error, Result, catch, code, contain};
use crate::map::Map;
use crate::scope::{Frame, Own};
use crate::sys::{AsyncCleanupHook, AsyncContext, Host, Pool, Request, Sides};

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
pub(super) trait Pending {
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

    /// How many there are.
    #[cfg(feature = "test")]
    pub(super) fn count(&self) -> usize {
        self.pending.borrow().len()
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
        self.cancel.set();
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

/// Queues `work` on `pool`, or on the environment's own, and `after` for when it is back.
pub(super) fn queue<T: Send + 'static>(
    env: &Env<'_>,
    pool: Option<Pool>,
    work: impl FnOnce(&Cancel) -> T + Send + 'static,
    after: impl FnOnce(&mut Env<'_>, Result<T>) -> Result<()> + 'static,
) -> Result<Rc<dyn Pending>> {
    let (host, local) = (*env.host()?, Local::of(env)?);
    let own = prepare(env, local)?;
    let phase = Mutex::new(Phase::Queued(work));
    let pool_side = Arc::new(PoolSide { phase, cancel: Cancel::default() });
    let after = Cell::new(Some(after));
    let job = Rc::new(Job { pool: Arc::clone(&pool_side), after, request: Cell::new(None) });
    let id = local.works.add(Rc::<Job<_, _, _>>::clone(&job));
    let carried = Carried { pool: pool_side, job: Rc::clone(&job), local: Rc::clone(local), id };
    let request = submit(host, pool.unwrap_or(own), carried).inspect_err(|_| local.works.remove(id))?;
    job.request.set(Some(request));
    Ok(job)
}

/// The environment's own pool, with what has to be there before the first request.
fn prepare(env: &Env<'_>, local: &Rc<Local>) -> Result<Pool> {
    if local.shared.queue.0.is_closed() {
        return Err(closing());
    }
    if let Some(pool) = local.works.pool.get() {
        return Ok(*pool);
    }
    let pool = Pool::of(*env.enter()?);
    exit::listen(env, local);
    if pool.is_raw() {
        let hooked = local.leak();
        match env.host()?.add_async_cleanup_hook(wait_for_pending, hooked) {
            Some(hook) => *local.works.hook.borrow_mut() = Some(hook),
            None => {
                // SAFETY: the host has not taken what was leaked for it.
                drop(unsafe { Local::unleak(hooked) });
                return Err(closing());
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
    local.works.end(*local.instance.host());
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
unsafe fn done<T, W, A>(data: NonNull<c_void>)
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
