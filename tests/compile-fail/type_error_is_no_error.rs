use napi_core::prelude::*;

struct Refused;
//~ instead: #[derive(Debug)]
//~ instead: struct Refused;
//~ instead: impl std::fmt::Display for Refused {
//~ instead:     fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
//~ instead:         f.write_str("refused")
//~ instead:     }
//~ instead: }
//~ instead: impl std::error::Error for Refused {}

#[export]
fn open(path: String) -> Result<u32, Refused> {
    if path.is_empty() { Err(Refused) } else { Ok(1) }
}
//~ js: assert.throws(() => t.open(''), { message: 'refused' });

fn main() {}
