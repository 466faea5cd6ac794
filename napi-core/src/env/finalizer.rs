//! What runs when an object is gone.

use core::ffi::c_void;
use core::ptr::NonNull;
use std::rc::Rc;

use super::instance::Instance;
use super::{Env, InstancePtr};
use crate::error::{Result, contain};
use crate::sys::{Finalizer, HeldReference, HostEnv};
use crate::value::Object;

/// What the host keeps for a finalizer: the payload, and the instance, which must outlive it.
struct Finalizable<T> {
    instance: Rc<Instance>,
    payload: T,
}

/// Boxes `payload` and gives its address to `attach`, which makes the host call [`run`] with it; the payload is told the
/// address again. Not attached, it is dropped.
pub(crate) fn finalize<T: FnOnce(NonNull<c_void>) + 'static, R>(
    instance: InstancePtr,
    payload: T,
    attach: impl FnOnce(NonNull<c_void>, Finalizer) -> Result<R>,
) -> Result<R> {
    boxed(instance, payload, |address| attach(address, run::<T>))
}

/// The same for a host that gives the address to the finalizer as its hint.
pub(crate) fn finalize_hinted<T: FnOnce(NonNull<c_void>) + 'static, R>(
    instance: InstancePtr,
    payload: T,
    attach: impl FnOnce(NonNull<c_void>, Finalizer) -> Result<R>,
) -> Result<R> {
    boxed(instance, payload, |address| attach(address, run_hinted::<T>))
}

fn boxed<T, R>(instance: InstancePtr, payload: T, attach: impl FnOnce(NonNull<c_void>) -> Result<R>) -> Result<R> {
    let boxed = Box::new(Finalizable { instance: instance.share(), payload });
    let address = NonNull::from(Box::leak(boxed)).cast::<c_void>();
    attach(address).inspect_err(|_| {
        // SAFETY: the host has not taken the box, so that it is still ours.
        drop(unsafe { Box::from_raw(address.cast::<Finalizable<T>>().as_ptr()) });
    })
}

unsafe extern "C" fn run<T: FnOnce(NonNull<c_void>)>(_env: HostEnv, data: *mut c_void, _hint: *mut c_void) {
    // SAFETY: the address that `finalize` gave to the host for this finalizer.
    unsafe { finish::<T>(data) };
}

unsafe extern "C" fn run_hinted<T: FnOnce(NonNull<c_void>)>(_env: HostEnv, _data: *mut c_void, hint: *mut c_void) {
    // SAFETY: the address that `finalize_hinted` gave to the host for this finalizer.
    unsafe { finish::<T>(hint) };
}

/// # Safety
/// `data` is the address of a payload of this type, whose finalizer is running.
unsafe fn finish<T: FnOnce(NonNull<c_void>)>(data: *mut c_void) {
    let Some(address) = NonNull::new(data) else { return };
    // SAFETY: `boxed` leaked this box for the host, which calls each finalizer once.
    let Finalizable { instance, payload } = *unsafe { Box::from_raw(data.cast::<Finalizable<T>>()) };
    without_tokens(&instance, || contain(|| payload(address)));
}

/// Runs what a finalizer runs: a host may call it while a token of ours is in use further down the stack, and none works in here.
pub(super) fn without_tokens(instance: &Instance, run: impl FnOnce()) {
    let depth = instance.depth();
    instance.set_depth(depth + 1);
    run();
    instance.set_depth(depth);
}

/// Ties the instance to an object that lives as long as the environment: its finalizer is among the last things that the
/// host runs, after every function that could still reach the instance.
pub(super) fn anchor(instance: &Rc<Instance>) -> Result<()> {
    let (host, shared) = (instance.host(), InstancePtr::new(instance));
    let object = host.object()?;
    finalize(shared, |_| (), |data, run| Ok(host.add_finalizer(object, data, run)?))?;
    instance.anchor.set(Some(HeldReference::new(instance.home(), object, 1)?));
    Ok(())
}

impl Env<'_> {
    /// Runs `finalizer` on the JavaScript thread after `object` was collected, or when the environment ends.
    ///
    /// It gets no `Env`: handles are made in calls. When it runs is the collector's choice. (`napi_add_finalizer`)
    ///
    /// ```
    /// use napi_core::prelude::*;
    ///
    /// #[export]
    /// fn tracked<'s>(env: &Env<'s>) -> Result<Object<'s>> {
    ///     let object = env.object()?;
    ///     env.add_finalizer(object, || println!("collected"))?;
    ///     Ok(object)
    /// }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    pub fn add_finalizer(&self, object: Object<'_>, finalizer: impl FnOnce() + 'static) -> Result<()> {
        let host = self.host()?;
        finalize(self.instance(), |_| finalizer(), |data, run| Ok(host.add_finalizer(object.raw(), data, run)?))
    }
}
