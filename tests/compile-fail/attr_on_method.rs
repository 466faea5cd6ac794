use napi_core::prelude::*;

struct Counter(u32);

impl Counter {
    #[export]
    //~ instead:
    fn count(&self) -> u32 {
        self.0
    }
}

fn count() -> u32 {
//~ instead: #[export]
//~ instead: fn count() -> u32 {
    Counter(1).count()
}
//~ js: assert.strictEqual(t.count(), 1);

fn main() {}
