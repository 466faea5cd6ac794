//! Structs as rows of numbers and texts, on their way to and from the functions of JavaScript in `env/rows.rs`.

use core::cell::{Cell, Ref, RefCell};
use core::marker::PhantomData;

use super::number_arrays::Number;
use super::{FromJs, IntoJs};
use crate::env::{Column, Env, Found};
use crate::error::Result;
use crate::sys::{JoinedText, RawValue};
use crate::value::Value;

const TEXTS: usize = RowWriter::TEXTS;

/// The column that a field of the type is when it is read. Of a type that does not convert it is [`NoColumn`], without an error: there
/// is one already where the field is read.
pub struct ColumnIn<T>(PhantomData<T>);

impl<T: FromJs<'static>> ColumnIn<T> {
    /// The column of the conversion.
    pub const COLUMN: Option<Column> = T::COLUMN;
}

/// The column that a field of the type is when it is written, likewise.
pub struct ColumnOut<T>(PhantomData<T>);

impl<T: IntoJs<'static>> ColumnOut<T> {
    /// The column of the conversion.
    pub const COLUMN: Option<Column> = T::COLUMN;
}

/// What is found where the type itself has no `COLUMN`.
pub trait NoColumn {
    /// None.
    const COLUMN: Option<Column> = None;
}

impl<T> NoColumn for ColumnIn<T> {}
impl<T> NoColumn for ColumnOut<T> {}

/// A row to write: its fields in their order.
pub struct RowWriter<'r, 's> {
    env: &'r Env<'s>,
    numbers: &'r [Cell<f64>],
    next: Cell<usize>,
    texts: RefCell<Texts>,
}

enum Texts {
    /// Those of all rows.
    Joined(String),
    /// Those of one object.
    Values([RawValue; TEXTS], usize),
}

impl<'r, 's> RowWriter<'r, 's> {
    /// How many texts of one object are handed over as values.
    pub(super) const TEXTS: usize = 8;

    /// For many rows.
    pub(super) fn joined(env: &'r Env<'s>, numbers: &'r [Cell<f64>]) -> Self {
        Self { env, numbers, next: Cell::new(0), texts: RefCell::new(Texts::Joined(String::new())) }
    }

    /// For one; `blank` stands where no text does.
    pub(super) fn single(env: &'r Env<'s>, numbers: &'r [Cell<f64>], blank: RawValue) -> Self {
        Self { env, numbers, next: Cell::new(0), texts: RefCell::new(Texts::Values([blank; TEXTS], 0)) }
    }

    fn put(&self, number: f64) {
        let next = self.next.get();
        if let Some(place) = self.numbers.get(next) {
            place.set(number);
        }
        self.next.set(next + 1);
    }

    pub(super) fn number(&self, number: impl Number) -> Result<()> {
        self.put(number.to_number()?);
        Ok(())
    }

    pub(super) fn boolean(&self, value: bool) {
        self.put(value.into());
    }

    pub(super) fn text(&self, text: &str) -> Result<()> {
        match &mut *self.texts.borrow_mut() {
            Texts::Joined(all) => {
                all.push_str(text);
                let units = if text.is_ascii() { text.len() } else { text.encode_utf16().count() };
                self.put(units as f64);
            }
            Texts::Values(values, count) => {
                if let Some(place) = values.get_mut(*count) {
                    *place = self.env.host()?.string(text)?;
                }
                *count += 1;
                self.next.set(self.next.get() + 1);
            }
        }
        Ok(())
    }

    /// The texts of all rows so far.
    pub(super) fn joined_text(&self) -> Ref<'_, str> {
        Ref::map(self.texts.borrow(), |texts| match texts {
            Texts::Joined(all) => all.as_str(),
            Texts::Values(..) => "",
        })
    }

    /// The texts of one object.
    pub(super) fn values(&self) -> Ref<'_, [RawValue]> {
        Ref::map(self.texts.borrow(), |texts| match texts {
            Texts::Values(values, count) => &values[..TEXTS.min(*count)],
            Texts::Joined(_) => &[],
        })
    }
}

/// A row that was read: its fields in their order.
pub struct RowReader<'r, 's> {
    env: &'r Env<'s>,
    numbers: &'r [Cell<f64>],
    next: Cell<usize>,
    /// Of all fields and objects, the how many-th is next.
    position: Cell<usize>,
    texts: FoundText<'s>,
    odd: Option<(usize, Value<'s>)>,
}

enum FoundText<'s> {
    Joined(RefCell<JoinedText>),
    /// The one text of an object.
    Single(Value<'s>),
}

impl<'r, 's> RowReader<'r, 's> {
    /// What was found; `alone`: of one object, which has so many fields that are texts.
    pub(super) fn new(
        env: &'r Env<'s>,
        numbers: &'r [Cell<f64>],
        found: Found<'s>,
        alone: Option<usize>,
    ) -> Result<Self> {
        let texts = match alone {
            // Nobody asks for one, or there will be an error.
            Some(0) => FoundText::Joined(RefCell::default()),
            _ if found.odd.is_some() => FoundText::Joined(RefCell::default()),
            Some(1) => FoundText::Single(found.text),
            _ => FoundText::Joined(RefCell::new(env.host()?.read_joined(found.text.raw())?)),
        };
        Ok(Self { env, numbers, next: Cell::new(0), position: Cell::new(0), texts, odd: found.odd })
    }

    /// The value that is next, if it is not what it should be.
    fn odd(&self) -> Option<Value<'s>> {
        let here = self.position.get();
        self.position.set(here + 1);
        self.odd.filter(|(position, _)| *position == here).map(|(_, value)| value)
    }

    /// Begins a row: the value that is no object, if there is one.
    pub(super) fn begin(&self) -> Option<Value<'s>> {
        self.odd()
    }

    fn get(&self) -> f64 {
        let next = self.next.get();
        let number = self.numbers.get(next).map_or(0.0, Cell::get);
        self.next.set(next + 1);
        number
    }

    pub(super) fn number<T: Number>(&self) -> Result<T> {
        if let Some(odd) = self.odd() {
            return T::from_js(self.env, odd);
        }
        let number = self.get();
        match T::from_number(number) {
            Some(number) => Ok(number),
            None => T::from_js(self.env, number.into_js(self.env)?),
        }
    }

    pub(super) fn boolean(&self) -> Result<bool> {
        match self.odd() {
            Some(odd) => bool::from_js(self.env, odd),
            None => Ok(self.get() == 1.0),
        }
    }

    pub(super) fn text<T: From<String> + FromJs<'s>>(&self) -> Result<T> {
        if let Some(odd) = self.odd() {
            return T::from_js(self.env, odd);
        }
        let units = self.get() as usize;
        match &self.texts {
            FoundText::Joined(texts) => Ok(texts.borrow_mut().take(units).into()),
            FoundText::Single(value) => T::from_js(self.env, *value),
        }
    }
}
