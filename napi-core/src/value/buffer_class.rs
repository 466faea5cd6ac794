//! Which buffers other threads see.

use std::cell::OnceCell;

use super::{Function, Object, Value, js};
use crate::env::Env;
use crate::error::Result;
use crate::reference::Ref;

/// The classes of buffers.
///
/// Node-API does not tell them apart on every host: it knows no `SharedArrayBuffer` on Node 20 and Deno (2.9), and on
/// OpenHarmony `napi_is_arraybuffer` may take one for an `ArrayBuffer` (sources of the system disagree). The getters of
/// `byteLength` do: each throws for whatever is not of its class. They are JavaScript's to replace, so that they are asked
/// while JavaScript may run, before any memory is lent.
#[derive(Clone, Copy)]
pub(crate) enum BufferClass {
    #[cfg(any(target_env = "ohos", napi_core_ohos))]
    ArrayBuffer,
    SharedArrayBuffer,
}

/// The two getters; `None` where the realm has no such class.
#[derive(Default)]
struct ByteLengths {
    #[cfg(any(target_env = "ohos", napi_core_ohos))]
    array_buffer: OnceCell<Option<Getter>>,
    shared_array_buffer: OnceCell<Option<Getter>>,
}

type Getter = Ref<js::Function<(), js::Value>>;

impl BufferClass {
    fn name(self) -> &'static str {
        match self {
            #[cfg(any(target_env = "ohos", napi_core_ohos))]
            Self::ArrayBuffer => "ArrayBuffer",
            Self::SharedArrayBuffer => "SharedArrayBuffer",
        }
    }

    /// Whether the value is a buffer of this class.
    pub(crate) fn has(self, env: &Env<'_>, value: Value<'_>) -> Result<bool> {
        let kept = env.instance_data::<ByteLengths>()?;
        let place = match self {
            #[cfg(any(target_env = "ohos", napi_core_ohos))]
            Self::ArrayBuffer => &kept.array_buffer,
            Self::SharedArrayBuffer => &kept.shared_array_buffer,
        };
        if place.get().is_none() {
            let found = self.getter(env)?;
            place.get_or_init(|| found);
        }
        let Some(Some(getter)) = place.get() else { return Ok(false) };
        let getter = getter.get(env)?;
        let entered = env.enter()?;
        match entered.call(value.raw(), Value::from(getter).raw(), &[]) {
            Ok(_) => Ok(true),
            // Whatever it throws: memory that it cannot be asked about is none of its class.
            Err(failure) if failure.is_exception() => Ok(entered.take_exception().map(|_| false)?),
            Err(failure) => Err(failure.into()),
        }
    }

    #[cold]
    fn getter(self, env: &Env<'_>) -> Result<Option<Getter>> {
        let global = env.global()?;
        let Some(class) = global.get::<Option<Function<'_>>>(env, self.name())? else { return Ok(None) };
        let object: Function<'_> = global.get(env, "Object")?;
        let describe: Function<'_, (js::Object, String), js::Object> =
            object.as_object().get(env, "getOwnPropertyDescriptor")?;
        let prototype: Object<'_> = class.as_object().get(env, "prototype")?;
        let described = describe.call(env, (prototype, "byteLength".to_owned()))?;
        let getter: Function<'_, (), js::Value> = described.get(env, "get")?;
        Ref::new(env, getter).map(Some)
    }
}
