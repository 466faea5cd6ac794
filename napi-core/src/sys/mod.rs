//! The one place that names the C ABI and the differences between hosts.
//!
//! Above this room nobody sees a status code, a null pointer or a host's name: [`Host`] is the environment as the rest of
//! the crate uses it, [`RawValue`] a handle that the host has just answered, [`Failure`] what it refused.

/// Whether the host is OpenHarmony, or what stands in for it in tests (`--cfg napi_core_ohos`). Its differences are in this
/// room, each where it matters.
pub(crate) const OHOS: bool = cfg!(any(target_env = "ohos", napi_core_ohos));

pub(crate) mod abi;
#[cfg(test)]
mod abi_check;
#[macro_use]
mod assembly;
mod async_scope;
mod bell;
mod bigint;
mod binary;
mod classes;
mod copies;
mod elements;
mod exceptions;
mod external_memory;
mod external_text;
mod functions;
mod home;
mod host;
mod imports;
pub(crate) mod memory;
mod number;
mod objects;
#[cfg(any(target_env = "ohos", napi_core_ohos))]
pub(crate) mod ohos;
mod pin;
mod pool;
mod references;
mod registration;
mod runtime;
#[cfg(any(feature = "anyhow", feature = "eyre", test))]
mod same_type;
mod scopes;
mod script;
mod text;
mod thread_id;

pub(crate) use async_scope::{AsyncCleanupHook, AsyncContext};
pub(crate) use bell::{Bell, Ringing};
pub(crate) use bigint::Lossless;

pub(crate) use binary::{Place, View, is_buffer_size};
pub(crate) use copies::{copy_in, copy_out};
pub(crate) use exceptions::ExceptionKind;

pub(crate) use external_memory::{External as ExternalKind, NotTaken, OwnedMemory};
pub(crate) use functions::{CallInfo, CallbackData, HostCallback, call_info};
pub(crate) use home::{HeldReference, Home};
pub(crate) use host::{Failure, Host, RawValue, Refused, TypeOf};
pub(crate) use imports::load;
pub(crate) use number::truncate;
pub(crate) use objects::{Descriptor, KeyKind, KeyQuery, PropertyKind};
pub(crate) use pin::pin;
pub(crate) use pool::{Pool, Request, Sides};
pub(crate) use references::{Finalizer, RawReference};
pub(crate) use registration::register_module;
#[cfg(any(feature = "anyhow", feature = "eyre"))]
pub(crate) use same_type::is_same;
pub(crate) use scopes::OpenScope;
pub(crate) use script::Scratch;

pub(crate) use text::{JoinedText, SHORT as SHORT_STRING, Text, without_nul};

pub use elements::{Clamped, F16};
pub use functions::HostInfo;
pub use host::{HostEnv, HostValue};
pub use memory::{ArrayElement, Element};
pub(crate) use memory::{ElementType, class_of, written};
pub use registration::api_version;
