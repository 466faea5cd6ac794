use napi_core::prelude::*;

#[export]
struct Counter;

#[export]
impl Counter {
    #[export(getter)]
    //~ instead: #[export(enumerable)]
    const MOST: u32 = 1000;

    #[export(symbol = "toStringTag", configurable = false)]
    //~ instead: #[export(configurable = false)]
    const TAG: &'static str = "Counter";

    #[export(constructor, setter)]
    //~ instead: #[export]
    const FIRST: u32 = 1;

    #[export(overload, scope = "host", ts_return = "number")]
    //~ instead: #[export(ts = "number")]
    const SECOND: u32 = 2;
}
//~ js: assert.deepStrictEqual(Object.keys(t.Counter), ['MOST', 'TAG', 'FIRST', 'SECOND']);
//~ js: assert.deepStrictEqual([t.Counter.MOST, t.Counter.TAG, t.Counter.FIRST, t.Counter.SECOND], [1000, 'Counter', 1, 2]);
//~ js: assert.strictEqual(Object.getOwnPropertyDescriptor(t.Counter, 'TAG').configurable, false);

fn main() {}
