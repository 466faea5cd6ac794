//! Memory of ours that JavaScript owns from then on.

use core::ffi::c_void;
use core::ptr::NonNull;
use std::sync::{Arc, Mutex, PoisonError};

use super::abi::{self, status};
use super::host::{Failure, Host, HostEnv, RawValue, answer_value};
use super::references::{Finalizer, lower};

/// What keeps memory alive; dropped on any thread.
pub(crate) type Owner = Box<dyn Send>;

/// Memory with its owner: the bytes stay where they are until it is dropped, and nobody else reaches them.
pub(crate) struct OwnedMemory {
    pub(crate) start: NonNull<u8>,
    /// At least 1.
    pub(crate) bytes: usize,
    pub(crate) owner: Owner,
}

/// The object that JavaScript sees it through.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum External {
    ArrayBuffer,
    Buffer,
}

/// Held by the host's finalizer and, during the call, by us: a host that refuses may call its finalizer all the same, now or
/// later (Node, for a Buffer that is too large), or never.
type Held = Mutex<Option<Owner>>;

/// Called once, on any thread: Deno (2.9) frees memory on threads of the collector, and what was transferred to another
/// environment after that of the call has ended.
unsafe extern "C" fn release(_env: HostEnv, _data: *mut c_void, hint: *mut c_void) {
    // SAFETY: `hint` is the `Arc` that was leaked for this call.
    let held = unsafe { Arc::from_raw(hint.cast_const().cast::<Held>()) };
    let owner = take(&held);
    // Vectors, boxes and `Arc`s of numbers: there is no destructor of the user's in them.
    drop(owner);
}

fn take(held: &Held) -> Option<Owner> {
    held.lock().unwrap_or_else(PoisonError::into_inner).take()
}

/// What becomes of memory that a host has not taken.
pub(crate) struct NotTaken {
    pub(crate) failure: Failure,
    /// `None` if the host has called the finalizer.
    pub(crate) memory: Option<OwnedMemory>,
}

impl Host {
    /// Hands the memory over, without a copy, where the host takes any: Electron and other hosts with V8's memory cage do not.
    pub(crate) fn external_memory(&self, memory: OwnedMemory, kind: External) -> Result<RawValue, NotTaken> {
        let OwnedMemory { start, bytes, owner } = memory;
        let held: Arc<Held> = Arc::new(Mutex::new(Some(owner)));
        let hint = Arc::into_raw(Arc::clone(&held));
        self.external_object(start, bytes, hint.cast_mut().cast(), kind).map_err(|failure| {
            if failure.status == status::NO_EXTERNAL_BUFFERS_ALLOWED && !super::OHOS {
                // SAFETY: this host has not even looked at the finalizer, so that the leaked count is still ours.
                drop(unsafe { Arc::from_raw(hint) });
            }
            NotTaken { failure, memory: take(&held).map(|owner| OwnedMemory { start, bytes, owner }) }
        })
    }

    fn external_object(
        &self,
        start: NonNull<u8>,
        bytes: usize,
        hint: *mut c_void,
        kind: External,
    ) -> Result<RawValue, Failure> {
        const RELEASE: Finalizer = release;
        let (data, finalizer): (*mut c_void, Option<abi::napi_finalize>) =
            (start.as_ptr().cast(), Some(lower(RELEASE)));
        match kind {
            External::ArrayBuffer => {
                answer_value!(napi_create_external_arraybuffer(self, data, bytes, finalizer, hint))
            }
            External::Buffer => answer_value!(napi_create_external_buffer(self, bytes, data, finalizer, hint)),
        }
    }
}
