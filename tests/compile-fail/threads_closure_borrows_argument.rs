use napi_core::prelude::*;

#[export]
fn length(env: &Env<'_>, text: &str, callback: Function<'_>) -> Result<Work> {
    let text = text;
    //~ instead: let text = text.to_owned();
    #[threadsafe_callback(callback)]
    move || text.len() as u32
}
//~ js: assert.strictEqual(await new Promise((done) => t.length('four', done)), 4);

fn main() {}
