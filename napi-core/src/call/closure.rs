//! Closures as JavaScript functions.

use core::marker::PhantomData;
use core::mem::MaybeUninit;
use core::ptr::NonNull;
use std::rc::Rc;

use super::incoming::{Entry, Returned, no_data};
use super::trampoline::fence;
use crate::convert::{FromArgs, FromJs, IntoJs};
use crate::env::{CallData, Env, finalize};
use crate::error::Result;
use crate::scope::{Frame, Own};
use crate::sys::{CallInfo, CallbackData, HostCallback, HostEnv, HostInfo, HostValue, RawValue, call_info, written};
use crate::value::{Family, Function, Object, Value, from_raws};

/// A closure that JavaScript can call, kept until its function is collected.
///
/// `repr(C)`, with the [`CallData`] first: the data pointer of every function points to one.
#[repr(C)]
struct Closure<I, R, F> {
    call: CallData,
    name: String,
    body: F,
    signature: PhantomData<fn(I) -> R>,
}

/// What a closure gets of a call besides `Env`.
trait Input<'c>: Sized {
    /// How many arguments are asked for; `None` for all there are.
    const COUNT: Option<usize>;
    /// Whether `this` is needed.
    const THIS: bool;

    fn read(env: &Env<'c>, function: &str, this: Option<Value<'c>>, args: &[Value<'c>]) -> Result<Self>;
}

impl<'c, A: FromArgs<'c>> Input<'c> for A {
    const COUNT: Option<usize> = A::COUNT;
    const THIS: bool = false;

    fn read(env: &Env<'c>, function: &str, _this: Option<Value<'c>>, args: &[Value<'c>]) -> Result<Self> {
        A::from_args(env, function, args)
    }
}

/// The call of a method.
struct Method<'c, A> {
    this: Object<'c>,
    args: A,
}

/// The family of the calls of a method.
struct MethodOf<A>(PhantomData<fn(A)>);

impl<A: Family> Family for MethodOf<A> {
    type Of<'x> = Method<'x, A::Of<'x>>;
}

impl<'c, A: FromArgs<'c>> Input<'c> for Method<'c, A> {
    const COUNT: Option<usize> = A::COUNT;
    const THIS: bool = true;

    fn read(env: &Env<'c>, function: &str, this: Option<Value<'c>>, args: &[Value<'c>]) -> Result<Self> {
        let this = this.map_or_else(|| env.undefined(), Ok)?;
        let this = Object::from_js(env, this).map_err(|error| error.in_argument(function, "this"))?;
        Ok(Self { this, args: A::from_args(env, function, args)? })
    }
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

    /// Makes a JavaScript function of a closure that gets `this` too: the object that the function is called on.
    ///
    /// In all else it is as [`Env::function`]. A call without an object has whatever the host takes for one, the global object or
    /// nothing, which is an error; that on a primitive has it wrapped, or is an error. (`napi_create_function`,
    /// `napi_get_cb_info`)
    ///
    /// ```
    /// use napi_core::prelude::*;
    ///
    /// #[export]
    /// fn add_area<'s>(env: &Env<'s>, rectangle: Object<'s>) -> Result<()> {
    ///     let area = env.method::<(f64,), f64>("area", |env, this, (scale,)| {
    ///         Ok(scale * this.get::<f64>(env, "width")? * this.get::<f64>(env, "height")?)
    ///     })?;
    ///     rectangle.set(env, "area", area)
    /// }
    /// ```
    ///
    /// # Errors
    /// As [`Env::function`].
    pub fn method<A: Family, R: Family>(
        &self,
        name: &str,
        body: impl for<'c> Fn(&mut Env<'c>, Object<'c>, A::Of<'c>) -> Result<R::Of<'c>> + 'static,
    ) -> Result<Function<'s, A, R>>
    where
        for<'c> A::Of<'c>: FromArgs<'c>,
        for<'c> R::Of<'c>: IntoJs<'c>,
    {
        let function =
            self.closure::<MethodOf<A>, R, _>(name, move |env, called| body(env, called.this, called.args))?;
        Ok(Function::of(function.into()))
    }

    fn closure<I: Family, R: Family, F>(&self, name: &str, body: F) -> Result<Function<'s, I, R>>
    where
        F: for<'c> Fn(&mut Env<'c>, I::Of<'c>) -> Result<R::Of<'c>> + 'static,
        for<'c> I::Of<'c>: Input<'c>,
        for<'c> R::Of<'c>: IntoJs<'c>,
    {
        let (host, instance) = (self.host()?, self.instance());
        let call = CallData { instance, overloads: Vec::new() };
        let closure = Rc::new(Closure::<I, R, F> { call, name: name.to_owned(), body, signature: PhantomData });
        let data = CallbackData::new(NonNull::from(&*closure));
        let raw = host.function(name, HostCallback::new(entry::<I, R, F>), data)?;
        // The finalizer owns the closure from here on.
        finalize(instance, move |_| drop(closure), |data, run| Ok(host.add_finalizer(raw, data, run)?))?;
        Ok(Function::of(Value::from_raw(raw)))
    }
}

unsafe extern "C" fn entry<I: Family, R: Family, F>(env: HostEnv, info: HostInfo) -> HostValue
where
    F: for<'c> Fn(&mut Env<'c>, I::Of<'c>) -> Result<R::Of<'c>> + 'static,
    for<'c> I::Of<'c>: Input<'c>,
    for<'c> R::Of<'c>: IntoJs<'c>,
{
    fence(env, info, |entry| Returned(run::<I, R, F>(entry)))
}

fn run<I: Family, R: Family, F>(entry: &Entry) -> Result<Option<RawValue>>
where
    F: for<'c> Fn(&mut Env<'c>, I::Of<'c>) -> Result<R::Of<'c>> + 'static,
    for<'c> I::Of<'c>: Input<'c>,
    for<'c> R::Of<'c>: IntoJs<'c>,
{
    let mut few = [MaybeUninit::uninit(); TUPLE];
    let mut many = Vec::new();
    let (count, wants_this) = (<I::Of<'_> as Input<'_>>::COUNT, <I::Of<'_> as Input<'_>>::THIS);
    let Fetched { data, this, args } = fetch(entry, count, wants_this, &mut few, &mut many)?;
    let closure = data.cast::<Closure<I, R, F>>().as_ptr();
    // SAFETY: the data pointer of this function is its closure, in the `Rc` that its finalizer owns.
    unsafe { Rc::increment_strong_count(closure) };
    // SAFETY: the count was incremented for this `Rc`: the closure outlives the call even if its function does not.
    let closure = unsafe { Rc::from_raw(closure) };
    let frame = Frame::open(closure.call.instance, Own::Escapable)?;
    let mut env = frame.env();
    let input = Input::read(&env, &closure.name, this.map(Value::from_raw), from_raws(args))?;
    let result = (closure.body)(&mut env, input)?;
    let value = result.into_return(&env)?.map(Value::raw);
    value.map(|value| frame.escape(value)).transpose()
}

/// What the host says of a call.
struct Fetched<'a> {
    data: CallbackData,
    this: Option<RawValue>,
    args: &'a [RawValue],
}

/// Fetches `count` arguments, or all.
fn fetch<'a>(
    entry: &Entry,
    count: Option<usize>,
    wants_this: bool,
    few: &'a mut [MaybeUninit<RawValue>; TUPLE],
    many: &'a mut Vec<MaybeUninit<RawValue>>,
) -> Result<Fetched<'a>> {
    let (host, info) = (entry.env.host(), entry.info);
    let argv: &mut [MaybeUninit<RawValue>] = match count {
        Some(count) => &mut few[..count],
        None => {
            let count = call_info(host, info, &mut [], false)?.count;
            many.resize(count, MaybeUninit::uninit());
            many
        }
    };
    let CallInfo { data, this, .. } = call_info(host, info, argv, wants_this)?;
    let Some(data) = data else { return Err(no_data()) };
    // SAFETY: the host has written every argument that was asked for.
    Ok(Fetched { data, this, args: unsafe { written(argv) } })
}
