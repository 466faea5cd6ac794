//! Ark runtimes of one's own: JavaScript on a thread that the program has made.

use core::cell::Cell;

use crate::env::{Env, Instance, InstancePtr};
use crate::error::{Error, Result, catch, code};
use crate::scope::{Frame, Own, settle};
use crate::sys::Host;
use crate::sys::ohos::{Denied, RunMode, create_runtime, destroy_runtime};

/// How long an event loop runs. (API level 12, `napi_event_mode`)
///
/// ```no_run
/// use napi_core::ohos::EventLoop;
/// assert_ne!(EventLoop::Once, EventLoop::UntilStopped);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EventLoop {
    /// It waits for tasks, until [`stop_event_loop`](super::HostFeatures::stop_event_loop).
    UntilStopped,
    /// It runs a task, if one is there, and does not wait.
    Once,
}

/// Whether the environment is one of `with_runtime`.
#[derive(Default)]
struct IsOwn(Cell<bool>);

/// Makes an ark runtime on this thread, runs `body` in a handle scope of it, and ends it: on a thread that the program has
/// made, which has no JavaScript yet. (API level 12, `napi_create_ark_runtime`, `napi_destroy_ark_runtime`)
///
/// In there, modules are loaded by [`load_module`](super::HostFeatures::load_module); promises and timers go on while
/// [`run_event_loop`](super::HostFeatures::run_event_loop) runs. A process has at most 64 of them, and at most 80 threads of
/// JavaScript in all. A panic in `body` is the error of the result.
///
/// ```no_run
/// use napi_core::ohos::{HostFeatures, Module, with_runtime};
/// use napi_core::prelude::*;
///
/// #[export]
/// fn compute_elsewhere() {
///     std::thread::spawn(|| {
///         with_runtime(|env| {
///             let math = env.load_module(Module::of("entry/src/main/ets/Math", "com.example.app/entry"))?;
///             math.get::<Function<'_, (f64,), f64>>(env, "double")?.call(env, (21.0,))
///         })
///     });
/// }
/// ```
///
/// # Errors
/// `ERR_ARK_RUNTIME` when the thread has a runtime already, or there are too many of them; what `body` returns, with an
/// exception that is pending in it; and [`NOT_SUPPORTED`](crate::code::NOT_SUPPORTED).
pub fn with_runtime<R>(body: impl for<'s> FnOnce(&mut Env<'s>) -> Result<R>) -> Result<R> {
    let host = create_runtime().map_err(refused)?;
    let result = run(host, body);
    // SAFETY: created above on this thread; the frames of `run` are closed, and its results hold nothing of the environment.
    let ended = unsafe { destroy_runtime(host) };
    let result = result?;
    ended.map_err(refused)?;
    Ok(result)
}

fn run<R>(host: Host, body: impl for<'s> FnOnce(&mut Env<'s>) -> Result<R>) -> Result<R> {
    // No scope is open here, and what an instance needs is made of handles.
    let scope = host.open_scope()?;
    let result = Instance::create(host).and_then(|instance| in_instance(instance, body));
    host.close_scope(scope);
    result
}

fn in_instance<R>(instance: InstancePtr, body: impl for<'s> FnOnce(&mut Env<'s>) -> Result<R>) -> Result<R> {
    // The environment ends after this.
    let _instance = instance.share();
    let frame = Frame::open(instance, Own::Plain)?;
    let mut env = frame.env();
    env.instance_data::<IsOwn>()?.0.set(true);
    let result = catch(|| body(&mut env)).and_then(|result| result);
    settle(&env, result)
}

#[cold]
fn refused(denied: Denied) -> Error {
    match denied {
        Denied::Failed(failure) if failure.is_of_runtime() => {
            Error::new(failure.meaning()).with_code(code::ARK_RUNTIME)
        }
        other => other.into(),
    }
}

fn own(env: &Env<'_>) -> Result<()> {
    if env.instance_data::<IsOwn>()?.0.get() {
        return Ok(());
    }
    let text = "the event loop of this environment is the system's: only that of `with_runtime` can be run and stopped";
    Err(Error::new(text).with_code(code::INVALID_STATE))
}

pub(super) fn run_event_loop(env: &mut Env<'_>, until: EventLoop) -> Result<()> {
    own(env)?;
    let mode = match until {
        EventLoop::UntilStopped => RunMode::UntilStopped,
        EventLoop::Once => RunMode::Once,
    };
    Ok(env.enter()?.run_event_loop(mode)?)
}

pub(super) fn stop_event_loop(env: &Env<'_>) -> Result<()> {
    own(env)?;
    Ok(env.host()?.stop_event_loop()?)
}
