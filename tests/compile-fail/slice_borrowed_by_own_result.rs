use napi_core::prelude::*;

#[derive(TypeOf)]
struct Parts<'a>(&'a [u8]);
//~ instead: struct Parts(Vec<u8>);

impl<'s> IntoJs<'s> for Parts<'_> {
//~ instead: impl<'s> IntoJs<'s> for Parts {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        env.value(self.0.len() as u32)
    }
}

#[export]
fn parts<'a>(bytes: &'a [u8]) -> Parts<'a> {
//~ instead: fn parts(bytes: &[u8]) -> Parts {
    Parts(bytes)
    //~ instead: Parts(bytes.to_vec())
}
//~ js: assert.strictEqual(t.parts(new Uint8Array(3)), 3);

fn main() {}
