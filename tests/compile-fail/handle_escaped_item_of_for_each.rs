use napi_core::prelude::*;

#[export]
fn find<'s>(env: &mut Env<'s>, list: Array<'_>) -> Result<Option<Value<'s>>> {
    env.escapable_scope(|env, escape| {
    //~ instead: let mut first = None;
        let mut escape = Some(escape);
        //~ instead: let mut index = 0;
        let mut found = None;
        //~ instead:
        list.for_each(env, |env, item| {
            if item.to::<Object>(env)?.has(env, "wanted")? {
                found = escape.take().map(|escape| escape.escape(item)).transpose()?;
                //~ instead: first.get_or_insert(index);
            }
            //~ instead: } index += 1;
            Ok(())
        })?;
        Ok(found)
        //~ instead: first.map(|index| list.get(env, index)).transpose()
    })
    //~ instead:
}
//~ js: assert.deepStrictEqual(t.find([{ a: 1 }, { wanted: 1 }, { wanted: 2 }]), { wanted: 1 });
//~ js: assert.strictEqual(t.find([]), undefined);

fn main() {}
