//! `&[T]` and `&mut [T]` parameters: memory of typed arrays, lent for the duration of the call.

use core::marker::PhantomData;
use core::ptr::NonNull;

use super::argument::{Argument, Lend, Optional, prepare_optional};
use super::incoming::Incoming;
use crate::convert::{mismatch, wrong_type};
use crate::env::Env;
use crate::error::{Error, Result, code};
use crate::sys::{Element, ElementType, OHOS, RawValue, View, class_of};
use crate::value::Value;

const SHARED: &str = "a typed array over a SharedArrayBuffer, which other threads may write";

/// A typed array on its way: the handle first, the memory when no more JavaScript runs.
pub struct SliceStorage<T> {
    array: Option<RawValue>,
    start: NonNull<T>,
    length: usize,
}

impl<T: Element> SliceStorage<T> {
    const EMPTY: Self = Self { array: None, start: NonNull::dangling(), length: 0 };

    /// First phase: anything but a typed array is refused, before other arguments are converted; what is in it may still
    /// change.
    #[inline]
    fn prepare(&mut self, incoming: &Incoming<'_, '_>) -> Result<()> {
        let (env, value) = (incoming.env, incoming.value()?);
        // Alone, it is asked about once: asking where its memory is tells, too.
        if (!incoming.alone || OHOS) && !env.host()?.is_typed_array(value.raw())? {
            return Err(no_typed_array(env, T::TYPE, value));
        }
        #[cfg(any(target_env = "ohos", napi_core_ohos))]
        if crate::ohos::is_shared(env, value)? {
            return Err(wrong_type(T::TYPE.class(), SHARED));
        }
        self.array = Some(value.raw());
        Ok(())
    }

    /// Between the phases: where the memory lies now.
    #[inline]
    fn locate(&mut self, lending: &mut Lending<'_, '_>, position: usize, exclusive: bool) -> Result<()> {
        let Some(array) = self.array else { return Ok(()) };
        let view = match lending.env.host()?.lendable_view(array) {
            Ok(view) => view,
            Err(failure) if failure.is_exception() => return Err(failure.into()),
            // Nothing else is refused, on any host.
            Err(_) => return Err(no_typed_array(lending.env, T::TYPE, Value::from_raw(array))),
        };
        if ElementType::from_host(view.kind) != Some(T::TYPE) || !view.exclusive || view.detached {
            return Err(not_to_lend(T::TYPE, &view));
        }
        // An empty array may have no memory at all.
        if view.length == 0 {
            return Ok(());
        }
        let Some(start) = NonNull::new(view.start.cast::<T>()).filter(|start| start.is_aligned()) else {
            return Err(wrong_type(T::TYPE.class(), "one whose memory the host does not show"));
        };
        self.start = start;
        self.length = view.length;
        lending.add(Region { begin: start.addr().get(), bytes: view.length * size_of::<T>(), position, exclusive })
    }
}

#[cold]
fn no_typed_array(env: &Env<'_>, expected: ElementType, value: Value<'_>) -> Error {
    mismatch(env, expected.class(), value)
}

#[cold]
fn not_to_lend(expected: ElementType, view: &View) -> Error {
    let got = match ElementType::from_host(view.kind) {
        element if element != Some(expected) => class_of(view.kind),
        _ if view.detached => "one whose buffer was detached",
        _ => SHARED,
    };
    wrong_type(expected.class(), got)
}

/// The memory that one call lends.
pub struct Lending<'f, 's> {
    env: &'f Env<'s>,
    /// Nothing else can ask for what a slot lends, or let it go, as long as it is lent: there is no other slot, and no JavaScript has run
    /// since its handle was made, which keeps it, nor does it.
    pub(crate) unseen: bool,
    /// The first region lies here, the others in the vector: a single one needs no allocation.
    first: Option<Region>,
    more: Vec<Region>,
}

#[derive(Clone, Copy)]
struct Region {
    begin: usize,
    bytes: usize,
    position: usize,
    exclusive: bool,
}

impl Region {
    fn conflicts(&self, other: &Self) -> bool {
        (self.exclusive || other.exclusive)
            && self.begin < other.begin + other.bytes
            && other.begin < self.begin + self.bytes
    }
}

impl<'f, 's> Lending<'f, 's> {
    pub(super) fn new(env: &'f Env<'s>, unseen: bool) -> Self {
        Self { env, unseen, first: None, more: Vec::new() }
    }

    pub(crate) fn env(&self) -> &'f Env<'s> {
        self.env
    }

    fn add(&mut self, region: Region) -> Result<()> {
        let lent = self.first.iter().chain(&self.more);
        if let Some(other) = lent.into_iter().find(|other| other.conflicts(&region)) {
            return Err(overlap(other.position, region.position));
        }
        if self.first.is_none() {
            self.first = Some(region)
        } else {
            self.more.push(region)
        }
        Ok(())
    }
}

#[cold]
fn overlap(first: usize, second: usize) -> Error {
    let message = format!(
        "shares memory with argument {}, and one of them is `&mut`: the arguments {} and {} must not overlap",
        first + 1,
        first + 1,
        second + 1
    );
    Error::type_error(message).with_code(code::INVALID_ARG_TYPE)
}

/// A slice that is read.
pub struct Shared<T>(PhantomData<T>);

impl<T: Element> Lend for Shared<T> {
    type Storage = SliceStorage<T>;
    type Lent<'a> = &'a [T];
    const EMPTY: SliceStorage<T> = SliceStorage::EMPTY;

    fn enlist(storage: &mut SliceStorage<T>, lending: &mut Lending<'_, '_>, position: usize) -> Result<()> {
        storage.locate(lending, position, false)
    }

    fn lend(storage: &mut SliceStorage<T>) -> &[T] {
        // SAFETY: `locate` has found `length` aligned elements there in memory that no other thread sees and no `&mut`
        // overlaps; from there to the end of the user's function no JavaScript runs that could move or write it.
        unsafe { core::slice::from_raw_parts(storage.start.as_ptr(), storage.length) }
    }
}

impl<'s, T: Element> Argument<'s> for &[T] {
    type Slot = Shared<T>;
    fn prepare(incoming: &Incoming<'_, 's>, storage: &mut SliceStorage<T>) -> Result<()> {
        storage.prepare(incoming)
    }
}

/// A slice that is written.
pub struct Exclusive<T>(PhantomData<T>);

impl<T: Element> Lend for Exclusive<T> {
    type Storage = SliceStorage<T>;
    type Lent<'a> = &'a mut [T];
    const EMPTY: SliceStorage<T> = SliceStorage::EMPTY;

    fn enlist(storage: &mut SliceStorage<T>, lending: &mut Lending<'_, '_>, position: usize) -> Result<()> {
        storage.locate(lending, position, true)
    }

    fn lend(storage: &mut SliceStorage<T>) -> &mut [T] {
        // SAFETY: as for `Shared`, and no other slice of this call overlaps it.
        unsafe { core::slice::from_raw_parts_mut(storage.start.as_ptr(), storage.length) }
    }
}

impl<'s, T: Element> Argument<'s> for &mut [T] {
    type Slot = Exclusive<T>;
    fn prepare(incoming: &Incoming<'_, 's>, storage: &mut SliceStorage<T>) -> Result<()> {
        storage.prepare(incoming)
    }
}

macro_rules! optional_slices {
    ($($slice:ty => $slot:ident),*) => {$(
        impl<'s, T: Element> Argument<'s> for Option<$slice> {
            type Slot = Optional<$slot<T>>;
            fn prepare(incoming: &Incoming<'_, 's>, storage: &mut (bool, SliceStorage<T>)) -> Result<()> {
                prepare_optional::<$slice>(incoming, storage)
            }
        }
    )*};
}
optional_slices!(&[T] => Shared, &mut [T] => Exclusive);
