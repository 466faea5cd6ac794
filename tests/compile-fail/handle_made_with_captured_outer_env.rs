use napi_core::prelude::*;

#[export]
fn numbered<'s>(env: &mut Env<'s>, count: u32) -> Result<Vec<Object<'s>>> {
    let mut objects = Vec::new();
    let outer = &*env;
    for number in 0..count {
        env.scope(|inner| {
        //~ instead: {
            let object = outer.object()?;
            object.set(inner, "number", number)?;
            //~ instead: object.set(outer, "number", number)?;
            objects.push(object);
            Ok(())
            //~ instead:
        })?;
        //~ instead: }
    }
    Ok(objects)
}
//~ js: assert.deepStrictEqual(t.numbered(2), [{ number: 0 }, { number: 1 }]);

fn main() {}
