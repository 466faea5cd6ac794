use napi_core::prelude::*;

#[derive(Js)]
struct Label {
    text: String,
    #[js(flatten)]
    size: Option<Size>,
    //~ instead: size: Size,
}

#[derive(Js)]
struct Size {
    width: f64,
}

#[export]
fn label(label: Label) -> Label {
    label
}
//~ js: assert.deepStrictEqual(t.label({ text: 'a', width: 1 }), { text: 'a', width: 1 });

fn main() {}
