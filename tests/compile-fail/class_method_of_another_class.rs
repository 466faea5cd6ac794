use napi_core::prelude::*;

#[export]
struct Counter {
    count: u32,
}

#[export]
struct Other;

#[export]
impl Counter {
    #[export(constructor)]
    fn new(count: u32) -> Self {
        Self { count }
    }

    #[export(method)]
    fn plus(this: Instance<'_, Other>) -> Instance<'_, Other> {
        //~ instead: fn plus<'s>(env: &Env<'s>, this: Instance<'s, Self>) -> Result<u32> { let this = this.borrow(env)?.count + 1; let this = Ok(this);
        this
    }
}
//~ js: assert.strictEqual(new t.Counter(3).plus(), 4);

fn main() {}
