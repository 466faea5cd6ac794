//! Instances as arguments: `&T`, `&mut T` and `T`.

use core::marker::PhantomData;
use core::ptr::NonNull;

use super::Class;
use super::cell::{Borrow, Found};
use crate::call::{Incoming, Lend, Lending};
use crate::convert::wrong_type;
use crate::env::Env;
use crate::error::Result;
use crate::value::Value;

/// An instance between the two phases: which one it is, and then its borrow.
///
/// The borrow begins when all arguments are prepared, so that none of them can be converted while it is there.
pub struct CellStorage<T: Class> {
    found: Option<Found<T>>,
    lent: Option<Way<T>>,
}

/// How a value is lent.
enum Way<T: Class> {
    /// The cell knows.
    Counted(Borrow<T>),
    /// Nobody asks the cell meanwhile.
    Unseen(NonNull<T>),
}

impl<T: Class> CellStorage<T> {
    const EMPTY: Self = Self { found: None, lent: None };

    #[inline(always)]
    fn prepare(&mut self, incoming: &Incoming<'_, '_>) -> Result<()> {
        self.found = Some(Found::of(incoming.env, incoming.value()?)?);
        Ok(())
    }

    #[inline(always)]
    fn found(&self) -> Found<T> {
        self.found.unwrap_or_else(|| unreachable!("an argument is prepared before it is lent"))
    }

    /// Borrows the value, after the conversion of other arguments, which may have run JavaScript.
    #[inline(always)]
    fn share(&mut self, lending: &Lending<'_, '_>) -> Result<()> {
        let found = self.found().again(lending.env())?;
        self.keep(if lending.unseen { Way::Unseen(found.unseen()?) } else { Way::Counted(found.share()?) });
        Ok(())
    }

    /// The same for nobody else.
    #[inline(always)]
    fn take(&mut self, lending: &Lending<'_, '_>) -> Result<()> {
        let borrow = self.found().again(lending.env())?.take()?;
        self.keep(Way::Counted(borrow));
        Ok(())
    }

    #[inline(always)]
    fn keep(&mut self, way: Way<T>) {
        // Nothing is there yet: dropping it would be code in each call.
        core::mem::forget(self.lent.replace(way));
    }

    #[inline(always)]
    fn value(&self) -> NonNull<T> {
        match &self.lent {
            Some(Way::Counted(borrow)) => borrow.value,
            Some(Way::Unseen(value)) => *value,
            None => unreachable!("an argument is enlisted before it is lent"),
        }
    }
}

/// The slot of `&T`.
pub struct CellRef<T>(PhantomData<fn() -> T>);

impl<T: Class> CellRef<T> {
    /// First phase: which instance it is.
    #[inline(always)]
    pub fn prepare(incoming: &Incoming<'_, '_>, storage: &mut CellStorage<T>) -> Result<()> {
        storage.prepare(incoming)
    }
}

impl<T: Class> Lend for CellRef<T> {
    type Storage = CellStorage<T>;
    type Lent<'a> = &'a T;
    const EMPTY: CellStorage<T> = CellStorage::EMPTY;

    #[inline(always)]
    fn enlist(storage: &mut CellStorage<T>, lending: &mut Lending<'_, '_>, _: usize) -> Result<()> {
        storage.share(lending)
    }

    #[inline(always)]
    fn lend(storage: &mut CellStorage<T>) -> &T {
        // SAFETY: the storage holds the borrow, which keeps the value, until the call has ended; or the lending is unseen, so
        // that the handle keeps the instance, and no JavaScript can change it, consume it or cut the handle off until then.
        unsafe { storage.value().as_ref() }
    }
}

/// The slot of `&mut T`.
pub struct CellMut<T>(PhantomData<fn() -> T>);

impl<T: Class> CellMut<T> {
    /// First phase: which instance it is.
    #[inline(always)]
    pub fn prepare(incoming: &Incoming<'_, '_>, storage: &mut CellStorage<T>) -> Result<()> {
        storage.prepare(incoming)
    }
}

impl<T: Class> Lend for CellMut<T> {
    type Storage = CellStorage<T>;
    type Lent<'a> = &'a mut T;
    const EMPTY: CellStorage<T> = CellStorage::EMPTY;

    #[inline(always)]
    fn enlist(storage: &mut CellStorage<T>, lending: &mut Lending<'_, '_>, _: usize) -> Result<()> {
        storage.take(lending)
    }

    #[inline(always)]
    fn lend(storage: &mut CellStorage<T>) -> &mut T {
        let mut value = storage.value();
        // SAFETY: the storage holds the borrow, which allows none beside it, until the call has ended.
        unsafe { value.as_mut() }
    }
}

/// The slot of `T`, which is moved out of its instance.
pub struct CellOwned<T>(PhantomData<fn() -> T>);

impl<T: Class> CellOwned<T> {
    /// First phase: which instance it is.
    pub fn prepare(incoming: &Incoming<'_, '_>, storage: &mut CellStorage<T>) -> Result<()> {
        storage.prepare(incoming)
    }
}

impl<T: Class> Lend for CellOwned<T> {
    type Storage = CellStorage<T>;
    type Lent<'a> = T;
    const EMPTY: CellStorage<T> = CellStorage::EMPTY;

    /// What another class inherits cannot be moved out of it.
    fn enlist(storage: &mut CellStorage<T>, lending: &mut Lending<'_, '_>, _: usize) -> Result<()> {
        let found = storage.found().again(lending.env())?;
        if !found.is_exact {
            return Err(wrong_type(&format!("{} itself", T::NAME), &format!("{}, which extends it", found.class())));
        }
        let borrow = found.take()?;
        borrow.tell_nothing(lending.env())?;
        storage.keep(Way::Counted(borrow));
        Ok(())
    }

    fn lend(storage: &mut CellStorage<T>) -> T {
        match storage.lent.take() {
            Some(Way::Counted(borrow)) => borrow.consume(),
            _ => unreachable!("an argument is enlisted before it is lent"),
        }
    }
}

/// A clone of the value that an instance carries.
pub fn clone_of<'s, T: Class + Clone>(env: &Env<'s>, value: Value<'s>) -> Result<T> {
    let borrow = Found::<T>::of(env, value)?.share()?;
    // SAFETY: the borrow keeps the value until the clone is made.
    Ok(unsafe { borrow.value.as_ref() }.clone())
}
