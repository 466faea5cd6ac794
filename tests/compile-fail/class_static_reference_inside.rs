use napi_core::prelude::*;

#[export]
struct Counter {
    count: u32,
}

#[export]
impl Counter {
    fn sum(env: &Env<'_>, counters: Vec<&'static Counter>, more: Option<&'static mut Self>) -> Result<u32> {
        //~ instead: fn sum(env: &Env<'_>, counters: Vec<&Counter>, more: Option<&mut Self>) -> Result<u32> {
        env.undefined()?;
        let more = more.map_or(0, |more| more.count);
        Ok(more + counters.iter().map(|counter| counter.count).sum::<u32>())
    }
}
//~ js: assert.strictEqual(t.Counter.sum([]), 0);

fn main() {}
