use napi_core::prelude::*;

fn send(value: impl Send) {
    drop(value);
}

#[export]
fn work(env: &Env<'_>, value: Value<'_>) -> Result<()> {
    send(value);
    //~ instead: send(Ref::<js::Value>::new(env, value)?);
    env.global().map(drop)
}
//~ js: assert.strictEqual(t.work({}), undefined);

fn main() {}
