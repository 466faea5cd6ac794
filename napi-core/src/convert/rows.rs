//! Structs as rows of numbers and texts, on their way to and from the functions of JavaScript in `env/rows.rs`.

use core::cell::{Cell, Ref, RefCell};
use core::marker::PhantomData;

use super::number_arrays::Number;
use super::{FromJs, IntoJs, no_column};
use crate::env::{Column, Env, Found, Odd};
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
    /// Of the fields that were read: what comes behind them is odd.
    numbers: &'r [Cell<f64>],
    next: Cell<usize>,
    texts: FoundText<'s>,
    odd: Option<Odd<'s>>,
}

enum FoundText<'s> {
    /// Nobody asks for one, or there will be an error.
    Nothing,
    Joined(RefCell<JoinedText>),
    /// The one text of an object.
    Single(Value<'s>),
}

impl<'r, 's> RowReader<'r, 's> {
    /// What was found of many objects.
    pub(super) fn new(env: &'r Env<'s>, numbers: &'r [Cell<f64>], found: Found<'s>) -> Result<Self> {
        let texts = match found.odd {
            Some(_) => FoundText::Nothing,
            None => FoundText::Joined(RefCell::new(env.host()?.read_joined(found.text.raw())?)),
        };
        Ok(Self::with(env, numbers, texts, found.odd))
    }

    /// What was found of one object, which has so many fields that are texts.
    #[inline(always)]
    pub(super) fn single(env: &'r Env<'s>, numbers: &'r [Cell<f64>], found: Found<'s>, texts: usize) -> Result<Self> {
        match texts {
            0 => Ok(Self::with(env, numbers, FoundText::Nothing, found.odd)),
            1 if found.odd.is_none() => Ok(Self::with(env, numbers, FoundText::Single(found.text), None)),
            _ => Self::new(env, numbers, found),
        }
    }

    #[inline(always)]
    fn with(env: &'r Env<'s>, numbers: &'r [Cell<f64>], texts: FoundText<'s>, odd: Option<Odd<'s>>) -> Self {
        let read = odd.as_ref().map_or(numbers.len(), |odd| odd.fields);
        Self { env, numbers: numbers.get(..read).unwrap_or(numbers), next: Cell::new(0), texts, odd }
    }

    /// Begins a row: the value that is no object, if there is one.
    #[inline]
    pub(super) fn begin(&self) -> Option<Value<'s>> {
        if self.next.get() < self.numbers.len() {
            return None;
        }
        self.odd.as_ref().filter(|odd| odd.is_object).map(|odd| odd.value)
    }

    /// The number of the next field, unless it is odd.
    #[inline(always)]
    fn get(&self) -> Option<f64> {
        let number = self.numbers.get(self.next.get()).map(Cell::get);
        self.next.set(self.next.get() + 1);
        number
    }

    /// What the conversion makes, or says, of a field that is odd.
    #[cold]
    #[inline(never)]
    fn odd<T: FromJs<'s>>(&self) -> Result<T> {
        let odd = self.odd.as_ref().ok_or_else(no_column)?;
        T::from_js(self.env, odd.value)
    }

    /// What the conversion says of a number that does not fit the type.
    #[cold]
    #[inline(never)]
    fn unfit<T: Number>(&self, number: f64) -> Result<T> {
        T::from_js(self.env, number.into_js(self.env)?)
    }

    #[inline(always)]
    pub(super) fn number<T: Number>(&self) -> Result<T> {
        match self.get() {
            Some(number) => T::from_number(number).map_or_else(|| self.unfit(number), Ok),
            None => self.odd(),
        }
    }

    #[inline(always)]
    pub(super) fn boolean(&self) -> Result<bool> {
        self.get().map_or_else(|| self.odd(), |number| Ok(number == 1.0))
    }

    pub(super) fn text<T: From<String> + FromJs<'s>>(&self) -> Result<T> {
        let Some(units) = self.get() else { return self.odd() };
        match &self.texts {
            FoundText::Joined(texts) => Ok(texts.borrow_mut().take(units as u32 as usize).into()),
            FoundText::Single(value) => T::from_js(self.env, *value),
            FoundText::Nothing => Ok(String::new().into()),
        }
    }
}
