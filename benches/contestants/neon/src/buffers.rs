//! Bytes to JavaScript: copied from memory that stays, and handed over.

use neon::prelude::*;

static BYTES: [u8; 1 << 20] = [7; 1 << 20];

#[neon::export(name = "bufferCopy")]
fn buffer_copy<'cx>(cx: &mut FunctionContext<'cx>, length: f64) -> JsResult<'cx, JsBuffer> {
    JsBuffer::from_slice(cx, &BYTES[..length as usize])
}

#[neon::export(name = "arrayBufferCopy")]
fn array_buffer_copy<'cx>(cx: &mut FunctionContext<'cx>, length: f64) -> JsResult<'cx, JsArrayBuffer> {
    JsArrayBuffer::from_slice(cx, &BYTES[..length as usize])
}

#[neon::export(name = "bufferGive")]
fn buffer_give<'cx>(cx: &mut FunctionContext<'cx>, length: f64) -> Handle<'cx, JsBuffer> {
    JsBuffer::external(cx, vec![7; length as usize])
}

#[neon::export(name = "arrayBufferGive")]
fn array_buffer_give<'cx>(cx: &mut FunctionContext<'cx>, length: f64) -> Handle<'cx, JsArrayBuffer> {
    JsArrayBuffer::external(cx, vec![7; length as usize])
}
