use napi_core::prelude::*;

#[export]
fn length(env: &mut Env<'_>, list: Array<'_>) -> Result<u32> {
    scope!(let inner = env);
    let length = list.len(env)?;
    //~ instead: let length = list.len(inner)?;
    inner.object()?;
    Ok(length)
}
//~ js: assert.strictEqual(t.length([1]), 1);

fn main() {}
