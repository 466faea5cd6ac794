use napi_core::prelude::*;

#[derive(Js)]
#[js(number)]
enum Level {
    Low,
    Other(u32),
    //~ instead: Other,
}

#[export]
fn level(level: Level) -> Level {
    level
}
//~ js: assert.strictEqual(t.level(1), 1);

fn main() {}
