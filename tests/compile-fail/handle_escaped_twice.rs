use napi_core::prelude::*;

#[export]
fn pair<'s>(env: &mut Env<'s>) -> Result<Array<'s>> {
    env.escapable_scope(|env, escape| {
        let list = escape.escape(env.array()?)?;
        //~ instead: let list = env.array()?;
        let first = escape.escape(env.object()?)?;
        //~ instead: let first = env.object()?;
        list.push(env, first)?;
        Ok(list)
        //~ instead: escape.escape(list)
    })
}
//~ js: assert.deepStrictEqual(t.pair(), [{}]);

fn main() {}
