use napi_core::prelude::*;

#[derive(Js)]
#[js(deny_unknown)]
//~ instead: #[js(rename_all = "none")]
struct Label {
    text: String,
    #[js(flatten)]
    size: Size,
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
