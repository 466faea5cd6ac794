use napi_core::prelude::*;

#[export]
fn note(env: &Env<'_>, object: Object<'_>) -> Result<()> {
    let object = object;
    //~ instead: let object = Ref::<js::Object>::new(env, object)?;
    env.js_thread()?.post(move |env| object.set(env, "noted", true))
    //~ instead: env.js_thread()?.post(move |env| object.get(env)?.set(env, "noted", true))
}
//~ js: const object = {}; t.note(object); await new Promise((done) => setTimeout(done, 100)); assert.strictEqual(object.noted, true);

fn main() {}
