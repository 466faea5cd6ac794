use napi_core::prelude::*;

#[export]
//~ instead:
macro_rules! three {
    () => {
        fn three() -> u32 {
        //~ instead: #[export]
        //~ instead: fn three() -> u32 {
            3
        }
    };
}
three!();
//~ js: assert.strictEqual(t.three(), 3);

fn main() {}
