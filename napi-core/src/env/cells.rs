//! The Rust values that instances of classes carry, and the classes themselves.

use core::cell::{Cell, RefCell};
use core::ffi::c_void;
use core::ptr::NonNull;
use std::any::TypeId;
use std::rc::Rc;

use super::InstancePtr;
use super::instance::Instance;
use crate::error::{Result, contain};
use crate::map::Map;
use crate::sys::{HeldReference, HostEnv, RawValue};

/// What the wrap of an instance points to: this, and behind it the value.
#[repr(C)]
pub(crate) struct CellHeader {
    /// The type of the value.
    pub(crate) of: TypeId,
    borrows: Cell<u32>,
    /// What the collector was told of.
    pub(crate) bytes: Cell<i64>,
    pub(crate) functions: &'static CellFunctions,
}

/// What can be done with a cell whose type is not known.
pub(crate) struct CellFunctions {
    /// Frees the cell, with its value if that is still there; JavaScript has let it go if `let_go`.
    ///
    /// # Safety
    /// The cell is one of these functions, nobody borrows its value, and nobody sees it again.
    pub(crate) free: unsafe fn(cell: NonNull<CellHeader>, let_go: bool),
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
        Self { of, borrows: Cell::new(0), bytes: Cell::new(0), functions }
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
        match self.borrows.get() {
            count if count < CONSUMED - 1 => {
                self.borrows.set(count + 1);
                Ok(())
            }
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

    /// Ends a borrow that [`share`](Self::share) or [`take`](Self::take) has begun.
    #[inline(always)]
    pub(crate) fn give_back(&self) {
        match self.borrows.get() {
            EXCLUSIVE => self.borrows.set(0),
            count => self.borrows.set(count - 1),
        }
    }

    /// Turns an exclusive borrow into the end of the value.
    pub(crate) fn consume(&self) {
        self.borrows.set(CONSUMED);
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
    /// On its way into the object that its constructor makes.
    waiting: Cell<Option<NonNull<CellHeader>>>,
    /// The constructors, by the types of the values.
    classes: RefCell<Map<TypeId, HeldReference>>,
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

    #[inline(never)]
    fn look_up(&self, address: NonNull<c_void>) -> Option<()> {
        self.alive.borrow().get(&address)?;
        self.last.set(Some(address));
        Some(())
    }

    /// Hands a cell to the constructor that is called next; the one that has waited is nobody's.
    pub(crate) fn wait(&self, cell: NonNull<CellHeader>) {
        debug_assert!(self.waiting.get().is_none(), "a constructor takes its cell at once");
        self.waiting.set(Some(cell));
    }

    pub(crate) fn take_waiting(&self) -> Option<NonNull<CellHeader>> {
        self.waiting.take()
    }

    pub(crate) fn add_class(&self, of: TypeId, constructor: HeldReference) {
        self.classes.borrow_mut().insert(of, constructor);
    }

    /// The constructor of the class whose instances carry values of this type.
    pub(crate) fn class(&self, instance: InstancePtr, of: TypeId) -> Option<RawValue> {
        let classes = self.classes.borrow();
        instance.host().reference_value(classes.get(&of)?.get()).ok().flatten()
    }

    /// Frees all that is left when the environment ends, so that values are dropped on hosts, too, that call no finalizers then.
    pub(super) fn end(&self) {
        drop(core::mem::take(&mut *self.classes.borrow_mut()));
        self.last.set(None);
        let left = core::mem::take(&mut *self.alive.borrow_mut());
        for cell in left.into_keys().map(NonNull::cast::<CellHeader>) {
            // SAFETY: the cell was in the register just now.
            let is_lent = unsafe { cell.as_ref() }.is_lent();
            // A host may end the environment below a call that has lent a value.
            if !is_lent {
                free(cell);
            }
        }
    }
}

/// Frees a cell that JavaScript has let go.
fn free(cell: NonNull<CellHeader>) {
    // SAFETY: cells are freed once, when they leave the register.
    let functions = unsafe { cell.as_ref() }.functions;
    // SAFETY: as above; a borrow lives in a frame that keeps the instance alive, so that none is left.
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
    let bytes = unsafe { cell.as_ref() }.bytes.get();
    if bytes != 0 {
        host.adjust_external_memory(bytes);
    }
    Ok(())
}

unsafe extern "C" fn finalize(_env: HostEnv, data: *mut c_void, hint: *mut c_void) {
    // SAFETY: `wrap` shared the instance for this finalizer, and the host calls it once.
    let instance = unsafe { Rc::from_raw(hint.cast_const().cast::<Instance>()) };
    let Some(address) = NonNull::new(data) else { return };
    instance.cells.last.set(None);
    // Else it was freed when the environment ended.
    if instance.cells.alive.borrow_mut().remove(&address).is_none() {
        return;
    }
    let cell: NonNull<CellHeader> = address.cast();
    // SAFETY: the cell was in the register just now.
    let bytes = unsafe { cell.as_ref() }.bytes.get();
    if bytes != 0 {
        instance.host().adjust_external_memory(-bytes);
    }
    // A host may run this while a token of ours is in use further down the stack: no token works in here.
    let depth = instance.depth();
    instance.set_depth(depth + 1);
    free(cell);
    instance.set_depth(depth);
}
