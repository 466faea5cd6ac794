//! Buffers, and the views of them.

use core::ffi::{c_int, c_void};

use super::abi::{self, status, typedarray};
use super::host::{Failure, Host, RawValue, answer, answer_value, answered, call_name, checked, perform};
use super::imports::import;
use super::memory::{ArrayElement, element_size};

/// Where memory of JavaScript lies, at the moment of asking.
#[derive(Clone, Copy)]
pub struct Place {
    pub(crate) start: *mut u8,
    pub(crate) bytes: usize,
    /// Where it begins in its buffer. Of a view that lies outside, some hosts say 0 (Node 26, Bun, Deno), as JavaScript does,
    /// and others where it did begin (Node 20 to 24).
    pub(crate) offset: usize,
    /// Other threads may write it; on OpenHarmony nobody knows.
    pub(crate) shared: bool,
    /// The buffer was transferred away.
    pub(crate) detached: bool,
}

/// A typed array, as the host describes it at the moment of asking.
pub(crate) struct View {
    pub(crate) kind: c_int,
    pub(crate) start: *mut u8,
    /// In elements, on every host.
    pub(crate) length: usize,
    /// As that of a [`Place`].
    offset: usize,
    pub(crate) buffer: RawValue,
    /// The buffer is an `ArrayBuffer`: not shared with other threads. On OpenHarmony nobody knows.
    pub(crate) exclusive: bool,
    /// The buffer was transferred away; `length` is 0.
    pub(crate) detached: bool,
}

impl View {
    /// Where its memory lies.
    pub(crate) fn place(&self) -> Place {
        // An empty one may have an address or none.
        let bytes = if self.start.is_null() { 0 } else { self.length * element_size(self.kind) };
        let shared = super::OHOS || !self.exclusive;
        Place { start: self.start, bytes, offset: self.offset, shared, detached: self.detached }
    }
}

/// The largest Buffer of OpenHarmony (all API levels so far), which makes no empty ones either.
const LARGEST_OHOS_BUFFER: usize = 2 << 20;

/// Whether the host makes Buffers of this many bytes at all.
pub(crate) fn is_buffer_size(bytes: usize) -> bool {
    !super::OHOS || (1..=LARGEST_OHOS_BUFFER).contains(&bytes)
}

impl Host {
    /// On OpenHarmony a `SharedArrayBuffer` may be taken for one.
    pub(crate) fn is_array_buffer(&self, value: RawValue) -> Result<bool, Failure> {
        answer!(napi_is_arraybuffer(self, value.get()) -> false)
    }

    pub(crate) fn is_data_view(&self, value: RawValue) -> Result<bool, Failure> {
        answer!(napi_is_dataview(self, value.get()) -> false)
    }

    /// `buffer` is an `ArrayBuffer`; of anything else some hosts show the memory too (Node 22 and newer, Bun).
    pub(crate) fn array_buffer(&self, buffer: RawValue) -> Result<Place, Failure> {
        let (mut start, mut bytes) = (core::ptr::null_mut(), 0_usize);
        let call = import!(napi_get_arraybuffer_info);
        // SAFETY: env, handle; both out-pointers are writable for the call.
        let status = unsafe { call(self.0, buffer.get(), &raw mut start, &raw mut bytes) };
        checked(self, call_name!(napi_get_arraybuffer_info), status)?;
        self.place(start, bytes, 0, buffer)
    }

    /// What a typed array is. Runs no JavaScript.
    pub(crate) fn view(&self, array: RawValue) -> Result<View, Failure> {
        let mut offset = 0;
        let view = self.view_with(array, Some(&mut offset))?;
        Ok(View { offset, ..view })
    }

    /// Likewise for who needs no offset, which some hosts compute.
    #[inline]
    pub(crate) fn lendable_view(&self, array: RawValue) -> Result<View, Failure> {
        self.view_with(array, None)
    }

    #[inline]
    fn view_with(&self, array: RawValue, offset: Option<&mut usize>) -> Result<View, Failure> {
        // It stays where a host knows the kind no better than this crate: none writes it then.
        let mut kind = -1;
        let (mut length, mut start) = (0_usize, core::ptr::null_mut());
        let mut buffer = core::ptr::null_mut();
        let offset = offset.map_or(core::ptr::null_mut(), core::ptr::from_mut);
        let call = import!(napi_get_typedarray_info);
        // SAFETY: env, handle; the out-pointers are writable for the call, and that of the offset may be left out.
        let status = unsafe {
            call(self.0, array.get(), &raw mut kind, &raw mut length, &raw mut start, &raw mut buffer, offset)
        };
        let name = call_name!(napi_get_typedarray_info);
        checked(self, name, status)?;
        let buffer = answered(name, buffer)?;
        // OpenHarmony (all API levels so far) answers in bytes.
        let length = if super::OHOS { length / element_size(kind) } else { length };
        let exclusive = self.is_array_buffer(buffer)?;
        // Only an empty array can be a detached one: the question is kept off the usual path.
        let detached = length == 0 && exclusive && self.is_detached(buffer)?;
        Ok(View { kind, start: start.cast(), length, offset: 0, buffer, exclusive, detached })
    }

    pub(crate) fn data_view(&self, view: RawValue) -> Result<(Place, RawValue), Failure> {
        let (mut bytes, mut start) = (0_usize, core::ptr::null_mut());
        let (mut buffer, mut offset) = (core::ptr::null_mut(), 0_usize);
        let call = import!(napi_get_dataview_info);
        // SAFETY: env, handle; the four out-pointers are writable for the call.
        let status =
            unsafe { call(self.0, view.get(), &raw mut bytes, &raw mut start, &raw mut buffer, &raw mut offset) };
        let name = call_name!(napi_get_dataview_info);
        checked(self, name, status)?;
        let buffer = answered(name, buffer)?;
        Ok((self.place(start, bytes, offset, buffer)?, buffer))
    }

    fn place(&self, start: *mut c_void, bytes: usize, offset: usize, buffer: RawValue) -> Result<Place, Failure> {
        let exclusive = self.is_array_buffer(buffer)?;
        let detached = bytes == 0 && exclusive && self.is_detached(buffer)?;
        // An empty one may have an address or none.
        let bytes = if start.is_null() { 0 } else { bytes };
        Ok(Place { start: start.cast(), bytes, offset, shared: super::OHOS || !exclusive, detached })
    }

    pub(crate) fn is_detached(&self, buffer: RawValue) -> Result<bool, Failure> {
        answer!(napi_is_detached_arraybuffer(self, buffer.get()) -> false)
    }

    /// `false` for a buffer that stays where it is: memory of WebAssembly.
    pub(crate) fn detach(&self, buffer: RawValue) -> Result<bool, Failure> {
        match perform!(napi_detach_arraybuffer(self, buffer.get())) {
            Ok(()) => Ok(true),
            Err(failure) if failure.status == status::DETACHABLE_ARRAYBUFFER_EXPECTED => Ok(false),
            Err(failure) => Err(failure),
        }
    }

    /// A buffer of so many zeros, and where they lie.
    pub(crate) fn new_array_buffer(&self, bytes: usize) -> Result<(RawValue, *mut u8), Failure> {
        let (mut start, mut buffer) = (core::ptr::null_mut(), core::ptr::null_mut());
        let call = import!(napi_create_arraybuffer);
        // SAFETY: env; both out-pointers are writable for the call.
        let status = unsafe { call(self.0, bytes, &raw mut start, &raw mut buffer) };
        let name = call_name!(napi_create_arraybuffer);
        checked(self, name, status)?;
        Ok((answered(name, buffer)?, start.cast()))
    }

    /// A Buffer whose bytes nobody has written, and where they lie.
    pub(crate) fn new_buffer(&self, bytes: usize) -> Result<(RawValue, *mut u8), Failure> {
        let (mut start, mut buffer) = (core::ptr::null_mut(), core::ptr::null_mut());
        let call = import!(napi_create_buffer);
        // SAFETY: env; both out-pointers are writable for the call.
        let status = unsafe { call(self.0, bytes, &raw mut start, &raw mut buffer) };
        let name = call_name!(napi_create_buffer);
        checked(self, name, status)?;
        Ok((answered(name, buffer)?, start.cast()))
    }

    /// `None` on a host that has no such class: `Float16Array` on Node before 24, and on OpenHarmony.
    pub(crate) fn new_typed_array<T: ArrayElement>(
        &self,
        buffer: RawValue,
        offset: usize,
        length: usize,
    ) -> Result<Option<RawValue>, Failure> {
        match answer_value!(napi_create_typedarray(self, T::KIND, length, buffer.get(), offset)) {
            Err(failure) if T::KIND == typedarray::FLOAT16 && !failure.is_exception() => Ok(None),
            made => made.map(Some),
        }
    }

    pub(crate) fn new_data_view(&self, buffer: RawValue, offset: usize, bytes: usize) -> Result<RawValue, Failure> {
        answer_value!(napi_create_dataview(self, bytes, buffer.get(), offset))
    }
}

const _: () = assert!(size_of::<abi::napi_typedarray_type>() == size_of::<c_int>());
