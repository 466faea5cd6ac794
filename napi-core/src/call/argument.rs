//! What a parameter of an exported function can be.

use super::incoming::Incoming;
use super::slice::Lending;
use crate::convert::FromJs;
use crate::error::Result;
use crate::value::{Array, Value, ValueType};

/// A type that can be a parameter of an exported function: all that implements [`FromJs`], `&str`, `&Path`, `&OsStr`,
/// and slices of typed arrays.
///
/// Conversion has two phases. [`prepare`](Self::prepare) may run JavaScript; when all arguments are prepared, [`Lend`] hands
/// them out, with nothing in between, so that no JavaScript runs while memory of JavaScript is lent.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a parameter of an exported function",
    label = "write `#[derive(Js)]` on it if the type is your own, or take one that converts",
    note = "numbers, `bool`, `String`, `&str`, `&Path`, `Option<T>`, `Vec<T>`, `&[T]` of typed arrays, maps, tuples and handles such as `Object<'_>` convert; `Env` is known by its name, not through an alias"
)]
pub trait Argument<'s> {
    /// How the argument is stored between the two phases.
    type Slot: Lend;

    /// First phase: converts as far as JavaScript may be needed for it.
    fn prepare(incoming: &Incoming<'_, 's>, storage: &mut <Self::Slot as Lend>::Storage) -> Result<()>;
}

/// Where an argument waits, and how the function gets it: nothing of this depends on whether it converts.
pub trait Lend {
    /// What waits.
    type Storage;
    /// What the function receives; `'a` ends before the result is converted.
    type Lent<'a>;
    /// The storage before the first phase.
    const EMPTY: Self::Storage;
    /// Whether an argument of the call is taken.
    const POSITIONAL: bool = true;
    /// Whether `this` is needed.
    const THIS: bool = false;

    /// Looks at memory that is to be lent, when all arguments are prepared. Runs no JavaScript.
    #[inline(always)]
    fn enlist(_storage: &mut Self::Storage, _lending: &mut Lending<'_, '_>, _position: usize) -> Result<()> {
        Ok(())
    }

    /// Second phase: hands the argument out.
    fn lend(storage: &mut Self::Storage) -> Self::Lent<'_>;
}

/// An argument that is converted once and moved to the function.
pub struct Owned<T>(core::marker::PhantomData<T>);

impl<T> Lend for Owned<T> {
    type Storage = Option<T>;
    type Lent<'a> = T;
    const EMPTY: Option<T> = None;

    #[inline(always)]
    fn lend(storage: &mut Option<T>) -> T {
        storage.take().unwrap_or_else(|| unreachable!("an argument is prepared before it is lent"))
    }
}

impl<'s, T: FromJs<'s>> Argument<'s> for T {
    type Slot = Owned<T>;

    #[inline(always)]
    fn prepare(incoming: &Incoming<'_, 's>, storage: &mut Option<T>) -> Result<()> {
        let Some(value) = incoming.value else { unreachable!("what is converted takes an argument") };
        *storage = Some(T::from_argument(incoming.env, value)?);
        Ok(())
    }
}

/// A slot whose reference to `T` is not lent for the call, but `'static`.
#[diagnostic::on_unimplemented(
    message = "a `{T}` is lent for the call, which `'static` outlives",
    label = "leave `'static` out; the object is an `Instance<'_, {T}>`, which `Ref<js::Instance<{T}>>` keeps"
)]
pub trait Forever<T: ?Sized> {}

#[diagnostic::do_not_recommend]
impl<T: ?Sized, R> Forever<T> for Owned<R> {}

/// A slot around another one.
pub trait Around {
    /// The other one.
    type Inside;
}

impl<S> Around for Optional<S> {
    type Inside = S;
}

impl<S> Around for Each<S> {
    type Inside = S;
}

/// An argument that may be absent; what counts as absent is for the step that prepares it.
pub struct Optional<S>(core::marker::PhantomData<S>);

impl<S: Lend> Lend for Optional<S> {
    type Storage = (bool, S::Storage);
    type Lent<'a> = Option<S::Lent<'a>>;
    const EMPTY: Self::Storage = (false, S::EMPTY);

    fn enlist(storage: &mut Self::Storage, lending: &mut Lending<'_, '_>, position: usize) -> Result<()> {
        if storage.0 { S::enlist(&mut storage.1, lending, position) } else { Ok(()) }
    }

    fn lend(storage: &mut Self::Storage) -> Self::Lent<'_> {
        storage.0.then(|| S::lend(&mut storage.1))
    }
}

/// Prepares an argument that may be absent: `undefined` and `null` are none.
pub(super) fn prepare_optional<'s, T: Argument<'s>>(
    incoming: &Incoming<'_, 's>,
    storage: &mut <Optional<T::Slot> as Lend>::Storage,
) -> Result<()> {
    storage.0 = !matches!(incoming.value()?.type_of(incoming.env)?, ValueType::Undefined | ValueType::Null);
    if storage.0 { T::prepare(incoming, &mut storage.1) } else { Ok(()) }
}

/// An argument with a default value, which stands for an absent one: `undefined` alone is none.
pub(super) type Defaulted<S> = Optional<S>;

/// Prepares an argument with a default value.
pub(super) fn prepare_defaulted<'s, T: Argument<'s>>(
    incoming: &Incoming<'_, 's>,
    storage: &mut <Defaulted<T::Slot> as Lend>::Storage,
) -> Result<()> {
    storage.0 = incoming.value()?.type_of(incoming.env)? != ValueType::Undefined;
    if storage.0 { T::prepare(incoming, &mut storage.1) } else { Ok(()) }
}

/// The elements of an array, each of them lent.
pub struct Each<S>(core::marker::PhantomData<S>);

impl<S: Lend> Lend for Each<S> {
    type Storage = Vec<S::Storage>;
    type Lent<'a> = Vec<S::Lent<'a>>;
    const EMPTY: Self::Storage = Vec::new();

    fn enlist(storage: &mut Self::Storage, lending: &mut Lending<'_, '_>, position: usize) -> Result<()> {
        // Reading an element may run JavaScript, and so cut what keeps the instance of an earlier one.
        lending.unseen = false;
        storage.iter_mut().enumerate().try_for_each(|(index, element)| {
            S::enlist(element, lending, position).map_err(|error| error.at(&format!("[{index}]")))
        })
    }

    fn lend(storage: &mut Self::Storage) -> Self::Lent<'_> {
        storage.iter_mut().map(S::lend).collect()
    }
}

/// Prepares the elements of an array.
pub(super) fn prepare_each<'s, T: Argument<'s>>(
    incoming: &Incoming<'_, 's>,
    storage: &mut <Each<T::Slot> as Lend>::Storage,
) -> Result<()> {
    let array: Array<'s> = Array::from_js(incoming.env, incoming.value()?)?;
    for index in 0..array.len(incoming.env)? {
        let value: Value<'s> = array.get(incoming.env, index)?;
        let mut element = <T::Slot as Lend>::EMPTY;
        T::prepare(&incoming.with(&value), &mut element).map_err(|error| error.at(&format!("[{index}]")))?;
        storage.push(element);
    }
    Ok(())
}

/// An argument that is taken from `this`.
pub struct Receiver<S>(core::marker::PhantomData<S>);

impl<S: Lend> Lend for Receiver<S> {
    type Storage = S::Storage;
    type Lent<'a> = S::Lent<'a>;
    const EMPTY: Self::Storage = S::EMPTY;
    const POSITIONAL: bool = false;
    const THIS: bool = true;

    #[inline(always)]
    fn enlist(storage: &mut Self::Storage, lending: &mut Lending<'_, '_>, position: usize) -> Result<()> {
        S::enlist(storage, lending, position)
    }

    #[inline(always)]
    fn lend(storage: &mut Self::Storage) -> Self::Lent<'_> {
        S::lend(storage)
    }
}

/// Prepares `this` as if it were an argument.
#[inline(always)]
pub(super) fn prepare_receiver<'s, T: Argument<'s>>(
    incoming: &Incoming<'_, 's>,
    storage: &mut <T::Slot as Lend>::Storage,
) -> Result<()> {
    let this = incoming.this.map_or_else(|| incoming.env.undefined(), Ok)?;
    T::prepare(&incoming.with(&this), storage)
}
