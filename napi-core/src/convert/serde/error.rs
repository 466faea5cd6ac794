//! What serde reports, with the place.

use core::fmt::{Debug, Display, Formatter, Result};
use core::marker::PhantomData;

use serde::{de, ser};

use super::super::{out_of_range, wrong_type};
use crate::error::{Error, code};

/// An [`Error`] as serde wants it: as an error of Rust. It is not `Send`, so that no `?` makes it the source of another.
pub(super) struct SerdeError(Error, PhantomData<*const ()>);

impl From<Error> for SerdeError {
    fn from(error: Error) -> Self {
        Self(error, PhantomData)
    }
}

impl SerdeError {
    pub(super) fn into_error(self) -> Error {
        self.0
    }

    pub(super) fn at_key(self, key: &str) -> Self {
        self.0.at_key(key).into()
    }

    pub(super) fn at_index(self, index: u32) -> Self {
        self.0.at_index(index as usize).into()
    }
}

fn invalid(message: String) -> SerdeError {
    Error::type_error(message).with_code(code::INVALID_ARG_VALUE).into()
}

impl ser::Error for SerdeError {
    fn custom<T: Display>(message: T) -> Self {
        invalid(message.to_string())
    }
}

impl de::Error for SerdeError {
    fn custom<T: Display>(message: T) -> Self {
        invalid(message.to_string())
    }

    fn invalid_type(unexpected: de::Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        wrong_type(&expected.to_string(), &unexpected.to_string()).into()
    }

    fn invalid_value(unexpected: de::Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        out_of_range(&expected.to_string(), unexpected).into()
    }

    fn invalid_length(length: usize, expected: &dyn de::Expected) -> Self {
        out_of_range(&expected.to_string(), format_args!("a length of {length}")).into()
    }
}

impl Display for SerdeError {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Display::fmt(&self.0, f)
    }
}

impl Debug for SerdeError {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Debug::fmt(&self.0, f)
    }
}

impl std::error::Error for SerdeError {}
