use napi_core::prelude::*;

fn share(value: &impl Sync) {
    let _ = value;
}

#[export]
fn work(env: &Env<'_>, value: Object<'_>) -> Result<()> {
    share(&value);
    //~ instead: share(&value.to_ref(env)?);
    env.global().map(drop)
}
//~ js: assert.strictEqual(t.work({}), undefined);

fn main() {}
