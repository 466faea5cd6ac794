//! Data of an addon that each environment has its own of.

use core::cell::RefCell;
use std::any::{Any, TypeId};

use super::Env;
use crate::error::{Result, contain};
use crate::map::Map;

/// One value per type; a value is never replaced, so that it can be lent.
#[derive(Default)]
pub(super) struct InstanceData(RefCell<Map<TypeId, Box<dyn Any>>>);

impl InstanceData {
    /// The address of the value of type `T`, which is made by its `Default` on first use.
    fn get<T: Default + 'static>(&self) -> *const T {
        if let Some(found) = self.find() {
            return found;
        }
        // Made outside of the borrow: `T::default` may ask for other data.
        let made: Box<dyn Any> = Box::new(T::default());
        self.0.borrow_mut().entry(TypeId::of::<T>()).or_insert(made);
        self.find().unwrap_or_else(|| unreachable!("the value was inserted just now"))
    }

    fn find<T: 'static>(&self) -> Option<*const T> {
        let values = self.0.borrow();
        let value = values.get(&TypeId::of::<T>())?;
        value.downcast_ref::<T>().map(core::ptr::from_ref)
    }

    pub(super) fn clear(&self) {
        // Taken out first: a destructor may look here. Each by itself: one that panics must not keep the others.
        let values = core::mem::take(&mut *self.0.borrow_mut());
        values.into_values().for_each(|value| contain(|| drop(value)));
    }
}

impl<'s> Env<'s> {
    /// This environment's own value of type `T`, made by its `Default` on first use, and dropped when the environment ends.
    ///
    /// Use it where a static would be shared between workers: put the changing parts into `Cell` or `RefCell`, and
    /// references to JavaScript values into [`Ref`](crate::Ref). It does not use the host's single slot
    /// (`napi_set_instance_data`), so that it works where several addons share an environment.
    ///
    /// ```
    /// use std::cell::Cell;
    /// use napi_core::prelude::*;
    ///
    /// #[derive(Default)]
    /// struct Counter(Cell<u32>);
    ///
    /// #[export]
    /// fn next(env: &Env<'_>) -> Result<u32> {
    ///     let counter = env.instance_data::<Counter>()?;
    ///     counter.0.set(counter.0.get() + 1);
    ///     Ok(counter.0.get())
    /// }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    pub fn instance_data<T: Default + 'static>(&self) -> Result<&'s T> {
        self.host()?;
        let data = self.instance().data.get::<T>();
        // SAFETY: values are boxed, never replaced, and dropped when the environment ends, after which no frame of `'s` runs.
        Ok(unsafe { &*data })
    }
}
