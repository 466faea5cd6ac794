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

    #[export(method)]
    fn plus(env: &Env<'_>, counter: &Counter, other: u32) -> Result<u32> {
        //~ instead: fn plus(env: &Env<'_>, counter: Instance<'_, Counter>, other: u32) -> Result<u32> { let counter = counter.borrow(env)?;
        let _ = env;
        Ok(counter.count + other)
    }
}
//~ js: assert.strictEqual(new t.Counter(3).plus(1), 4);

fn main() {}
