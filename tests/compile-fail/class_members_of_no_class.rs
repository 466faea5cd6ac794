use napi_core::prelude::*;

struct Counter(u32);
//~ instead: #[export]
//~ instead: struct Counter(u32);

#[export]
impl Counter {
    fn of(count: u32) -> Self {
        Self(count)
    }

    fn count(&self) -> u32 {
        self.0
    }
}
//~ js: assert.strictEqual(t.Counter.of(3).count(), 3);

fn main() {}
