use napi_core::prelude::*;

#[export]
fn sum(env: &Env<'_>, numbers: Vec<f64>, callback: Function<'_>) -> Result<u32> {
    (#[threadsafe_callback(callback)] move || numbers.iter().sum::<f64>())?;
    //~ instead: let sent = numbers.clone();
    //~ instead: (#[threadsafe_callback(callback)] move || sent.iter().sum::<f64>())?;
    Ok(numbers.len() as u32)
}
//~ js: assert.strictEqual(await new Promise((done) => assert.strictEqual(t.sum([1, 2], done), 2)), 3);

fn main() {}
