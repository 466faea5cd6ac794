use napi_core::prelude::*;

#[export]
struct Counter {
    count: u32,
}

#[export]
fn count(env: &mut Env<'_>, make: Function<'_, (), js::Instance<Counter>>) -> Result<u32> {
    let lent = env.scope(|env| {
        let counter = make.call(env, ())?;
        counter.borrow(env)
        //~ instead: Ok(counter.borrow(env)?.count)
    })?;
    Ok(lent.count)
    //~ instead: Ok(lent)
}
//~ js: assert.throws(() => t.count(() => 3), TypeError);

fn main() {}
