use core::marker::PhantomData;

use super::{hold, in_its_env, read};
use crate::env::Env;
use crate::error::{Error, Result};
use crate::sys::HeldReference;
use crate::value::{Handle, HandleFamily, Value};

/// A strong reference: it keeps a JavaScript value alive, and can be stored, sent to a thread and dropped anywhere.
///
/// It is used in the environment it was made in; anywhere else it is an error with the code `ERR_WRONG_ENV`. Dropped on another thread, it is
/// released promptly if the environment has a [`JsThread`](crate::JsThread), and else when a function that takes `Env` is called next; when the
/// environment ends, all its references are released.
///
/// ```
/// use std::cell::RefCell;
/// use napi_core::prelude::*;
///
/// #[derive(Default)]
/// struct Saved(RefCell<Option<Ref<js::Object>>>);
///
/// #[export]
/// fn save(env: &Env<'_>, object: Object<'_>) -> Result<()> {
///     let reference = Ref::new(env, object)?;
///     env.instance_data::<Saved>()?.0.replace(Some(reference));
///     Ok(())
/// }
///
/// #[export]
/// fn load<'s>(env: &Env<'s>) -> Result<Option<Object<'s>>> {
///     let saved = env.instance_data::<Saved>()?.0.borrow();
///     saved.as_ref().map(|reference| reference.get(env)).transpose()
/// }
/// ```
pub struct Ref<F: HandleFamily> {
    held: HeldReference,
    family: PhantomData<fn() -> F>,
}

impl<F: HandleFamily> Ref<F> {
    /// Keeps a value, with a count of 1. (`napi_create_reference`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, callback: Function<'_, (String,)>) -> Result<Ref<js::Function<(String,)>>> {
    /// Ref::new(env, callback)
    /// # }
    /// ```
    ///
    /// # Errors
    /// `ERR_INVALID_ARG_TYPE` for a primitive value other than a symbol, and as every method of [`Env`].
    pub fn new<'s>(env: &Env<'s>, value: impl Handle<'s, Family = F>) -> Result<Self> {
        Self::hold(env, value.value())
    }

    /// The caller has seen that the value is of this kind.
    pub(super) fn hold(env: &Env<'_>, value: Value<'_>) -> Result<Self> {
        Ok(Self { held: hold(env, value, 1)?, family: PhantomData })
    }

    /// The value, as a handle of the current scope. (`napi_get_reference_value`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'e>(env: &Env<'e>, kept: &Ref<js::Object>) -> Result<Object<'e>> {
    /// kept.get(env)
    /// # }
    /// ```
    ///
    /// # Errors
    /// `ERR_WRONG_ENV` in another environment; when the count was taken down to 0 and the value was collected; and as every
    /// method of [`Env`].
    pub fn get<'e>(&self, env: &Env<'e>) -> Result<F::Of<'e>> {
        read::<F>(&self.held, env)?.ok_or_else(|| Error::new("the referenced value has been garbage collected"))
    }

    /// Adds 1 to the count and answers the new one. (`napi_reference_ref`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, kept: &Ref<js::Object>) -> Result<bool> {
    /// Ok(kept.add_ref(env)? == 2)
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`get`](Self::get).
    pub fn add_ref(&self, env: &Env<'_>) -> Result<u32> {
        let reference = in_its_env(&self.held, env)?;
        Ok(env.host()?.reference_ref(reference)?)
    }

    /// Takes 1 from the count and answers the new one; at 0 the reference is weak until [`add_ref`](Self::add_ref).
    /// (`napi_reference_unref`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, kept: &Ref<js::Object>) -> Result<u32> {
    /// kept.unref(env)
    /// # }
    /// ```
    ///
    /// # Errors
    /// `ERR_NODE_API` when the count is 0 already, and as [`get`](Self::get).
    pub fn unref(&self, env: &Env<'_>) -> Result<u32> {
        let reference = in_its_env(&self.held, env)?;
        Ok(env.host()?.reference_unref(reference)?)
    }
}

impl<F: HandleFamily> core::fmt::Debug for Ref<F> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Ref(environment {})", self.held.home().generation())
    }
}
