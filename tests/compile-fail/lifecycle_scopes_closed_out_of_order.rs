use napi_core::prelude::*;

// Scopes close in the reverse order of their opening. As long as the inner scope is open, the token of the outer one
// rests: it cannot be used, and nobody can close the outer scope first.
#[export]
fn nested(env: &mut Env<'_>) -> Result<u32> {
    env.scope(|outer| {
        scope!(let inner = outer);
        let list = inner.array_with_length(2)?;
        outer.scope(|last| list.len(last))
        //~ instead: inner.scope(|last| list.len(last))
    })
}
//~ js: assert.strictEqual(t.nested(), 2);

fn main() {}
