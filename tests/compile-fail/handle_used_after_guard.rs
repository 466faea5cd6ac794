use napi_core::prelude::*;

#[export]
fn first(env: &mut Env<'_>, list: Array<'_>) -> Result<String> {
    let first: JsString;
    //~ instead: let first: String;
    {
        scope!(let env = env);
        first = list.get(env, 0)?;
    }
    Ok(format!("{first:?}"))
    //~ instead: Ok(first)
}
//~ js: assert.strictEqual(t.first(['Ada']), 'Ada');

fn main() {}
