//! `this`, and arguments without a fixed number.

use core::marker::PhantomData;
use core::ops::{Deref, DerefMut};

use super::argument::Lend;
use super::incoming::{ArgumentError, Incoming};
use crate::convert::FromJs;
use crate::error::Result;
use crate::sys::{RawValue, call_info};
use crate::value::Value;

/// `this` of a call, as a parameter of an exported function; it takes no argument of the call.
///
/// ```
/// use napi_core::prelude::*;
///
/// #[export]
/// fn name_of(env: &Env<'_>, this: This<'_>) -> Result<String> {
///     this.to::<Object>(env)?.get(env, "name")
/// }
/// ```
#[derive(Clone, Copy, Debug)]
pub struct This<'s>(Value<'s>);

impl<'s> Deref for This<'s> {
    type Target = Value<'s>;
    fn deref(&self) -> &Value<'s> {
        &self.0
    }
}

impl<'s> This<'s> {
    /// `this` as a handle.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'s>(this: This<'s>) -> Value<'s> {
    /// this.value()
    /// # }
    /// ```
    pub fn value(self) -> Value<'s> {
        self.0
    }
}

/// All remaining arguments of a call, as the last parameter of an exported function. It is used like the `Vec` it holds.
///
/// ```
/// use napi_core::prelude::*;
///
/// #[export]
/// fn sum(numbers: Rest<f64>) -> f64 {
///     numbers.iter().sum()
/// }
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rest<T>(pub Vec<T>);

impl<T> Deref for Rest<T> {
    type Target = Vec<T>;
    fn deref(&self) -> &Vec<T> {
        &self.0
    }
}

impl<T> DerefMut for Rest<T> {
    fn deref_mut(&mut self) -> &mut Vec<T> {
        &mut self.0
    }
}

impl<T> IntoIterator for Rest<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// The slot of [`This`].
pub struct ThisSlot<'s>(PhantomData<Value<'s>>);

impl<'s> Lend for ThisSlot<'s> {
    type Storage = Option<This<'s>>;
    type Lent<'a> = This<'s>;
    const EMPTY: Self::Storage = None;
    const POSITIONAL: bool = false;
    const THIS: bool = true;

    fn lend(storage: &mut Option<This<'s>>) -> This<'s> {
        storage.take().unwrap_or_else(|| unreachable!("an argument is prepared before it is lent"))
    }
}

/// Prepares `this`.
pub(super) fn prepare_this<'s>(incoming: &Incoming<'_, 's>, storage: &mut Option<This<'s>>) -> Result<()> {
    let this = incoming.this.map_or_else(|| incoming.env.undefined(), Ok)?;
    *storage = Some(This(this));
    Ok(())
}

/// The slot of [`Rest`].
pub struct RestSlot<T>(PhantomData<T>);

impl<T> Lend for RestSlot<T> {
    type Storage = Vec<T>;
    type Lent<'a> = Rest<T>;
    const EMPTY: Vec<T> = Vec::new();
    const POSITIONAL: bool = false;

    fn lend(storage: &mut Vec<T>) -> Rest<T> {
        Rest(core::mem::take(storage))
    }
}

/// Prepares the arguments from the current position on.
pub(super) fn prepare_rest<'s, T: FromJs<'s>>(
    incoming: &Incoming<'_, 's>,
    storage: &mut Vec<T>,
) -> Result<(), ArgumentError> {
    let arguments = all_arguments(incoming)?;
    for (offset, &raw) in arguments.iter().enumerate().skip(incoming.position) {
        let converted = T::from_js(incoming.env, Value::from_raw(raw));
        storage.push(converted.map_err(|error| ArgumentError::at(offset, error))?);
    }
    Ok(())
}

fn all_arguments(incoming: &Incoming<'_, '_>) -> Result<Vec<RawValue>> {
    let (host, entry) = (*incoming.env.host()?, incoming.call.entry);
    let count = call_info(host, entry.info, &mut [], false)?.count;
    let mut arguments: Vec<RawValue> = Vec::with_capacity(count);
    call_info(host, entry.info, &mut arguments.spare_capacity_mut()[..count], false)?;
    // SAFETY: the host has written as many arguments as it counted.
    unsafe { arguments.set_len(count) };
    Ok(arguments)
}
