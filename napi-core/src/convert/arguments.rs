//! Arguments of calls, in both directions.

use super::{FromJs, IntoJs};
use crate::env::Env;
use crate::error::Result;
use crate::value::Value;

/// What a [`Function`](crate::Function) can be called with: a tuple of what converts, or a `Vec` of values.
///
/// It is implemented by this crate only.
///
/// ```
/// # use napi_core::prelude::*;
/// # fn example<'e>(env: &Env<'e>, f: Function<'_>) -> Result<Value<'e>> {
/// f.call(env, vec![env.value(1)?, env.value("two")?])
/// # }
/// ```
pub trait IntoArgs<'s> {
    /// Converts the arguments and runs `call` with them.
    #[doc(hidden)]
    fn with_args<R>(self, env: &Env<'s>, call: impl FnOnce(&[Value<'s>]) -> Result<R>) -> Result<R>;
}

/// What a closure that was made into a function can be called with: a tuple of what converts, or a `Vec` of values.
///
/// It is implemented by this crate only.
///
/// ```
/// # use napi_core::prelude::*;
/// # fn example<'s>(env: &Env<'s>) -> Result<Function<'s, Vec<js::Value>, u32>> {
/// env.function::<Vec<js::Value>, u32>("count", |_env, args| Ok(args.len() as u32))
/// # }
/// ```
pub trait FromArgs<'s>: Sized {
    /// How many arguments are asked for; `None` for all there are.
    #[doc(hidden)]
    const COUNT: Option<usize>;

    /// Converts the arguments, of which there are [`COUNT`](Self::COUNT).
    #[doc(hidden)]
    fn from_args(env: &Env<'s>, function: &str, args: &[Value<'s>]) -> Result<Self>;
}

impl<'s> IntoArgs<'s> for Vec<Value<'s>> {
    fn with_args<R>(self, _env: &Env<'s>, call: impl FnOnce(&[Value<'s>]) -> Result<R>) -> Result<R> {
        call(&self)
    }
}

impl<'s> FromArgs<'s> for Vec<Value<'s>> {
    const COUNT: Option<usize> = None;
    fn from_args(_env: &Env<'s>, _function: &str, args: &[Value<'s>]) -> Result<Self> {
        Ok(args.to_vec())
    }
}

impl<'s> IntoArgs<'s> for () {
    #[inline]
    fn with_args<R>(self, _env: &Env<'s>, call: impl FnOnce(&[Value<'s>]) -> Result<R>) -> Result<R> {
        call(&[])
    }
}

impl<'s> FromArgs<'s> for () {
    const COUNT: Option<usize> = Some(0);
    fn from_args(_env: &Env<'s>, _function: &str, _args: &[Value<'s>]) -> Result<Self> {
        Ok(())
    }
}

fn argument<'s, T: FromJs<'s>>(env: &Env<'s>, function: &str, args: &[Value<'s>], index: usize) -> Result<T> {
    T::from_js(env, args[index]).map_err(|error| error.in_argument(function, &format!("argument {}", index + 1)))
}

macro_rules! argument_tuples {
    ($($count:literal: $($t:ident $index:tt)+;)*) => {$(
        impl<'s, $($t: IntoJs<'s>),+> IntoArgs<'s> for ($($t,)+) {
            #[inline]
            fn with_args<R>(self, env: &Env<'s>, call: impl FnOnce(&[Value<'s>]) -> Result<R>) -> Result<R> {
                call(&[$(self.$index.into_js(env)?),+])
            }
        }

        impl<'s, $($t: FromJs<'s>),+> FromArgs<'s> for ($($t,)+) {
            const COUNT: Option<usize> = Some($count);
            fn from_args(env: &Env<'s>, function: &str, args: &[Value<'s>]) -> Result<Self> {
                Ok(($(argument::<$t>(env, function, args, $index)?,)+))
            }
        }
    )*};
}

argument_tuples! {
    1: A 0;
    2: A 0 B 1;
    3: A 0 B 1 C 2;
    4: A 0 B 1 C 2 D 3;
    5: A 0 B 1 C 2 D 3 E 4;
    6: A 0 B 1 C 2 D 3 E 4 F 5;
    7: A 0 B 1 C 2 D 3 E 4 F 5 G 6;
    8: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7;
}
