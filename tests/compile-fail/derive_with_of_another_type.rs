use napi_core::prelude::*;

#[derive(FromJs, TypeOf)]
struct Color {
    #[js(with = text)]
    #[ts = "string"]
    value: u32,
}

mod text {
    use napi_core::prelude::*;

    pub(super) fn from_js(env: &Env<'_>, value: Value<'_>) -> Result<String> {
    //~ instead: pub(super) fn from_js(env: &Env<'_>, value: Value<'_>) -> Result<u32> {
        value.to(env)
    }
}

#[export]
fn color(color: Color) -> u32 {
    color.value
}
//~ js: assert.strictEqual(t.color({ value: 7 }), 7);

fn main() {}
