use napi_core::prelude::*;

use napi_core::threadsafe_callback;

fn twice(#[threadsafe_callback] cb: impl Fn(i32)) -> Result<()> {
//~ instead: #[export] fn twice(#[threadsafe_callback] cb: impl Fn(i32)) -> Result<()> {
    cb(1);
    cb(2);
    Ok(())
}
//~ js: assert.strictEqual(await new Promise((done) => t.twice((n) => n === 2 && done(n))), 2);

fn main() {}
