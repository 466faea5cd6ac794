//! Rust values that JavaScript carries.

use core::ffi::c_void;
use core::marker::PhantomData;
use core::ptr::NonNull;
use std::any::TypeId;
use std::rc::Rc;

use super::{Handle, Value, js, private};
use crate::env::{Env, finalize};
use crate::error::{Error, Result, code};

/// A handle to a Rust value that JavaScript carries and cannot look into; it is dropped when JavaScript lets it go.
///
/// An external proves its type: one of another type, or of another addon, does not convert.
///
/// ```
/// use std::cell::Cell;
/// use napi_core::prelude::*;
///
/// #[export]
/// fn counter<'s>(env: &Env<'s>) -> Result<External<'s, Cell<u32>>> {
///     env.external(Cell::new(0))
/// }
///
/// #[export]
/// fn count(env: &Env<'_>, counter: External<'_, Cell<u32>>) -> Result<u32> {
///     let counter = counter.get(env)?;
///     counter.set(counter.get() + 1);
///     Ok(counter.get())
/// }
/// ```
pub struct External<'s, T: 'static> {
    value: Value<'s>,
    /// Where the carried value lies, if this handle has been looked up already.
    carried: Option<NonNull<c_void>>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for External<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for External<'_, T> {}

impl<T> core::fmt::Debug for External<'_, T> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "External<{}>(..)", core::any::type_name::<T>())
    }
}

impl<T> private::Sealed for External<'_, T> {}

impl<'s, T> Handle<'s> for External<'s, T> {
    type Family = js::External<T>;
    fn value(self) -> Value<'s> {
        self.value
    }
}

impl<'s, T> From<External<'s, T>> for Value<'s> {
    fn from(external: External<'s, T>) -> Self {
        external.value
    }
}

impl<'s, T: 'static> External<'s, T> {
    /// The carried value. It lives at least as long as the handle. (`napi_get_value_external`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, number: External<'_, u64>) -> Result<u64> {
    /// Ok(*number.get(env)?)
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    pub fn get(self, env: &Env<'_>) -> Result<&'s T> {
        env.host()?;
        let carried = match self.carried {
            Some(carried) => carried,
            None => find(env, self.value, TypeId::of::<T>())?.ok_or_else(wrong_type::<T>)?,
        };
        // SAFETY: the instance knew the address as that of a live `T`, and the handle keeps its external, and with it the
        // `T`, alive during `'s`.
        Ok(unsafe { carried.cast().as_ref() })
    }

    /// The caller has seen that the value is an external; [`get`](Self::get) checks its type.
    pub(crate) fn of(value: Value<'s>) -> Self {
        Self { value, carried: None, of: PhantomData }
    }

    /// Takes a value for an external of this type, if it is one.
    #[inline]
    pub(crate) fn new(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        let carried = find(env, value, TypeId::of::<T>())?.ok_or_else(wrong_type::<T>)?;
        Ok(Self { value, carried: Some(carried), of: PhantomData })
    }
}

/// Where the value of type `of` lies that `value` carries, if it is such an external.
fn find(env: &Env<'_>, value: Value<'_>, of: TypeId) -> Result<Option<NonNull<c_void>>> {
    let data = env.host()?.external_data(value.raw())?;
    Ok(data.and_then(|data| env.instance().externals.find(data, of)))
}

#[cold]
fn wrong_type<T>() -> Error {
    let message = format!("expected an external of {}, made by this addon", core::any::type_name::<T>());
    Error::type_error(message).with_code(code::INVALID_ARG_TYPE)
}

impl<'s> Env<'s> {
    /// Hands `value` to JavaScript, which carries it and drops it on this thread when it is collected, or when the
    /// environment ends. (`napi_create_external`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'s>(env: &Env<'s>) -> Result<External<'s, Vec<u8>>> {
    /// env.external(vec![1, 2, 3])
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`]; `value` is dropped then.
    pub fn external<T: 'static>(&self, value: T) -> Result<External<'s, T>> {
        let (host, instance) = (self.host()?, self.instance());
        let value = Rc::new(value);
        let carried = NonNull::from(&*value).cast();
        // The finalizer owns the value; it runs on this thread and ends the external's life in the register first.
        let finalizer = move |data| {
            instance.externals.remove(data);
            drop(value);
        };
        let raw = finalize(instance, finalizer, |data, run| {
            let raw = host.external(data, run)?;
            instance.externals.add(data, TypeId::of::<T>(), carried);
            Ok(raw)
        })?;
        Ok(External::of(Value::from_raw(raw)))
    }
}
