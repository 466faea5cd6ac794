use napi_core::prelude::*;

#[export]
fn count_names(env: &mut Env<'_>, names: Array<'_>) -> Result<usize> {
    let mut seen = Vec::new();
    for index in 0..names.len(env)? {
        scope!(let env = env);
        let name: JsString = names.get(env, index)?;
        //~ instead: let name: String = names.get(env, index)?;
        seen.push(name);
    }
    Ok(seen.len())
}
//~ js: assert.strictEqual(t.countNames(['Ada', 'Grace']), 2);

fn main() {}
