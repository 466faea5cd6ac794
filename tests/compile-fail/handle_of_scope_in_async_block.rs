use napi_core::prelude::*;

// An async block may run when the scope is long closed.
fn spawn(_task: impl Future<Output = ()> + 'static) {}

#[export]
fn log_soon(env: &Env<'_>, user: Object<'_>) -> Result<()> {
    let name: JsString = user.get(env, "name")?;
    //~ instead: let name: String = user.get(env, "name")?;
    spawn(async move { println!("{name:?}") });
    Ok(())
}
//~ js: assert.strictEqual(t.logSoon({ name: 'Ada' }), undefined);

fn main() {}
