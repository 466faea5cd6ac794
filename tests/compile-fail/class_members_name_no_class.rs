use napi_core::prelude::*;

struct Counter(u32);
//~ instead: #[export]
//~ instead: struct Counter(u32);

#[export]
impl Counter {
    fn of(count: u32) -> Counter {
        Counter(count)
    }

    fn sum(&self, other: &Counter) -> u32 {
        self.0 + other.0
    }
}
//~ js: assert.strictEqual(t.Counter.of(3).sum(t.Counter.of(4)), 7);

fn main() {}
