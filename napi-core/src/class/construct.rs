//! From values to instances: `new`, and results.

use core::ptr::NonNull;
use std::any::TypeId;

use super::{Class, cell};
use crate::call::{Callback, Entry, Returned, call, fence};
use crate::convert::IntoJs;
use crate::env::{CellHeader, Env, InstancePtr, discard, wrap};
use crate::error::{Error, Result, code};
use crate::sys::{HostEnv, HostInfo, HostValue, RawValue, call_info};
use crate::value::Value;

/// The function that the host calls for `new`: `C` makes the value.
pub(crate) unsafe extern "C" fn construct<T: Class, C: Callback>(env: HostEnv, info: HostInfo) -> HostValue {
    fence(env, info, |entry| Returned(make(entry, TypeId::of::<T>(), T::NAME, || call::<C>(entry))))
}

/// The same for a class of which only Rust makes instances.
pub(crate) unsafe extern "C" fn not_constructible<T: Class>(env: HostEnv, info: HostInfo) -> HostValue {
    fence(env, info, |entry| {
        Returned(make(entry, TypeId::of::<T>(), T::NAME, || Returned(Err(no_constructor(T::NAME)))))
    })
}

/// Ties the value to `this`: one that Rust has made already, or the one that `call` leaves.
fn make(entry: &Entry, of: TypeId, name: &str, call: impl FnOnce() -> Returned) -> Result<Option<RawValue>> {
    let host = entry.env.host();
    let info = call_info(host, entry.info, &mut [], true)?;
    let (Some(data), Some(this)) = (info.data, info.this) else { return Err(no_value(name)) };
    let instance = InstancePtr::of_call(data);
    if !instance.cells.is_new(&host, entry.info)? {
        return Err(without_new(name));
    }
    let cell = match instance.cells.take_given() {
        Some(cell) => cell,
        None => build(instance, call)?.ok_or_else(|| no_value(name))?,
    };
    tie(instance, this, cell, of, name)?;
    Ok(Some(this))
}

/// The value that `call` leaves; one that is left by a call which fails after all is dropped.
#[inline(always)]
fn build(instance: InstancePtr, call: impl FnOnce() -> Returned) -> Result<Option<NonNull<CellHeader>>> {
    let returned = call().0;
    let built = instance.cells.take_built();
    match returned {
        Ok(_) => Ok(built),
        Err(error) => {
            built.into_iter().for_each(discard);
            Err(error)
        }
    }
}

fn tie(instance: InstancePtr, this: RawValue, cell: NonNull<CellHeader>, of: TypeId, name: &str) -> Result<()> {
    // SAFETY: the cell has waited for this call, and is nobody else's.
    let is_ours = unsafe { cell.as_ref() }.of == of;
    let tied = if is_ours { wrap(instance, this, cell) } else { Err(no_value(name)) };
    tied.inspect_err(|_| discard(cell))
}

#[cold]
fn without_new(name: &str) -> Error {
    let message = format!("class constructor {name} cannot be called without `new`");
    Error::type_error(message).with_code(code::ILLEGAL_CONSTRUCTOR)
}

#[cold]
fn no_constructor(name: &str) -> Error {
    let message = format!(
        "new {name}: this class has no constructor: functions of the addon make its instances \
         (in Rust, `#[export(constructor)]` marks one)"
    );
    Error::type_error(message).with_code(code::ILLEGAL_CONSTRUCTOR)
}

#[cold]
fn no_value(name: &str) -> Error {
    Error::new(format!("new {name}: the host did not call the constructor as expected")).with_code(code::NODE_API)
}

/// What a constructor of `T` returns: a value, or a `Result` of one.
#[diagnostic::on_unimplemented(
    message = "a constructor of `{T}` cannot return `{Self}`",
    label = "write `Self` or `Result<Self>`",
    note = "a function that returns something else can be a method or a static method: remove `constructor`"
)]
pub trait Constructed<T> {
    /// The value, or why there is none.
    fn constructed(self) -> Result<T>;
}

impl<T> Constructed<T> for T {
    fn constructed(self) -> Result<T> {
        Ok(self)
    }
}

impl<T, E> Constructed<T> for core::result::Result<T, E>
where
    Error: From<E>,
{
    fn constructed(self) -> Result<T> {
        Ok(self?)
    }
}

/// The result of a constructor, which waits for its object.
pub struct Built<T>(Result<T>);

/// The result of a constructor of `T`.
pub fn built<T, R: Constructed<T>>(result: R) -> Built<T> {
    Built(result.constructed())
}

impl<'s, T: Class> IntoJs<'s> for Built<T> {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        self.into_return(env)?;
        env.undefined()
    }

    fn into_return(self, env: &Env<'s>) -> Result<Option<Value<'s>>> {
        env.instance().cells.build(cell::new(self.0?));
        Ok(None)
    }
}

/// Makes the instance that carries a value. (`napi_new_instance`, `napi_wrap`)
pub fn into_instance<'s, T: Class>(value: T, env: &Env<'s>) -> Result<Value<'s>> {
    let host = env.enter()?;
    let instance = env.instance();
    let class = instance.cells.class(instance, TypeId::of::<T>()).ok_or_else(|| not_defined(T::NAME))?;
    instance.cells.give(cell::new(value));
    // Nothing but our constructor runs in this call: it takes the cell.
    let made = host.construct(class, &[]);
    if let Some(left) = instance.cells.take_given() {
        discard(left);
        return Err(made.map_or_else(Error::from, |_| no_value(T::NAME)));
    }
    Ok(Value::from_raw(made?))
}

#[cold]
fn not_defined(name: &str) -> Error {
    Error::new(format!("the class {name} is not defined in this environment: its module was not loaded"))
}
