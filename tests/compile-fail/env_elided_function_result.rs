use napi_core::prelude::*;

#[export]
fn adder(env: &Env<'_>) -> Result<Function<(f64, f64), f64>> {
//~ instead: fn adder<'s>(env: &Env<'s>) -> Result<Function<'s, (f64, f64), f64>> {
    env.function::<(f64, f64), f64>("add", |_env, (a, b)| Ok(a + b))
}
//~ js: assert.strictEqual(t.adder()(1, 2), 3);

fn main() {}
