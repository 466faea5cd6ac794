use napi_core::prelude::*;

#[export]
fn close_later(env: &Env<'_>, file: Object<'_>) -> Result<()> {
    let path = file;
    //~ instead: let path: String = file.get(env, "path")?;
    env.add_cleanup_hook(move || println!("{path:?} is closed"))?;
    Ok(())
}
//~ js: assert.strictEqual(t.closeLater({ path: 'a file' }), undefined);

fn main() {}
