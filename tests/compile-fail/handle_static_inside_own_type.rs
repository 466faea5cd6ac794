use napi_core::prelude::*;

// A type of one's own may carry a handle, and then names its scope as well.
#[derive(TypeOf)]
struct Request(Object<'static>);
//~ instead: struct Request<'s>(Object<'s>);

impl<'s> FromJs<'s> for Request {
//~ instead: impl<'s> FromJs<'s> for Request<'s> {
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        Ok(Self(value.to(env)?))
    }
}

#[export]
fn path(env: &Env<'_>, request: Request) -> Result<String> {
//~ instead: fn path(env: &Env<'_>, request: Request<'_>) -> Result<String> {
    request.0.get(env, "path")
}
//~ js: assert.strictEqual(t.path({ path: '/' }), '/');

fn main() {}
