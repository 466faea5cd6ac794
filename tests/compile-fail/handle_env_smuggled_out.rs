use napi_core::prelude::*;

#[export]
fn keep(env: &mut Env<'_>) -> Result<bool> {
    let mut kept = None;
    env.scope(|inner| {
        kept = Some(&**inner);
        //~ instead: kept = Some(inner.array()?.is_empty(inner)?);
        Ok(())
    })?;
    Ok(kept.is_some())
}
//~ js: assert.strictEqual(t.keep(), true);

fn main() {}
