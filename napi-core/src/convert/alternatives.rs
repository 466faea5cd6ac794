//! Conversions of one value by several types, of which the first that takes it counts.

use crate::env::Env;
use crate::error::{Error, Result};

/// The types that were tried on a value and did not take it.
#[derive(Default)]
pub struct Alternatives {
    refused: Vec<Error>,
}

impl Alternatives {
    /// None has been tried.
    pub fn new() -> Self {
        Self::default()
    }

    /// What the next type has made of the value; nothing, if the value is not for it.
    ///
    /// # Errors
    /// Whatever the value is not to blame for: what JavaScript has thrown, whatever the conversion made of it, and errors
    /// that are neither a `TypeError` nor a `RangeError`.
    pub fn attempt<T>(&mut self, env: &Env<'_>, converted: Result<T>) -> Result<Option<T>> {
        match converted {
            Ok(value) => Ok(Some(value)),
            Err(error) if !error.is_unfit() => Err(error),
            // The next conversion would run into an exception that is not its own.
            Err(_) if env.host()?.is_exception_pending()? => Err(Error::pending()),
            Err(error) => {
                self.refused.push(error);
                Ok(None)
            }
        }
    }

    /// The error that names all of them.
    #[cold]
    pub fn into_error(self) -> Error {
        Error::none_of(self.refused)
    }
}
