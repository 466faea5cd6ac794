//! Functions of ours in JavaScript, and memory that they share with us.

use core::cell::Cell;
use core::ptr::NonNull;
use std::sync::Arc;

use super::abi::typedarray;
use super::home::{HeldReference, Home};
use super::host::{Failure, Host, RawValue, answer_value};

impl Host {
    /// Runs a script and answers with its value; `None` on a host that runs none. OpenHarmony (all API levels so far) has the
    /// function, which does nothing.
    pub(crate) fn run_script(&self, source: &str) -> Result<Option<RawValue>, Failure> {
        if super::OHOS {
            return Ok(None);
        }
        let source = self.string(source)?;
        answer_value!(napi_run_script(self, source.get())).map(Some)
    }
}

/// Numbers in a `Float64Array` that no program sees: only functions of ours have it.
pub(crate) struct Scratch {
    array: HeldReference,
    start: NonNull<Cell<f64>>,
    length: usize,
}

impl Scratch {
    /// `None` on a host that does not show the memory.
    pub(crate) fn new(host: Host, home: &Arc<Home>, length: usize) -> Result<Option<Self>, Failure> {
        let (buffer, data) = host.new_array_buffer(length * size_of::<f64>())?;
        let array = answer_value!(napi_create_typedarray(host, typedarray::FLOAT64, length, buffer.get(), 0))?;
        let Some(start) = NonNull::new(data.cast::<Cell<f64>>()).filter(|start| start.is_aligned()) else {
            return Ok(None);
        };
        let array = HeldReference::new(home, array, 1)?;
        Ok(Some(Self { array, start, length }))
    }

    pub(crate) fn array(&self) -> &HeldReference {
        &self.array
    }

    pub(crate) fn numbers(&self) -> &[Cell<f64>] {
        // SAFETY: the host has made `length` numbers there, which live as long as the array that `self` keeps: nobody has its
        // buffer, to transfer or resize it. JavaScript writes them on this thread only, while it runs, as `Cell` allows.
        unsafe { core::slice::from_raw_parts(self.start.as_ptr(), self.length) }
    }
}
