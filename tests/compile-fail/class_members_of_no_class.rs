use napi_core::prelude::*;

struct Counter(u32);
//~ instead: #[export]
//~ instead: struct Counter(u32);

#[export]
impl Counter {
    const MOST: u32 = 1_000;

    #[export(constructor)]
    fn new(count: u32) -> Result<Self> {
        Ok(Self(count))
    }

    fn of(count: u32) -> Self {
        Self(count.min(Self::MOST))
    }

    fn all(counts: Vec<u32>) -> Vec<Self> {
        counts.into_iter().map(Self).collect()
    }

    fn count(&self) -> u32 {
        self.0
    }

    fn add(&mut self, other: &Self, more: Option<&Self>) -> &mut Self {
        self.0 += other.0 + more.map_or(0, |more| more.0);
        self
    }

    fn end(self) -> u32 {
        self.0
    }

    #[export(getter)]
    fn twice(&self) -> u32 {
        self.0 * 2
    }
}
//~ js: assert.strictEqual(t.Counter.of(3).count(), 3);

#[export]
impl Iterator for Counter {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        self.0 = self.0.checked_sub(1)?;
        Some(self.0)
    }
}
//~ js: assert.deepStrictEqual([...new t.Counter(2)], [1, 0]);

fn main() {}
