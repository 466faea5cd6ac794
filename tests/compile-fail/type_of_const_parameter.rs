use napi_core::prelude::*;

#[derive(TypeOf)]
struct Row<const N: usize>(Vec<u8>);
//~ instead: struct Row(Vec<u8>);

impl<'s, const N: usize> IntoJs<'s> for Row<N> {
//~ instead: impl<'s> IntoJs<'s> for Row {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        env.value(self.0)
    }
}

#[export]
fn row() -> Row<2> {
//~ instead: fn row() -> Row {
    Row(vec![1, 2])
}
//~ js: assert.deepStrictEqual(t.row(), [1, 2]);

fn main() {}
