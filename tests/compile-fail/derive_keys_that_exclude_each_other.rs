use napi_core::prelude::*;

#[derive(Js)]
struct User {
    #[js(nullable, default)]
    //~ instead: #[js(nullable)]
    name: Option<String>,
    #[js(skip, rename = "x")]
    //~ instead: #[js(skip)]
    hidden: u32,
}

#[export]
fn user(user: User) -> u32 {
    user.hidden
}
//~ js: assert.strictEqual(t.user({ name: null, hidden: 7 }), 0);

fn main() {}
