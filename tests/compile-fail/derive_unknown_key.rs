use napi_core::prelude::*;

#[derive(Js)]
#[js(rename_al = "snake_case")]
//~ instead: #[js(rename_all = "snake_case")]
struct User {
    first_name: String,
}

#[export]
fn user(user: User) -> User {
    user
}
//~ js: assert.deepStrictEqual(t.user({ first_name: 'Ann' }), { first_name: 'Ann' });

fn main() {}
