use napi_core::prelude::*;

#[export]
//~ instead:
mod math {
    fn three() -> u32 {
    //~ instead: use napi_core::prelude::*;
    //~ instead: #[export]
    //~ instead: fn three() -> u32 {
        3
    }
}
//~ js: assert.strictEqual(t.three(), 3);

fn main() {}
