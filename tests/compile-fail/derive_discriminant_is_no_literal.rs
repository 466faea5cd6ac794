use napi_core::prelude::*;

#[derive(Js)]
#[js(number)]
enum Flag {
    Read = 1 << 0,
    //~ instead: Read = 1,
    Write = 1 << 1,
    //~ instead: Write = 2,
}

#[export]
fn flag(flag: Flag) -> Flag {
    flag
}
//~ js: assert.strictEqual(t.flag(2), 2);

fn main() {}
