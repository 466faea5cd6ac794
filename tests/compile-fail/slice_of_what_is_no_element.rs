use napi_core::prelude::*;

#[export]
fn count(flags: &[bool]) -> usize {
//~ instead: fn count(flags: Vec<bool>) -> usize {
    flags.iter().filter(|flag| **flag).count()
}
//~ js: assert.strictEqual(t.count([true, false]), 1);

fn main() {}
