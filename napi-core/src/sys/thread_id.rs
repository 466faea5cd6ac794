//! Which thread this is, without a thread-local: on OpenHarmony these are slow.

/// A thread, as long as it runs: the system gives the number of one that has ended to another.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct RunningThread(usize);

impl RunningThread {
    #[inline]
    pub(crate) fn current() -> Self {
        Self(imp::current())
    }
}

#[cfg(unix)]
mod imp {
    unsafe extern "C" {
        fn pthread_self() -> usize;
    }

    pub(super) fn current() -> usize {
        // SAFETY: it reads a register. A `pthread_t` is a pointer or an integer of its size.
        unsafe { pthread_self() }
    }
}

#[cfg(windows)]
mod imp {
    unsafe extern "system" {
        fn GetCurrentThreadId() -> u32;
    }

    pub(super) fn current() -> usize {
        // SAFETY: it reads a register.
        unsafe { GetCurrentThreadId() as usize }
    }
}

/// There is one thread.
#[cfg(not(any(unix, windows)))]
mod imp {
    pub(super) fn current() -> usize {
        0
    }
}
