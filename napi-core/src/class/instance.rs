//! Handles to instances.

use core::marker::PhantomData;
use core::ops::{Deref, DerefMut};

use super::Class;
use super::cell::{Borrow, Found};
use crate::convert::{FromJs, IntoJs};
use crate::env::Env;
use crate::error::Result;
use crate::value::{Family, Handle, HandleFamily, Object, Value, js, private};

/// A handle to an instance of the class `T`, or of one that extends it.
///
/// It is the JavaScript object: returned, it is the same one. A function that needs the value only takes `&T`, `&mut T` or `T`.
///
/// ```
/// use napi_core::prelude::*;
///
/// #[export]
/// struct Counter {
///     #[export]
///     count: u32,
/// }
///
/// /// Seen as `larger(a, b)`, which is `a` or `b`.
/// #[export]
/// fn larger<'s>(env: &Env<'s>, a: Instance<'s, Counter>, b: Instance<'s, Counter>) -> Result<Instance<'s, Counter>> {
///     let is_larger = a.borrow(env)?.count >= b.borrow(env)?.count;
///     Ok(if is_larger { a } else { b })
/// }
/// ```
pub struct Instance<'s, T: Class> {
    value: Value<'s>,
    of: PhantomData<fn() -> T>,
}

impl<T: Class> Clone for Instance<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Class> Copy for Instance<'_, T> {}

impl<T: Class> core::fmt::Debug for Instance<'_, T> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Instance<{}>(..)", T::NAME)
    }
}

impl<T: Class> private::Sealed for Instance<'_, T> {}

impl<'s, T: Class> Handle<'s> for Instance<'s, T> {
    type Family = js::Instance<T>;
    fn value(self) -> Value<'s> {
        self.value
    }
}

impl<'s, T: Class> From<Instance<'s, T>> for Value<'s> {
    fn from(instance: Instance<'s, T>) -> Self {
        instance.value
    }
}

impl<T: Class> Family for js::Instance<T> {
    type Of<'x> = Instance<'x, T>;
}

impl<T: Class> HandleFamily for js::Instance<T> {
    fn at(value: Value<'_>) -> Instance<'_, T> {
        Instance { value, of: PhantomData }
    }
}

impl<'s, T: Class> FromJs<'s> for Instance<'s, T> {
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        Found::<T>::of(env, value)?;
        Ok(Self { value, of: PhantomData })
    }
}

impl<'s, 'o: 's, T: Class> IntoJs<'s> for Instance<'o, T> {
    fn into_js(self, _: &Env<'s>) -> Result<Value<'s>> {
        Ok(self.value)
    }
}

impl<'s, T: Class> Instance<'s, T> {
    /// The object, for its properties.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # #[export] struct Counter;
    /// # fn example(env: &Env<'_>, counter: Instance<'_, Counter>) -> Result<String> {
    /// counter.object().get(env, "label")
    /// # }
    /// ```
    pub fn object(self) -> Object<'s> {
        Object::of(self.value)
    }

    /// Borrows the value until the guard is dropped; other calls may read it meanwhile.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # #[export] struct Counter { count: u32 }
    /// # fn example(env: &Env<'_>, counter: Instance<'_, Counter>) -> Result<u32> {
    /// Ok(counter.borrow(env)?.count)
    /// # }
    /// ```
    ///
    /// # Errors
    /// `ERR_BORROWED` while it is borrowed to be changed, `ERR_CONSUMED` when its value was moved out, and as every method
    /// of [`Env`].
    pub fn borrow(self, env: &Env<'_>) -> Result<Lent<'s, T>> {
        let borrow = Found::of(env, self.value)?.share()?;
        Ok(Lent { borrow, scope: PhantomData })
    }

    /// Borrows the value to change it, until the guard is dropped: calls that use the instance meanwhile fail.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # #[export] struct Counter { count: u32 }
    /// # fn example(env: &Env<'_>, counter: Instance<'_, Counter>) -> Result<()> {
    /// counter.borrow_mut(env)?.count += 1;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// `ERR_BORROWED` while it is borrowed at all, and as [`borrow`](Self::borrow).
    pub fn borrow_mut(self, env: &Env<'_>) -> Result<LentMut<'s, T>> {
        let borrow = Found::of(env, self.value)?.take()?;
        Ok(LentMut { borrow, scope: PhantomData })
    }

    /// Tells the collector anew how many bytes the value keeps outside of its sight: what `external_bytes` answers now.
    /// (`napi_adjust_external_memory`, where the host has it)
    ///
    /// It is asked once when an instance is made; a value that grows, or gives memory back, says so by this.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # #[export(external_bytes = Log::len)] struct Log { text: String }
    /// # impl Log { fn len(&self) -> usize { self.text.capacity() } }
    /// #[export]
    /// fn append(env: &Env<'_>, log: Instance<'_, Log>, line: &str) -> Result<()> {
    ///     log.borrow_mut(env)?.text.push_str(line);
    ///     log.count_external_bytes(env)
    /// }
    /// ```
    ///
    /// # Errors
    /// As [`borrow`](Self::borrow).
    pub fn count_external_bytes(self, env: &Env<'_>) -> Result<()> {
        Found::<T>::of(env, self.value)?.share()?.tell(env)
    }

    /// Makes the instance that carries a value. (`napi_new_instance`, `napi_wrap`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # #[export] struct Counter { count: u32 }
    /// # fn example<'s>(env: &Env<'s>) -> Result<Ref<js::Instance<Counter>>> {
    /// Ref::new(env, Instance::new(env, Counter { count: 0 })?)
    /// # }
    /// ```
    ///
    /// # Errors
    /// In an environment that has not loaded the module of the class, and as every method of [`Env`]; `value` is dropped then.
    pub fn new(env: &Env<'s>, value: T) -> Result<Self> {
        Ok(Self { value: super::into_instance(value, env)?, of: PhantomData })
    }
}

/// A borrow of the value that an instance carries.
///
/// ```
/// # use napi_core::prelude::*;
/// # #[export] struct Counter { count: u32 }
/// # fn example(env: &Env<'_>, counter: Instance<'_, Counter>) -> Result<u32> {
/// let counter: napi_core::Lent<'_, Counter> = counter.borrow(env)?;
/// Ok(counter.count)
/// # }
/// ```
pub struct Lent<'s, T: Class> {
    borrow: Borrow<T>,
    /// The handle that keeps the instance alive.
    scope: PhantomData<Value<'s>>,
}

impl<T: Class> Deref for Lent<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        // SAFETY: the borrow keeps the value.
        unsafe { self.borrow.value.as_ref() }
    }
}

impl<T: Class + core::fmt::Debug> core::fmt::Debug for Lent<'_, T> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        (**self).fmt(f)
    }
}

/// A borrow of the value that an instance carries, to change it.
///
/// ```
/// # use napi_core::prelude::*;
/// # #[export] struct Counter { count: u32 }
/// # fn example(env: &Env<'_>, counter: Instance<'_, Counter>) -> Result<()> {
/// let mut counter: napi_core::LentMut<'_, Counter> = counter.borrow_mut(env)?;
/// counter.count += 1;
/// # Ok(())
/// # }
/// ```
pub struct LentMut<'s, T: Class> {
    borrow: Borrow<T>,
    /// The handle that keeps the instance alive.
    scope: PhantomData<Value<'s>>,
}

impl<T: Class> Deref for LentMut<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        // SAFETY: as for `Lent`.
        unsafe { self.borrow.value.as_ref() }
    }
}

impl<T: Class> DerefMut for LentMut<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: as for `Lent`, and the borrow allows none beside it.
        unsafe { self.borrow.value.as_mut() }
    }
}

impl<T: Class + core::fmt::Debug> core::fmt::Debug for LentMut<'_, T> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        (**self).fmt(f)
    }
}
