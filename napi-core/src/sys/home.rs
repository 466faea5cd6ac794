//! What outlives a call: where an environment lives, and a reference that may be dropped anywhere.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::ThreadId;

use super::host::Host;
use super::references::RawReference;

/// The home of an environment: what other threads, and drops, may know of it.
///
/// Its address is the identity of the environment as long as anybody holds it; the generation tells two of them apart in messages.
pub(crate) struct Home {
    host: Host,
    thread: ThreadId,
    generation: u64,
    alive: AtomicBool,
    has_dropped: AtomicBool,
    dropped: Mutex<Vec<RawReference>>,
}

// SAFETY: `host` is used on `thread` only, while `alive`, which is cleared on that thread.
unsafe impl Send for Home {}
// SAFETY: as for `Send`; everything else is atomic or locked, and a `RawReference` in the queue is only carried.
unsafe impl Sync for Home {}

static GENERATIONS: AtomicU64 = AtomicU64::new(1);

impl Home {
    /// Called on the environment's thread.
    pub(crate) fn new(host: Host) -> Arc<Self> {
        Arc::new(Self {
            host,
            thread: std::thread::current().id(),
            generation: GENERATIONS.fetch_add(1, Ordering::Relaxed),
            alive: AtomicBool::new(true),
            has_dropped: AtomicBool::new(false),
            dropped: Mutex::new(Vec::new()),
        })
    }

    /// Counts environments of this library from 1.
    pub(crate) fn generation(&self) -> u64 {
        self.generation
    }

    /// The environment, if this is its thread and it has not ended.
    fn here(&self) -> Option<Host> {
        let alive = self.alive.load(Ordering::Acquire) && std::thread::current().id() == self.thread;
        alive.then_some(self.host)
    }

    /// Deletes what other threads have dropped; on the environment's thread.
    #[inline]
    pub(crate) fn delete_dropped(&self) {
        if self.has_dropped.load(Ordering::Relaxed) {
            self.delete_all_dropped();
        }
    }

    #[cold]
    fn delete_all_dropped(&self) {
        let Some(host) = self.here() else { return };
        for reference in self.take_dropped() {
            host.delete_reference(reference);
        }
    }

    fn take_dropped(&self) -> Vec<RawReference> {
        let mut dropped = self.dropped.lock().unwrap_or_else(PoisonError::into_inner);
        self.has_dropped.store(false, Ordering::Relaxed);
        std::mem::take(&mut dropped)
    }

    /// The environment ends: from here on references are forgotten, because the host has freed them.
    pub(crate) fn end(&self) {
        // Under the lock, so that a drop on another thread either is deleted here or sees the end.
        let mut dropped = self.dropped.lock().unwrap_or_else(PoisonError::into_inner);
        self.alive.store(false, Ordering::Release);
        for reference in dropped.drain(..) {
            self.host.delete_reference(reference);
        }
    }

    fn drop_reference(&self, reference: RawReference) {
        if let Some(host) = self.here() {
            return host.delete_reference(reference);
        }
        let mut dropped = self.dropped.lock().unwrap_or_else(PoisonError::into_inner);
        if self.alive.load(Ordering::Acquire) {
            dropped.push(reference);
            self.has_dropped.store(true, Ordering::Relaxed);
        }
    }
}

/// A reference of an environment, deleted when it is dropped: here at once, from another thread at the environment's next
/// call, and not at all once the environment has ended, because then the host has.
pub(crate) struct HeldReference {
    home: Arc<Home>,
    reference: RawReference,
}

// SAFETY: the reference is only used through `get`, with the home checked, or deleted by `Home` on its thread.
unsafe impl Send for HeldReference {}
// SAFETY: as for `Send`; `&HeldReference` gives nothing but `get`.
unsafe impl Sync for HeldReference {}

impl HeldReference {
    pub(crate) fn new(home: Arc<Home>, reference: RawReference) -> Self {
        Self { home, reference }
    }

    /// The environment it belongs to.
    pub(crate) fn home(&self) -> &Arc<Home> {
        &self.home
    }

    /// The reference, for use in its own environment.
    pub(crate) fn get(&self) -> RawReference {
        self.reference
    }
}

impl Drop for HeldReference {
    fn drop(&mut self) {
        self.home.drop_reference(self.reference);
    }
}
