//! What runs when the environment ends.

use core::cell::{Cell, RefCell};
use core::ffi::c_void;
use core::ptr::NonNull;
use std::rc::Rc;

use super::Env;
use super::instance::Instance;
use crate::error::{Result, contain};

type Hook = Box<dyn FnOnce()>;

/// The hooks of one environment, in the order they were added. The host knows one hook of the library, which runs these.
#[derive(Default)]
pub(super) struct CleanupHooks {
    hooks: RefCell<Vec<(u64, Hook)>>,
    next: Cell<u64>,
}

/// A cleanup hook that was added, for taking it back.
///
/// Dropping it changes nothing: the hook still runs.
///
/// ```
/// use napi_core::prelude::*;
///
/// #[export]
/// fn open(env: &Env<'_>) -> Result<bool> {
///     let hook = env.add_cleanup_hook(|| println!("closed"))?;
///     Ok(hook.remove(env))
/// }
/// ```
#[derive(Debug)]
pub struct CleanupHook {
    generation: u64,
    id: u64,
}

impl CleanupHook {
    /// Takes the hook back without running it; `false` if it has run, or belongs to another environment.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # #[export]
    /// # fn never(env: &Env<'_>) -> Result<bool> {
    /// let hook = env.add_cleanup_hook(|| ())?;
    /// Ok(hook.remove(env))
    /// # }
    /// ```
    pub fn remove(self, env: &Env<'_>) -> bool {
        let instance = env.instance();
        instance.home().generation() == self.generation && instance.hooks.remove(self.id).is_some()
    }
}

impl CleanupHooks {
    fn add(&self, hook: Hook) -> u64 {
        let id = self.next.get();
        self.next.set(id + 1);
        self.hooks.borrow_mut().push((id, hook));
        id
    }

    fn remove(&self, id: u64) -> Option<Hook> {
        let mut hooks = self.hooks.borrow_mut();
        let index = hooks.iter().position(|(other, _)| *other == id)?;
        Some(hooks.remove(index).1)
    }

    fn pop(&self) -> Option<Hook> {
        self.hooks.borrow_mut().pop().map(|(_, hook)| hook)
    }
}

impl Env<'_> {
    /// Runs `hook` on the JavaScript thread when the environment ends, with its worker or because the process has nothing
    /// left to do, the last added first. After `process.exit()` on the main thread hosts run no hooks.
    ///
    /// It gets no `Env`, because no JavaScript can run any more; references may still be dropped. A panic in it is
    /// contained. (`napi_add_env_cleanup_hook`)
    ///
    /// ```
    /// use napi_core::prelude::*;
    ///
    /// #[export]
    /// fn watch(env: &Env<'_>) -> Result<()> {
    ///     env.add_cleanup_hook(|| println!("the environment ends"))?;
    ///     Ok(())
    /// }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    pub fn add_cleanup_hook(&self, hook: impl FnOnce() + 'static) -> Result<CleanupHook> {
        self.host()?;
        let instance = self.instance();
        let id = instance.hooks.add(Box::new(hook));
        Ok(CleanupHook { generation: instance.home().generation(), id })
    }
}

/// Asks the host to call us when the environment ends.
pub(super) fn register(instance: &Rc<Instance>) -> Result<()> {
    // The instance's own address, shared with the hook until it runs: unique per environment and library.
    let shared = Rc::into_raw(Rc::clone(instance));
    // SAFETY: an `Rc` points to something.
    let argument = unsafe { NonNull::new_unchecked(shared.cast_mut()) }.cast();
    instance.host().add_cleanup_hook(end, argument).inspect_err(|_| {
        // SAFETY: the host has not taken the argument, so that this is the `Rc` that was just turned into a pointer.
        drop(unsafe { Rc::from_raw(shared) });
    })?;
    Ok(())
}

/// The host's cleanup hook: the environment is still valid, JavaScript does not run any more.
unsafe extern "C" fn end(argument: *mut c_void) {
    // SAFETY: `register` gave the hook this `Rc`, and the host calls it once.
    let instance = unsafe { Rc::from_raw(argument.cast_const().cast::<Instance>()) };
    while let Some(hook) = instance.hooks.pop() {
        contain(hook);
    }
    instance.cells.end(instance.host());
    instance.data.clear();
    instance.glue.end();
    instance.intrinsics.end();
    instance.keys.end();
    drop(instance.anchor.take());
    instance.home().end();
}
