//! The scope around a call, and what can be lent beside it.

use super::argument::{Optional, Owned};
use super::path::SystemText;
use super::str::Str;
use crate::class::{CellMut, CellOwned, CellRef};

/// The function takes no `Env`: it cannot make handles, and a scope would only cost.
pub struct NoEnv;
/// The function takes `Env` and returns owned data: its own scope closes before the result is made.
pub struct OwnScope;
/// The function takes `Env` and returns what may be a handle: the result escapes from its own scope.
pub struct EscapableScope;
/// The function takes `Env` and asked for the host's scope.
pub struct HostScope;

/// What a policy says of the function's run.
pub trait Run {
    /// Whether JavaScript can run in it, which takes an `Env`.
    const JAVASCRIPT: bool;
}
impl Run for NoEnv {
    const JAVASCRIPT: bool = false;
}
impl<P: TakesEnv> Run for P {
    const JAVASCRIPT: bool = true;
}

/// A policy of functions that take `Env`.
pub trait TakesEnv {}
impl TakesEnv for OwnScope {}
impl TakesEnv for EscapableScope {}
impl TakesEnv for HostScope {}

/// A parameter, waiting in the slot `S`, that a function with this policy can have: beside `Env`, with which JavaScript can
/// run, everything but memory that JavaScript owns.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be lent to a function that also takes `Env`",
    label = "with `Env` JavaScript can run, and free or resize this memory",
    note = "remove the `Env` parameter, or take a `Vec` of numbers, which is a copy"
)]
pub trait Beside<Policy, S> {}

#[diagnostic::do_not_recommend]
impl<T, S> Beside<NoEnv, S> for T {}

#[diagnostic::do_not_recommend]
impl<P: TakesEnv, T, U> Beside<P, Owned<U>> for T {}

#[diagnostic::do_not_recommend]
impl<P: TakesEnv, T> Beside<P, Str> for T {}

// Borrows of instances are known to their cells, so that JavaScript may run beside them.
#[diagnostic::do_not_recommend]
impl<P: TakesEnv, T, C> Beside<P, CellRef<C>> for T {}

#[diagnostic::do_not_recommend]
impl<P: TakesEnv, T, C> Beside<P, CellMut<C>> for T {}

#[diagnostic::do_not_recommend]
impl<P: TakesEnv, T, C> Beside<P, CellOwned<C>> for T {}

#[diagnostic::do_not_recommend]
impl<P: TakesEnv, T> Beside<P, Optional<Str>> for T {}

#[diagnostic::do_not_recommend]
impl<P: TakesEnv, T, U: ?Sized> Beside<P, SystemText<U>> for T {}

#[diagnostic::do_not_recommend]
impl<P: TakesEnv, T, U: ?Sized> Beside<P, Optional<SystemText<U>>> for T {}
