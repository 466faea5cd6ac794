//! Elements of Rust's on their way to JavaScript.

use core::ptr::NonNull;
use std::sync::Arc;

use super::array_buffer::zeros;
use super::{ArrayBuffer, Exclusive, Value, private};
use crate::env::Env;
use crate::error::{Error, Result, code};
use crate::sys::{ArrayElement, ExternalKind, NotTaken, OwnedMemory, RawValue, is_buffer_size};

/// Elements that become memory of JavaScript: `Vec<T>`, `Box<[T]>`, `Arc<[T]>`, `&[T]` and `&[T; N]`.
///
/// What is borrowed is copied. What is owned is handed over without a copy and freed, on any thread, when JavaScript is done
/// with it; but for an `Arc` that is shared, fewer than 64 KiB, of which a copy costs no more, and on hosts that take no
/// memory of others (Electron): these are copied, too.
///
/// JavaScript cannot transfer what was handed over to another thread: `postMessage` throws on Node from 22 on and on Bun, and
/// copies on Node 20. Lend a slice where it shall be transferred.
///
/// It is implemented by this crate only.
///
/// ```
/// use napi_core::prelude::*;
///
/// #[export]
/// fn ramp<'s>(env: &Env<'s>, length: u32) -> Result<TypedArray<'s, u32>> {
///     let ramp: Vec<u32> = (0..length).collect();
///     env.typed_array(ramp)
/// }
/// ```
pub trait IntoMemory: private::Sealed + Sized {
    /// The element of the typed array that it becomes.
    type Element: ArrayElement;

    /// The elements.
    #[doc(hidden)]
    fn elements(&self) -> &[Self::Element];

    /// What holds the elements, which nobody else reaches; itself where that is not so.
    #[doc(hidden)]
    fn into_owner(self) -> Result<Owned<Self::Element>, Self>;
}

/// The elements that an owner keeps where they are.
pub struct Owned<T> {
    start: NonNull<T>,
    length: usize,
    owner: Box<dyn Send>,
}

impl<T: ArrayElement> private::Sealed for Vec<T> {}

impl<T: ArrayElement> IntoMemory for Vec<T> {
    type Element = T;

    fn elements(&self) -> &[T] {
        self
    }

    fn into_owner(mut self) -> Result<Owned<T>, Self> {
        let start = NonNull::from(self.as_mut_slice()).cast();
        Ok(Owned { start, length: self.len(), owner: Box::new(self) })
    }
}

impl<T: ArrayElement> private::Sealed for Box<[T]> {}

impl<T: ArrayElement> IntoMemory for Box<[T]> {
    type Element = T;

    fn elements(&self) -> &[T] {
        self
    }

    fn into_owner(self) -> Result<Owned<T>, Self> {
        // A vector may be moved without a word about what it points to; a box says that nobody else does.
        self.into_vec().into_owner().map_err(Vec::into_boxed_slice)
    }
}

impl<T: ArrayElement> private::Sealed for Arc<[T]> {}

impl<T: ArrayElement> IntoMemory for Arc<[T]> {
    type Element = T;

    fn elements(&self) -> &[T] {
        self
    }

    fn into_owner(mut self) -> Result<Owned<T>, Self> {
        // JavaScript will write it: nobody else may read it then.
        match Self::get_mut(&mut self) {
            Some(elements) => {
                let (start, length) = (NonNull::from(&mut *elements).cast(), elements.len());
                Ok(Owned { start, length, owner: Box::new(self) })
            }
            None => Err(self),
        }
    }
}

impl<T: ArrayElement> private::Sealed for &[T] {}

impl<T: ArrayElement> IntoMemory for &[T] {
    type Element = T;

    fn elements(&self) -> &[T] {
        self
    }

    fn into_owner(self) -> Result<Owned<T>, Self> {
        Err(self)
    }
}

impl<T: ArrayElement, const N: usize> private::Sealed for &[T; N] {}

impl<T: ArrayElement, const N: usize> IntoMemory for &[T; N] {
    type Element = T;

    fn elements(&self) -> &[T] {
        *self
    }

    fn into_owner(self) -> Result<Owned<T>, Self> {
        Err(self)
    }
}

/// Fewer bytes are copied: handing memory over costs as much as copying 4 to 64 KiB (Node 20 and 26), and takes away that it
/// can be transferred.
const FEWEST: usize = 1 << 16;

/// Elements, and the object that they become.
pub(crate) struct ExternalMemory<M> {
    elements: M,
    kind: ExternalKind,
}

impl<M: IntoMemory> ExternalMemory<M> {
    pub(crate) fn of(elements: M, kind: ExternalKind) -> Self {
        Self { elements, kind }
    }

    pub(crate) fn into_buffer<'s>(self, env: &Env<'s>) -> Result<ArrayBuffer<'s>> {
        Ok(ArrayBuffer::new(Value::from_raw(self.into_object(env)?), Exclusive::KNOWN))
    }

    pub(crate) fn into_object(self, env: &Env<'_>) -> Result<RawValue> {
        let bytes = size_of_val(self.elements.elements());
        if self.kind == ExternalKind::Buffer && !is_buffer_size(bytes) {
            return Err(no_buffer_of(bytes));
        }
        if bytes < FEWEST {
            return copy(env, self.elements.elements(), self.kind);
        }
        match self.elements.into_owner() {
            Ok(owned) => hand_over(env, owned, self.kind),
            Err(elements) => copy(env, elements.elements(), self.kind),
        }
    }
}

#[cold]
fn no_buffer_of(bytes: usize) -> Error {
    let message = format!("OpenHarmony makes Buffers of 1 byte to 2 MiB, and none of {bytes} bytes");
    Error::range_error(message).with_code(code::OUT_OF_RANGE)
}

fn hand_over<T: ArrayElement>(env: &Env<'_>, owned: Owned<T>, kind: ExternalKind) -> Result<RawValue> {
    let Owned { start, length, owner } = owned;
    let memory = OwnedMemory { start: start.cast(), bytes: length * size_of::<T>(), owner };
    match env.host()?.external_memory(memory, kind) {
        Ok(object) => Ok(object),
        Err(NotTaken { failure, memory: Some(memory) }) if !failure.is_exception() => {
            // SAFETY: the owner, which is in `memory`, keeps as many elements there.
            let elements = unsafe { core::slice::from_raw_parts(memory.start.cast::<T>().as_ptr(), length) };
            copy(env, elements, kind)
        }
        Err(NotTaken { failure, .. }) => Err(failure.into()),
    }
}

fn copy<T: ArrayElement>(env: &Env<'_>, elements: &[T], kind: ExternalKind) -> Result<RawValue> {
    let bytes = size_of_val(elements);
    let (object, start) = match kind {
        ExternalKind::ArrayBuffer => zeros(env, bytes)?,
        ExternalKind::Buffer => env.host()?.new_buffer(bytes)?,
    };
    if bytes > 0 {
        let Some(start) = NonNull::new(start) else {
            return Err(Error::new("the host does not show the memory that it has made").with_code(code::NODE_API));
        };
        // SAFETY: so many bytes lie there, which JavaScript does not see before it runs again.
        unsafe { start.as_ptr().copy_from_nonoverlapping(elements.as_ptr().cast(), bytes) };
    }
    Ok(object)
}
