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
    fn count(env: &Env<'_>, this: Instance<'_, Self>) -> Result<Instance<'_, Self>> {
        //~ instead: fn count<'s>(env: &Env<'s>, this: Instance<'s, Self>) -> Result<Instance<'s, Self>> {
        this.borrow_mut(env)?.count += 1;
        Ok(this)
    }
}
//~ js: const counter = new t.Counter(3); assert.strictEqual(counter.count(), counter);

fn main() {}
