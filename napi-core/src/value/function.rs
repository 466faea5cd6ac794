//! Functions.

use core::marker::PhantomData;

use super::{Family, Handle, Object, Value, js, private, raws};
use crate::convert::{FromJs, IntoArgs};
use crate::env::Env;
use crate::error::Result;

/// A handle to a function, with the types of its arguments and of its result.
///
/// `Args` is a tuple, or `Vec<js::Value>` for any number; both are [families](Family), so that handles among them are named
/// `js::Object` and so on. The types are checked at each call: arguments are converted to JavaScript, the result from it.
///
/// ```
/// use napi_core::prelude::*;
///
/// #[export]
/// fn apply(env: &Env<'_>, f: Function<'_, (i32, i32), i32>) -> Result<i32> {
///     f.call(env, (3, 4))
/// }
/// ```
pub struct Function<'s, Args: Family = Vec<js::Value>, Ret: Family = js::Value> {
    value: Value<'s>,
    signature: PhantomData<fn(Args) -> Ret>,
}

impl<A: Family, R: Family> Clone for Function<'_, A, R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<A: Family, R: Family> Copy for Function<'_, A, R> {}

impl<A: Family, R: Family> core::fmt::Debug for Function<'_, A, R> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Function(..)")
    }
}

impl<A: Family, R: Family> private::Sealed for Function<'_, A, R> {}

impl<'s, A: Family, R: Family> Handle<'s> for Function<'s, A, R> {
    type Family = js::Function<A, R>;
    #[inline(always)]
    fn value(self) -> Value<'s> {
        self.value
    }
}

impl<'s, A: Family, R: Family> From<Function<'s, A, R>> for Value<'s> {
    fn from(function: Function<'s, A, R>) -> Self {
        function.value
    }
}

impl<'s, A: Family, R: Family> Function<'s, A, R> {
    /// The caller has seen that the value is a function.
    pub(crate) fn of(value: Value<'s>) -> Self {
        Self { value, signature: PhantomData }
    }

    /// The function as an object, for its properties.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, function: Function<'_>) -> Result<String> {
    /// function.as_object().get(env, "name")
    /// # }
    /// ```
    pub fn as_object(self) -> Object<'s> {
        Object::from_raw(self.value.raw())
    }

    /// Calls the function with `this` undefined. (`napi_call_function`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, greet: Function<'_, (String,), String>) -> Result<String> {
    /// greet.call(env, ("Ada".to_owned(),))
    /// # }
    /// ```
    ///
    /// # Errors
    /// What the function throws, an argument or a result that does not convert, and as every method of [`Env`]. A function whose
    /// result is `()` may return anything.
    #[inline]
    pub fn call<'e>(self, env: &Env<'e>, args: A::Of<'e>) -> Result<R::Of<'e>>
    where
        A::Of<'e>: IntoArgs<'e>,
        R::Of<'e>: FromJs<'e>,
    {
        self.call_with_this(env, env.undefined()?, args)
    }

    /// Calls the function as a method of `this`. (`napi_call_function`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'e>(env: &Env<'e>, list: Object<'_>) -> Result<String> {
    /// let join: Function<'_, (String,), String> = list.get(env, "join")?;
    /// join.call_with_this(env, list, ("-".to_owned(),))
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`call`](Self::call).
    #[inline]
    pub fn call_with_this<'e, 'x>(self, env: &Env<'e>, this: impl Handle<'x>, args: A::Of<'e>) -> Result<R::Of<'e>>
    where
        A::Of<'e>: IntoArgs<'e>,
        R::Of<'e>: FromJs<'e>,
    {
        let result = self.apply(env, this, args)?;
        R::Of::from_result(env, result).map_err(|error| error.in_argument("callback", "result"))
    }

    /// Calls the function with any arguments, and gives whatever it returns.
    #[inline]
    pub(crate) fn apply<'e, 'x>(
        self,
        env: &Env<'e>,
        this: impl Handle<'x>,
        args: impl IntoArgs<'e>,
    ) -> Result<Value<'e>> {
        let (this, function) = (this.value().raw(), self.value.raw());
        let raw = args.with_args(env, |args| Ok(env.enter()?.call(this, function, raws(args))?))?;
        Ok(Value::from_raw(raw))
    }

    /// Calls the function as a constructor, as `new` does. (`napi_new_instance`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'s>(env: &Env<'s>) -> Result<Object<'s>> {
    /// let date: Function<'_, (f64,)> = env.global()?.get(env, "Date")?;
    /// date.construct(env, (0.0,))
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`call`](Self::call).
    pub fn construct<'e>(self, env: &Env<'e>, args: A::Of<'e>) -> Result<Object<'e>>
    where
        A::Of<'e>: IntoArgs<'e>,
    {
        let constructor = self.value.raw();
        let raw = args.with_args(env, |args| Ok(env.enter()?.construct(constructor, raws(args))?))?;
        Ok(Object::from_raw(raw))
    }
}
