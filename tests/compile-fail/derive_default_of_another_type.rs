use napi_core::prelude::*;

#[derive(Js)]
struct User {
    #[js(default = "18")]
    //~ instead: #[js(default = 18)]
    age: u32,
}

#[export]
fn user(user: User) -> User {
    user
}
//~ js: assert.deepStrictEqual(t.user({}), { age: 18 });

fn main() {}
