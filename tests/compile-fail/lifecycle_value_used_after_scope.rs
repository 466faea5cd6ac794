use napi_core::prelude::*;

// The object is made in an inner scope. When the scope closes, the object may be collected, and its handle is worth
// nothing. In C the last line would read freed memory; here it does not compile. Read what is needed while the scope is
// open, and carry that out of it: a Rust string belongs to no scope.
#[export]
fn handle_scope(env: &mut Env<'_>) -> Result<Option<String>> {
    let mut kept = None;
    env.scope(|env| {
        let object = env.object()?;
        object.set(env, "name", "handleScope")?;
        kept = Some(object);
        //~ instead: kept = Some(object.get::<String>(env, "name")?);
        Ok(())
    })?;
    kept.map(|object| object.get(env, "name")).transpose()
    //~ instead: Ok(kept)
}
//~ js: assert.strictEqual(t.handleScope(), 'handleScope');

fn main() {}
