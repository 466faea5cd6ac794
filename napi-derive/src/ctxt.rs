//! The sink for errors: it takes as many as there are, and cannot be forgotten.

use std::cell::RefCell;
use std::fmt::Display;

use quote::ToTokens;

/// Collects the errors of one expansion, so that one build shows all of them.
///
/// Dropping it without [`Ctxt::finish`] is a bug of this crate and panics: an error that was found must be shown.
#[derive(Debug)]
pub(crate) struct Ctxt {
    // `None` once finished.
    errors: RefCell<Option<Vec<syn::Error>>>,
}

impl Ctxt {
    pub(crate) fn new() -> Self {
        Ctxt { errors: RefCell::new(Some(Vec::new())) }
    }

    /// Records an error that points at `tokens`.
    pub(crate) fn error_at(&self, tokens: impl ToTokens, message: impl Display) {
        self.push(syn::Error::new_spanned(tokens, message));
    }

    /// Records an error that the parser found.
    pub(crate) fn push(&self, error: syn::Error) {
        self.errors.borrow_mut().as_mut().expect("errors are recorded before `finish`").push(error);
    }

    /// The parsed value, or `None` with its error recorded.
    pub(crate) fn ok<T>(&self, result: syn::Result<T>) -> Option<T> {
        result.map_err(|error| self.push(error)).ok()
    }

    /// All errors as one, if there were any.
    pub(crate) fn finish(self) -> syn::Result<()> {
        let errors = self.errors.take().expect("`finish` consumes the sink");
        let combined = errors.into_iter().reduce(|mut all, error| {
            all.combine(error);
            all
        });
        combined.map_or(Ok(()), Err)
    }
}

impl Drop for Ctxt {
    fn drop(&mut self) {
        if self.errors.get_mut().is_some() && !std::thread::panicking() {
            panic!("the errors of an expansion were not looked at");
        }
    }
}
