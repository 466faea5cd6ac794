//! Threads: calls from any thread to the JavaScript thread, and work on the pool that comes back to it.
//!
//! Each environment has one locked [`queue`] and one bell. A payload that is dropped unused tells whoever waits for it, so
//! that ending is nothing but dropping: close the queue, drop what is in it.

#[cfg(feature = "test")]
mod activity;
mod answer;
mod bound;
mod budget;
mod callback;
mod exit;
mod job;
mod js_thread;
mod local;
#[cfg(all(test, loom))]
mod loom;
mod queue;
mod sync;
mod task;
mod work;

#[cfg(feature = "test")]
pub(crate) use activity::Activity;
pub use answer::Answer;
pub use callback::{ThreadsafeCallback, TryCallError};
pub use js_thread::JsThread;
pub use work::{Cancel, Work, queue_work_for};

use crate::env::Env;
use crate::error::{Error, Result, code};
use crate::scope::settle;

/// The result as another thread may see it: an exception is in the error, and one that cannot be had any more, because the
/// environment is being terminated, is what it means.
fn carry<T>(env: &Env<'_>, result: Result<T>) -> Result<T> {
    settle(env, result).map_err(|error| if error.is_pending() { closing() } else { error })
}

#[cold]
fn closing() -> Error {
    Error::new("the JavaScript thread's environment is closing").with_code(code::CLOSING)
}
