use napi_core::prelude::*;

#[export]
struct Base;

#[export(extends = Base)]
struct Derived {
    count: u32,
    //~ instead: count: u32,
    //~ instead: base: Base,
}
//~ js: assert.ok(t.Derived.prototype instanceof t.Base);

fn main() {}
