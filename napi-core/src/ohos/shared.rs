//! Memory that other threads see.

use std::cell::OnceCell;

use crate::env::Env;
use crate::error::Result;
use crate::reference::Ref;
use crate::value::{Function, Object, Value, js};

/// The getter of `ArrayBuffer.prototype.byteLength`, which throws for every other kind of buffer.
#[derive(Default)]
struct ByteLength(OnceCell<Ref<js::Function<(), f64>>>);

/// Whether the memory of a typed array is that of a `SharedArrayBuffer`, or of a sendable one.
///
/// `napi_is_arraybuffer` may take both for an `ArrayBuffer`: sources of the system disagree. The getter of the language does
/// not. It is JavaScript's to replace, so that this is asked while JavaScript may run, before any memory is lent.
pub(crate) fn is_shared(env: &Env<'_>, array: Value<'_>) -> Result<bool> {
    let buffer = env.host()?.buffer_of(array.raw())?;
    let kept = env.instance_data::<ByteLength>()?;
    let getter = match kept.0.get() {
        Some(getter) => getter.get(env)?,
        None => first(env, kept)?,
    };
    let entered = env.enter()?;
    match entered.call(buffer, Value::from(getter).raw(), &[]) {
        Ok(_) => Ok(false),
        // Whatever it throws: memory that it cannot be asked about is not lent.
        Err(failure) if failure.is_exception() => entered.take_exception().map(|_| true).map_err(Into::into),
        Err(failure) => Err(failure.into()),
    }
}

#[cold]
fn first<'s>(env: &Env<'s>, kept: &ByteLength) -> Result<Function<'s, (), f64>> {
    let global = env.global()?;
    let object: Function<'_> = global.get(env, "Object")?;
    let describe: Function<'_, (js::Object, String), js::Object> =
        object.as_object().get(env, "getOwnPropertyDescriptor")?;
    let buffers: Function<'_> = global.get(env, "ArrayBuffer")?;
    let prototype: Object<'_> = buffers.as_object().get(env, "prototype")?;
    let getter: Function<'s, (), f64> = describe.call(env, (prototype, "byteLength".to_owned()))?.get(env, "get")?;
    let made = Ref::new(env, getter)?;
    kept.0.get_or_init(|| made);
    Ok(getter)
}
