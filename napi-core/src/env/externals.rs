//! The externals of this library that are alive in an environment.

use core::cell::{Cell, RefCell};
use core::ffi::c_void;
use core::ptr::NonNull;
use std::any::TypeId;

use crate::map::Map;

/// By the pointer inside of each, because such a pointer in an external of another addon proves nothing.
#[derive(Default)]
pub(crate) struct Externals {
    alive: RefCell<Map<NonNull<c_void>, Carried>>,
    /// The one that was found last: calls with one external come in runs.
    last: Cell<Option<(NonNull<c_void>, Carried)>>,
}

/// The Rust value of an external.
#[derive(Clone, Copy)]
struct Carried {
    of: TypeId,
    value: NonNull<c_void>,
}

impl Externals {
    pub(crate) fn add(&self, data: NonNull<c_void>, of: TypeId, value: NonNull<c_void>) {
        self.alive.borrow_mut().insert(data, Carried { of, value });
    }

    pub(crate) fn remove(&self, data: NonNull<c_void>) {
        self.last.set(None);
        self.alive.borrow_mut().remove(&data);
    }

    /// Where the value of a live external of type `of` lies; `None` for another type, and for what another addon made.
    #[inline]
    pub(crate) fn find(&self, data: NonNull<c_void>, of: TypeId) -> Option<NonNull<c_void>> {
        match self.last.get() {
            Some((last, carried)) if last == data && carried.of == of => Some(carried.value),
            _ => self.look_up(data, of),
        }
    }

    #[inline(never)]
    fn look_up(&self, data: NonNull<c_void>, of: TypeId) -> Option<NonNull<c_void>> {
        let carried = *self.alive.borrow().get(&data).filter(|carried| carried.of == of)?;
        self.last.set(Some((data, carried)));
        Some(carried.value)
    }
}
