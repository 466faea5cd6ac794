//! Bytes to JavaScript: copied from memory that stays, and handed over.

use napi_core::prelude::*;

static BYTES: [u8; 1 << 20] = [7; 1 << 20];

#[export(scope = "host")]
fn buffer_copy<'s>(env: &Env<'s>, length: u32) -> Result<Buffer<'s>> {
    env.buffer(&BYTES[..length as usize])
}

#[export(scope = "host")]
fn array_buffer_copy<'s>(env: &Env<'s>, length: u32) -> Result<ArrayBuffer<'s>> {
    env.array_buffer(&BYTES[..length as usize])
}

#[export(scope = "host")]
fn buffer_give<'s>(env: &Env<'s>, length: u32) -> Result<Buffer<'s>> {
    env.buffer(vec![7; length as usize])
}

#[export(scope = "host")]
fn array_buffer_give<'s>(env: &Env<'s>, length: u32) -> Result<ArrayBuffer<'s>> {
    env.array_buffer(vec![7; length as usize])
}
