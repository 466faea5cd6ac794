use napi_core::prelude::*;

#[export]
struct Counter {
    count: u32,
}

#[export]
impl Counter {
    #[export(constructor)]
    fn new(count: u32) -> Self {
        Self { count }
    }

    fn larger(self, other: &Self) -> &Self {
        //~ instead: fn larger(self, other: &Self) -> Self {
        assert!(self.count <= other.count);
        other
        //~ instead: Self { count: other.count.max(self.count) }
    }

    #[export(getter)]
    fn count(&self) -> u32 {
        self.count
    }
}
//~ js: assert.strictEqual(new t.Counter(1).larger(new t.Counter(2)).count, 2);

fn main() {}
