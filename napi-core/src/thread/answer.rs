//! The way back: one value from the JavaScript thread to whoever waits for it.

use core::convert::identity;
use core::future::Future;
use core::mem;
use core::pin::Pin;
use core::task::{Context, Poll, Waker};
use std::sync::Arc;

use super::local::Local;
use super::sync::{Condvar, Mutex, lock, wait};
use super::{carry, closing};
use crate::env::Env;
use crate::error::{Result, catch, contain};

struct Slot<T> {
    state: Mutex<State<T>>,
    ready: Condvar,
}

enum State<T> {
    Waiting(Option<Waker>),
    Ready(Result<T>),
    Taken,
}

/// The result of a call that another thread was asked for: a future, which is `Send`.
///
/// The call was queued when this was made; dropping it does not take the call back. It ends with the code `ERR_CLOSING` when
/// the environment ends before the call has run.
///
/// ```
/// use napi_core::prelude::*;
///
/// async fn ask(thread: &JsThread) -> Result<f64> {
///     thread.call(|env| env.global()?.get(env, "timeOrigin")).await
/// }
/// ```
pub struct Answer<T>(Arc<Slot<T>>);

/// A question whose answer may never come.
pub(super) trait Abandon: Send + Sync {
    /// Tells who waits that the environment is closing.
    fn abandon(&self);
}

impl<T: Send> Abandon for Slot<T> {
    fn abandon(&self) {
        self.fill(Err(closing()));
    }
}

/// Whoever answers. Dropped without an answer, it says that the environment is closing.
pub(super) struct Asker<T>(Arc<Slot<T>>);

pub(super) fn question<T>() -> (Asker<T>, Answer<T>) {
    let slot = Arc::new(Slot { state: Mutex::new(State::Waiting(None)), ready: Condvar::new() });
    (Asker(Arc::clone(&slot)), Answer(slot))
}

impl<T: Send + 'static> Asker<T> {
    /// Answers with what `run` gives. If it does not come back, because the process exits in it, the question is abandoned.
    pub(super) fn answer_with(self, env: &mut Env<'_>, run: impl FnOnce(&mut Env<'_>) -> Result<T>) {
        let result = Local::of(env).and_then(|local| {
            local.asked.borrow_mut().push(Arc::<Slot<T>>::clone(&self.0));
            let result = catch(|| run(env)).and_then(identity);
            local.asked.borrow_mut().pop();
            result
        });
        self.answer(carry(env, result));
    }
}

impl<T> Asker<T> {
    pub(super) fn answer(self, result: Result<T>) {
        self.0.fill(result);
    }
}

impl<T> Drop for Asker<T> {
    fn drop(&mut self) {
        self.0.fill(Err(closing()));
    }
}

impl<T> Slot<T> {
    /// The first answer counts.
    fn fill(&self, result: Result<T>) {
        let mut state = lock(&self.state);
        let State::Waiting(waker) = &mut *state else { return };
        let waker = waker.take();
        *state = State::Ready(result);
        drop(state);
        self.ready.notify_one();
        if let Some(waker) = waker {
            contain(|| waker.wake());
        }
    }
}

impl<T> Answer<T> {
    /// Blocks this thread until the answer is there.
    pub(super) fn wait(self) -> Result<T> {
        let mut state = lock(&self.0.state);
        loop {
            match mem::replace(&mut *state, State::Taken) {
                State::Ready(result) => return result,
                other => *state = other,
            }
            state = wait(&self.0.ready, state);
        }
    }
}

impl<T> Future for Answer<T> {
    type Output = Result<T>;

    /// # Panics
    /// When it is polled again after it was ready.
    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<T>> {
        let mut state = lock(&self.0.state);
        match mem::replace(&mut *state, State::Taken) {
            State::Ready(result) => Poll::Ready(result),
            State::Waiting(waker) => {
                let same = waker.filter(|waker| waker.will_wake(context.waker()));
                *state = State::Waiting(Some(same.unwrap_or_else(|| context.waker().clone())));
                Poll::Pending
            }
            State::Taken => {
                drop(state);
                panic!("an answer was polled after it was ready")
            }
        }
    }
}

impl<T> core::fmt::Debug for Answer<T> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Answer").finish_non_exhaustive()
    }
}
