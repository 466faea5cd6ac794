use napi_core::prelude::*;

#[export]
//~ instead: #[export(instances = [Triple = Row<3>])]
struct Row<const N: usize>([f64; N]);
//~ js: assert.strictEqual(t.Triple.name, 'Triple');

fn main() {}
