//! What one environment holds of one library: its state, reached through the data pointer of every function.

use core::cell::{Cell, OnceCell, RefCell};
use core::ops::Deref;
use core::ptr::NonNull;
use std::rc::Rc;
use std::sync::Arc;

use super::cells::Cells;
use super::cleanup::CleanupHooks;
use super::data::InstanceData;
use super::externals::Externals;
use super::finalizer;
use super::glue::Glue;
use super::intrinsics::Intrinsics;
use super::keys::Keys;
use crate::convert::Levels;
use crate::error::Result;
use crate::sys::{CallbackData, HeldReference, Home, Host, HostEnv, HostInfo, HostValue, OpenScope};

/// The state of this library in one environment.
///
/// It is shared by everything the host may still hand back to us: the cleanup hook, an anchor object that lives as long as
/// the environment, and each finalizer. The last of them frees it, in whatever order the host runs them.
pub(crate) struct Instance {
    host: Host,
    home: Arc<Home>,
    /// How many frames are open: scopes, and calls into JavaScript.
    depth: Cell<u32>,
    /// The scopes of guards, which safe code can forget, each with the depth at which it was opened; everything else closes its
    /// scope itself.
    guarded: RefCell<Vec<(u32, OpenScope)>>,
    pub(super) data: InstanceData,
    pub(super) hooks: CleanupHooks,
    pub(crate) externals: Externals,
    pub(crate) cells: Cells,
    pub(super) glue: Glue,
    pub(super) intrinsics: Intrinsics,
    pub(super) keys: Keys,
    /// Whether the host keeps the texts of external strings, once it was asked.
    pub(crate) keeps_texts: OnceCell<bool>,
    /// How deep the value lies that is being converted.
    pub(crate) levels: Cell<Levels>,
    /// Whether new objects are made fastest by assignments, once somebody has asked.
    pub(super) assigns_fastest: Cell<Option<bool>>,
    /// Keeps the object whose finalizer is among the last of the environment; let go when the environment ends.
    pub(super) anchor: Cell<Option<HeldReference>>,
    /// What the data pointers of functions point to.
    call_data: RefCell<Vec<Rc<CallData>>>,
}

/// What the data pointer of every function points to, or begins with.
#[repr(C)]
pub(crate) struct CallData {
    pub(crate) instance: InstancePtr,
    /// The functions among which a call chooses by its number of arguments; empty for a function without overloads.
    pub(crate) overloads: Vec<OverloadTarget>,
}

/// One function among overloads.
pub(crate) struct OverloadTarget {
    pub(crate) parameters: usize,
    pub(crate) callback: unsafe extern "C" fn(HostEnv, HostInfo) -> HostValue,
}

/// An [`Instance`] during a call of its environment.
///
/// The invariant that the `SAFETY` comments call **instance**: it is only made from the data pointer of a running call, or
/// from an `Rc` that outlives it, and never stored where it could survive the environment.
#[derive(Clone, Copy)]
pub(crate) struct InstancePtr(NonNull<Instance>);

impl InstancePtr {
    pub(crate) fn new(instance: &Rc<Instance>) -> Self {
        // Not from a reference: the pointer is made an `Rc` again, which reaches beyond the instance.
        // SAFETY: an `Rc` points to something.
        Self(unsafe { NonNull::new_unchecked(Rc::as_ptr(instance).cast_mut()) })
    }

    /// The instance that the function with this data pointer belongs to.
    #[inline(always)]
    pub(crate) fn of_call(data: CallbackData) -> Self {
        // SAFETY: instance: the data pointer of every function is a `CallData`, or begins with one, that lives as
        // long as the function can be called.
        unsafe { data.cast::<CallData>().as_ref() }.instance
    }

    /// The functions among which a call with this data pointer chooses.
    pub(crate) fn overloads(data: &CallbackData) -> &[OverloadTarget] {
        // SAFETY: instance: as for `of_call`.
        let data: &CallData = unsafe { data.cast().as_ref() };
        &data.overloads
    }

    /// Shares the instance with something that the host may keep longer than the environment.
    pub(crate) fn share(self) -> Rc<Instance> {
        // SAFETY: the count was incremented for this `Rc` just now.
        unsafe { Rc::from_raw(self.share_raw().as_ptr()) }
    }

    /// The same as a pointer, of which an `Rc` is made once.
    pub(super) fn share_raw(self) -> NonNull<Instance> {
        // SAFETY: instance: it lives in an `Rc`, from which this pointer was made.
        unsafe { Rc::increment_strong_count(self.0.as_ptr()) };
        self.0
    }
}

impl InstancePtr {
    /// A data pointer for functions: it lives as long as the instance.
    pub(crate) fn call_data(self, overloads: Vec<OverloadTarget>) -> CallbackData {
        let data = Rc::new(CallData { instance: self, overloads });
        let pointer = CallbackData::new(NonNull::from(&*data));
        self.call_data.borrow_mut().push(data);
        pointer
    }
}

impl Deref for InstancePtr {
    type Target = Instance;
    #[inline(always)]
    fn deref(&self) -> &Instance {
        // SAFETY: instance.
        unsafe { self.0.as_ref() }
    }
}

impl Instance {
    /// Makes the state of `env`, which lives until the environment has ended and nothing refers to it any more.
    #[cold]
    #[inline(never)]
    pub(crate) fn create(host: Host) -> Result<InstancePtr> {
        let instance = Rc::new(Self {
            host,
            home: Home::new(host),
            depth: Cell::new(0),
            guarded: RefCell::default(),
            data: InstanceData::default(),
            hooks: CleanupHooks::default(),
            externals: Externals::default(),
            cells: Cells::default(),
            glue: Glue::default(),
            intrinsics: Intrinsics::default(),
            keys: Keys::default(),
            keeps_texts: OnceCell::new(),
            levels: Cell::default(),
            assigns_fastest: Cell::default(),
            anchor: Cell::default(),
            call_data: RefCell::default(),
        });
        finalizer::anchor(&instance)?;
        super::cleanup::register(&instance)?;
        Ok(InstancePtr::new(&instance))
    }

    #[inline(always)]
    pub(crate) fn host(&self) -> &Host {
        &self.host
    }

    pub(crate) fn home(&self) -> &Arc<Home> {
        &self.home
    }

    #[inline(always)]
    pub(crate) fn depth(&self) -> u32 {
        self.depth.get()
    }

    #[inline(always)]
    pub(crate) fn set_depth(&self, depth: u32) {
        self.depth.set(depth);
    }

    pub(crate) fn push_guarded(&self, depth: u32, scope: OpenScope) {
        self.guarded.borrow_mut().push((depth, scope));
    }

    /// Closes the scopes of guards that were opened at `depth` or further in, the innermost first: a guard's own, and those
    /// that were forgotten.
    pub(crate) fn close_guarded(&self, depth: u32) {
        loop {
            let innermost = self.guarded.borrow_mut().pop_if(|(opened, _)| *opened >= depth);
            let Some((_, scope)) = innermost else { return };
            self.host.close_scope(scope);
        }
    }
}
