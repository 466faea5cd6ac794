//! Errors on their way to JavaScript.

mod alternatives;
mod caught;
mod cause;
mod class;
mod codes;
mod described;
mod panic;
mod throw;

use std::borrow::Cow;

pub(crate) use caught::Caught;
use cause::{Cause, Origin};
pub(crate) use class::Class;
pub use codes::code;
pub(crate) use described::ErrorType;
pub use described::{Described, JsError};
pub(crate) use panic::{catch, contain, contained};
pub(crate) use throw::{throw, to_value};

use crate::sys::{ExceptionKind, Failure};

/// The result of everything that can fail in an addon.
///
/// ```
/// fn half(n: u32) -> napi_core::Result<u32> {
///     if n % 2 == 1 {
///         return Err(napi_core::Error::range_error("an even number is needed"));
///     }
///     Ok(n / 2)
/// }
/// # assert_eq!(half(4).unwrap(), 2);
/// ```
pub type Result<T, E = Error> = core::result::Result<T, E>;

/// An error that becomes a JavaScript exception when an exported function returns it.
///
/// It is one of three things: an error made in Rust (by [`Error::new`] and its kin, or by `?` from any `std::error::Error`,
/// `String` or `&str`, whose `source`s become `cause`s); a JavaScript exception that was taken and kept with its identity
/// ([`Exception::into_error`](crate::Exception::into_error)); or the note that an exception *is pending* in the environment, which is what every call gets
/// into whose execution JavaScript threw. It is `Send` and holds no handle.
///
/// It does not implement `std::error::Error`, because that is what lets `?` convert every other error into it.
///
/// ```
/// use napi_core::Error;
///
/// fn parse(text: &str) -> napi_core::Result<i32> {
///     Ok(text.trim().parse::<i32>()?)
/// }
/// assert_eq!(parse("x").unwrap_err().message(), "invalid digit found in string");
/// assert_eq!(Error::type_error("no").with_code("E_NO").code(), Some("E_NO"));
/// ```
pub struct Error(Option<Box<Repr>>);

enum Repr {
    Made(Made),
    Caught(Caught),
}

/// An error made in Rust.
struct Made {
    kind: ErrorKind,
    code: Option<Cow<'static, str>>,
    /// Where in an argument the conversion failed, as JavaScript would write it: `.tags[3]`.
    path: String,
    message: String,
    cause: Cause,
    /// The error of another crate that it was made from.
    origin: Option<Origin>,
}

/// The class that an [`Error`] has in JavaScript.
///
/// ```
/// use napi_core::{Error, ErrorKind};
/// assert_eq!(Error::range_error("too large").kind(), ErrorKind::RangeError);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// `Error` (`napi_create_error`)
    Error,
    /// `TypeError` (`napi_create_type_error`)
    TypeError,
    /// `RangeError` (`napi_create_range_error`)
    RangeError,
    /// `SyntaxError` (`node_api_create_syntax_error`; `Error` on a host before Node-API 9)
    SyntaxError,
    /// An exception of JavaScript, of whatever class it is.
    Exception,
}

impl ErrorKind {
    fn class(self) -> &'static str {
        match self {
            Self::Error | Self::Exception => "Error",
            Self::TypeError => "TypeError",
            Self::RangeError => "RangeError",
            Self::SyntaxError => "SyntaxError",
        }
    }

    fn host(self) -> ExceptionKind {
        match self {
            Self::Error | Self::Exception => ExceptionKind::Error,
            Self::TypeError => ExceptionKind::TypeError,
            Self::RangeError => ExceptionKind::RangeError,
            Self::SyntaxError => ExceptionKind::SyntaxError,
        }
    }
}

impl Error {
    /// An error that JavaScript sees as `Error`.
    ///
    /// ```
    /// assert_eq!(napi_core::Error::new("no such user").message(), "no such user");
    /// ```
    #[cold]
    pub fn new(message: impl Into<String>) -> Self {
        Self::of_kind(ErrorKind::Error, message.into())
    }

    /// An error that JavaScript sees as `TypeError`: a value of the wrong type.
    ///
    /// ```
    /// napi_core::Error::type_error("function expected");
    /// ```
    #[cold]
    pub fn type_error(message: impl Into<String>) -> Self {
        Self::of_kind(ErrorKind::TypeError, message.into())
    }

    /// An error that JavaScript sees as `RangeError`: the right type, but outside of what is allowed.
    ///
    /// ```
    /// napi_core::Error::range_error("a port lies between 1 and 65535");
    /// ```
    #[cold]
    pub fn range_error(message: impl Into<String>) -> Self {
        Self::of_kind(ErrorKind::RangeError, message.into())
    }

    /// An error that JavaScript sees as `SyntaxError`: text that does not parse.
    ///
    /// ```
    /// napi_core::Error::syntax_error("line 3: unexpected `}`");
    /// ```
    #[cold]
    pub fn syntax_error(message: impl Into<String>) -> Self {
        Self::of_kind(ErrorKind::SyntaxError, message.into())
    }

    fn of_kind(kind: ErrorKind, message: String) -> Self {
        let made = Made { kind, code: None, path: String::new(), message, cause: Cause::default(), origin: None };
        Self(Some(Box::new(Repr::Made(made))))
    }

    fn made(&self) -> Option<&Made> {
        match self.0.as_deref() {
            Some(Repr::Made(made)) => Some(made),
            _ => None,
        }
    }

    fn made_mut(&mut self) -> Option<&mut Made> {
        match self.0.as_deref_mut() {
            Some(Repr::Made(made)) => Some(made),
            _ => None,
        }
    }

    /// Sets the property `code` that the JavaScript error will have; an exception of JavaScript keeps its own.
    ///
    /// ```
    /// let error = napi_core::Error::new("gone").with_code("ERR_GONE");
    /// assert_eq!(error.code(), Some("ERR_GONE"));
    /// ```
    #[must_use]
    pub fn with_code(mut self, code: impl Into<Cow<'static, str>>) -> Self {
        if let Some(made) = self.made_mut() {
            made.code = Some(code.into());
        }
        self
    }

    /// The message, without the place in an argument that [`Display`](core::fmt::Display) puts in front of it.
    ///
    /// ```
    /// assert_eq!(napi_core::Error::from("why").message(), "why");
    /// ```
    pub fn message(&self) -> &str {
        match self.0.as_deref() {
            Some(Repr::Made(made)) => &made.message,
            Some(Repr::Caught(caught)) => &caught.message,
            None => "a JavaScript exception is pending",
        }
    }

    /// The `code`, if there is one.
    ///
    /// ```
    /// assert_eq!(napi_core::Error::new("x").code(), None);
    /// ```
    pub fn code(&self) -> Option<&str> {
        match self.0.as_deref() {
            Some(Repr::Made(made)) => made.code.as_deref(),
            Some(Repr::Caught(caught)) => caught.code.as_deref(),
            None => None,
        }
    }

    /// The class it has, or will have, in JavaScript.
    ///
    /// ```
    /// use napi_core::{Error, ErrorKind};
    /// assert_eq!(Error::new("x").kind(), ErrorKind::Error);
    /// ```
    pub fn kind(&self) -> ErrorKind {
        match self.0.as_deref() {
            Some(Repr::Made(made)) => made.kind,
            _ => ErrorKind::Exception,
        }
    }

    /// The text with the class and the code in front of it, as Node.js prints an error.
    #[cold]
    pub(crate) fn with_class(&self) -> String {
        let class = match self.0.as_deref() {
            Some(Repr::Caught(caught)) => &caught.name,
            _ => self.kind().class(),
        };
        match self.code() {
            Some(code) => format!("{class} [{code}]: {self}"),
            None => format!("{class}: {self}"),
        }
    }

    /// An exception is pending in the environment; meaningful only in the call that got this error.
    pub(crate) fn pending() -> Self {
        Self(None)
    }

    pub(crate) fn is_pending(&self) -> bool {
        self.0.is_none()
    }

    pub(crate) fn caught(caught: Caught) -> Self {
        Self(Some(Box::new(Repr::Caught(caught))))
    }

    /// The conversion that failed was that of element `index`.
    #[cold]
    pub(crate) fn at_index(self, index: usize) -> Self {
        self.at(&format!("[{index}]"))
    }

    /// The conversion that failed was that of property `key`.
    #[cold]
    pub(crate) fn at_key(self, key: &str) -> Self {
        let plain = !key.is_empty()
            && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '$'))
            && !key.starts_with(|c: char| c.is_numeric());
        if plain { self.at(&format!(".{key}")) } else { self.at(&format!("[{key:?}]")) }
    }

    /// The conversion that failed was that of this part, as JavaScript would write it.
    #[cold]
    pub(crate) fn at(mut self, place: &str) -> Self {
        if let Some(made) = self.made_mut() {
            made.path.insert_str(0, place);
        }
        self
    }

    /// Puts the function that failed in front of the message.
    #[cold]
    pub(crate) fn in_function(mut self, function: &str) -> Self {
        if let Some(made) = self.made_mut() {
            made.message = format!("{function}: {}", made.message);
        }
        self
    }

    /// Puts what failed, a function and its argument, in front of the place and the message.
    #[cold]
    pub(crate) fn in_argument(mut self, function: &str, argument: &str) -> Self {
        if let Some(made) = self.made_mut() {
            made.message = format!("{function}: {argument}{}: {}", made.path, made.message);
            made.path.clear();
        }
        self
    }
}

/// The error is kept: [`Error::downcast_ref`] gives it back, its sources become causes, and one that derives
/// [`JsError`](macro@crate::JsError) keeps its class, code and fields.
impl<E> From<E> for Error
where
    E: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    #[cold]
    fn from(error: E) -> Self {
        // Once they are in a box, these two do not tell any more which error is inside.
        #[cfg(feature = "anyhow")]
        let error = match crate::sys::is_same::<anyhow::Error, E>(error) {
            Ok(error) => return Self::of_origin(Origin::of_anyhow(error)),
            Err(error) => error,
        };
        #[cfg(feature = "eyre")]
        let error = match crate::sys::is_same::<eyre::Report, E>(error) {
            Ok(error) => return Self::of_origin(Origin::of_eyre(error)),
            Err(error) => error,
        };
        Self::of_origin(Origin::of_box(error.into()))
    }
}

impl From<Failure> for Error {
    #[inline(always)]
    fn from(failure: Failure) -> Self {
        refused(failure)
    }
}

#[cold]
#[inline(never)]
#[allow(improper_ctypes_definitions, reason = "the ABI is C's because nothing unwinds through that")]
extern "C" fn refused(failure: Failure) -> Error {
    if failure.is_exception() {
        return Error::pending();
    }
    contained(|| Error::new(failure.to_string()).with_code(code::NODE_API))
}

impl core::fmt::Display for Error {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self.0.as_deref() {
            Some(Repr::Made(made)) if !made.path.is_empty() => write!(f, "{}: {}", made.path, made.message),
            _ => f.write_str(self.message()),
        }
    }
}

impl core::fmt::Debug for Error {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let mut debug = f.debug_struct("Error");
        debug.field("kind", &self.kind()).field("code", &self.code()).field("message", &self.to_string());
        let causes = self.causes();
        if !causes.is_empty() {
            debug.field("causes", &causes);
        }
        debug.finish()
    }
}
