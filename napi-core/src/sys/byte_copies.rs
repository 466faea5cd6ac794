//! Bytes that are copied in and out, and never lent.

use super::abi::typedarray;
use super::host::{Failure, Host, RawValue, answer_value, call_name, checked};
use super::imports::import;
use super::memory::{Element, TypedArrayMemory};

/// Why there are no bytes to copy.
pub(crate) enum NoBytes {
    NoUint8Array,
    /// Other threads may write them meanwhile.
    Shared,
    Detached,
}

impl Host {
    /// A new `Uint8Array` with these bytes.
    pub(crate) fn copied_uint8_array(&self, bytes: &[u8]) -> Result<RawValue, Failure> {
        let (mut start, mut buffer) = (core::ptr::null_mut(), core::ptr::null_mut());
        let call = import!(napi_create_arraybuffer);
        // SAFETY: env; both out-pointers are writable for the call.
        let status = unsafe { call(self.0, bytes.len(), &raw mut start, &raw mut buffer) };
        checked(self, call_name!(napi_create_arraybuffer), status)?;
        if !bytes.is_empty() && !start.is_null() {
            // SAFETY: the host has made as many bytes there just now, which nobody else has seen.
            unsafe { core::ptr::copy_nonoverlapping(bytes.as_ptr(), start.cast::<u8>(), bytes.len()) };
        }
        answer_value!(napi_create_typedarray(self, typedarray::UINT8, bytes.len(), buffer, 0))
    }

    /// The bytes of a `Uint8Array`.
    pub(crate) fn copy_of_uint8_array(&self, value: RawValue) -> Result<Result<Vec<u8>, NoBytes>, Failure> {
        if !self.is_typed_array(value)? {
            return Ok(Err(NoBytes::NoUint8Array));
        }
        let TypedArrayMemory { element, start, length, exclusive, detached } = self.typed_array_memory(value)?;
        Ok(match () {
            () if element != Some(u8::TYPE) => Err(NoBytes::NoUint8Array),
            () if !exclusive => Err(NoBytes::Shared),
            () if detached => Err(NoBytes::Detached),
            // An empty array may have no memory at all.
            () if length == 0 || start.is_null() => Ok(Vec::new()),
            // SAFETY: so many bytes lie there, which only this thread writes, in JavaScript that does not run now.
            () => Ok(unsafe { core::slice::from_raw_parts(start.cast::<u8>(), length) }.to_vec()),
        })
    }
}
