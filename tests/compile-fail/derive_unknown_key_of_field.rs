use napi_core::prelude::*;

#[derive(Js)]
struct User {
    #[js(optional)]
    //~ instead: #[js(default)]
    age: u32,
}

#[export]
fn user(user: User) -> User {
    user
}
//~ js: assert.deepStrictEqual(t.user({}), { age: 0 });

fn main() {}
