//! Where the host asks for the exports.

use core::marker::PhantomData;

use super::table;
use crate::call::Returned;
use crate::convert::IntoJs;
use crate::env::{Env, Instance, InstancePtr};
use crate::error::{Error, Result, catch, code, contain, throw};
use crate::scope::{Frame, Own, settle};
use crate::sys::{self, HostEnv, HostValue, RawValue};
#[cfg(feature = "test")]
use crate::testing;
use crate::value::{Object, Value};

/// The init function of a module, as the generated code describes it.
pub trait Module {
    /// The name under which a constructor registers the library.
    const NAME: &'static str;
    /// Calls the user's function.
    fn init(call: Init<'_>) -> Returned;
}

/// The call of an init function.
pub struct Init<'s> {
    instance: InstancePtr,
    exports: RawValue,
    scope: PhantomData<&'s ()>,
}

impl<'s> Init<'s> {
    /// Runs the init function in the scope that the host has opened.
    pub fn run<R: IntoJs<'s>>(self, function: impl FnOnce(&mut Env<'s>, Object<'s>) -> R) -> Returned {
        let run = || {
            let frame = Frame::open(self.instance, Own::Nothing)?;
            let mut env = frame.env();
            let result = function(&mut env, Object::from_raw(self.exports));
            Ok(result.into_return(&env)?.map(Value::raw))
        };
        Returned(run())
    }
}

/// Registers the library in an environment: answers the exports object, or throws.
pub extern "C" fn register<T: Module>(env: HostEnv, exports: HostValue) -> HostValue {
    register_with(env, exports, T::init)
}

#[cold]
fn register_with(env: HostEnv, exports: HostValue, init: fn(Init<'_>) -> Returned) -> HostValue {
    // Without the functions that throwing needs there is no way to tell JavaScript.
    if let Err(missing) = sys::load() {
        eprintln!("napi-core: this host lacks {}; the module cannot be loaded", missing.join(", "));
        return HostValue::NOTHING;
    }
    sys::pin();
    let (instance, error) = match catch(|| fill(env, exports, init)) {
        Ok(Ok(replacement)) => return replacement.map_or(exports, |value| Some(value).into()),
        Ok(Err((instance, error))) => (instance, error),
        Err(panic) => (None, panic),
    };
    #[cfg(feature = "test")]
    testing::not_loaded(&error);
    if sys::OHOS {
        contain(|| tell(instance, error));
    } else {
        throw(env.host(), instance, error);
    }
    HostValue::NOTHING
}

/// OpenHarmony looks at no exception after this, and one that stayed pending would be that of the next call, of any addon.
#[cold]
fn tell(instance: Option<InstancePtr>, error: Error) {
    let kept = instance.and_then(|instance| {
        let frame = Frame::open(instance, Own::Plain).ok()?;
        settle::<()>(&frame.env(), Err(Error::pending())).err().filter(|error| !error.is_pending())
    });
    let error = if error.is_pending() { kept.unwrap_or(error) } else { error };
    eprintln!("napi-core: the module was not initialized: {}", error.with_class());
}

type InitError = (Option<InstancePtr>, Error);

/// Defines the exports and runs the init function, which may answer with something else to export.
#[cold]
#[inline(never)]
fn fill(env: HostEnv, exports: HostValue, init: fn(Init<'_>) -> Returned) -> Result<Option<RawValue>, InitError> {
    let instance = Instance::create(env.host()).map_err(|error| (None, error))?;
    let filled = (|| {
        let Some(exports) = exports.raw() else {
            return Err(Error::new("the host gave no exports object").with_code(code::NODE_API));
        };
        let frame = Frame::open(instance, Own::Nothing)?;
        table::define(&frame.env(), exports)?;
        drop(frame);
        let replacement = init(Init { instance, exports, scope: PhantomData }).0?;
        #[cfg(feature = "test")]
        testing::offer(instance, testing::seen_by_host(exports, replacement))?;
        Ok(replacement)
    })();
    filled.map_err(|error| (Some(instance), error))
}
