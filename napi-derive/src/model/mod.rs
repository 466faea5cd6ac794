//! What the generated code and the checks need to know about an item.

pub(crate) mod borrow;
pub(crate) mod callback;
pub(crate) mod elision;
pub(crate) mod function;
pub(crate) mod handle;
pub(crate) mod lifetime;
pub(crate) mod member;
pub(crate) mod name;
pub(crate) mod outside;
pub(crate) mod policy;
pub(crate) mod repair;
