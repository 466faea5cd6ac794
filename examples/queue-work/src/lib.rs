//! Calling back from other threads, after OpenHarmony's guide "Calling Back ArkTS APIs in a Non-ArkTS Thread".
//!
//! The guide posts to the JavaScript thread with `uv_queue_work` from a thread of its own, which is a data race: processes abort
//! or hang under load. Here threads call, with no rule to know.

use std::thread;

use napi_core::prelude::*;

#[module]
fn init() {}

/// The guide's `queueWork(cb)`, with the guide's errors: a thread calls `cb(1)`.
#[export]
fn queue_work(env: &Env<'_>, arguments: Rest<Value<'_>>) -> Result<()> {
    let callback: ThreadsafeCallback<(i32,)> = match arguments.first() {
        None => return Err(parameter_error("one param expected")),
        Some(callback) => callback.to(env).map_err(|_| parameter_error("function expected"))?,
    };
    thread::spawn(move || callback.call((1,)));
    Ok(())
}

fn parameter_error(message: &str) -> Error {
    Error::type_error(message).with_code("ParameterError")
}

/// The same on the host's thread pool: the closure runs there, and what it returns is handed to `callback`.
#[export]
fn queue_work_pool(env: &Env<'_>, callback: Function<'_, (i32,)>) -> Result<Work> {
    #[threadsafe_callback(callback)]
    || 1
}

/// Adds the numbers up on a thread, which calls `callback(sum)` and does not wait for it.
#[export]
fn sum_on_thread(numbers: Vec<f64>, #[threadsafe_callback] callback: impl Fn(f64) + Send + Sync + 'static) {
    thread::spawn(move || callback(numbers.iter().fold(0.0, |sum, number| sum + number)));
}

/// A thread reports each of `total` steps, `callback(step, total)`, and goes on as long as the answer is `true`.
#[export]
fn progress(total: u32, #[threadsafe_callback] callback: impl Fn(u32, u32) -> Result<bool> + Send + Sync + 'static) {
    thread::spawn(move || {
        let goes_on = |step: &u32| callback(*step, total).unwrap_or(false);
        (1..=total).take_while(goes_on).count()
    });
}

/// A thread and JavaScript throw a ball `n` times: `callback(ball)` answers with the ball that comes back.
#[export]
fn ping_pong(n: u32, #[threadsafe_callback] callback: impl Fn(u32) -> Result<u32> + Send + Sync + 'static) {
    thread::spawn(move || (0..n).try_fold(0, |ball, _| callback(ball)));
}
