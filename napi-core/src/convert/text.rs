//! Text.

use core::mem::MaybeUninit;
use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

use super::rows::{RowReader, RowWriter};
use super::{FromJs, IntoJs, batched, batched_into, expect, mismatch, out_of_range};
use crate::env::{Column, Env};
use crate::error::Result;
use crate::sys::{SHORT_STRING, Text};
use crate::value::{JsString, Value};

/// Lets a type of text be a field of rows.
macro_rules! text_column {
    () => {
        const COLUMN: Option<Column> = Some(Column::Text);
        fn from_column(row: &RowReader<'_, 's>) -> Result<Self> {
            row.text()
        }
    };
}

impl<'s> FromJs<'s> for String {
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        let mut buffer = [MaybeUninit::uninit(); SHORT_STRING];
        let read = env.host()?.read_string(value.raw(), &mut buffer);
        Ok(match expect(env, value, "string", read)? {
            Text::Borrowed(text) => text.to_owned(),
            Text::Owned(text) => text,
        })
    }
    batched!();
    text_column!();
}

macro_rules! text_from_string {
    ($($text:ty),*) => {$(
        impl<'s> FromJs<'s> for $text {
            fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
                String::from_js(env, value).map(Self::from)
            }
            batched!();
            text_column!();
        }
    )*};
}
text_from_string!(Box<str>, Rc<str>, Arc<str>);

impl<'s> FromJs<'s> for Cow<'_, str> {
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        String::from_js(env, value).map(Cow::Owned)
    }
}

macro_rules! text_into_string {
    ($($text:ty),*) => {$(
        impl<'s> IntoJs<'s> for $text {
            fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
                Ok(env.string(&self)?.into())
            }
            batched_into!();

            const COLUMN: Option<Column> = Some(Column::Text);
            fn into_column(self, row: &RowWriter<'_, 's>) -> Result<()> {
                row.text(&self)
            }
        }
    )*};
}
text_into_string!(String, Box<str>, Rc<str>, Arc<str>);

impl<'s> IntoJs<'s> for &str {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        Ok(env.string(self)?.into())
    }
}

impl<'s> IntoJs<'s> for &String {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        Ok(env.string(self)?.into())
    }
}

impl<'s> IntoJs<'s> for Cow<'_, str> {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        Ok(env.string(&self)?.into())
    }
}

/// A string of exactly one Unicode scalar value.
impl<'s> FromJs<'s> for char {
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        let Ok(text) = value.to::<JsString<'s>>(env) else {
            return Err(mismatch(env, "string of one character", value));
        };
        text.with_str(env, |text| {
            let mut chars = text.chars();
            match (chars.next(), chars.next()) {
                (Some(single), None) => Ok(single),
                _ => Err(out_of_range("string of one character", format_args!("{} characters", text.chars().count()))),
            }
        })?
    }
    batched!();
}

impl<'s> IntoJs<'s> for char {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        Ok(env.string(self.encode_utf8(&mut [0; 4]))?.into())
    }
    batched_into!();
}
