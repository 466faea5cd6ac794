use napi_core::prelude::*;

use std::cell::RefCell;

#[export]
fn last_name(env: &mut Env<'_>, names: Array<'_>) -> Result<Option<String>> {
    let last = RefCell::new(None);
    env.scope(|env| {
        let name: JsString = names.get(env, 0)?;
        //~ instead: let name: String = names.get(env, 0)?;
        last.replace(Some(name));
        Ok(())
    })?;
    let last = last.take();
    last.map(|name| name.to_string(env)).transpose()
    //~ instead: Ok(last)
}
//~ js: assert.strictEqual(t.lastName(['Ada']), 'Ada');

fn main() {}
