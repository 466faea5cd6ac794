//! Errors of the one who wrote the command line.

use std::fmt;

/// Wrong usage: the process ends with 2.
#[derive(Debug)]
pub(crate) struct Usage(String);

/// An error that says what was wrong with the command line, and what was expected.
pub(crate) fn usage(message: impl Into<String>) -> anyhow::Error {
    Usage(message.into()).into()
}

impl fmt::Display for Usage {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Usage {}
