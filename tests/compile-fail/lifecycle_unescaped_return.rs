use napi_core::prelude::*;

// What is made in an inner scope dies with it. A value that is to outlive the scope has to be escaped: moved to the scope
// around it, which takes `escapable_scope` and its `escape`.
#[export]
fn escapable_handle_scope_test<'s>(env: &mut Env<'s>) -> Result<JsString<'s>> {
    env.scope(|env| {
    //~ instead: env.escapable_scope(|env, escape| {
        let object = env.object()?;
        object.set(env, "name", "Test napi_escapable_handle_scope")?;
        object.get(env, "name")
        //~ instead: escape.escape(object.get::<JsString>(env, "name")?)
    })
}
//~ js: assert.strictEqual(t.escapableHandleScopeTest(), 'Test napi_escapable_handle_scope');

fn main() {}
