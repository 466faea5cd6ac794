use napi_core::prelude::*;

// There is no call that closes a scope: it closes where its block ends, and everything made in it ends there as well.
#[export]
fn both<'s>(env: &mut Env<'s>) -> Result<u32> {
    let first = env.scope(|env| env.array_with_length(1))?;
    //~ instead: let first = env.scope(|env| env.array_with_length(1)?.len(env))?;
    let second = env.array_with_length(2)?;
    Ok(first.len(env)? + second.len(env)?)
    //~ instead: Ok(first + second.len(env)?)
}
//~ js: assert.strictEqual(t.both(), 3);

fn main() {}
