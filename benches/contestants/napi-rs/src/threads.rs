//! Messages from threads to JavaScript.

use std::sync::{Arc, mpsc};
use std::thread;

use napi::Status;
use napi::bindgen_prelude::*;
use napi::threadsafe_function::{ThreadsafeFunction, ThreadsafeFunctionCallMode};
use napi_derive::napi;

type Callback = ThreadsafeFunction<u32, Unknown<'static>, u32, Status, false>;

#[napi]
pub fn messages(callback: Arc<Callback>, producers: u32, count: u32) {
    for _ in 0..producers {
        let callback = Arc::clone(&callback);
        thread::spawn(move || {
            for i in 0..count {
                callback.call(i, ThreadsafeFunctionCallMode::Blocking);
            }
        });
    }
}

#[napi]
pub fn ping_pong(callback: Arc<Callback>, count: u32) {
    thread::spawn(move || {
        let (answer, answered) = mpsc::channel();
        for i in 0..count {
            let answer = answer.clone();
            callback.call_with_return_value(i, ThreadsafeFunctionCallMode::Blocking, move |_, _| {
                let _ = answer.send(());
                Ok(())
            });
            if answered.recv().is_err() {
                return;
            }
        }
    });
}

pub struct Blocking;

impl Task for Blocking {
    type Output = ();
    type JsValue = ();

    fn compute(&mut self) -> Result<()> {
        Ok(())
    }

    fn resolve(&mut self, _env: Env, _output: ()) -> Result<()> {
        Ok(())
    }
}

/// Nothing on the thread pool, and then the promise.
#[napi]
pub fn blocking() -> AsyncTask<Blocking> {
    AsyncTask::new(Blocking)
}
