//! Structs of numbers, booleans and texts go through functions in JavaScript that make and read objects: see `env/rows.rs`.
//! Each function here answers nothing where that is not to be had, and has done nothing then.

use super::{Fields, FromFields, IntoFields, NewObject};
use crate::convert::rows::{RowReader, RowWriter};
use crate::convert::sequences::index;
use crate::env::{Column, Env, Loops, Shape, call_own};
use crate::error::Result;
use crate::value::{Array, Value};

/// Fewer objects are read and written one by one.
const MANY: usize = 4;

/// Text that one call hands over at most, in bytes: engines keep all of it as long as a part of 13 characters or more lives.
const TEXT: usize = 16 * 1024;

impl Shape {
    /// The shape of a struct all of whose fields are columns.
    const fn of(names: &'static [&'static core::ffi::CStr], columns: &'static [Option<Column>]) -> Option<Self> {
        if columns.is_empty() || columns.len() != names.len() {
            return None;
        }
        let mut place = 0;
        while place < columns.len() {
            if columns[place].is_none() {
                return None;
            }
            place += 1;
        }
        Some(Self { names, columns })
    }

    fn texts(self) -> usize {
        self.columns.iter().filter(|column| **column == Some(Column::Text)).count()
    }
}

pub(super) fn read<'s, T: for<'i> FromFields<'i>>(
    env: &Env<'s>,
    array: Array<'s>,
    length: u32,
) -> Option<Result<Vec<T>>> {
    let shape = const { Shape::of(<T as FromFields<'static>>::NAMES, <T as FromFields<'static>>::COLUMNS) }?;
    if (length as usize) < MANY || shape.rows() == 0 {
        return None;
    }
    env.with_loops(|loops| read_all(env, loops, shape, array, length))
}

fn read_all<T: for<'i> FromFields<'i>>(
    env: &Env<'_>,
    loops: &mut Loops,
    shape: Shape,
    array: Array<'_>,
    length: u32,
) -> Result<Vec<T>> {
    let functions = loops.shape(env, shape)?;
    let step = shape.rows();
    // Grown as it is filled: a length alone, of a sparse array, must not claim gigabytes.
    let mut values = Vec::with_capacity(length.min(step) as usize);
    let mut begin = 0;
    while begin < length {
        let end = length.min(begin.saturating_add(step));
        begin = env.batch(|env| {
            let found = loops.read_rows(env, functions, array, begin..end)?;
            // With a value that is odd, there is an error before the end.
            let end = if found.odd.is_some() { end } else { end.min(begin + found.rows) };
            let row = RowReader::new(env, loops.numbers(), found)?;
            for index in begin..end {
                let read = read_row(env, shape, &row);
                values.push(read.map_err(|error| error.at_index(index as usize))?);
            }
            Ok(end)
        })?;
    }
    Ok(values)
}

fn read_row<'s, T: FromFields<'s>>(env: &Env<'s>, shape: Shape, row: &RowReader<'_, 's>) -> Result<T> {
    match row.begin() {
        // What says that it is no object.
        Some(odd) => T::from_fields(&Fields::of(env, odd, shape.names)?),
        None => T::from_fields(&Fields::of_row(env, shape.names, row)),
    }
}

pub(super) fn read_one<'s, T: FromFields<'s>>(env: &Env<'s>, value: Value<'s>) -> Option<Result<T>> {
    let shape = const { Shape::of(T::NAMES, T::COLUMNS) }?;
    if !env.is_warm() || shape.rows() == 0 {
        return None;
    }
    env.with_loops(|loops| {
        let functions = loops.shape(env, shape)?;
        let found = loops.take_row(env, functions, value)?;
        let row = RowReader::single(env, loops.numbers(), found, shape.texts())?;
        read_row(env, shape, &row)
    })
}

pub(super) fn write<'s, T: for<'i> IntoFields<'i>>(
    values: &mut impl ExactSizeIterator<Item = T>,
    env: &Env<'s>,
    array: Array<'s>,
) -> Option<Result<()>> {
    let shape = const { Shape::of(<T as IntoFields<'static>>::NAMES, <T as IntoFields<'static>>::COLUMNS) }?;
    if values.len() < MANY || shape.rows() == 0 {
        return None;
    }
    env.with_loops(|loops| write_all(values, env, loops, shape, array))
}

fn write_all<T: for<'i> IntoFields<'i>>(
    values: &mut impl ExactSizeIterator<Item = T>,
    env: &Env<'_>,
    loops: &mut Loops,
    shape: Shape,
    array: Array<'_>,
) -> Result<()> {
    let functions = loops.shape(env, shape)?;
    let mut next = 0;
    while values.len() > 0 {
        env.batch(|env| {
            let row = RowWriter::joined(env, loops.numbers());
            let begin = next;
            for value in values.by_ref().take(shape.rows() as usize) {
                let object = NewObject::of_row(env, shape.names, &row, array.raw());
                value.into_fields(&object).map_err(|error| error.at_index(next))?;
                next += 1;
                if row.joined_text().len() >= TEXT {
                    break;
                }
            }
            let range = index(begin)?..index(next)?;
            loops.write_rows(env, functions, array, range, &row.joined_text())
        })?;
    }
    Ok(())
}

pub(super) fn write_one<'s, T: IntoFields<'s>>(value: &mut Option<T>, env: &Env<'s>) -> Option<Result<Value<'s>>> {
    let shape = const { Shape::of(T::NAMES, T::COLUMNS) }?;
    if !env.is_warm() || shape.rows() == 0 || shape.texts() > RowWriter::TEXTS {
        return None;
    }
    let made = env.with_loops(|loops| {
        let value = value.take()?;
        Some(write_row(value, env, loops, shape))
    });
    made.flatten()
}

fn write_row<'s, T: IntoFields<'s>>(value: T, env: &Env<'s>, loops: &mut Loops, shape: Shape) -> Result<Value<'s>> {
    let functions = loops.shape(env, shape)?;
    let maker = loops.maker(env, functions)?;
    // What stands where no text does, and for the object, which is made when all fields are in the row.
    let blank = maker;
    let row = RowWriter::single(env, loops.numbers(), blank);
    value.into_fields(&NewObject::of_row(env, shape.names, &row, blank))?;
    Ok(Value::from_raw(call_own(env, maker, &row.values())?))
}
