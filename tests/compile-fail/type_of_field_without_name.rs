use napi_core::prelude::*;

#[derive(TypeOf)]
struct Width(
    #[ts = "`${number}px`"] String,
    //~ instead: String,
);

impl<'s> IntoJs<'s> for Width {
    fn into_js(self, env: &Env<'s>) -> Result<Value<'s>> {
        env.value(self.0)
    }
}

#[export]
fn width() -> Width {
    Width("1px".into())
}
//~ js: assert.strictEqual(t.width(), '1px');

fn main() {}
