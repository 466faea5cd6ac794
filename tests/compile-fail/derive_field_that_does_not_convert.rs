use napi_core::prelude::*;

struct Inner;
//~ instead: #[derive(Js)] struct Inner;

#[derive(Js)]
struct Outer {
    number: u32,
    inner: Inner,
}

#[export]
fn outer(outer: Outer) -> Outer {
    outer
}
//~ js: assert.deepStrictEqual(t.outer({ number: 1, inner: {} }), { number: 1, inner: {} });

fn main() {}
