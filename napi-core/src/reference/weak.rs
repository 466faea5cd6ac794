use core::marker::PhantomData;

use super::{Ref, hold, read};
use crate::env::Env;
use crate::error::Result;
use crate::sys::HeldReference;
use crate::value::{Handle, HandleFamily, js};

/// A weak reference: it finds a JavaScript value as long as something else keeps it alive.
///
/// Like a [`Ref`] it can be stored, sent to a thread and dropped anywhere, and is used in its own environment.
///
/// ```
/// use std::cell::RefCell;
/// use napi_core::prelude::*;
///
/// #[derive(Default)]
/// struct Last(RefCell<Option<WeakRef<js::Object>>>);
///
/// #[export]
/// fn remember(env: &Env<'_>, object: Object<'_>) -> Result<()> {
///     let reference = WeakRef::new(env, object)?;
///     env.instance_data::<Last>()?.0.replace(Some(reference));
///     Ok(())
/// }
///
/// #[export]
/// fn recall<'s>(env: &Env<'s>) -> Result<Option<Object<'s>>> {
///     match &*env.instance_data::<Last>()?.0.borrow() {
///         Some(reference) => reference.get(env),
///         None => Ok(None),
///     }
/// }
/// ```
pub struct WeakRef<F: HandleFamily> {
    held: HeldReference,
    family: PhantomData<fn() -> F>,
}

impl<F: HandleFamily> WeakRef<F> {
    /// Refers to a value without keeping it. (`napi_create_reference` with a count of 0)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, object: Object<'_>) -> Result<WeakRef<js::Object>> {
    /// WeakRef::new(env, object)
    /// # }
    /// ```
    ///
    /// # Errors
    /// `ERR_INVALID_ARG_TYPE` for a primitive value other than a symbol, and as every method of [`Env`].
    pub fn new<'s>(env: &Env<'s>, value: impl Handle<'s, Family = F>) -> Result<Self> {
        Ok(Self { held: hold(env, value.value(), 0)?, family: PhantomData })
    }

    /// The value, or `None` once it was collected. (`napi_get_reference_value`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'e>(env: &Env<'e>, weak: &WeakRef<js::Object>) -> Result<bool> {
    /// Ok(weak.get(env)?.is_some())
    /// # }
    /// ```
    ///
    /// # Errors
    /// `ERR_WRONG_ENV` in another environment, and as every method of [`Env`].
    pub fn get<'e>(&self, env: &Env<'e>) -> Result<Option<F::Of<'e>>> {
        read::<F>(&self.held, env)
    }

    /// A strong reference to the value, or `None` once it was collected.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, weak: &WeakRef<js::Object>) -> Result<Option<Ref<js::Object>>> {
    /// weak.upgrade(env)
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`get`](Self::get).
    pub fn upgrade(&self, env: &Env<'_>) -> Result<Option<Ref<F>>> {
        let value = read::<js::Value>(&self.held, env)?;
        value.map(|value| Ref::hold(env, value)).transpose()
    }
}

impl<F: HandleFamily> core::fmt::Debug for WeakRef<F> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "WeakRef(environment {})", self.held.home().generation())
    }
}
