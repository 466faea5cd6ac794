//! What only OpenHarmony has: log, quality of service, priorities, sendable objects, modules and runtimes of ArkTS.
//!
//! The module exists when the target is OpenHarmony (`target_env = "ohos"`), so that a program for other hosts which uses it
//! without a `cfg` does not compile. Each item says the API level it needs; on a system below it the call fails with the code
//! [`NOT_SUPPORTED`](crate::code::NOT_SUPPORTED), and the library loads all the same.
//!
//! | what | API level | here |
//! | --- | --- | --- |
//! | log | 8 | `Hilog` (with the feature `log`) |
//! | quality of service of work | 10 | [`HostFeatures::queue_work_with_qos`] |
//! | priority of calls from threads | 12 | [`PriorityThread`] |
//! | loading modules | 12 | [`HostFeatures::load_module`] |
//! | sendable objects | 12 | [`Sendable`] |
//! | runtimes on threads of one's own | 12 | [`with_runtime`] |
//! | their event loops | 12 | [`HostFeatures::run_event_loop`], [`HostFeatures::stop_event_loop`] |
//!
//! All of this was written from the system's headers, sources and documentation, and runs in tests on a stand-in for the
//! system; it has not run on a device.

#[cfg(feature = "log")]
mod log;
mod modules;
mod priority;
mod qos;
mod runtime;
mod sendable;
mod shared;

use core::ffi::CStr;
use std::ffi::CString;

#[cfg(feature = "log")]
pub use self::log::Hilog;
pub use crate::sys::memory::Element;
pub use modules::Module;
pub use priority::{Priority, PriorityThread};
pub use qos::Qos;
pub use runtime::{EventLoop, with_runtime};
pub use sendable::Sendable;
pub(crate) use shared::is_shared;

use crate::env::Env;
use crate::error::{Error, Result, code};
use crate::sys::ohos::Denied;
use crate::thread::{Cancel, Work};
use crate::value::{Object, Value};

/// What an [`Env`] can do on OpenHarmony only. It is implemented by this crate only.
///
/// ```no_run
/// use napi_core::ohos::{HostFeatures, Qos};
/// use napi_core::prelude::*;
///
/// #[export]
/// fn index(env: &Env<'_>, path: String) -> Result<Work> {
///     env.queue_work_with_qos(Qos::Background, move |_| std::fs::read(path).is_ok(), |_env, read| read.map(drop))
/// }
/// ```
pub trait HostFeatures<'s>: private::Sealed {
    /// [`Env::queue_work`] with a quality of service: how urgent the system takes the work to be among that of all
    /// applications. (API level 10, `napi_queue_async_work_with_qos`)
    ///
    /// ```no_run
    /// # use napi_core::ohos::{HostFeatures, Qos};
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>) -> Result<Work> {
    /// env.queue_work_with_qos(Qos::UserInitiated, |_| 6 * 7, |_env, answer| answer.map(drop))
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`Env::queue_work`].
    fn queue_work_with_qos<T: Send + 'static>(
        &self,
        qos: Qos,
        work: impl FnOnce(&Cancel) -> T + Send + 'static,
        after: impl FnOnce(&mut Env<'_>, Result<T>) -> Result<()> + 'static,
    ) -> Result<Work>;

    /// The JavaScript thread of this environment, as a handle for other threads that posts with priorities.
    /// (API level 12; below it, and on threads without an event runner, all priorities are one)
    ///
    /// ```no_run
    /// # use napi_core::ohos::{HostFeatures, PriorityThread};
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>) -> Result<PriorityThread> {
    /// env.priority_thread()
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    fn priority_thread(&self) -> Result<PriorityThread>;

    /// Loads a module and runs its code, if that was not done: the namespace of its exports.
    /// (API level 12, `napi_load_module_with_info`)
    ///
    /// ```no_run
    /// # use napi_core::ohos::{HostFeatures, Module};
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>) -> Result<f64> {
    /// let math = env.load_module(Module::of("entry/src/main/ets/Math", "com.example.app/entry"))?;
    /// math.get::<Function<'_, (f64,), f64>>(env, "double")?.call(env, (21.0,))
    /// # }
    /// ```
    ///
    /// # Errors
    /// What the module throws; `ERR_NODE_API` when there is none, or the build does not know of it (`runtimeOnly` in its
    /// `build-profile.json5`); and as every method of [`Env`].
    fn load_module(&self, module: Module<'_>) -> Result<Object<'s>>;

    /// Whether a sendable object can hold the value: it is one, or a primitive value. (API level 12, `napi_is_sendable`)
    ///
    /// ```no_run
    /// # use napi_core::ohos::HostFeatures;
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, value: Value<'_>) -> Result<bool> {
    /// env.is_sendable(value)
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    fn is_sendable(&self, value: Value<'_>) -> Result<bool>;

    /// Makes a sendable object with these properties, which are all that it will ever have.
    /// (API level 12, `napi_create_sendable_object_with_properties`)
    ///
    /// ```no_run
    /// # use napi_core::ohos::{HostFeatures, Sendable};
    /// # use napi_core::prelude::*;
    /// # fn example<'s>(env: &Env<'s>) -> Result<Sendable<'s>> {
    /// env.sendable_object(&[("name", env.value("Ada")?), ("age", env.value(37)?)])
    /// # }
    /// ```
    ///
    /// # Errors
    /// `ERR_INVALID_ARG_TYPE` for a value that is not [sendable](Self::is_sendable), `ERR_INVALID_ARG_VALUE` for a name with a
    /// NUL in it, and as every method of [`Env`].
    fn sendable_object(&self, properties: &[(&str, Value<'_>)]) -> Result<Sendable<'s>>;

    /// Makes a sendable array with these elements. (API level 12, `napi_create_sendable_array_with_length`)
    ///
    /// ```no_run
    /// # use napi_core::ohos::{HostFeatures, Sendable};
    /// # use napi_core::prelude::*;
    /// # fn example<'s>(env: &Env<'s>) -> Result<Sendable<'s>> {
    /// env.sendable_array(&[env.value(1)?, env.value("two")?])
    /// # }
    /// ```
    ///
    /// # Errors
    /// `ERR_INVALID_ARG_TYPE` for a value that is not [sendable](Self::is_sendable), and as every method of [`Env`].
    fn sendable_array(&self, elements: &[Value<'_>]) -> Result<Sendable<'s>>;

    /// Makes a sendable `ArrayBuffer` with a copy of these bytes. (API level 12, `napi_create_sendable_arraybuffer`)
    ///
    /// ```no_run
    /// # use napi_core::ohos::{HostFeatures, Sendable};
    /// # use napi_core::prelude::*;
    /// # fn example<'s>(env: &Env<'s>) -> Result<Sendable<'s>> {
    /// env.sendable_array_buffer(b"shared by threads")
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    fn sendable_array_buffer(&self, bytes: &[u8]) -> Result<Sendable<'s>>;

    /// Makes a sendable typed array with a copy of these elements: of `f64` a `Float64Array`.
    /// (API level 12, `napi_create_sendable_typedarray`)
    ///
    /// ```no_run
    /// # use napi_core::ohos::{HostFeatures, Sendable};
    /// # use napi_core::prelude::*;
    /// # fn example<'s>(env: &Env<'s>) -> Result<Sendable<'s>> {
    /// env.sendable_typed_array(&[0.5, 1.5])
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    fn sendable_typed_array<T: Element>(&self, elements: &[T]) -> Result<Sendable<'s>>;

    /// Runs the event loop of this runtime, which must be one of [`with_runtime`]; what it runs has scopes of its own.
    /// (API level 12, `napi_run_event_loop`)
    ///
    /// ```no_run
    /// # use napi_core::ohos::{EventLoop, HostFeatures};
    /// # use napi_core::prelude::*;
    /// # fn example(env: &mut Env<'_>) -> Result<()> {
    /// env.run_event_loop(EventLoop::UntilStopped)
    /// # }
    /// ```
    ///
    /// # Errors
    /// `ERR_INVALID_STATE` in another environment, whose loop is the system's; what is pending when the loop ends; and as
    /// every method of [`Env`].
    fn run_event_loop(&mut self, until: EventLoop) -> Result<()>;

    /// Has the event loop of this runtime return when what it runs now is done. (API level 12, `napi_stop_event_loop`)
    ///
    /// ```no_run
    /// # use napi_core::ohos::HostFeatures;
    /// # use napi_core::prelude::*;
    /// # fn example<'s>(env: &Env<'s>) -> Result<Function<'s, (), ()>> {
    /// env.function::<(), ()>("stop", |env, ()| env.stop_event_loop())
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`run_event_loop`](Self::run_event_loop).
    fn stop_event_loop(&self) -> Result<()>;
}

mod private {
    pub trait Sealed {}
    impl Sealed for crate::env::Env<'_> {}
}

impl<'s> HostFeatures<'s> for Env<'s> {
    fn queue_work_with_qos<T: Send + 'static>(
        &self,
        qos: Qos,
        work: impl FnOnce(&Cancel) -> T + Send + 'static,
        after: impl FnOnce(&mut Env<'_>, Result<T>) -> Result<()> + 'static,
    ) -> Result<Work> {
        self.queue_work_on(Some(qos.pool()), work, after)
    }

    fn priority_thread(&self) -> Result<PriorityThread> {
        priority::thread(self)
    }

    fn load_module(&self, module: Module<'_>) -> Result<Object<'s>> {
        modules::load(self, module)
    }

    fn is_sendable(&self, value: Value<'_>) -> Result<bool> {
        Ok(self.host()?.is_sendable(value.raw())?)
    }

    fn sendable_object(&self, properties: &[(&str, Value<'_>)]) -> Result<Sendable<'s>> {
        sendable::object(self, properties)
    }

    fn sendable_array(&self, elements: &[Value<'_>]) -> Result<Sendable<'s>> {
        sendable::array(self, elements)
    }

    fn sendable_array_buffer(&self, bytes: &[u8]) -> Result<Sendable<'s>> {
        Ok(Sendable::of(Value::from_raw(self.host()?.sendable_array_buffer(bytes)?)))
    }

    fn sendable_typed_array<T: Element>(&self, elements: &[T]) -> Result<Sendable<'s>> {
        Ok(Sendable::of(Value::from_raw(self.host()?.sendable_typed_array(elements)?)))
    }

    fn run_event_loop(&mut self, until: EventLoop) -> Result<()> {
        runtime::run_event_loop(self, until)
    }

    fn stop_event_loop(&self) -> Result<()> {
        runtime::stop_event_loop(self)
    }
}

impl From<Denied> for Error {
    #[cold]
    fn from(denied: Denied) -> Self {
        match denied {
            Denied::Failed(failure) => failure.into(),
            Denied::Absent { call, level } => {
                let message = format!("this system has no {call}: it needs API level {level}");
                Self::new(message).with_code(code::NOT_SUPPORTED)
            }
        }
    }
}

/// The text for a function that stops at a NUL, as what it is `named` in messages.
fn c_string(text: &str, named: &str) -> Result<CString> {
    CString::new(text).map_err(|_| {
        let message = format!("{named}: there is a NUL in {text:?}");
        Error::type_error(message).with_code(code::INVALID_ARG_VALUE)
    })
}

fn as_c_str(text: &CString) -> &CStr {
    text
}

/// A value that has the wrong type.
#[cold]
fn not_sendable(place: &str) -> Error {
    Error::type_error(format!("{place}: a sendable value expected")).with_code(code::INVALID_ARG_TYPE)
}
