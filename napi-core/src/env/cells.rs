//! The Rust values that instances of classes carry, and the classes themselves.

use core::cell::{Cell, RefCell};
use core::ffi::c_void;
use core::ptr::NonNull;
use core::sync::atomic::{AtomicU64, Ordering};
use std::any::TypeId;
use std::rc::Rc;

use super::InstancePtr;
use super::finalizer::without_tokens;
use super::instance::Instance;
use crate::error::{Result, contain};
use crate::map::Map;
use crate::sys::{HeldReference, Host, HostEnv, HostInfo, RawValue};

/// What the wrap of an instance points to: this, and behind it the value.
#[repr(C)]
pub(crate) struct CellHeader {
    /// The type of the value.
    pub(crate) of: TypeId,
    borrows: Cell<u32>,
    /// JavaScript has let the instance go while the value was lent: the last borrow frees the cell.
    let_go: Cell<bool>,
    /// How many bytes the collector was told of; before it is, how many it is to be told of.
    pub(crate) told: Cell<i64>,
    pub(crate) functions: &'static CellFunctions,
}

/// What can be done with a cell whose type is not known.
pub(crate) struct CellFunctions {
    /// Frees the cell, with its value if that is still there; JavaScript has let it go if `let_go`.
    ///
    /// # Safety
    /// The cell is one of these functions, nobody borrows its value, and nobody sees it again.
    pub(crate) free: unsafe fn(cell: NonNull<CellHeader>, let_go: bool),
    /// How many bytes the value keeps besides itself.
    ///
    /// # Safety
    /// The cell is one of these functions, and its value is borrowed.
    pub(crate) external_bytes: unsafe fn(cell: NonNull<CellHeader>) -> i64,
    /// Whether the value is of this type, or contains it as its base.
    pub(crate) extends: fn(TypeId) -> bool,
    /// Where that is.
    ///
    /// # Safety
    /// The cell is one of these functions, extends the type, and its value is borrowed: exclusively if `exclusive`.
    pub(crate) part: unsafe fn(cell: NonNull<CellHeader>, of: TypeId, exclusive: bool) -> NonNull<c_void>,
    pub(crate) name: &'static str,
}

/// Why a value cannot be borrowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotLent {
    /// It is lent to be changed, or for the other way round: it is lent and was to be changed.
    Borrowed,
    /// It was moved out.
    Consumed,
}

const EXCLUSIVE: u32 = u32::MAX;
const CONSUMED: u32 = u32::MAX - 1;

impl CellHeader {
    pub(crate) fn new(of: TypeId, functions: &'static CellFunctions) -> Self {
        Self { of, borrows: Cell::new(0), let_go: Cell::new(false), told: Cell::new(0), functions }
    }

    pub(crate) fn is_consumed(&self) -> bool {
        self.borrows.get() == CONSUMED
    }

    fn is_lent(&self) -> bool {
        !matches!(self.borrows.get(), 0 | CONSUMED)
    }

    /// Begins a borrow that allows others of its kind beside it.
    #[inline(always)]
    pub(crate) fn share(&self) -> Result<(), NotLent> {
        self.borrows.set(self.shared()? + 1);
        Ok(())
    }

    /// How many have the value beside each other, where one more can have it.
    #[inline(always)]
    pub(crate) fn shared(&self) -> Result<u32, NotLent> {
        match self.borrows.get() {
            count if count < CONSUMED - 1 => Ok(count),
            state => Err(refusal(state)),
        }
    }

    /// Begins a borrow that allows none beside it.
    #[inline(always)]
    pub(crate) fn take(&self) -> Result<(), NotLent> {
        match self.borrows.get() {
            0 => {
                self.borrows.set(EXCLUSIVE);
                Ok(())
            }
            state => Err(refusal(state)),
        }
    }
}

/// Turns an exclusive borrow into the end of the value, which was moved out.
///
/// # Safety
/// The borrow is one of this cell, allows none beside it, and ends now.
pub(crate) unsafe fn consume(cell: NonNull<CellHeader>) {
    // SAFETY: a cell is not freed while its value is lent.
    let header = unsafe { cell.as_ref() };
    header.borrows.set(CONSUMED);
    if header.let_go.get() {
        free_unless_lent(cell);
    }
}

/// Ends a borrow that [`share`](CellHeader::share) or [`take`](CellHeader::take) has begun.
///
/// # Safety
/// The borrow is one of this cell, and ends now.
#[inline(always)]
pub(crate) unsafe fn give_back(cell: NonNull<CellHeader>) {
    // SAFETY: a cell is not freed while its value is lent.
    let header = unsafe { cell.as_ref() };
    match header.borrows.get() {
        EXCLUSIVE => header.borrows.set(0),
        count => header.borrows.set(count - 1),
    }
    if header.let_go.get() {
        free_unless_lent(cell);
    }
}

#[cold]
fn refusal(state: u32) -> NotLent {
    if state == CONSUMED { NotLent::Consumed } else { NotLent::Borrowed }
}

/// The cells of an environment that JavaScript has, by their addresses: what another addon has tied to an object proves nothing
/// about what it is, and neither may it be looked at.
#[derive(Default)]
pub(crate) struct Cells {
    alive: RefCell<Map<NonNull<c_void>, ()>>,
    /// The one that was found last: calls with one instance come in runs.
    last: Cell<Option<NonNull<c_void>>>,
    /// Another one whenever a cell leaves the register: as long as it is the same, what was found is still there.
    stamp: Cell<Stamp>,
    /// What Rust has made, on its way into the object that the constructor is called for.
    given: Waiting,
    /// What a constructor of Rust's has made, on its way out of it.
    built: Waiting,
    /// The constructors, by the types of the values.
    classes: RefCell<Map<TypeId, HeldReference>>,
    /// How many bytes the collector was told of.
    told: Cell<i64>,
    /// What [`Host::plain_calls_have_target`] has answered, once somebody has asked.
    plain_calls_have_target: Cell<Option<bool>>,
}

/// Which state a register is in, of all states of all registers of this library: what somebody keeps of one environment proves nothing
/// in another.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stamp(u64);

impl Default for Stamp {
    fn default() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        Self(NEXT.fetch_add(1, Ordering::Relaxed))
    }
}

impl Cells {
    /// The cell at this address, if there is one.
    #[inline(always)]
    pub(crate) fn find(&self, address: NonNull<c_void>) -> Option<NonNull<CellHeader>> {
        if self.last.get() != Some(address) {
            self.look_up(address)?;
        }
        Some(address.cast())
    }

    /// What is another one when a cell has left the register.
    #[inline(always)]
    pub(crate) fn stamp(&self) -> Stamp {
        self.stamp.get()
    }

    #[inline(never)]
    fn look_up(&self, address: NonNull<c_void>) -> Option<()> {
        self.alive.borrow().get(&address)?;
        self.last.set(Some(address));
        Some(())
    }

    /// Whether a call of a constructor is one by `new`.
    #[inline(always)]
    pub(crate) fn is_new(&self, host: &Host, info: HostInfo) -> Result<bool> {
        let known = &self.plain_calls_have_target;
        Ok(host.is_new(info, || {
            known.get().unwrap_or_else(|| {
                let answer = host.plain_calls_have_target();
                known.set(Some(answer));
                answer
            })
        })?)
    }

    /// Hands a cell to the constructor that is called next.
    pub(crate) fn give(&self, cell: NonNull<CellHeader>) {
        self.given.set(Some(cell));
    }

    pub(crate) fn take_given(&self) -> Option<NonNull<CellHeader>> {
        self.given.0.take()
    }

    /// Hands the result of a constructor to whoever has called it.
    #[inline(always)]
    pub(crate) fn build(&self, cell: NonNull<CellHeader>) {
        self.built.set(Some(cell));
    }

    pub(crate) fn take_built(&self) -> Option<NonNull<CellHeader>> {
        self.built.0.take()
    }

    pub(crate) fn add_class(&self, of: TypeId, constructor: HeldReference) {
        self.classes.borrow_mut().insert(of, constructor);
    }

    /// The constructor of the class whose instances carry values of this type.
    pub(crate) fn class(&self, instance: InstancePtr, of: TypeId) -> Option<RawValue> {
        let classes = self.classes.borrow();
        instance.host().reference_value(classes.get(&of)?.get()).ok().flatten()
    }

    /// From here on the collector counts so many bytes for a cell of this register, or as many as are still to be counted.
    #[inline(always)]
    pub(crate) fn tell(&self, host: &Host, cell: NonNull<CellHeader>, bytes: i64) {
        // SAFETY: the register has the cell, or has just had it, and nobody has freed it.
        let known = &unsafe { cell.as_ref() }.told;
        if bytes != 0 || known.get() != 0 {
            self.tell_more(host, known, bytes);
        }
    }

    #[cold]
    fn tell_more(&self, host: &Host, known: &Cell<i64>, bytes: i64) {
        let others = self.told.get() - known.get();
        let bytes = bytes.min(Host::MOST_EXTERNAL - others);
        host.adjust_external_memory(bytes - known.get());
        self.told.set(others + bytes);
        known.set(bytes);
    }

    /// Something has left the register.
    fn forget_last(&self) {
        self.last.set(None);
        self.stamp.set(Stamp::default());
    }

    /// Frees all that is left when the environment ends, so that values are dropped on hosts, too, that call no finalizers then.
    pub(super) fn end(&self, host: &Host) {
        drop(core::mem::take(&mut *self.classes.borrow_mut()));
        let left = core::mem::take(&mut *self.alive.borrow_mut());
        self.forget_last();
        for cell in left.into_keys().map(NonNull::cast::<CellHeader>) {
            self.tell(host, cell, 0);
            free_unless_lent(cell);
        }
    }
}

/// A cell that nobody has yet.
#[derive(Default)]
struct Waiting(Cell<Option<NonNull<CellHeader>>>);

impl Waiting {
    #[inline(always)]
    fn set(&self, cell: Option<NonNull<CellHeader>>) {
        if let Some(left) = self.0.replace(cell) {
            discard(left);
        }
    }
}

/// Frees a cell that JavaScript has never had.
#[cold]
pub(crate) fn discard(cell: NonNull<CellHeader>) {
    // SAFETY: the cell is alive until here.
    let functions = unsafe { cell.as_ref() }.functions;
    // SAFETY: nobody else knows the cell.
    contain(|| unsafe { (functions.free)(cell, false) });
}

/// Frees a cell that has left the register, now or when its value is given back.
///
/// A handle keeps an instance alive, and so nobody but a guard that was forgotten should keep a value lent here. But on OpenHarmony an
/// object shows what its prototype is tied to, a host may end the environment below a call, and other addons untie what is not theirs.
fn free_unless_lent(cell: NonNull<CellHeader>) {
    // SAFETY: cells are freed here only, once, after they have left the register.
    let header = unsafe { cell.as_ref() };
    if header.is_lent() {
        header.let_go.set(true);
        return;
    }
    let functions = header.functions;
    // SAFETY: as above, and nobody borrows the value.
    contain(|| unsafe { (functions.free)(cell, true) });
}

/// Ties a cell to the object that carries it from here on; it is freed if the host refuses.
pub(crate) fn wrap(instance: InstancePtr, object: RawValue, cell: NonNull<CellHeader>) -> Result<()> {
    let host = instance.host();
    // For the finalizer, which may come after everything else of the environment.
    let shared = instance.share_raw().cast();
    if let Err(failure) = host.wrap(object, cell.cast(), finalize, shared) {
        // SAFETY: the host has not taken the pointer, so that this is the count of `share_raw`.
        drop(unsafe { Rc::from_raw(shared.cast::<Instance>().as_ptr()) });
        return Err(failure.into());
    }
    instance.cells.alive.borrow_mut().insert(cell.cast(), ());
    // SAFETY: the cell is the caller's, and its object has just been made.
    let bytes = unsafe { cell.as_ref() }.told.replace(0);
    instance.cells.tell(host, cell, bytes);
    Ok(())
}

unsafe extern "C" fn finalize(_env: HostEnv, data: *mut c_void, hint: *mut c_void) {
    // SAFETY: `wrap` shared the instance for this finalizer, and the host calls it once.
    let instance = unsafe { Rc::from_raw(hint.cast_const().cast::<Instance>()) };
    let Some(address) = NonNull::new(data) else { return };
    instance.cells.forget_last();
    // Else it was freed when the environment ended.
    if instance.cells.alive.borrow_mut().remove(&address).is_none() {
        return;
    }
    let cell: NonNull<CellHeader> = address.cast();
    instance.cells.tell(instance.host(), cell, 0);
    without_tokens(&instance, || free_unless_lent(cell));
}
