use napi_core::prelude::*;

#[derive(TypeOf)]
#[ts = "number[]"]
struct List<T>(Vec<T>);
//~ instead: struct List(Vec<u8>);

impl<'s> IntoJs<'s> for List<u8> {
//~ instead: impl<'s> IntoJs<'s> for List {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        env.value(self.0)
    }
}

#[export]
fn list() -> List<u8> {
//~ instead: fn list() -> List {
    List(vec![1, 2])
}
//~ js: assert.deepStrictEqual(t.list(), [1, 2]);

fn main() {}
