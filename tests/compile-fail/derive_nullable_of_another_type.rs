use napi_core::prelude::*;

#[derive(Js)]
struct User {
    #[js(nullable)]
    name: String,
    //~ instead: name: Option<String>,
}

#[export]
fn user(user: User) -> User {
    user
}
//~ js: assert.deepStrictEqual(t.user({ name: null }), { name: null });

fn main() {}
