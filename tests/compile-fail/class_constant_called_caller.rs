use napi_core::prelude::*;

#[export]
struct Command;

#[export]
impl Command {
    #[export(name = "caller")]
    //~ instead: #[export(name = "CALLER")]
    const CALLER: &'static str = "nobody";
}
//~ js: assert.strictEqual(t.Command.CALLER, 'nobody');

fn main() {}
