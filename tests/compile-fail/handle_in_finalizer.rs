use napi_core::prelude::*;

#[export]
fn track(env: &Env<'_>, object: Object<'_>, label: JsString<'_>) -> Result<()> {
    let label = label;
    //~ instead: let label = label.to_string(env)?;
    env.add_finalizer(object, move || println!("{label:?} is gone"))
}
//~ js: assert.strictEqual(t.track({}, 'it'), undefined);

fn main() {}
