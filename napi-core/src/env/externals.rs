//! The externals of this library that are alive in an environment.

use core::cell::RefCell;
use core::ffi::c_void;
use core::hash::{BuildHasherDefault, Hasher};
use core::ptr::NonNull;
use std::any::TypeId;
use std::collections::HashMap;

/// By the pointer inside of each, because such a pointer in an external of another addon proves nothing.
#[derive(Default)]
pub(crate) struct Externals(RefCell<HashMap<NonNull<c_void>, Carried, BuildHasherDefault<ByAddress>>>);

/// The Rust value of an external.
struct Carried {
    of: TypeId,
    value: NonNull<c_void>,
}

impl Externals {
    pub(crate) fn add(&self, data: NonNull<c_void>, of: TypeId, value: NonNull<c_void>) {
        self.0.borrow_mut().insert(data, Carried { of, value });
    }

    pub(crate) fn remove(&self, data: NonNull<c_void>) {
        self.0.borrow_mut().remove(&data);
    }

    /// Where the value of a live external of type `of` lies; `None` for another type, and for what another addon made.
    #[inline]
    pub(crate) fn find(&self, data: NonNull<c_void>, of: TypeId) -> Option<NonNull<c_void>> {
        let externals = self.0.borrow();
        externals.get(&data).filter(|carried| carried.of == of).map(|carried| carried.value)
    }
}

/// Hashes an address by one multiplication (Fibonacci hashing): each call with an external looks one up.
#[derive(Default)]
struct ByAddress(u64);

impl Hasher for ByAddress {
    fn write_usize(&mut self, address: usize) {
        self.0 = (address as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_usize(self.0 as usize ^ usize::from(*byte)));
    }

    /// The map looks at both ends; an aligned address leaves the lower one empty.
    fn finish(&self) -> u64 {
        self.0.rotate_left(32)
    }
}
