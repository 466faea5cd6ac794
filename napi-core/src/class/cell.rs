//! The cell in which an instance carries its value.

use core::cell::UnsafeCell;
use core::ffi::c_void;
use core::mem::ManuallyDrop;
use core::ptr::NonNull;
use std::any::TypeId;

use super::{Class, NoBase};
use crate::convert::{mismatch, wrong_type};
use crate::env::{CellFunctions, CellHeader, Env, NotLent, Stamp, consume, give_back};
use crate::error::{Error, Result, code};
use crate::value::Value;

#[repr(C)]
struct Cell<T> {
    header: CellHeader,
    value: UnsafeCell<ManuallyDrop<T>>,
}

/// A cell with this value, which nobody else knows yet.
pub(super) fn new<T: Class>(value: T) -> NonNull<CellHeader> {
    let header = CellHeader::new(TypeId::of::<T>(), const { &functions::<T>() });
    header.told.set(bytes_of(&value));
    let cell = Box::new(Cell { header, value: UnsafeCell::new(ManuallyDrop::new(value)) });
    NonNull::from(Box::leak(cell)).cast()
}

const fn functions<T: Class>() -> CellFunctions {
    CellFunctions {
        free: free::<T>,
        external_bytes: external_bytes::<T>,
        extends: extends::<T>,
        part: part::<T>,
        name: T::NAME,
    }
}

unsafe fn free<T: Class>(cell: NonNull<CellHeader>, let_go: bool) {
    // SAFETY: the cell was leaked by `new` for this type, and is freed once.
    let cell = unsafe { Box::from_raw(cell.cast::<Cell<T>>().as_ptr()) };
    if cell.header.is_consumed() {
        return;
    }
    let value = ManuallyDrop::into_inner(cell.value.into_inner());
    if let_go {
        value.finalize();
    }
}

fn bytes_of<T: Class>(value: &T) -> i64 {
    i64::try_from(value.external_bytes()).unwrap_or(i64::MAX)
}

unsafe fn external_bytes<T: Class>(cell: NonNull<CellHeader>) -> i64 {
    // SAFETY: the cell is one of `T`.
    let value = unsafe { value::<T>(cell) };
    // SAFETY: the value is borrowed, and nobody changes it.
    bytes_of(unsafe { value.as_ref() })
}

fn extends<T: Class>(of: TypeId) -> bool {
    let has_base = TypeId::of::<T>() != TypeId::of::<NoBase>();
    has_base && (TypeId::of::<T>() == of || extends::<T::Base>(of))
}

unsafe fn part<T: Class>(cell: NonNull<CellHeader>, of: TypeId, exclusive: bool) -> NonNull<c_void> {
    // SAFETY: the cell is one of `T`.
    let mut value = unsafe { value::<T>(cell) };
    if exclusive {
        // SAFETY: the value is borrowed exclusively, for whom this pointer is made.
        ascend_mut::<T>(unsafe { value.as_mut() }, of)
    } else {
        // SAFETY: the value is borrowed, and nobody changes it.
        ascend::<T>(unsafe { value.as_ref() }, of)
    }
}

fn ascend<T: Class>(value: &T, of: TypeId) -> NonNull<c_void> {
    if TypeId::of::<T>() == of {
        return NonNull::from(value).cast();
    }
    match value.base() {
        Some(base) => ascend(base, of),
        None => unreachable!("the class extends the one that is asked for"),
    }
}

fn ascend_mut<T: Class>(value: &mut T, of: TypeId) -> NonNull<c_void> {
    if TypeId::of::<T>() == of {
        return NonNull::from(value).cast();
    }
    match value.base_mut() {
        Some(base) => ascend_mut(base, of),
        None => unreachable!("the class extends the one that is asked for"),
    }
}

/// Where the value of a cell lies.
///
/// # Safety
/// The cell is one of `T`, and alive.
#[inline(always)]
unsafe fn value<T>(cell: NonNull<CellHeader>) -> NonNull<T> {
    // SAFETY: the field lies inside of the cell.
    let value = unsafe { &raw mut (*cell.cast::<Cell<T>>().as_ptr()).value };
    // SAFETY: the place of a field is not null; `UnsafeCell` and `ManuallyDrop` are transparent.
    unsafe { NonNull::new_unchecked(value.cast::<T>()) }
}

/// A cell whose value is a `T`, or has one as its base. It is alive as long as no JavaScript runs; [`again`](Self::again) sees whether it
/// still is.
pub(super) struct Found<T> {
    cell: NonNull<CellHeader>,
    /// Whether the value is a `T`, and not one that has it as its base.
    pub(super) is_exact: bool,
    /// That of the register then.
    stamp: Stamp,
    of: core::marker::PhantomData<fn() -> T>,
}

impl<T> Clone for Found<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Found<T> {}

impl<T: Class> Found<T> {
    /// The cell of an instance of the class, or of one that extends it.
    #[inline(always)]
    pub(super) fn of(env: &Env<'_>, value: Value<'_>) -> Result<Self> {
        let cells = &env.instance().cells;
        let found = env.host()?.unwrap(value.raw()).and_then(|address| cells.find(address));
        match found {
            Some(cell) => Self::checked(cell, cells.stamp()),
            None => Err(stranger::<T>(env, value)),
        }
    }

    /// The same cell, after JavaScript may have run.
    #[inline(always)]
    pub(super) fn again(self, env: &Env<'_>) -> Result<Self> {
        if env.instance().cells.stamp() == self.stamp { Ok(self) } else { self.found_again(env) }
    }

    #[cold]
    fn found_again(self, env: &Env<'_>) -> Result<Self> {
        let cells = &env.instance().cells;
        match cells.find(self.cell.cast()) {
            Some(cell) => Self::checked(cell, cells.stamp()),
            None => Err(wrong_type(T::NAME, "one that was let go meanwhile")),
        }
    }

    /// The register has this cell: is it one of the class?
    #[inline(always)]
    fn checked(cell: NonNull<CellHeader>, stamp: Stamp) -> Result<Self> {
        // SAFETY: the register knows the cell, and no JavaScript has run since.
        let header = unsafe { cell.as_ref() };
        let is_exact = header.of == TypeId::of::<T>();
        if is_exact || (header.functions.extends)(TypeId::of::<T>()) {
            Ok(Self { cell, is_exact, stamp, of: core::marker::PhantomData })
        } else {
            Err(another::<T>(header.functions.name))
        }
    }

    #[inline(always)]
    fn header(&self) -> &CellHeader {
        // SAFETY: the register knows the cell, and no JavaScript has run since; or its value is lent, which keeps it.
        unsafe { self.cell.as_ref() }
    }

    /// The name of its class.
    pub(super) fn class(&self) -> &'static str {
        self.header().functions.name
    }

    /// Borrows the value, for [`Borrow`] to give back.
    #[inline(always)]
    pub(super) fn share(self) -> Result<Borrow<T>> {
        self.header().share().map_err(|why| not_lent::<T>(why, false))?;
        Ok(Borrow { found: self, value: self.borrowed(false) })
    }

    /// Where the value lies, if it can be borrowed.
    ///
    /// The cell does not know of a borrow: it is for a time in which no JavaScript runs, and nobody else borrows the value.
    #[inline(always)]
    pub(super) fn unseen(self) -> Result<NonNull<T>> {
        self.header().shared().map_err(|why| not_lent::<T>(why, false))?;
        Ok(self.borrowed(false))
    }

    /// Borrows the value for nobody else.
    #[inline(always)]
    pub(super) fn take(self) -> Result<Borrow<T>> {
        self.header().take().map_err(|why| not_lent::<T>(why, true))?;
        Ok(Borrow { found: self, value: self.borrowed(true) })
    }

    #[inline(always)]
    fn borrowed(&self, exclusive: bool) -> NonNull<T> {
        if self.is_exact {
            // SAFETY: the cell is one of `T`, and alive as `header` says.
            return unsafe { value(self.cell) };
        }
        // SAFETY: the value is borrowed like that now, and `of` has seen that it extends `T`.
        unsafe { (self.header().functions.part)(self.cell, TypeId::of::<T>(), exclusive) }.cast()
    }
}

/// A borrow that a cell knows of; it ends when this is dropped.
pub(super) struct Borrow<T: Class> {
    found: Found<T>,
    /// Where the value lies as long as it is borrowed.
    pub(super) value: NonNull<T>,
}

impl<T: Class> Borrow<T> {
    /// Tells the collector how many bytes the value keeps now.
    pub(super) fn tell(&self, env: &Env<'_>) -> Result<()> {
        let cell = self.found.cell;
        // SAFETY: the cell is one of its functions, and this is the borrow.
        let bytes = unsafe { (self.found.header().functions.external_bytes)(cell) };
        env.instance().cells.tell(env.host()?, cell, bytes);
        Ok(())
    }

    /// Tells the collector that it has nothing to count any more, because the value leaves its instance.
    pub(super) fn tell_nothing(&self, env: &Env<'_>) -> Result<()> {
        env.instance().cells.tell(env.host()?, self.found.cell, 0);
        Ok(())
    }

    /// Moves the value out of a cell that was taken, and is one of `T` exactly: the instance is of no use any more.
    pub(super) fn consume(self) -> T {
        let cell = self.found.cell;
        // SAFETY: nobody else borrows the value, and from here on the cell says that it is gone.
        let value = unsafe { self.value.read() };
        core::mem::forget(self);
        // SAFETY: this was the borrow, and it ends here.
        unsafe { consume(cell) };
        value
    }
}

impl<T: Class> Drop for Borrow<T> {
    #[inline(always)]
    fn drop(&mut self) {
        // SAFETY: this is the borrow, and it ends here.
        unsafe { give_back(self.found.cell) };
    }
}

#[cold]
#[inline(never)]
fn stranger<T: Class>(env: &Env<'_>, value: Value<'_>) -> Error {
    mismatch(env, T::NAME, value)
}

#[cold]
#[inline(never)]
fn another<T: Class>(name: &str) -> Error {
    wrong_type(T::NAME, name)
}

#[cold]
#[inline(never)]
fn not_lent<T: Class>(why: NotLent, exclusive: bool) -> Error {
    let name = T::NAME;
    match why {
        NotLent::Consumed => {
            Error::new(format!("this {name} was consumed by an earlier call")).with_code(code::CONSUMED)
        }
        NotLent::Borrowed if exclusive => {
            let message =
                format!("this {name} is already borrowed: a call that uses it has not ended, or it is passed twice");
            Error::new(message).with_code(code::BORROWED)
        }
        NotLent::Borrowed => {
            let message = format!(
                "this {name} is already borrowed to be changed: a call that changes it has not ended, or it is passed twice"
            );
            Error::new(message).with_code(code::BORROWED)
        }
    }
}
