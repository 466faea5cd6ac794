//! Messages from threads to JavaScript.

use std::sync::Arc;
use std::thread;

use napi_core::ThreadsafeCallback;
use napi_core::prelude::*;

#[export]
fn messages(callback: ThreadsafeCallback<(u32,)>, producers: u32, count: u32) {
    for _ in 0..producers {
        let callback = callback.clone();
        thread::spawn(move || (0..count).try_for_each(|i| callback.call((i,))));
    }
}

/// Microtasks run after each batch of messages, and not after each message.
#[export]
fn messages_batched(callback: ThreadsafeCallback<(u32,)>, producers: u32, count: u32) {
    messages(callback.batched(), producers, count);
}

/// With a closure of the thread's own for each message.
#[export]
fn messages_posted(env: &Env<'_>, callback: Function<'_, (u32,)>, producers: u32, count: u32) -> Result<()> {
    let callback = Arc::new(Ref::new(env, callback)?);
    for _ in 0..producers {
        let (js, callback) = (env.js_thread()?, Arc::clone(&callback));
        thread::spawn(move || (0..count).try_for_each(|i| js.post(message(&callback, i))));
    }
    Ok(())
}

#[export]
fn messages_posted_batched(env: &Env<'_>, callback: Function<'_, (u32,)>, producers: u32, count: u32) -> Result<()> {
    let callback = Arc::new(Ref::new(env, callback)?);
    for _ in 0..producers {
        let (js, callback) = (env.js_thread()?, Arc::clone(&callback));
        thread::spawn(move || (0..count).try_for_each(|i| js.post_batched(message(&callback, i))));
    }
    Ok(())
}

/// Calls the function with a number.
fn message(
    callback: &Arc<Ref<js::Function<(u32,)>>>,
    i: u32,
) -> impl FnOnce(&mut Env<'_>) -> Result<()> + Send + 'static {
    let callback = Arc::clone(callback);
    move |env| callback.get(env)?.call(env, (i,)).map(drop)
}

#[export]
fn ping_pong(callback: ThreadsafeCallback<(u32,)>, count: u32) {
    thread::spawn(move || (0..count).try_for_each(|i| callback.call_blocking((i,))));
}

/// Nothing on the thread pool, and then the callback.
#[export]
fn blocking(env: &Env<'_>, callback: Function<'_, ((),)>) -> Result<Work> {
    #[threadsafe_callback(callback)]
    || ()
}
