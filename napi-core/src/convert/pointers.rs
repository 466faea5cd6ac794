//! Values behind a pointer.

use core::ffi::CStr;
use std::rc::Rc;
use std::sync::Arc;

use super::{FromJs, IntoJs, PropertyNames};
use crate::env::Env;
use crate::error::Result;
use crate::value::{Object, Value};

macro_rules! from_pointee {
    ($($pointer:ident),*) => {$(
        impl<'s, T: FromJs<'s>> FromJs<'s> for $pointer<T> {
            fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
                T::from_js(env, value).map(Self::new)
            }
            fn from_rest(env: &Env<'s>, object: Object<'s>, known: &[&CStr]) -> Result<Self> {
                T::from_rest(env, object, known).map(Self::new)
            }
            fn add_names(names: &mut PropertyNames) {
                T::add_names(names);
            }
        }
    )*};
}
from_pointee!(Box, Rc, Arc);

impl<'s, T: IntoJs<'s>> IntoJs<'s> for Box<T> {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        (*self).into_js(env)
    }
    fn into_field(self, env: &Env<'s>) -> Result<Option<Value<'s>>> {
        (*self).into_field(env)
    }
}

macro_rules! into_pointee {
    ($($pointer:ident),*) => {$(
        /// Moves the value out, or clones it if it is shared.
        impl<'s, T: IntoJs<'s> + Clone> IntoJs<'s> for $pointer<T> {
            fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
                Self::unwrap_or_clone(self).into_js(env)
            }
            fn into_field(self, env: &Env<'s>) -> Result<Option<Value<'s>>> {
                Self::unwrap_or_clone(self).into_field(env)
            }
        }
    )*};
}
into_pointee!(Rc, Arc);
