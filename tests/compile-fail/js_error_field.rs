use napi_core::prelude::*;

#[derive(Debug, JsError)]
struct Late {
    #[js(field)]
    by: std::time::Duration,
    //~ instead: by: f64,
}

impl std::fmt::Display for Late {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("late")
    }
}

impl std::error::Error for Late {}

#[export]
fn hurry() -> Result<()> {
    Err(Late { by: Default::default() })?
}
//~ js: assert.throws(() => t.hurry(), { name: 'Late', by: 0 });

fn main() {}
