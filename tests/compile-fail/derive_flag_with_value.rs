use napi_core::prelude::*;

#[derive(Js)]
#[js(deny_unknown = true)]
//~ instead: #[js(deny_unknown)]
struct User {
    name: String,
}

#[export]
fn user(user: User) -> User {
    user
}
//~ js: assert.throws(() => t.user({ name: 'a', b: 1 }), /unknown property 'b'/);

fn main() {}
