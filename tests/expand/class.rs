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

    /// Adds what JavaScript says, which may use the counter.
    #[export(method)]
    fn ask(env: &Env<'_>, this: Instance<'_, Self>, by: Function<'_, (), u32>) -> Result<()> {
        let by = by.call(env, ())?;
        this.borrow_mut(env)?.count += by;
        Ok(())
    }

    #[export(getter)]
    fn count(&self) -> u32 {
        self.count
    }
}
