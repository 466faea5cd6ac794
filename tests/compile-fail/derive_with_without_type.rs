use napi_core::prelude::*;

#[derive(Js)]
struct Color {
    #[js(with = text)]
    //~ instead: #[js(with = text)] #[ts = "string"]
    value: u32,
}

mod text {
    use napi_core::prelude::*;

    pub(super) fn from_js(env: &Env<'_>, value: Value<'_>) -> Result<u32> {
        Ok(value.to::<String>(env)?.parse()?)
    }

    pub(super) fn into_js<'s>(value: u32, env: &Env<'s>) -> Result<Value<'s>> {
        env.value(value.to_string())
    }
}

#[export]
fn color(color: Color) -> Color {
    color
}
//~ js: assert.deepStrictEqual(t.color({ value: '7' }), { value: '7' });

fn main() {}
