//! Classes: Rust values that instances of JavaScript classes carry.

mod cell;
mod construct;
mod given_back;
mod instance;
mod iterator;
mod lent;
mod member;

pub use construct::{built, into_instance};
pub(crate) use construct::{construct, not_constructible};
pub use given_back::Receiver;
pub use instance::{Instance, Lent, LentMut};
pub use iterator::Next;
pub(crate) use iterator::give_back_this;
pub use lent::{CellMut, CellOwned, CellRef, CellStorage, clone_of};
pub use member::{Callable, ClassOf};

use core::convert::Infallible;

/// A Rust type that is a class in JavaScript: what `#[export]` on a struct implements.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no class in JavaScript",
    label = "write `#[export]` before the struct",
    note = "`#[export] struct {Self}` makes a class, `#[export] impl {Self}` its members"
)]
pub trait Class: Sized + 'static {
    /// The name of the class in JavaScript.
    const NAME: &'static str;
    /// The class that it extends; [`NoBase`] if it extends none.
    type Base: Class;
    /// The type itself, as [`ClassOf`] names it.
    #[doc(hidden)]
    type Itself: Class;

    /// The part that is the base.
    #[doc(hidden)]
    fn base(&self) -> Option<&Self::Base> {
        None
    }

    /// The same, to be changed.
    #[doc(hidden)]
    fn base_mut(&mut self) -> Option<&mut Self::Base> {
        None
    }

    /// What becomes of the value when JavaScript has let its instance go.
    #[doc(hidden)]
    fn finalize(self) {}

    /// How many bytes the value keeps outside of the collector's sight, besides itself.
    #[doc(hidden)]
    fn external_bytes(&self) -> usize {
        0
    }
}

/// The base of a class that extends none.
#[derive(Debug)]
pub struct NoBase(Infallible);

impl Class for NoBase {
    const NAME: &'static str = "";
    type Base = NoBase;
    type Itself = NoBase;
}
