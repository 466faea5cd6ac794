use napi_core::prelude::*;

#[export(namespace = "attr_empty_namespace_part..deep")]
//~ instead: #[export(namespace = "attr_empty_namespace_part.deep")]
fn three() -> u32 {
    3
}
//~ js: assert.strictEqual(t.deep.three(), 3);

fn main() {}
