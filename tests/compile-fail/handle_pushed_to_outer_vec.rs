use napi_core::prelude::*;

#[export]
fn count_names(env: &mut Env<'_>, users: Array<'_>) -> Result<usize> {
    let mut names = Vec::new();
    for index in 0..users.len(env)? {
        env.scope(|env| {
            let user: Object = users.get(env, index)?;
            let name: JsString = user.get(env, "name")?;
            //~ instead: let name: String = user.get(env, "name")?;
            names.push(name);
            Ok(())
        })?;
    }
    Ok(names.len())
}
//~ js: assert.strictEqual(t.countNames([{ name: 'Ada' }, { name: 'Grace' }]), 2);

fn main() {}
