use napi_core::prelude::*;

#[export]
//~ instead:
enum Level {
    Low = 1,
}

fn level() -> u32 {
//~ instead: #[export]
//~ instead: fn level() -> u32 {
    Level::Low as u32
}
//~ js: assert.strictEqual(t.level(), 1);

fn main() {}
