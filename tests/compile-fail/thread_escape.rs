use napi_core::prelude::*;

fn send(value: impl Send) {
    drop(value);
}

#[export]
fn work(env: &mut Env<'_>) -> Result<()> {
    env.escapable_scope(|_env, escape| {
        send(escape);
        //~ instead: send(Error::new("an error"));
        Ok(())
    })
}
//~ js: assert.strictEqual(t.work(), undefined);

fn main() {}
