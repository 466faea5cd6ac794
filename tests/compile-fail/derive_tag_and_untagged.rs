use napi_core::prelude::*;

#[derive(Js)]
#[js(tag = "type", untagged)]
//~ instead: #[js(untagged)]
enum Event {
    Text(String),
}

#[export]
fn event(event: Event) -> Event {
    event
}
//~ js: assert.strictEqual(t.event('a'), 'a');

fn main() {}
