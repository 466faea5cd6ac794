//! What led to an error.

use std::error::Error as StdError;

use super::{Error, ErrorType, contain};

/// How many errors a chain of causes has at most in JavaScript, the outermost included; what lies deeper is left out.
pub(super) const MOST: usize = 100;

/// The error that led to another.
#[derive(Default)]
pub(super) struct Cause(Option<Error>);

/// One after the other: a long chain must not fill the stack.
impl Drop for Cause {
    fn drop(&mut self) {
        let mut next = self.0.take();
        while let Some(mut error) = next {
            next = error.made_mut().and_then(|made| made.cause.0.take());
        }
    }
}

/// An error of another crate, whose destructor may do anything.
pub(super) struct Origin(Option<Kept>);

enum Kept {
    Boxed(Box<dyn StdError + Send + Sync>),
    #[cfg(feature = "anyhow")]
    Anyhow(anyhow::Error),
    #[cfg(feature = "eyre")]
    Eyre(eyre::Report),
}

impl Origin {
    pub(super) fn of_box(error: Box<dyn StdError + Send + Sync>) -> Self {
        Self(Some(Kept::Boxed(error)))
    }

    #[cfg(feature = "anyhow")]
    pub(super) fn of_anyhow(error: anyhow::Error) -> Self {
        Self(Some(Kept::Anyhow(error)))
    }

    #[cfg(feature = "eyre")]
    pub(super) fn of_eyre(error: eyre::Report) -> Self {
        Self(Some(Kept::Eyre(error)))
    }

    fn get(&self) -> Option<&(dyn StdError + 'static)> {
        Some(match self.0.as_ref()? {
            Kept::Boxed(error) => &**error,
            #[cfg(feature = "anyhow")]
            Kept::Anyhow(error) => &**error,
            #[cfg(feature = "eyre")]
            Kept::Eyre(error) => &**error,
        })
    }
}

/// Errors are dropped where nothing may unwind.
impl Drop for Origin {
    fn drop(&mut self) {
        let origin = self.0.take();
        contain(|| drop(origin));
    }
}

/// One error of a chain of causes.
#[derive(Clone, Copy)]
pub(super) enum Link<'e> {
    Error(&'e Error),
    Source(&'e (dyn StdError + 'static)),
}

impl<'e> Link<'e> {
    /// The error of another crate that it is, or was made from.
    pub(super) fn origin(self) -> Option<&'e (dyn StdError + 'static)> {
        match self {
            Self::Error(error) => error.made()?.origin.as_ref()?.get(),
            Self::Source(source) => Some(source),
        }
    }

    fn cause(self) -> Option<Self> {
        let cause = match self {
            Self::Error(error) => error.cause(),
            Self::Source(_) => None,
        };
        match cause {
            Some(cause) => Some(Self::Error(cause)),
            None => self.origin()?.source().map(Self::Source),
        }
    }
}

/// The error and its causes, the outermost first.
pub(super) fn chain(error: &Error) -> impl Iterator<Item = Link<'_>> {
    std::iter::successors(Some(Link::Error(error)), |link| link.cause()).take(MOST)
}

impl Error {
    /// Sets the property `cause` that the JavaScript error will have, in place of the sources of the error that it was made
    /// from; an exception of JavaScript keeps its own.
    ///
    /// A cause that is an exception of JavaScript is the value that was thrown, in its own environment: also the exception
    /// that is pending because a call has just failed. JavaScript sees a chain of 100 errors at most.
    ///
    /// ```
    /// use napi_core::prelude::*;
    ///
    /// #[export]
    /// fn load(env: &Env<'_>, read: Function<'_, (), String>) -> Result<String> {
    ///     read.call(env, ()).map_err(|error| Error::new("the settings cannot be read").with_cause(error))
    /// }
    /// ```
    #[must_use]
    pub fn with_cause(mut self, cause: impl Into<Self>) -> Self {
        if let Some(made) = self.made_mut() {
            made.cause = Cause(Some(cause.into()));
        }
        self
    }

    /// The messages of the causes, the outermost first: those set by [`with_cause`](Self::with_cause), and the sources of the
    /// error that it was made from.
    ///
    /// ```
    /// let error = napi_core::Error::new("no settings").with_cause("the disk is full");
    /// assert_eq!(error.causes(), ["the disk is full"]);
    /// ```
    pub fn causes(&self) -> Vec<String> {
        let text = |link| match link {
            Link::Error(error) => error.to_string(),
            Link::Source(source) => source.to_string(),
        };
        chain(self).skip(1).map(text).collect()
    }

    /// The error that `?` has made this one from.
    ///
    /// ```
    /// use std::num::ParseIntError;
    /// let error = napi_core::Error::from("x".parse::<i32>().unwrap_err());
    /// assert!(error.downcast_ref::<ParseIntError>().is_some());
    /// ```
    pub fn downcast_ref<E: StdError + 'static>(&self) -> Option<&E> {
        Link::Error(self).origin()?.downcast_ref()
    }

    #[cold]
    pub(super) fn of_origin(origin: Origin) -> Self {
        let mut error = Self::new(origin.get().map(ToString::to_string).unwrap_or_default());
        let code = origin.get().and_then(ErrorType::code);
        if let Some(made) = error.made_mut() {
            made.code = code.map(Into::into);
            made.origin = Some(origin);
        }
        error
    }

    /// Whether the exception that is pending is the cause of this error, and not merely there.
    pub(crate) fn is_caused_by_pending(&self) -> bool {
        let mut cause = self.cause();
        while let Some(next) = cause.and_then(Self::cause) {
            cause = Some(next);
        }
        cause.is_some_and(Self::is_pending)
    }

    /// Puts what was pending into its place at the end of the causes.
    pub(crate) fn with_pending_caught(mut self, caught: Self) -> Self {
        let mut error = &mut self;
        while error.cause().is_some() {
            error =
                error.made_mut().and_then(|made| made.cause.0.as_mut()).unwrap_or_else(|| unreachable!("as just seen"));
        }
        *error = caught;
        self
    }

    fn cause(&self) -> Option<&Self> {
        self.made()?.cause.0.as_ref()
    }
}
