//! Typed arrays by value.

use std::sync::Arc;

use super::{FromJs, IntoJs, batched, mismatch, wrong_type};
use crate::env::Env;
use crate::error::Result;
use crate::sys::{ArrayElement, Clamped, class_of};
use crate::value::{Handle, IntoMemory, Value, copied};

/// Elements that are a typed array in JavaScript, where `Vec<T>` alone is an array: `Binary<Vec<f32>>` is a `Float32Array`.
///
/// As an argument it is a copy: `Vec<T>`, `Box<[T]>` or `Arc<[T]>`, which may go to other threads and stay there. A function
/// without an `Env` borrows the elements as `&[T]` instead. As a result the elements are handed over without a copy where
/// that is possible, see [`IntoMemory`](crate::IntoMemory); `Binary<&[T]>` is copied.
///
/// Bytes (`u8`) are taken from a `Uint8ClampedArray` too, as slices are. Memory that other threads may write is copied as it
/// is found.
///
/// ```
/// use napi_core::prelude::*;
///
/// #[export]
/// fn histogram(pixels: Binary<Vec<u8>>) -> Binary<Vec<u32>> {
///     let mut counts = vec![0; 256];
///     pixels.0.iter().for_each(|pixel| counts[usize::from(*pixel)] += 1);
///     Binary(counts)
/// }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Binary<M>(
    /// The elements.
    pub M,
);

macro_rules! owned {
    ($($memory:ty),*) => {$(
        impl<'s, T: ArrayElement> FromJs<'s> for Binary<$memory> {
            fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
                Ok(Self(copy(env, value)?.into()))
            }
            batched!();
        }
    )*};
}
owned!(Vec<T>, Box<[T]>, Arc<[T]>);

fn copy<T: ArrayElement>(env: &Env<'_>, value: Value<'_>) -> Result<Vec<T>> {
    let host = env.host()?;
    if !host.is_typed_array(value.raw())? {
        return Err(mismatch(env, T::CLASS, value));
    }
    let view = host.view(value.raw())?;
    if view.kind != T::KIND && !(T::KIND == u8::KIND && view.kind == Clamped::KIND) {
        return Err(wrong_type(T::CLASS, class_of(view.kind)));
    }
    if view.detached {
        return Err(wrong_type(T::CLASS, "one whose buffer was detached"));
    }
    copied(&view.place())
}

impl<'s, M: IntoMemory> IntoJs<'s> for Binary<M> {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        Ok(env.typed_array(self.0)?.value())
    }
}
