//! Methods that give back their receiver.

use crate::convert::IntoJs;
use crate::env::Env;
use crate::error::{Error, Result};
use crate::value::Value;

/// Where the receiver of a method lies.
pub struct Receiver(*const ());

/// Whether a method has given back its receiver, or nothing.
pub struct GivenBack(bool);

/// What a method returns that gives back its receiver.
pub trait GivesBack {
    /// Where it lies, if it was given back.
    fn receiver(self) -> Result<Option<*const ()>>;
}

impl<T> GivesBack for &T {
    fn receiver(self) -> Result<Option<*const ()>> {
        Ok(Some(core::ptr::from_ref(self).cast()))
    }
}

impl<T> GivesBack for &mut T {
    fn receiver(self) -> Result<Option<*const ()>> {
        (&*self).receiver()
    }
}

impl<R: GivesBack> GivesBack for Option<R> {
    fn receiver(self) -> Result<Option<*const ()>> {
        self.map_or(Ok(None), R::receiver)
    }
}

impl<R: GivesBack, E> GivesBack for core::result::Result<R, E>
where
    Error: From<E>,
{
    fn receiver(self) -> Result<Option<*const ()>> {
        self?.receiver()
    }
}

impl Receiver {
    /// Remembers where it lies.
    pub fn of<T>(this: &T) -> Self {
        Self(core::ptr::from_ref(this).cast())
    }

    /// What the method has returned, which can be nothing else.
    pub fn given_back(self, result: impl GivesBack) -> Result<GivenBack> {
        match result.receiver()? {
            Some(given) if given == self.0 => Ok(GivenBack(true)),
            Some(_) => Err(another_receiver()),
            None => Ok(GivenBack(false)),
        }
    }
}

#[cold]
fn another_receiver() -> Error {
    Error::new(
        "a method that returns a reference to `Self` gives back its receiver, and this one has returned another: return an `Instance` instead",
    )
}

impl<'s> IntoJs<'s> for GivenBack {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        env.undefined()
    }

    fn into_return(self, env: &Env<'s>) -> Result<Option<Value<'s>>> {
        // Nothing is where the receiver goes.
        if self.0 { Ok(None) } else { env.undefined().map(Some) }
    }
}
