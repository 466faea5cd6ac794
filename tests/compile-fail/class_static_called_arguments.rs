use napi_core::prelude::*;

#[export]
struct Command {
    count: u32,
}

#[export]
impl Command {
    fn arguments() -> Self {
        //~ instead: fn args() -> Self {
        Self { count: 1 }
    }

    #[export(getter, name = "caller")]
    //~ instead: #[export(getter, name = "calledBy")]
    fn called_by() -> &'static str {
        "nobody"
    }

    const CALLER: &'static str = "nobody";

    /// What an instance inherits may have any name.
    #[export(name = "arguments")]
    fn own_arguments(&self) -> u32 {
        self.count
    }
}
//~ js: assert.strictEqual(t.Command.args().arguments(), 1);
//~ js: assert.strictEqual(t.Command.calledBy, 'nobody');
//~ js: assert.strictEqual(t.Command.CALLER, 'nobody');

fn main() {}
