use napi_core::prelude::*;

#[export]
fn later<'s>(env: &mut Env<'s>) -> Result<Object<'s>> {
    let mut kept = None;
    env.escapable_scope(|env, escape| {
        kept = Some(escape);
        //~ instead: kept = Some(escape.escape(env.object()?)?);
        env.object()?;
        Ok(())
    })?;
    kept.unwrap().escape(env.object()?)
    //~ instead: Ok(kept.unwrap())
}
//~ js: assert.deepStrictEqual(t.later(), {});

fn main() {}
