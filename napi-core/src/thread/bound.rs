//! A limit for how many calls wait in the queue.

use std::sync::Arc;

use super::sync::{Condvar, Mutex, lock, wait};

/// How many calls of one callback may be queued, and how many are.
pub(super) struct Bound {
    limit: usize,
    queued: Mutex<usize>,
    room: Condvar,
}

/// The place of one call in the queue; dropped, it makes room for the next.
pub(super) struct Place(Arc<Bound>);

impl Bound {
    pub(super) fn new(limit: usize) -> Arc<Self> {
        Arc::new(Self { limit, queued: Mutex::new(0), room: Condvar::new() })
    }

    /// A place, if there is one.
    pub(super) fn try_place(self: &Arc<Self>) -> Option<Place> {
        let mut queued = lock(&self.queued);
        let free = *queued < self.limit;
        *queued += usize::from(free);
        free.then(|| Place(Arc::clone(self)))
    }

    /// Waits for a place. It comes: queued calls are run, or dropped when the environment ends.
    pub(super) fn wait_for_place(self: &Arc<Self>) -> Place {
        let mut queued = lock(&self.queued);
        while *queued >= self.limit {
            queued = wait(&self.room, queued);
        }
        *queued += 1;
        Place(Arc::clone(self))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        *lock(&self.0.queued) -= 1;
        self.0.room.notify_one();
    }
}
