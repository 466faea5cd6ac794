//! References as arguments and results.

use super::Ref;
use crate::convert::{FromJs, IntoJs};
use crate::env::Env;
use crate::error::Result;
use crate::types::TypeOf;
use crate::value::{Handle, HandleFamily, Value};

/// Keeps what converts.
impl<'s, F: HandleFamily> FromJs<'s> for Ref<F>
where
    F::Of<'s>: FromJs<'s> + Handle<'s, Family = F>,
{
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        Ref::new(env, F::Of::from_js(env, value)?)
    }
}

/// Gives what is kept.
impl<'s, F: HandleFamily> IntoJs<'s> for Ref<F>
where
    F::Of<'s>: IntoJs<'s>,
{
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        (&self).into_js(env)
    }
}

impl<'s, F: HandleFamily> IntoJs<'s> for &Ref<F>
where
    F::Of<'s>: IntoJs<'s>,
{
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        self.get(env)?.into_js(env)
    }
}

impl<F: HandleFamily + TypeOf> TypeOf for Ref<F> {
    type Term = F::Term;
    const TERM: Self::Term = F::TERM;
}
