//! Methods that give back their receiver, or nothing.

use crate::class::Receiver;
use crate::convert::IntoJs;
use crate::env::Env;
use crate::error::{Error, Result};
use crate::value::Value;

/// Whether a method has given back its receiver.
pub struct GivenBack(bool);

/// What a method returns that may give back its receiver.
pub trait MayGiveBack {
    /// Compares it with the receiver.
    fn by(self, receiver: Receiver) -> Result<GivenBack>;
}

impl<T> MayGiveBack for Option<&T> {
    fn by(self, receiver: Receiver) -> Result<GivenBack> {
        let given = self.map(|given| receiver.given_back(given)).transpose()?;
        Ok(GivenBack(given.is_some()))
    }
}

impl<T> MayGiveBack for Option<&mut T> {
    fn by(self, receiver: Receiver) -> Result<GivenBack> {
        self.map(|given| &*given).by(receiver)
    }
}

impl<R: MayGiveBack, E> MayGiveBack for core::result::Result<R, E>
where
    Error: From<E>,
{
    fn by(self, receiver: Receiver) -> Result<GivenBack> {
        self?.by(receiver)
    }
}

impl Receiver {
    /// What the method has returned, which can be nothing else, or nothing at all.
    pub fn given_back_if_some(self, result: impl MayGiveBack) -> Result<GivenBack> {
        result.by(self)
    }
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
