use napi_core::prelude::*;

/// Counts.
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

    /// Adds.
    fn add(&mut self, by: u32) -> &mut Self {
        self.count += by;
        self
    }

    #[export(getter)]
    fn count(&self) -> u32 {
        self.count
    }
}
