//! The queue of one environment, and when its bell is rung.

use core::mem;
use std::collections::VecDeque;

use super::sync::{Mutex, lock};

/// What rings for the JavaScript thread.
pub(super) trait Ring {
    fn ring(&self);
}

/// A queue that any thread fills and one thread empties.
///
/// `rung` says that a ring is under way or being answered: the bell is rung only when it becomes true, and it stays true until
/// the answering thread has found the queue empty. The bell lies under the lock, because ringing it and silencing it at the
/// environment's end exclude each other; without it the queue is closed.
pub(super) struct Queue<T, B> {
    state: Mutex<State<T, B>>,
}

struct State<T, B> {
    items: VecDeque<T>,
    bell: Option<B>,
    rung: bool,
}

/// What the answering thread found.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Taken {
    Items,
    /// Nothing: whoever comes next rings again.
    Nothing,
}

impl<T, B: Ring> Queue<T, B> {
    /// A queue that is closed until it has its bell.
    pub(super) fn new() -> Self {
        Self { state: Mutex::new(State { items: VecDeque::new(), bell: None, rung: false }) }
    }

    pub(super) fn open(&self, bell: B) {
        lock(&self.state).bell = Some(bell);
    }

    /// Adds the item that is made of `parts`, unless the queue is closed: then they come back. `make` runs under the lock.
    pub(super) fn push_with<P>(&self, parts: P, make: impl FnOnce(P) -> T) -> Result<(), P> {
        let mut state = lock(&self.state);
        if state.bell.is_none() {
            return Err(parts);
        }
        state.items.push_back(make(parts));
        state.ring();
        Ok(())
    }

    /// Wakes the answering thread without an item.
    pub(super) fn ring(&self) {
        lock(&self.state).ring();
    }

    /// On the answering thread: all items, in exchange for an empty `into`. Found empty, `idle` is told the bell.
    pub(super) fn take(&self, into: &mut VecDeque<T>, idle: impl FnOnce(&B)) -> Taken {
        let mut state = lock(&self.state);
        mem::swap(&mut state.items, into);
        if !into.is_empty() {
            return Taken::Items;
        }
        state.rung = false;
        if let Some(bell) = &state.bell {
            idle(bell);
        }
        Taken::Nothing
    }

    /// Uses the bell, unless the queue is closed; `use_bell` is told whether a ring is under way.
    pub(super) fn with_bell<R>(&self, use_bell: impl FnOnce(&B, bool) -> R) -> Option<R> {
        let state = lock(&self.state);
        state.bell.as_ref().map(|bell| use_bell(bell, state.rung))
    }

    pub(super) fn is_closed(&self) -> bool {
        lock(&self.state).bell.is_none()
    }

    /// Closes the queue and gives what was in it, for the caller to drop without the lock. The second time it gives nothing.
    pub(super) fn close(&self) -> (VecDeque<T>, Option<B>) {
        let mut state = lock(&self.state);
        (mem::take(&mut state.items), state.bell.take())
    }
}

impl<T, B: Ring> State<T, B> {
    fn ring(&mut self) {
        if let (Some(bell), false) = (&self.bell, self.rung) {
            self.rung = true;
            bell.ring();
        }
    }
}
