use napi_core::prelude::*;

#[derive(Js)]
//~ instead: #[derive(Js)] #[js(tag = "type")]
enum Shape {
    Circle { radius: f64 },
    Nothing,
}

#[export]
fn shape(shape: Shape) -> Shape {
    shape
}
//~ js: assert.deepStrictEqual(t.shape({ type: 'circle', radius: 1 }), { type: 'circle', radius: 1 });

fn main() {}
