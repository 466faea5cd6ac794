use napi_core::prelude::*;

struct Base;
//~ instead: #[export]
//~ instead: struct Base;

#[export(extends = Base)]
struct Derived {
    base: Base,
}
//~ js: assert.ok(t.Derived.prototype instanceof t.Base);

fn main() {}
