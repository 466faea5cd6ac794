use napi_core::prelude::*;

#[export]
fn sum(env: &Env<'_>, numbers: Vec<f64>, callback: Function<'_>) -> Result<Work> {
    #[threadsafe_callback(callback)]
    || numbers.iter().sum::<f64>()
    //~ instead: move || numbers.iter().sum::<f64>()
}
//~ js: assert.strictEqual(await new Promise((done) => t.sum([1, 2], done)), 3);

fn main() {}
