use napi_core::prelude::*;

#[export]
fn open(env: &Env<'_>, path: String) -> Result<u32, Vec<u8>> {
//~ instead: fn open(env: &Env<'_>, path: String) -> Result<u32, String> {
    env.global().map_err(|_| b"gone".to_vec())?;
    //~ instead: env.global().map_err(|_| "gone")?;
    if path.is_empty() { Err(b"refused".to_vec()) } else { Ok(1) }
    //~ instead: if path.is_empty() { Err("refused".into()) } else { Ok(1) }
}
//~ js: assert.throws(() => t.open(''), { message: 'refused' });

fn main() {}
