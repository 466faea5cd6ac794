use napi_core::prelude::*;

struct Inner;
//~ instead: #[derive(Js)] struct Inner;

#[derive(Js)]
#[js(untagged)]
enum Either {
    Number(u32),
    Inner(Inner),
}

#[export]
fn either(either: Either) -> Either {
    either
}
//~ js: assert.deepStrictEqual(t.either({}), {});

fn main() {}
