use napi_core::prelude::*;

struct Request<'s>(Object<'s>);
//~ instead: #[derive(TypeOf)]
//~ instead: struct Request<'s>(Object<'s>);

impl<'s> FromJs<'s> for Request<'s> {
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        Ok(Self(value.to(env)?))
    }
}

#[export]
fn path(env: &Env<'_>, request: Request<'_>) -> Result<String> {
    request.0.get(env, "path")
}
//~ js: assert.strictEqual(t.path({ path: '/' }), '/');

fn main() {}
