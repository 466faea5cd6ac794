//! What generated code calls. It is no part of the interface: it changes with the macros, which are pinned to this version.
#![allow(missing_docs, reason = "documented where they are defined, for the people who work on this crate")]

pub use crate::call::{
    Argument, ArgumentBesideEnv, Call, Callback, Element, EscapableScope, HostScope, Incoming, Lend, Lending, NoEnv,
    OwnScope, Returned, Steps,
};
pub use crate::module::{ConstantCall, Export, Init, Module, Site, register};
pub use crate::scope::Guard;
pub use crate::sys::{ElementType, HostEnv, HostInfo, HostValue, RawValue, api_version};
