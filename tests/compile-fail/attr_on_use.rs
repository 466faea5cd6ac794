use napi_core::prelude::*;

mod math {
    pub(super) fn three() -> u32 {
    //~ instead: use napi_core::prelude::*;
    //~ instead: #[export]
    //~ instead: pub(super) fn three() -> u32 {
        3
    }
}

#[export]
//~ instead:
use math::three;

fn six() -> u32 {
    three() + three()
}
//~ js: assert.strictEqual(t.three(), 3);

fn main() {}
