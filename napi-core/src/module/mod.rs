//! Modules: from what the linker has collected to the exports object.

mod constructor;
mod export;
mod overload;
mod register;
mod section;
mod table;

pub use export::{ConstantCall, Export, Site};
pub use register::{Init, Module, register};
