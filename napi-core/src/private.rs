//! What generated code calls. It is no part of the interface: it changes with the macros, which are pinned to this version.
//!
//! It is safe all the same: what only the host can make ([`HostEnv`], [`Call`]) cannot be made by a program, and of the slots of
//! arguments only those of instances are named here, which trust nobody: a cell is looked up when it is lent, and lives as long as it is.

pub use crate::Result;
pub use crate::call::{Argument, Call, Callback, Incoming, Lend, Returned};
pub use crate::class::{
    Callable, CellMut, CellOwned, CellRef, CellStorage, Class, ClassOf, Next, NoBase, Receiver, built, clone_of,
    into_instance,
};
pub use crate::convert::{
    Alternatives, ColumnIn, ColumnOut, Fields, FromFields, FromJs, FromVariants, IntoFields, IntoJs, NamesOf, Nested,
    NewObject, NoColumn, NoNames, Optional, PropertyNames, RowReader, RowWriter, Tagged, Untagged, from_object,
    from_rest, into_object, read_batched, read_number, read_objects, read_variant, write_batched, write_objects,
};
pub use crate::env::{Column, Env};
pub use crate::error::{Described, JsError};
pub use crate::module::{ConstantCall, Export, Init, Module, Site, register};
#[cfg(feature = "test")]
pub use crate::module::{TestOutcome, outcome};
pub use crate::scope::Guard;
pub use crate::sys::{HostEnv, HostInfo, HostValue, api_version};
#[cfg(feature = "test")]
pub use crate::testing::{Target, main as test_main};
pub use crate::thread::{ThreadsafeCallback, queue_work_for};
pub use crate::types::{Cat, IteratorResult, Named, Nullable, Of, Parameter, Terms, This, TypeOf, Types, Union, named};
pub use crate::value::{Array, Family, Null, Object, Value};
#[cfg(feature = "test")]
pub use napi_core_derive::cargo_arguments;
pub use std::vec::Vec;
