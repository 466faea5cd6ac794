use napi_core::prelude::*;

// It converts, and declaration files have nothing to say about it.
struct Port(u16);
//~ instead: #[derive(TypeOf)]
//~ instead: struct Port(u16);

impl<'s> FromJs<'s> for Port {
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        Ok(Self(value.to(env)?))
    }
}

#[export]
fn listen(port: Port) -> u16 {
    port.0
}
//~ js: assert.strictEqual(t.listen(80), 80);

fn main() {}
