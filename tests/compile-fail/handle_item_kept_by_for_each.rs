use napi_core::prelude::*;

#[export]
fn numbers(env: &mut Env<'_>, list: Array<'_>) -> Result<usize> {
    let mut numbers = Vec::new();
    list.for_each(env, |env, item| {
        if item.type_of(env)? == ValueType::Number {
            numbers.push(item);
            //~ instead: numbers.push(item.to::<f64>(env)?);
        }
        Ok(())
    })?;
    Ok(numbers.len())
}
//~ js: assert.strictEqual(t.numbers([1, 'two', 3]), 2);

fn main() {}
