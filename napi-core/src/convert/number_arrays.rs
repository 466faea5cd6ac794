//! Arrays of numbers: the long ones go through the loops in JavaScript.

use core::ops::Range;

use super::sequences::{read_batched, write_batched};
use super::{FromJs, IntoJs};
use crate::env::{CHUNK, Column, Env, Loops};
use crate::error::Result;
use crate::value::{Array, Value};

/// A type of which each value is a number in JavaScript.
pub(super) trait Number: Copy + for<'i> FromJs<'i> + for<'i> IntoJs<'i> {
    /// All values are `i32`s too.
    const IS_I32: bool = false;

    /// What a field is in a row.
    const COLUMN: Option<Column> = Some(if Self::IS_I32 { Column::Integer } else { Column::Number });

    /// `None` for a number that the conversion refuses.
    fn from_number(number: f64) -> Option<Self>;

    /// An error for a value that no number holds exactly.
    fn to_number(self) -> Result<f64>;
}

/// Fewer elements are read and written one by one: a call of a function in JavaScript costs as much as about so many.
const MANY: usize = 4;

pub(super) fn read_numbers<'s, T: Number>(env: &Env<'s>, array: Array<'s>) -> Result<Vec<T>> {
    let length = array.len(env)?;
    if (length as usize) < MANY {
        return read_batched(env, array);
    }
    match env.with_loops(|loops| read_all(env, loops, array, length)) {
        Some(numbers) => numbers,
        None => read_batched(env, array),
    }
}

fn read_all<T: Number>(env: &Env<'_>, loops: &Loops, array: Array<'_>, length: u32) -> Result<Vec<T>> {
    // Grown as it is filled: a length alone, of a sparse array, must not claim gigabytes.
    let mut numbers = Vec::with_capacity(length.min(CHUNK) as usize);
    let mut next = 0;
    while next < length {
        let range = next..length.min(next.saturating_add(CHUNK));
        env.batch(|env| read_chunk(env, loops, array, range, &mut numbers))?;
        next = numbers.len() as u32;
    }
    Ok(numbers)
}

fn read_chunk<T: Number>(
    env: &Env<'_>,
    loops: &Loops,
    array: Array<'_>,
    range: Range<u32>,
    numbers: &mut Vec<T>,
) -> Result<()> {
    let (count, odd) = loops.read(env, array, range)?;
    numbers.reserve(count);
    for found in &loops.numbers()[..count] {
        let number = T::from_number(found.get());
        numbers.push(number.map_or_else(|| refused(env, found.get().into_js(env)?, numbers.len()), Ok)?);
    }
    if let Some(odd) = odd {
        numbers.push(refused(env, odd, numbers.len())?);
    }
    Ok(())
}

/// The conversion of one value says what is wrong with the element.
#[cold]
#[inline(never)]
fn refused<'e, T: FromJs<'e>>(env: &Env<'e>, element: Value<'e>, index: usize) -> Result<T> {
    T::from_js(env, element).map_err(|error| error.at_index(index))
}

pub(super) fn write_numbers<'s, T: Number>(
    mut values: impl ExactSizeIterator<Item = T>,
    env: &Env<'s>,
    array: Array<'s>,
) -> Result<()> {
    if values.len() < MANY {
        return write_batched(values, env, array);
    }
    match env.with_loops(|loops| write_all(values.by_ref(), env, loops, array)) {
        Some(written) => written,
        None => write_batched(values, env, array),
    }
}

fn write_all<T: Number>(
    values: &mut impl ExactSizeIterator<Item = T>,
    env: &Env<'_>,
    loops: &Loops,
    array: Array<'_>,
) -> Result<()> {
    let mut next = 0;
    while values.len() > 0 {
        let begin = next;
        for (place, value) in loops.numbers().iter().zip(values.by_ref()) {
            place.set(value.to_number().map_err(|error| error.at_index(next as usize))?);
            next += 1;
        }
        env.batch(|env| loops.write(env, array, begin..next, T::IS_I32))?;
    }
    Ok(())
}

/// Lets a type of numbers be a field of rows: when they are read, and when they are written.
macro_rules! number_column {
    () => {
        const COLUMN: Option<$crate::env::Column> = <Self as $crate::convert::number_arrays::Number>::COLUMN;
        fn from_column(row: &$crate::convert::RowReader<'_, 's>) -> Result<Self> {
            row.number()
        }
    };
}
pub(super) use number_column;

macro_rules! number_column_into {
    () => {
        const COLUMN: Option<$crate::env::Column> = <Self as $crate::convert::number_arrays::Number>::COLUMN;
        fn into_column(self, row: &$crate::convert::RowWriter<'_, 's>) -> Result<()> {
            row.number(self)
        }
    };
}
pub(super) use number_column_into;
