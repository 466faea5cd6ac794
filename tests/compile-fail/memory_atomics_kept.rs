use std::sync::atomic::{AtomicU8, Ordering};
use std::thread;

use napi_core::prelude::*;

#[export]
fn raise(env: &Env<'_>, flags: SharedArrayBuffer<'_>) -> Result<()> {
    let flags: &[AtomicU8] = flags.atomics(env)?;
    thread::spawn(|| flags[0].store(1, Ordering::Relaxed));
    //~ instead: thread::scope(|scope| drop(scope.spawn(|| flags[0].store(1, Ordering::Relaxed))));
    Ok(())
}
//~ js: const flags = new SharedArrayBuffer(1); t.raise(flags); assert.strictEqual(new Uint8Array(flags)[0], 1);

fn main() {}
