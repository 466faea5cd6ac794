use napi_core::prelude::*;

#[export]
fn print(env: &Env<'_>, callback: Function<'_>) {
    println!("{:?}", (#[threadsafe_callback(callback)] || 1).is_ok());
    //~ instead: let work = #[threadsafe_callback(callback)] || 1;
    //~ instead: assert!(work.is_ok());
}
//~ js: assert.strictEqual(await new Promise((done) => t.print(done)), 1);

fn main() {}
