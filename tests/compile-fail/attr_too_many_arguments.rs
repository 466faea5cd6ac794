use napi_core::prelude::*;

#[export]
#[rustfmt::skip]
fn last(
    _a: f64, _b: f64, _c: f64, _d: f64, _e: f64, _f: f64, _g: f64, _h: f64, _i: f64, _j: f64, _k: f64, _l: f64, _m: f64,
    _n: f64, _o: f64, _p: f64, q: f64,
    //~ instead: _n: f64, _o: f64, q: f64,
) -> f64 {
    q
}
//~ js: assert.strictEqual(t.last(...Array(15).fill(0), 1), 1);

fn main() {}
