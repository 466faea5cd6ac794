//! Messages from threads to JavaScript.

use std::sync::Arc;
use std::thread;

use neon::prelude::*;

#[neon::export(name = "messages")]
fn messages<'cx>(cx: &mut FunctionContext<'cx>, callback: Root<JsFunction>, producers: f64, count: f64) {
    let (channel, callback) = (cx.channel(), Arc::new(callback));
    for _ in 0..producers as u32 {
        let (channel, callback) = (channel.clone(), Arc::clone(&callback));
        thread::spawn(move || {
            for i in 0..count as u32 {
                let callback = Arc::clone(&callback);
                channel.send(move |mut cx| callback.to_inner(&mut cx).bind(&mut cx).arg(i)?.exec());
            }
        });
    }
}

#[neon::export(name = "pingPong")]
fn ping_pong<'cx>(cx: &mut FunctionContext<'cx>, callback: Root<JsFunction>, count: f64) {
    let (channel, callback) = (cx.channel(), Arc::new(callback));
    thread::spawn(move || {
        for i in 0..count as u32 {
            let callback = Arc::clone(&callback);
            let sent = channel.send(move |mut cx| callback.to_inner(&mut cx).bind(&mut cx).arg(i)?.exec());
            if sent.join().is_err() {
                return;
            }
        }
    });
}

/// Nothing on the thread pool, and then the promise.
#[neon::export(name = "blocking")]
fn blocking<'cx>(cx: &mut FunctionContext<'cx>) -> JsResult<'cx, JsPromise> {
    Ok(cx.task(|| ()).promise(|mut cx, ()| Ok(cx.undefined())))
}
