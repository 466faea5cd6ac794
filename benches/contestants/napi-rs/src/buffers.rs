//! Bytes to JavaScript: copied from memory that stays, and handed over.

use napi::bindgen_prelude::*;
use napi_derive::napi;

static BYTES: [u8; 1 << 20] = [7; 1 << 20];

#[napi]
pub fn buffer_copy(env: &Env, length: u32) -> Result<BufferSlice<'_>> {
    BufferSlice::copy_from(env, &BYTES[..length as usize])
}

#[napi]
pub fn array_buffer_copy(env: &Env, length: u32) -> Result<ArrayBuffer<'_>> {
    ArrayBuffer::copy_from(env, &BYTES[..length as usize])
}

#[napi]
pub fn buffer_give(length: u32) -> Buffer {
    vec![7; length as usize].into()
}

#[napi]
pub fn array_buffer_give(env: &Env, length: u32) -> Result<ArrayBuffer<'_>> {
    ArrayBuffer::from_data(env, vec![7; length as usize])
}
