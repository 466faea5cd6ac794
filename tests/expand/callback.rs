//! A thread that waits for the answer of each call, and one that does not.

use std::thread;

use napi_core::prelude::*;

#[export]
fn ask(#[threadsafe_callback] cb: impl Fn(i32, String) -> Result<bool> + Send + Sync + 'static) {
    thread::spawn(move || cb(1, "one".into()));
}

#[export]
fn tell(#[threadsafe_callback(weak, bound = 8)] cb: impl Fn(i32) + Send + 'static) {
    thread::spawn(move || cb(1));
}

#[export]
fn try_tell(#[threadsafe_callback(bound = 2 * 8)] cb: ThreadsafeCallback<(i32,)>) {
    thread::spawn(move || cb.try_call((1,)));
}
