//! Calls from threads, with priorities.

use core::cell::OnceCell;
use core::ffi::c_void;
use core::mem;
use core::ptr::NonNull;
use std::collections::VecDeque;
use std::rc::Rc;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::env::{Env, Instance, InstancePtr};
use crate::error::{Result, catch, contain};
use crate::scope::{Frame, Own, settle};
use crate::sys::ohos::PriorityBell;
use crate::sys::{HostEnv, HostValue};
use crate::thread::JsThread;

/// How soon a call from a thread runs. (API level 12, `napi_task_priority`)
///
/// ```no_run
/// use napi_core::ohos::Priority;
/// assert!(Priority::Immediate < Priority::Idle);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Priority {
    /// Before everything else: what the next frame needs.
    Immediate,
    /// Before what has no priority.
    High,
    /// As what has no priority.
    Low,
    /// When there is nothing else to do.
    Idle,
}

/// How many there are.
const PRIORITIES: usize = 4;

type Task = Box<dyn FnOnce(&mut Env<'_>) -> Result<()> + Send>;

/// What all handles of one environment share.
struct Shared(Mutex<State>);

#[derive(Default)]
struct State {
    /// By priority.
    tasks: [VecDeque<Task>; PRIORITIES],
    /// Until the environment ends.
    bell: Option<PriorityBell>,
    /// How many rings the host has accepted and not yet answered.
    ringing: usize,
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Queues the task, unless the thread has no event runner or its environment has ended; then it comes back.
    fn push(&self, priority: Priority, task: Task) -> Result<(), Task> {
        let mut state = self.lock();
        let State { tasks, bell: Some(bell), ringing } = &mut *state else { return Err(task) };
        // Under the lock, so that the answer finds the task and the end does not come between.
        if !bell.ring(priority as i32, core::ptr::without_provenance_mut(priority as usize)) {
            return Err(task);
        }
        *ringing += 1;
        tasks[priority as usize].push_back(task);
        Ok(())
    }

    fn answered(&self, priority: usize) -> Option<Task> {
        let mut state = self.lock();
        state.ringing = state.ringing.saturating_sub(1);
        state.tasks.get_mut(priority)?.pop_front()
    }

    /// The end, once. A bell that still rings is left to the host: its tasks use it without looking whether it is there.
    fn close(&self) {
        let State { tasks, bell, ringing } = mem::take(&mut *self.lock());
        tasks.into_iter().flatten().for_each(|task| contain(|| drop(task)));
        if let (Some(bell), 0) = (bell, ringing) {
            // SAFETY: no ring is without its answer.
            unsafe { bell.silence() };
        }
    }
}

/// The side of the JavaScript thread, which the bell knows.
struct Side {
    instance: Rc<Instance>,
    shared: Arc<Shared>,
    thread: JsThread,
}

/// A handle to the JavaScript thread of an environment that posts with priorities, for any other thread. (API level 12)
///
/// A [`JsThread`] runs what is posted in its order, one after the other. This one leaves the order to the event runner of the
/// thread: a task of a higher priority runs before what was posted earlier with a lower one, and tasks of one priority run in
/// their order. Only the main thread has an event runner: in workers and in runtimes of one's own, and on a system below API
/// level 12, each call is [`JsThread::post`]. As that it keeps the event loop alive until it is dropped.
///
/// The host's own function (`napi_call_threadsafe_function_with_priority`) fails on threads without an event runner, and
/// uses freed memory when the thread-safe function was released before a task of it ran. Here the call goes on by the other
/// way, and nothing is released while a task is on its way.
///
/// ```no_run
/// use napi_core::ohos::{HostFeatures, Priority};
/// use napi_core::prelude::*;
///
/// #[export]
/// fn watch(env: &Env<'_>) -> Result<()> {
///     let js = env.priority_thread()?;
///     std::thread::spawn(move || js.post(Priority::Immediate, |env| env.global()?.set(env, "alarm", true)));
///     Ok(())
/// }
/// ```
#[derive(Clone)]
pub struct PriorityThread {
    shared: Arc<Shared>,
    thread: JsThread,
}

impl PriorityThread {
    /// Queues `run` and does not wait. What goes wrong in it goes to the host's uncaught-exception path.
    /// (`napi_call_threadsafe_function_with_priority`)
    ///
    /// ```no_run
    /// # use napi_core::ohos::{Priority, PriorityThread};
    /// # use napi_core::prelude::*;
    /// # fn example(js: &PriorityThread, done: u32) -> Result<()> {
    /// js.post(Priority::Idle, move |env| env.global()?.set(env, "done", done))
    /// # }
    /// ```
    ///
    /// # Errors
    /// `ERR_CLOSING` when the environment ends or has ended; `run` is dropped then.
    pub fn post(
        &self,
        priority: Priority,
        run: impl FnOnce(&mut Env<'_>) -> Result<()> + Send + 'static,
    ) -> Result<()> {
        match self.shared.push(priority, Box::new(run)) {
            Ok(()) => Ok(()),
            Err(run) => self.thread.post(run),
        }
    }

    /// The handle to the same thread without priorities; this one's own.
    ///
    /// ```no_run
    /// # use napi_core::ohos::PriorityThread;
    /// # fn example(js: &PriorityThread) {
    /// js.js_thread().unref();
    /// # }
    /// ```
    pub fn js_thread(&self) -> &JsThread {
        &self.thread
    }
}

impl core::fmt::Debug for PriorityThread {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("PriorityThread").field("thread", &self.thread).finish_non_exhaustive()
    }
}

/// The environment's own.
#[derive(Default)]
struct Priorities(OnceCell<Arc<Shared>>);

pub(super) fn thread(env: &Env<'_>) -> Result<PriorityThread> {
    let thread = env.js_thread()?;
    let priorities = env.instance_data::<Priorities>()?;
    let shared = match priorities.0.get() {
        Some(shared) => Arc::clone(shared),
        None => {
            let made = create(env)?;
            Arc::clone(priorities.0.get_or_init(|| made))
        }
    };
    Ok(PriorityThread { shared, thread })
}

fn create(env: &Env<'_>) -> Result<Arc<Shared>> {
    let (host, thread, shared) = (env.host()?, env.js_thread()?, Arc::new(Shared(Mutex::default())));
    thread.unref();
    // For the bell, until it is finalized.
    let kept = Rc::into_raw(Rc::new(Side { instance: env.instance().share(), shared: Arc::clone(&shared), thread }));
    let bell = host.priority_bell(kept.cast_mut().cast(), ringing, forget).inspect_err(|_| {
        // SAFETY: the host has not taken the context: this is the `Rc` that was made a pointer above.
        drop(unsafe { Rc::from_raw(kept) });
    })?;
    shared.lock().bell = Some(bell);
    // Added after the bell was made: hooks run in reverse. Its address is its own.
    let hooked = NonNull::from(Box::leak(Box::new(Arc::clone(&shared)))).cast();
    host.add_cleanup_hook(end, hooked).inspect_err(|_| {
        shared.close();
        // SAFETY: the host has not taken what was leaked for it.
        drop(unsafe { Box::from_raw(hooked.cast::<Arc<Shared>>().as_ptr()) });
    })?;
    Ok(shared)
}

/// The cleanup hook.
unsafe extern "C" fn end(leaked: *mut c_void) {
    // SAFETY: leaked for this hook by `create`, and the host calls it once.
    let shared = unsafe { Box::from_raw(leaked.cast::<Arc<Shared>>()) };
    contain(|| shared.close());
}

/// A task of the event runner, which the host calls with the priority.
unsafe extern "C" fn ringing(_env: HostEnv, _function: HostValue, context: *mut c_void, data: *mut c_void) {
    let context = context.cast::<Side>();
    // SAFETY: `create` has left an `Rc` with the host, which only the bell's finalizer drops, after the last answer.
    unsafe { Rc::increment_strong_count(context) };
    // SAFETY: the count was incremented for this `Rc`, which outlives what a task may do to the environment.
    let side = unsafe { Rc::from_raw(context) };
    let Some(task) = side.shared.answered(data.addr()) else { return };
    // An answer that comes after the end finds no task; this is for one that comes on another thread.
    if side.instance.home().here().is_none() {
        return contain(|| drop(task));
    }
    contain(|| side.run(task));
}

impl Side {
    /// Runs the task in a handle scope of its own.
    fn run(&self, task: Task) {
        let instance = InstancePtr::new(&self.instance);
        let ran = Frame::open(instance, Own::Plain).and_then(|frame| {
            let mut env = frame.env();
            let result = catch(|| task(&mut env)).and_then(|result| result);
            settle(&env, result)
        });
        if let Err(error) = ran {
            // Nobody waits for it: reported by the way of what has no priority.
            let _ = self.thread.post(move |_| Err(error));
        }
    }
}

unsafe extern "C" fn forget(_env: HostEnv, context: *mut c_void, _hint: *mut c_void) {
    // SAFETY: `create` has left this `Rc` with the host, which finalizes a bell once.
    let side = unsafe { Rc::from_raw(context.cast::<Side>()) };
    contain(|| drop(side));
}
