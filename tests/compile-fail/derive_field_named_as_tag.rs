use napi_core::prelude::*;

#[derive(Js)]
#[js(tag = "type")]
//~ instead: #[js(tag = "kind")]
enum Token {
    Word { r#type: String },
}

#[export]
fn token(token: Token) -> Token {
    token
}
//~ js: assert.deepStrictEqual(t.token({ kind: 'word', type: 'a' }), { kind: 'word', type: 'a' });

fn main() {}
