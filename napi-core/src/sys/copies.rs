//! Copies between memory of ours and memory that other threads may write meanwhile.

use core::sync::atomic::{AtomicU8, Ordering};

/// Copies memory of JavaScript to memory of ours.
///
/// # Safety
/// Both are valid for `bytes` and do not overlap.
pub(crate) unsafe fn copy_out(from: *const u8, to: *mut u8, bytes: usize, shared: bool) {
    if !shared {
        // SAFETY: as the caller says; nobody writes it, since no JavaScript runs on this thread meanwhile.
        return unsafe { to.copy_from_nonoverlapping(from, bytes) };
    }
    for at in 0..bytes {
        // SAFETY: valid, as the caller says.
        let value = unsafe { byte(from.wrapping_add(at)) }.load(Ordering::Relaxed);
        // SAFETY: valid, as the caller says.
        unsafe { to.wrapping_add(at).write(value) };
    }
}

/// Copies memory of ours to memory of JavaScript.
///
/// # Safety
/// Both are valid for `bytes` and do not overlap.
pub(crate) unsafe fn copy_in(from: *const u8, to: *mut u8, bytes: usize, shared: bool) {
    if !shared {
        // SAFETY: as the caller says; nobody reads it, since no JavaScript runs on this thread meanwhile.
        return unsafe { to.copy_from_nonoverlapping(from, bytes) };
    }
    for at in 0..bytes {
        // SAFETY: valid, as the caller says.
        let value = unsafe { from.wrapping_add(at).read() };
        // SAFETY: valid, as the caller says.
        unsafe { byte(to.wrapping_add(at)) }.store(value, Ordering::Relaxed);
    }
}

/// A byte that others write, too. One by one, because atomic accesses of different sizes, as by another worker of this library, are
/// none to Rust.
///
/// # Safety
/// `place` is valid as long as the byte is used, and Rust reaches it by atomics only.
unsafe fn byte<'a>(place: *const u8) -> &'a AtomicU8 {
    // SAFETY: as the caller says; an `AtomicU8` is as a byte.
    unsafe { &*place.cast::<AtomicU8>() }
}
