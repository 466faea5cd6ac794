use napi_core::prelude::*;

fn one() -> u32 {
    1
}

#[export]
fn run(env: &Env<'_>, callback: Function<'_>) -> Result<Work> {
    let work = #[threadsafe_callback(callback)] one();
    //~ instead: let work = #[threadsafe_callback(callback)] || one();
    Ok(work?)
}
//~ js: assert.strictEqual(await new Promise((done) => t.run(done)), 1);

fn main() {}
