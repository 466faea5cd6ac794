//! What outlives a call: where an environment lives, and a reference that may be dropped anywhere.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::task::Waker;

use super::host::{Failure, Host, RawValue};
use super::references::RawReference;
use super::thread_id::RunningThread;

/// The home of an environment: what other threads, and drops, may know of it.
///
/// Its address is the identity of the environment as long as anybody holds it; the generation tells two of them apart in messages.
pub(crate) struct Home {
    host: Host,
    thread: RunningThread,
    generation: u64,
    alive: AtomicBool,
    has_dropped: AtomicBool,
    references: Mutex<References>,
    /// Wakes the environment's thread for what was dropped elsewhere, once it can be woken.
    bell: OnceLock<Waker>,
}

/// The references of an environment. Node (18 to 26) frees none of them when it ends, so that they are all known here.
#[derive(Default)]
struct References {
    /// By slot; the slots of deleted references are used again.
    live: Vec<Option<RawReference>>,
    free: Vec<usize>,
    /// The slots of references that other threads have dropped.
    dropped: Vec<usize>,
    /// The strong references that the addon has made: by their slots, the how many-th they were.
    #[cfg(feature = "test")]
    of_addon: std::collections::BTreeMap<usize, u64>,
    /// How many strong references the addon has made.
    #[cfg(feature = "test")]
    made_by_addon: u64,
}

impl References {
    fn insert(&mut self, reference: RawReference) -> usize {
        match self.free.pop() {
            Some(slot) => {
                self.live[slot] = Some(reference);
                slot
            }
            None => {
                self.live.push(Some(reference));
                self.live.len() - 1
            }
        }
    }

    fn remove(&mut self, slot: usize) -> Option<RawReference> {
        self.free.push(slot);
        #[cfg(feature = "test")]
        self.of_addon.remove(&slot);
        self.live[slot].take()
    }
}

// SAFETY: `host` and the references are used on `thread` only, while `alive`, which is cleared on that thread.
unsafe impl Send for Home {}
// SAFETY: as for `Send`; everything else is atomic or locked.
unsafe impl Sync for Home {}

static GENERATIONS: AtomicU64 = AtomicU64::new(1);

impl Home {
    /// Called on the environment's thread.
    pub(crate) fn new(host: Host) -> Arc<Self> {
        Arc::new(Self {
            host,
            thread: RunningThread::current(),
            generation: GENERATIONS.fetch_add(1, Ordering::Relaxed),
            alive: AtomicBool::new(true),
            has_dropped: AtomicBool::new(false),
            references: Mutex::default(),
            bell: OnceLock::new(),
        })
    }

    /// From now on what other threads drop is deleted promptly.
    pub(crate) fn set_bell(&self, bell: Waker) {
        let _ = self.bell.set(bell);
        // What was dropped before found no bell to ring.
        self.delete_all_dropped();
    }

    /// Counts environments of this library from 1.
    pub(crate) fn generation(&self) -> u64 {
        self.generation
    }

    /// Whether this is the environment's thread, and the environment has not ended.
    pub(crate) fn is_this_thread(&self) -> bool {
        self.alive.load(Ordering::Acquire) && RunningThread::current() == self.thread
    }

    /// The environment, if this is its thread and it has not ended.
    pub(crate) fn here(&self) -> Option<Host> {
        self.is_this_thread().then_some(self.host)
    }

    fn references(&self) -> MutexGuard<'_, References> {
        self.references.lock().unwrap_or_else(PoisonError::into_inner)
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

    /// How many strong references the addon has made.
    #[cfg(feature = "test")]
    pub(crate) fn references_made(&self) -> u64 {
        self.references().made_by_addon
    }

    /// How many strong references there are of those that the addon has made after the first `made`; on the environment's
    /// thread.
    #[cfg(feature = "test")]
    pub(crate) fn references_since(&self, made: u64) -> usize {
        self.delete_dropped();
        self.references().of_addon.values().filter(|number| **number >= made).count()
    }

    fn take_dropped(&self) -> Vec<RawReference> {
        let mut references = self.references();
        self.has_dropped.store(false, Ordering::Relaxed);
        let dropped = core::mem::take(&mut references.dropped);
        dropped.into_iter().filter_map(|slot| references.remove(slot)).collect()
    }

    /// The environment ends: all its references are deleted, and those that are dropped later have nothing left to do.
    pub(crate) fn end(&self) {
        for reference in self.take_all() {
            self.host.delete_reference(reference);
        }
    }

    fn take_all(&self) -> impl Iterator<Item = RawReference> {
        let mut references = self.references();
        // Under the lock, so that a drop on another thread either is known here or sees the end.
        self.alive.store(false, Ordering::Release);
        core::mem::take(&mut *references).live.into_iter().flatten()
    }

    fn drop_reference(&self, slot: usize) {
        if let Some(host) = self.here() {
            // The lock is let go first: a host that runs a finalizer in here may come back with another drop.
            let reference = self.references().remove(slot);
            return reference.into_iter().for_each(|reference| host.delete_reference(reference));
        }
        let mut references = self.references();
        if !self.alive.load(Ordering::Acquire) {
            return;
        }
        references.dropped.push(slot);
        let first = !self.has_dropped.swap(true, Ordering::Release);
        drop(references);
        if let (true, Some(bell)) = (first, self.bell.get()) {
            bell.wake_by_ref();
        }
    }
}

/// A reference of an environment, deleted when it is dropped: here at once, from another thread soon if the environment has
/// a bell and else when a function with `Env` is called next, and with the environment at the latest.
pub(crate) struct HeldReference {
    home: Arc<Home>,
    reference: RawReference,
    slot: usize,
}

// SAFETY: the reference is only used through `get`, with the home checked, or deleted by `Home` on its thread.
unsafe impl Send for HeldReference {}
// SAFETY: as for `Send`; `&HeldReference` gives nothing but `get`.
unsafe impl Sync for HeldReference {}

impl HeldReference {
    /// A strong reference for a count of 1 and more, a weak one for 0. On the environment's thread.
    pub(crate) fn new(home: &Arc<Home>, value: RawValue, count: u32) -> Result<Self, Failure> {
        let reference = home.host.create_reference(value, count)?;
        let slot = home.references().insert(reference);
        Ok(Self { home: Arc::clone(home), reference, slot })
    }

    /// Counts it as one that the addon has made, and a test must not leave; the others are this crate's own.
    #[inline(always)]
    pub(crate) fn of_addon(self) -> Self {
        #[cfg(feature = "test")]
        {
            let mut references = self.home.references();
            let number = references.made_by_addon;
            references.of_addon.insert(self.slot, number);
            references.made_by_addon += 1;
        }
        self
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
        self.home.drop_reference(self.slot);
    }
}
