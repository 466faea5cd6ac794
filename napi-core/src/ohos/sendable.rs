//! Sendable objects, and the Rust values that they carry.

use core::ffi::c_void;
use core::num::NonZeroUsize;
use std::any::Any;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{HostFeatures, as_c_str, c_string, not_sendable};
use crate::convert::{FromJs, IntoJs};
use crate::env::Env;
use crate::error::{Error, Result, code, contain};
use crate::sys::HostEnv;
use crate::value::{Object, Value};

/// A handle to a sendable object: one that several threads of JavaScript share by reference. (API level 12)
///
/// Its properties are those it was made with, and hold primitive values and sendable objects only. An object that is no
/// sendable one does not convert.
///
/// ```no_run
/// use napi_core::ohos::{HostFeatures, Sendable};
/// use napi_core::prelude::*;
///
/// #[export]
/// fn position<'s>(env: &Env<'s>, x: f64, y: f64) -> Result<Sendable<'s>> {
///     env.sendable_object(&[("x", env.value(x)?), ("y", env.value(y)?)])
/// }
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Sendable<'s>(Value<'s>);

/// What objects of this library carry: for the whole process, because they are shared by its threads.
static CARRIED: Mutex<Carried> = Mutex::new(Carried { values: BTreeMap::new(), last: 0 });

struct Carried {
    values: BTreeMap<NonZeroUsize, Arc<dyn Any + Send + Sync>>,
    last: usize,
}

fn carried() -> MutexGuard<'static, Carried> {
    CARRIED.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Carried {
    /// Numbers are never used again, and odd: what another addon has wrapped is an address, and addresses are even.
    fn insert(&mut self, value: Arc<dyn Any + Send + Sync>) -> NonZeroUsize {
        self.last += 1;
        let id = NonZeroUsize::MIN | (self.last << 1);
        self.values.insert(id, value);
        id
    }
}

/// Called once for an object that is gone, on whatever thread has found that out.
unsafe extern "C" fn forget(_env: HostEnv, data: *mut c_void, _hint: *mut c_void) {
    let Some(id) = NonZeroUsize::new(data.addr()) else { return };
    let value = carried().values.remove(&id);
    // Without the lock: the destructor is a user's.
    contain(|| drop(value));
}

impl<'s> Sendable<'s> {
    /// The caller has seen that the value is a sendable object.
    pub(super) fn of(value: Value<'s>) -> Self {
        Self(value)
    }

    /// The same as an object, whose properties can be read and assigned to.
    ///
    /// ```no_run
    /// # use napi_core::ohos::Sendable;
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, position: Sendable<'_>) -> Result<f64> {
    /// position.as_object().get(env, "x")
    /// # }
    /// ```
    pub fn as_object(self) -> Object<'s> {
        Object::of(self.0)
    }

    /// Lets the object carry a Rust value, for all threads that share it; it is dropped on any thread when the object is
    /// gone. (API level 12, `napi_wrap_sendable`)
    ///
    /// ```no_run
    /// # use napi_core::ohos::{HostFeatures, Sendable};
    /// # use napi_core::prelude::*;
    /// # use std::sync::atomic::AtomicU32;
    /// # fn example<'s>(env: &Env<'s>) -> Result<Sendable<'s>> {
    /// let counter = env.sendable_object(&[])?;
    /// counter.wrap(env, AtomicU32::new(0))?;
    /// # Ok(counter)
    /// # }
    /// ```
    ///
    /// # Errors
    /// `ERR_INVALID_STATE` when it carries a value already, and as every method of [`Env`]; `value` is dropped then.
    pub fn wrap<T: Send + Sync + 'static>(self, env: &Env<'_>, value: T) -> Result<()> {
        let host = env.host()?;
        if host.unwrap_sendable(self.0.raw())?.is_some() {
            return Err(Error::new("the object carries a value already").with_code(code::INVALID_STATE));
        }
        let id = carried().insert(Arc::new(value));
        host.wrap_sendable(self.0.raw(), id, forget).map_err(|denied| {
            let refused = carried().values.remove(&id);
            drop(refused);
            denied.into()
        })
    }

    /// The value that the object carries. (API level 12, `napi_unwrap_sendable`)
    ///
    /// ```no_run
    /// # use napi_core::ohos::Sendable;
    /// # use napi_core::prelude::*;
    /// # use std::sync::atomic::{AtomicU32, Ordering};
    /// # fn example(env: &Env<'_>, counter: Sendable<'_>) -> Result<u32> {
    /// Ok(counter.unwrap::<AtomicU32>(env)?.fetch_add(1, Ordering::Relaxed))
    /// # }
    /// ```
    ///
    /// # Errors
    /// `ERR_INVALID_ARG_TYPE` when it carries none, one of another type, or one of another addon; and as every method of
    /// [`Env`].
    pub fn unwrap<T: Send + Sync + 'static>(self, env: &Env<'_>) -> Result<Arc<T>> {
        let id = env.host()?.unwrap_sendable(self.0.raw())?;
        let value = id.and_then(|id| carried().values.get(&id).cloned());
        value.and_then(|value| value.downcast().ok()).ok_or_else(wrong_type::<T>)
    }

    /// Takes the value from the object; whoever has it from [`unwrap`](Self::unwrap) keeps it.
    /// (API level 12, `napi_remove_wrap_sendable`)
    ///
    /// ```no_run
    /// # use napi_core::ohos::Sendable;
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, holder: Sendable<'_>) -> Result<Vec<u8>> {
    /// Ok(holder.remove_wrap::<Vec<u8>>(env)?.to_vec())
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`unwrap`](Self::unwrap).
    pub fn remove_wrap<T: Send + Sync + 'static>(self, env: &Env<'_>) -> Result<Arc<T>> {
        let value = self.unwrap::<T>(env)?;
        let host = env.host()?;
        let id = host.unwrap_sendable(self.0.raw())?;
        host.remove_wrap_sendable(self.0.raw())?;
        // The finalizer may have done it; `value` holds the other count.
        let removed = id.and_then(|id| carried().values.remove(&id));
        drop(removed);
        Ok(value)
    }
}

#[cold]
fn wrong_type<T>() -> Error {
    let message =
        format!("expected a sendable object that carries {}, wrapped by this addon", core::any::type_name::<T>());
    Error::type_error(message).with_code(code::INVALID_ARG_TYPE)
}

impl<'s> From<Sendable<'s>> for Value<'s> {
    fn from(sendable: Sendable<'s>) -> Self {
        sendable.0
    }
}

impl<'s> IntoJs<'s> for Sendable<'s> {
    fn into_js(self, _env: &Env<'s>) -> Result<Value<'s>> {
        Ok(self.0)
    }
}

impl<'s> FromJs<'s> for Sendable<'s> {
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        let object: Object<'s> = value.to(env)?;
        if !env.is_sendable(object.into())? {
            return Err(Error::type_error("expected sendable object, got object").with_code(code::INVALID_ARG_TYPE));
        }
        Ok(Self(value))
    }
}

/// Refuses what a sendable object cannot hold.
fn check(env: &Env<'_>, value: Value<'_>, place: &str) -> Result<()> {
    if env.is_sendable(value)? { Ok(()) } else { Err(not_sendable(place)) }
}

pub(super) fn object<'s>(env: &Env<'s>, properties: &[(&str, Value<'_>)]) -> Result<Sendable<'s>> {
    let mut names = Vec::with_capacity(properties.len());
    for (name, value) in properties {
        check(env, *value, name)?;
        names.push(c_string(name, "sendable_object")?);
    }
    let lowered: Vec<_> =
        names.iter().zip(properties).map(|(name, (_, value))| (as_c_str(name), value.raw())).collect();
    Ok(Sendable(Value::from_raw(env.host()?.sendable_object(&lowered)?)))
}

pub(super) fn array<'s>(env: &Env<'s>, elements: &[Value<'_>]) -> Result<Sendable<'s>> {
    for (index, element) in elements.iter().enumerate() {
        check(env, *element, &format!("[{index}]"))?;
    }
    let array = env.host()?.sendable_array(elements.len())?;
    for (index, element) in (0..).zip(elements) {
        env.enter()?.set_element(array, index, element.raw())?;
    }
    Ok(Sendable(Value::from_raw(array)))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Carried, carried};

    #[test]
    fn numbers_are_odd_and_never_used_again() {
        let mut all = Carried { values: std::collections::BTreeMap::new(), last: 0 };
        let first = all.insert(Arc::new(1_u32));
        all.values.remove(&first);
        let second = all.insert(Arc::new("two"));
        assert_ne!(first, second);
        assert!(first.get() % 2 == 1 && second.get() % 2 == 1);
        assert!(all.values[&second].downcast_ref::<&str>().is_some());
    }

    #[test]
    fn a_panic_of_a_destructor_does_not_lock_others_out() {
        struct Panics;
        impl Drop for Panics {
            fn drop(&mut self) {
                panic!("in a destructor");
            }
        }
        let id = carried().insert(Arc::new(Panics));
        let data = core::ptr::without_provenance_mut(id.get());
        // SAFETY: an environment is a pointer, for which null is a value.
        let nothing = unsafe { core::mem::zeroed() };
        // SAFETY: as a host calls it; neither the environment nor the hint is looked at.
        unsafe { super::forget(nothing, data, core::ptr::null_mut()) };
        assert!(!carried().values.contains_key(&id));
    }
}
