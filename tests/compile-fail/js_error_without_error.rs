use napi_core::prelude::*;

#[derive(JsError)]
//~ instead: #[derive(Debug, JsError)]
struct Lost;
//~ instead: struct Lost;
//~ instead: impl std::fmt::Display for Lost {
//~ instead:     fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
//~ instead:         f.write_str("lost")
//~ instead:     }
//~ instead: }
//~ instead: impl std::error::Error for Lost {}

#[export]
fn lose() -> Result<()> {
    Err("lost")?
    //~ instead: Err(Lost)?
}
//~ js: assert.throws(() => t.lose(), { name: 'Lost', message: 'lost' });

fn main() {}
