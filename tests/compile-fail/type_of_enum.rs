use napi_core::prelude::*;

#[derive(TypeOf)]
enum Mode {
//~ instead: #[ts = "'read' | 'write'"]
//~ instead: enum Mode {
    Read,
    Write(u32),
}

impl<'s> FromJs<'s> for Mode {
    fn from_js(env: &Env<'s>, value: Value<'s>) -> Result<Self> {
        match value.to::<String>(env)?.as_str() {
            "read" => Ok(Self::Read),
            _ => Ok(Self::Write(0)),
        }
    }
}

#[export]
fn writes(mode: Mode) -> bool {
    matches!(mode, Mode::Write(0))
}
//~ js: assert.strictEqual(t.writes('read'), false);

fn main() {}
