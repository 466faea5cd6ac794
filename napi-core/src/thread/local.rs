//! The JavaScript thread's side: answering the bell, and ending.

use core::cell::{Cell, OnceCell, RefCell};
use core::convert::identity;
use core::ffi::c_void;
use core::mem;
use core::ptr::NonNull;
use std::collections::VecDeque;
use std::rc::Rc;
use std::sync::Arc;

use super::answer::Abandon;
use super::budget::Budget;
use super::job::Works;
use super::js_thread::{Bells, Item, JsThread, Shared};
use super::queue::Taken;
use crate::env::{Env, Instance, InstancePtr};
use crate::error::{Error, Result, catch, contain, to_value};
use crate::scope::{Frame, Own, take_pending};
use crate::sys::{Bell, HeldReference, HostEnv, HostValue, Ringing};

/// For how many items memory is kept when the queue is empty; each of the two sides may have had room for many more.
const KEPT: usize = 1024;

/// How many batched items share a handle scope: a scope costs a quarter of what a small item does, and 64 hold few handles.
const IN_ONE_SCOPE: usize = 64;

/// Why a run of batched items has ended.
enum Batch {
    /// Their time is over.
    Spent,
    /// The queue is empty, and the bell was told.
    Empty,
    /// There is more: an item that is not batched, or the next that share a scope.
    More,
}

/// What the room keeps for one environment on its thread.
pub(super) struct Local {
    pub(super) instance: Rc<Instance>,
    pub(super) shared: Arc<Shared>,
    pub(super) works: Works,
    /// What runs microtasks, where the host does not after each call.
    ticks: Option<HeldReference>,
    /// Taken from the queue.
    batch: RefCell<VecDeque<Item>>,
    /// What is being answered, the innermost last.
    pub(super) asked: RefCell<Vec<Arc<dyn Abandon>>>,
    /// Until they are silenced.
    bells: Cell<Option<Bells>>,
    /// What is left of the time until the event loop's turn, while there is more in the queue.
    budget: Cell<Option<Budget>>,
}

/// The room's part of an environment's data.
#[derive(Default)]
pub(super) struct Threads(pub(super) OnceCell<Rc<Local>>);

impl Local {
    /// The local side of `env`, made when it is asked for first.
    pub(super) fn of<'s>(env: &Env<'s>) -> Result<&'s Rc<Self>> {
        let threads = env.instance_data::<Threads>()?;
        match threads.0.get() {
            Some(local) => Ok(local),
            None => {
                let made = Self::create(env)?;
                Ok(threads.0.get_or_init(|| made))
            }
        }
    }

    fn create(env: &Env<'_>) -> Result<Rc<Self>> {
        let host = env.host()?;
        let instance = env.instance().share();
        let ticks = env.enter()?.tick_function().map(|run| HeldReference::new(instance.home(), run, 1)).transpose()?;
        let local = Rc::new(Self {
            ticks,
            shared: Shared::new(Arc::clone(instance.home())),
            instance,
            works: Works::default(),
            batch: RefCell::default(),
            asked: RefCell::default(),
            bells: Cell::default(),
            budget: Cell::default(),
        });
        let now = local.bell("napi-core: calls from threads", ring_now)?;
        let later = match local.bell("napi-core: later", ring_later) {
            Ok(later) => later,
            Err(error) => {
                now.silence();
                return Err(error);
            }
        };
        local.bells.set(Some(Bells { now, later }));
        local.shared.open(Bells { now, later });
        // Added after the bells were made: hooks run in reverse, and no bell is touched once the host has ended it.
        let hooked = local.leak();
        host.add_cleanup_hook(end, hooked).inspect_err(|_| {
            // SAFETY: the host has not taken what was leaked for it.
            unsafe { Self::unleak(hooked) }.close();
        })?;
        Ok(local)
    }

    fn bell(self: &Rc<Self>, name: &str, ringing: Ringing) -> Result<Bell> {
        let context = Rc::into_raw(Rc::clone(self));
        let bell = self.instance.host().bell(name, context.cast_mut().cast(), ringing, forget);
        Ok(bell.inspect_err(|_| {
            // SAFETY: the host has not taken the context: this is the `Rc` that was made a pointer above.
            drop(unsafe { Rc::from_raw(context) });
        })?)
    }

    /// An address of its own for a cleanup hook, which keeps this alive.
    pub(super) fn leak(self: &Rc<Self>) -> NonNull<c_void> {
        NonNull::from(Box::leak(Box::new(Rc::clone(self)))).cast()
    }

    /// # Safety
    /// The address is one of [`leak`](Self::leak), and this is done once.
    pub(super) unsafe fn unleak(leaked: NonNull<c_void>) -> Rc<Self> {
        // SAFETY: the caller's.
        *unsafe { Box::from_raw(leaked.cast::<Rc<Self>>().as_ptr()) }
    }

    /// Runs one item, or as many as are batched, and comes back for the rest: the host runs microtasks after each answer.
    fn answer(&self) {
        self.shared.home.delete_dropped();
        let mut budget = self.budget.take().unwrap_or_else(Budget::begin);
        loop {
            let Some(item) = self.next() else { return };
            if !item.batched {
                self.run(|env| item.task.run(env));
                self.tick();
                return self.come_back((!budget.is_spent()).then_some(budget));
            }
            match self.run_batched(item, &mut budget) {
                Batch::Spent => return self.come_back(None),
                Batch::Empty => return,
                Batch::More => {}
            }
        }
    }

    /// Runs batched items, [`IN_ONE_SCOPE`] at most.
    fn run_batched(&self, first: Item, budget: &mut Budget) -> Batch {
        let scope = Frame::open(InstancePtr::new(&self.instance), Own::Plain).ok();
        // Without a scope around them each tries to open one, and reports that it cannot.
        let own = if scope.is_some() { Own::Nothing } else { Own::Plain };
        self.run_in(own, |env| first.task.run(env));
        for _ in 1..IN_ONE_SCOPE {
            if budget.is_spent() {
                return Batch::Spent;
            }
            if !self.has_more() {
                return Batch::Empty;
            }
            let Some(item) = self.next_batched() else { return Batch::More };
            self.run_in(own, |env| item.task.run(env));
        }
        if budget.is_spent() { Batch::Spent } else { Batch::More }
    }

    /// The next item; if there is none, the bell was told that nobody comes back.
    fn next(&self) -> Option<Item> {
        if self.has_more() { self.batch.borrow_mut().pop_front() } else { None }
    }

    /// The next item, if it is batched.
    fn next_batched(&self) -> Option<Item> {
        let mut batch = self.batch.borrow_mut();
        if batch.front()?.batched { batch.pop_front() } else { None }
    }

    fn has_more(&self) -> bool {
        let mut batch = self.batch.borrow_mut();
        if !batch.is_empty() {
            return true;
        }
        let taken = self.shared.queue.0.take(&mut batch, |bells| {
            let Some(host) = self.shared.home.here() else { return };
            self.shared.reference(host, bells, false);
        });
        if taken == Taken::Nothing {
            batch.shrink_to(KEPT);
            drop(batch);
            // What was dropped since the bell was answered did not ring.
            self.shared.home.delete_dropped();
        }
        taken == Taken::Items
    }

    /// Has the bell answered again if there is more: at once with the budget that is left, or after the event loop's turn.
    fn come_back(&self, left: Option<Budget>) {
        if !self.has_more() {
            return;
        }
        self.budget.set(left);
        let Some(Bells { now, later }) = self.bells.get() else { return };
        if left.is_some() { now.ring() } else { later.ring() }
    }

    /// Runs `task` in a handle scope of its own; what goes wrong in it is an uncaught exception.
    pub(super) fn run(&self, task: impl FnOnce(&mut Env<'_>) -> Result<()>) {
        self.run_in(Own::Plain, task);
    }

    fn run_in(&self, own: Own, task: impl FnOnce(&mut Env<'_>) -> Result<()>) {
        let instance = InstancePtr::new(&self.instance);
        let result = Frame::open(instance, own).and_then(|frame| catch(|| task(&mut frame.env())).and_then(identity));
        if result.is_err() || instance.host().is_exception_pending().unwrap_or(false) {
            contain(|| drop(uncaught(instance, result.err())));
        }
    }

    fn tick(&self) {
        let Some(ticks) = &self.ticks else { return };
        self.run(|env| {
            let Some(run) = env.host()?.reference_value(ticks.get())? else { return Ok(()) };
            let nothing = env.undefined()?.raw();
            env.enter()?.call(nothing, run, &[])?;
            Ok(())
        });
    }

    /// The end, once: nothing is taken any more, who waits is told, what is queued is dropped, what runs is told.
    pub(super) fn close(&self) {
        self.bells.set(None);
        let (items, bells) = self.shared.queue.0.close();
        let batch = mem::take(&mut *self.batch.borrow_mut());
        self.shared.lose(batch.into_iter().chain(items));
        self.asked.borrow().iter().for_each(|asked| asked.abandon());
        self.works.abandon_all(*self.instance.host());
        if let Some(Bells { now, later }) = bells {
            now.silence();
            later.silence();
        }
    }
}

/// Gives what is pending, or else `error`, to the host's uncaught-exception path.
#[cold]
fn uncaught(instance: InstancePtr, error: Option<Error>) -> Result<()> {
    let frame = Frame::open(instance, Own::Plain)?;
    let env = frame.env();
    let caused = error.as_ref().filter(|error| error.is_caused_by_pending());
    let pending = if caused.is_some() { None } else { take_pending(&env)? };
    let thrown = match (pending, error) {
        (Some(thrown), _) => thrown.raw(),
        (None, Some(error)) => to_value(*env.host()?, Some(instance), &error)?,
        (None, None) => return Ok(()),
    };
    env.enter()?.fatal_exception(thrown);
    Ok(())
}

/// The local side that a bell rings for, if its environment is there.
///
/// # Safety
/// The context is that of a bell, which the host has not finalized.
unsafe fn rung(env: HostEnv, context: *mut c_void) -> Option<Rc<Local>> {
    let context = context.cast::<Local>();
    if env.is_nothing() {
        return None;
    }
    // SAFETY: the caller's: `Local::bell` has left an `Rc` with the host, which its finalizer drops.
    unsafe { Rc::increment_strong_count(context) };
    // SAFETY: the count was incremented for this `Rc`, which outlives what an item may do to the environment.
    let local = unsafe { Rc::from_raw(context) };
    local.bells.get().is_some().then_some(local)
}

unsafe extern "C" fn ring_now(env: HostEnv, _function: HostValue, context: *mut c_void, _data: *mut c_void) {
    // SAFETY: the host calls this for a bell that it has not finalized.
    if let Some(local) = unsafe { rung(env, context) } {
        contain(|| local.answer());
    }
}

/// Answered a turn later: the bell that was rung by the answer to the other is not answered in the same turn again.
unsafe extern "C" fn ring_later(env: HostEnv, _function: HostValue, context: *mut c_void, _data: *mut c_void) {
    // SAFETY: as in `ring_now`.
    let Some(local) = (unsafe { rung(env, context) }) else { return };
    if let Some(bells) = local.bells.get() {
        bells.now.ring();
    }
}

unsafe extern "C" fn forget(_env: HostEnv, context: *mut c_void, _hint: *mut c_void) {
    // SAFETY: `Local::bell` has left this `Rc` with the host, which finalizes a bell once.
    let local = unsafe { Rc::from_raw(context.cast::<Local>()) };
    contain(|| drop(local));
}

/// The cleanup hook.
unsafe extern "C" fn end(leaked: *mut c_void) {
    let Some(leaked) = NonNull::new(leaked) else { return };
    // SAFETY: leaked for this hook, which the host calls once.
    let local = unsafe { Local::unleak(leaked) };
    contain(|| local.close());
}

impl Env<'_> {
    /// The JavaScript thread of this environment, as a handle for other threads.
    ///
    /// ```
    /// use napi_core::prelude::*;
    ///
    /// #[export]
    /// fn later(env: &Env<'_>, seconds: u32) -> Result<()> {
    ///     let js = env.js_thread()?;
    ///     std::thread::spawn(move || {
    ///         std::thread::sleep(std::time::Duration::from_secs(seconds.into()));
    ///         js.post(|env| env.global()?.set(env, "done", true))
    ///     });
    ///     Ok(())
    /// }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    pub fn js_thread(&self) -> Result<JsThread> {
        Ok(JsThread::new(Arc::clone(&Local::of(self)?.shared)))
    }
}
