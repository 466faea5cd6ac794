//! Closures as JavaScript functions.

use core::marker::PhantomData;
use core::mem::MaybeUninit;
use core::ptr::NonNull;
use std::rc::Rc;

use super::incoming::{Entry, Returned, no_data};
use super::trampoline::fence;
use crate::convert::{FromArgs, IntoJs};
use crate::env::{CallData, Env, finalize};
use crate::error::Result;
use crate::scope::{Frame, Own};
use crate::sys::{CallbackData, HostCallback, HostEnv, HostInfo, HostValue, RawValue, call_info, written};
use crate::value::{Family, Function, Value, from_raws};

/// A closure that JavaScript can call, kept until its function is collected.
///
/// `repr(C)`, with the [`CallData`] first: the data pointer of every function points to one.
#[repr(C)]
struct Closure<A, R, F> {
    call: CallData,
    name: String,
    body: F,
    signature: PhantomData<fn(A) -> R>,
}

/// The most arguments that are fetched without an allocation: as many as a tuple has.
const TUPLE: usize = 8;

impl<'s> Env<'s> {
    /// Makes a JavaScript function of a closure, which is dropped when the function is collected or the environment ends.
    ///
    /// `Args` is a tuple of [families](Family), or `Vec<js::Value>` for any number of arguments; `Ret` is the family of the
    /// result. The closure may be called while a call of it is running, so that it is a `Fn`: keep what changes in a `Cell`
    /// or `RefCell`. Each call runs in a handle scope of its own. (`napi_create_function`, `napi_add_finalizer`)
    ///
    /// ```
    /// use std::cell::Cell;
    /// use napi_core::prelude::*;
    ///
    /// #[export]
    /// fn counter<'s>(env: &Env<'s>) -> Result<Function<'s, (u32,), u32>> {
    ///     let count = Cell::new(0);
    ///     env.function::<(u32,), u32>("count", move |_env, (step,)| {
    ///         count.set(count.get() + step);
    ///         Ok(count.get())
    ///     })
    /// }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`]; the closure is dropped then.
    pub fn function<A: Family, R: Family>(
        &self,
        name: &str,
        body: impl for<'c> Fn(&mut Env<'c>, A::Of<'c>) -> Result<R::Of<'c>> + 'static,
    ) -> Result<Function<'s, A, R>>
    where
        for<'c> A::Of<'c>: FromArgs<'c>,
        for<'c> R::Of<'c>: IntoJs<'c>,
    {
        self.closure(name, body)
    }

    fn closure<A: Family, R: Family, F>(&self, name: &str, body: F) -> Result<Function<'s, A, R>>
    where
        F: for<'c> Fn(&mut Env<'c>, A::Of<'c>) -> Result<R::Of<'c>> + 'static,
        for<'c> A::Of<'c>: FromArgs<'c>,
        for<'c> R::Of<'c>: IntoJs<'c>,
    {
        let (host, instance) = (self.host()?, self.instance());
        let call = CallData { instance, overloads: Vec::new() };
        let closure = Rc::new(Closure::<A, R, F> { call, name: name.to_owned(), body, signature: PhantomData });
        let data = CallbackData::new(NonNull::from(&*closure));
        let raw = host.function(name, HostCallback::new(entry::<A, R, F>), data)?;
        // The finalizer owns the closure from here on.
        finalize(instance, move |_| drop(closure), |data, run| Ok(host.add_finalizer(raw, data, run)?))?;
        Ok(Function::of(Value::from_raw(raw)))
    }
}

unsafe extern "C" fn entry<A: Family, R: Family, F>(env: HostEnv, info: HostInfo) -> HostValue
where
    F: for<'c> Fn(&mut Env<'c>, A::Of<'c>) -> Result<R::Of<'c>> + 'static,
    for<'c> A::Of<'c>: FromArgs<'c>,
    for<'c> R::Of<'c>: IntoJs<'c>,
{
    fence(env, info, |entry| Returned(run::<A, R, F>(entry)))
}

fn run<A: Family, R: Family, F>(entry: &Entry) -> Result<Option<RawValue>>
where
    F: for<'c> Fn(&mut Env<'c>, A::Of<'c>) -> Result<R::Of<'c>> + 'static,
    for<'c> A::Of<'c>: FromArgs<'c>,
    for<'c> R::Of<'c>: IntoJs<'c>,
{
    let mut few = [MaybeUninit::uninit(); TUPLE];
    let mut many = Vec::new();
    let (data, args) = fetch(entry, <A::Of<'_> as FromArgs<'_>>::COUNT, &mut few, &mut many)?;
    let closure = data.cast::<Closure<A, R, F>>().as_ptr();
    // SAFETY: the data pointer of this function is its closure, in the `Rc` that its finalizer owns.
    unsafe { Rc::increment_strong_count(closure) };
    // SAFETY: the count was incremented for this `Rc`: the closure outlives the call even if its function does not.
    let closure = unsafe { Rc::from_raw(closure) };
    let frame = Frame::open(closure.call.instance, Own::Escapable)?;
    let mut env = frame.env();
    let args = FromArgs::from_args(&env, &closure.name, from_raws(args))?;
    let result = (closure.body)(&mut env, args)?;
    let value = result.into_return(&env)?.map(Value::raw);
    value.map(|value| frame.escape(value)).transpose()
}

/// The data pointer, and the arguments: `count` of them, or all.
fn fetch<'a>(
    entry: &Entry,
    count: Option<usize>,
    few: &'a mut [MaybeUninit<RawValue>; TUPLE],
    many: &'a mut Vec<MaybeUninit<RawValue>>,
) -> Result<(CallbackData, &'a [RawValue])> {
    let (host, info) = (entry.env.host(), entry.info);
    let argv: &mut [MaybeUninit<RawValue>] = match count {
        Some(count) => &mut few[..count],
        None => {
            let count = call_info(host, info, &mut [], false)?.count;
            many.resize(count, MaybeUninit::uninit());
            many
        }
    };
    let Some(data) = call_info(host, info, argv, false)?.data else { return Err(no_data()) };
    // SAFETY: the host has written every argument that was asked for.
    Ok((data, unsafe { written(argv) }))
}
