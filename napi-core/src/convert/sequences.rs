//! Arrays and what becomes one.

use core::ops::Range;

use super::{FromJs, IntoJs, out_of_range};
use crate::env::Env;
use crate::error::Result;
use crate::value::{Array, BATCH, Value};

/// An index of a JavaScript array, which has 2^32 - 1 elements at most.
pub(super) fn index(index: usize) -> Result<u32> {
    u32::try_from(index).map_err(|_| out_of_range("at most 2^32 - 1 elements", index))
}

/// Arrays up to this many elements are converted in the scope that is there, since a scope would cost more than a hundredth.
pub(super) const FEW: u32 = 32;

/// Reads an array of an owned type, in a new scope for each batch.
pub fn read_batched<'s, T>(env: &Env<'s>, array: Array<'s>) -> Result<Vec<T>>
where
    T: for<'i> FromJs<'i>,
{
    let length = array.len(env)?;
    // Grown as it is filled: a length alone, of a sparse array, must not claim gigabytes.
    let mut values = Vec::with_capacity(length.min(4 * BATCH) as usize);
    if length <= FEW {
        read(env, array, 0..length, &mut values)?;
        return Ok(values);
    }
    env.batches(0..length, |env, range| read(env, array, range, &mut values))?;
    Ok(values)
}

// By itself, so that what an element takes is inlined here once.
#[inline(never)]
fn read<'i, T: FromJs<'i>>(env: &Env<'i>, array: Array<'_>, range: Range<u32>, values: &mut Vec<T>) -> Result<()> {
    for index in range {
        values.push(array.get(env, index)?);
    }
    Ok(())
}

/// Writes an array of an owned type, in a new scope for each batch.
pub fn write_batched<'s, T>(values: impl ExactSizeIterator<Item = T>, env: &Env<'s>, array: Array<'s>) -> Result<()>
where
    T: for<'i> IntoJs<'i>,
{
    let mut next = 0;
    if values.len() <= FEW as usize {
        return write(env, array, &mut next, values);
    }
    env.batches_of(values, |env, values| write(env, array, &mut next, values))
}

fn write<'i, T: IntoJs<'i>>(
    env: &Env<'i>,
    array: Array<'_>,
    next: &mut u32,
    values: impl Iterator<Item = T>,
) -> Result<()> {
    for value in values {
        array.set(env, *next, value)?;
        *next += 1;
    }
    Ok(())
}

pub(super) fn new_array<'s, T: IntoJs<'s>>(
    env: &Env<'s>,
    values: impl ExactSizeIterator<Item = T>,
) -> Result<Array<'s>> {
    let array = env.array_with_length(index(values.len())?)?;
    T::elements_into_js(values, env, array)?;
    Ok(array)
}

impl<'s, T: FromJs<'s>> FromJs<'s> for Vec<T> {
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        T::elements_from_js(env, value.to(env)?)
    }
}

impl<'s, T: IntoJs<'s>> IntoJs<'s> for Vec<T> {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        new_array(env, self.into_iter()).map(Into::into)
    }
}

impl<'s, T: FromJs<'s>> FromJs<'s> for Box<[T]> {
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        Vec::from_js(env, value).map(Vec::into_boxed_slice)
    }
}

impl<'s, T: IntoJs<'s>> IntoJs<'s> for Box<[T]> {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        self.into_vec().into_js(env)
    }
}

impl<'s, T: IntoJs<'s> + Clone> IntoJs<'s> for &[T] {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        new_array(env, self.iter().cloned()).map(Into::into)
    }
}

/// The array has exactly `N` elements.
impl<'s, T: FromJs<'s>, const N: usize> FromJs<'s> for [T; N] {
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        let array = exactly(env, value, N)?;
        let values = T::elements_from_js(env, array)?;
        // The length was right a moment ago; a getter may have changed it.
        values.try_into().map_err(|values: Vec<T>| wrong_length(N, values.len()))
    }
}

impl<'s, T: IntoJs<'s>, const N: usize> IntoJs<'s> for [T; N] {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        new_array(env, self.into_iter()).map(Into::into)
    }
}

/// The value as an array of exactly `length` elements.
pub(super) fn exactly<'s>(env: &Env<'s>, value: Value<'s>, length: usize) -> Result<Array<'s>> {
    let array: Array<'s> = value.to(env)?;
    let found = array.len(env)? as usize;
    if found == length { Ok(array) } else { Err(wrong_length(length, found)) }
}

#[cold]
fn wrong_length(expected: usize, found: usize) -> crate::error::Error {
    out_of_range(&format!("array of length {expected}"), format_args!("one of length {found}"))
}
