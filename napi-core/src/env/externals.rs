//! The externals of this library that are alive in an environment.

use core::cell::RefCell;
use core::ffi::c_void;
use core::ptr::NonNull;
use std::any::TypeId;

use crate::map::Map;

/// By the pointer inside of each, because such a pointer in an external of another addon proves nothing.
#[derive(Default)]
pub(crate) struct Externals(RefCell<Map<NonNull<c_void>, Carried>>);

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
