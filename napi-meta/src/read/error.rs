//! What can be wrong with a section.

use alloc::string::String;
use core::fmt::{Display, Formatter, Result};

use crate::record::{Kind, VERSION};

/// A section that is not made of records.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Error {
    /// Where in the section the record begins.
    pub at: usize,
    /// What is wrong with it.
    pub problem: Problem,
}

impl core::error::Error for Error {}

impl Display for Error {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self.problem {
            Problem::Version(_) => self.problem.fmt(f),
            _ => write!(f, "the type record at byte {} is broken: {}", self.at, self.problem),
        }
    }
}

/// What is wrong with a record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Problem {
    /// It does not begin with [`MAGIC`](crate::MAGIC).
    Magic,
    /// It is of another version.
    Version(u8),
    /// It is about something unknown.
    Kind(u8),
    /// It is shorter than what it says of itself.
    End,
    /// More bytes follow its terms than it needs.
    Trailing(usize),
    /// A text is not UTF-8.
    Utf8,
    /// The last line of the text does not end.
    Line,
    /// A line has an unknown key.
    Key(String),
    /// A line does not belong into a record of this kind, or not at its place.
    Misplaced(&'static str, Kind),
    /// A line that may be there once is there again.
    Twice(&'static str),
    /// A line is not there.
    Missing(&'static str),
    /// A line has no value, one too many, or one that means nothing.
    Value(&'static str),
    /// Of the terms that the text needs, only so many are there.
    Terms(usize),
    /// A term begins with an unknown tag.
    Tag(u8),
    /// Terms nest deeper than [`DEPTH`](super::DEPTH).
    Depth,
    /// The arguments of a function are neither a tuple nor an array nor nothing.
    Arguments,
    /// A number that is none.
    Number(String),
}

impl Display for Problem {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Magic => write!(f, "it does not begin with `NTYP`"),
            Self::Version(found) => write!(
                f,
                "the type records are of version {found}, and this program knows version {VERSION}: \
                 update cargo-napi: cargo install cargo-napi"
            ),
            Self::Kind(kind) => write!(f, "unknown kind `{}`", kind.escape_ascii()),
            Self::End => write!(f, "it ends too early"),
            Self::Trailing(count) => write!(f, "{count} bytes follow its last term"),
            Self::Utf8 => write!(f, "a text is not UTF-8"),
            Self::Line => write!(f, "the last line of its text does not end"),
            Self::Key(key) => write!(f, "unknown key {key:?}"),
            Self::Misplaced(key, kind) => {
                write!(f, "`{key}` does not belong there in a record of kind `{}`", *kind as u8 as char)
            }
            Self::Twice(key) => write!(f, "a second `{key}`"),
            Self::Missing(key) => write!(f, "it has no `{key}`"),
            Self::Value(key) => write!(f, "the value of `{key}` makes no sense"),
            Self::Terms(found) => write!(f, "its text needs more than the {found} terms that are there"),
            Self::Tag(tag) => write!(f, "unknown tag `{}` in a term", tag.escape_ascii()),
            Self::Depth => write!(f, "a term is too deep"),
            Self::Arguments => write!(f, "the arguments of a function are neither a tuple nor an array"),
            Self::Number(text) => write!(f, "{text:?} is no number"),
        }
    }
}
