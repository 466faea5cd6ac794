//! A call that is awaited.

use napi_core::prelude::*;

#[export]
fn ask(#[threadsafe_callback] cb: impl AsyncFn(i32) -> Result<bool> + 'static) {
    let _later = async move || cb(1).await;
}
