//! Modules: from what the linker has collected to the exports object.

mod class;
mod constructor;
mod export;
mod overload;
mod register;
mod section;
mod table;
#[cfg(feature = "test")]
mod test;

pub use export::{ConstantCall, Export, Site};
pub use register::{Init, Module, register};
pub(crate) use section::error_types;
#[cfg(feature = "test")]
pub(crate) use test::{Test, module_name, tests};
#[cfg(feature = "test")]
pub use test::{TestOutcome, outcome};
