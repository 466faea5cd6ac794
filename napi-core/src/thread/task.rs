//! What is queued: a closure, without an allocation where it is small.

use core::mem::{ManuallyDrop, MaybeUninit, align_of, size_of};

use crate::env::Env;
use crate::error::Result;

/// A closure that runs on the JavaScript thread once, or is dropped.
///
/// A call with a callback and two numbers fits into the place that it has; a larger closure is boxed. An allocation here is
/// freed on another thread, which costs more than the rest of a call.
pub(super) struct Task {
    place: Place,
    kind: &'static Kind,
}

type Place = MaybeUninit<[usize; 4]>;

const fn fits<F>() -> bool {
    size_of::<F>() <= size_of::<Place>() && align_of::<F>() <= align_of::<Place>()
}

struct Kind {
    run: unsafe fn(*mut Place, &mut Env<'_>) -> Result<()>,
    drop: unsafe fn(*mut Place),
}

// SAFETY: what is in the place is `Send`, by the bound of `Task::new`.
unsafe impl Send for Task {}

impl Task {
    pub(super) fn new<F: FnOnce(&mut Env<'_>) -> Result<()> + Send + 'static>(run: F) -> Self {
        if const { fits::<F>() } {
            Self::of(run)
        } else {
            let run = Box::new(run);
            Self::of(move |env: &mut Env<'_>| run(env))
        }
    }

    fn of<F: FnOnce(&mut Env<'_>) -> Result<()>>(run: F) -> Self {
        assert!(fits::<F>(), "only a closure that fits comes here");
        let mut place = Place::uninit();
        // SAFETY: the place is large enough, and aligned.
        unsafe { place.as_mut_ptr().cast::<F>().write(run) };
        Self { place, kind: &const { Kind { run: run_in_place::<F>, drop: drop_in_place::<F> } } }
    }

    pub(super) fn run(self, env: &mut Env<'_>) -> Result<()> {
        let mut this = ManuallyDrop::new(self);
        let run = this.kind.run;
        // SAFETY: the kind is that of the closure in the place, which is not used again.
        unsafe { run(&raw mut this.place, env) }
    }
}

impl Drop for Task {
    fn drop(&mut self) {
        // SAFETY: as in `run`, which forgets the task.
        unsafe { (self.kind.drop)(&raw mut self.place) };
    }
}

/// # Safety
/// There is an `F` in the place, which is not used again.
unsafe fn run_in_place<F: FnOnce(&mut Env<'_>) -> Result<()>>(place: *mut Place, env: &mut Env<'_>) -> Result<()> {
    // SAFETY: the caller's.
    let run = unsafe { place.cast::<F>().read() };
    run(env)
}

/// # Safety
/// As [`run_in_place`].
unsafe fn drop_in_place<F>(place: *mut Place) {
    // SAFETY: the caller's.
    unsafe { place.cast::<F>().drop_in_place() };
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::Task;
    use crate::error::Result;

    #[repr(align(64))]
    #[allow(dead_code, reason = "only its destructor counts")]
    struct Aligned(Arc<()>);

    #[allow(clippy::unnecessary_wraps, reason = "what a task returns")]
    fn keep<T>(_kept: &T) -> Result<()> {
        Ok(())
    }

    #[test]
    fn a_task_that_does_not_run_drops_its_closure_once() {
        let counted = Arc::new(());
        let small = Arc::clone(&counted);
        let large = [(); 9].map(|()| Arc::clone(&counted));
        let aligned = Aligned(Arc::clone(&counted));
        let tasks = [
            Task::new(move |_| keep(&small)),
            Task::new(move |_| keep(&large)),
            Task::new(move |_| keep(&aligned)),
            Task::new(|_| Ok(())),
        ];
        assert_eq!(Arc::strong_count(&counted), 12);
        drop(tasks);
        assert_eq!(Arc::strong_count(&counted), 1);
    }
}
