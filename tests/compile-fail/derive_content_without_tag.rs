use napi_core::prelude::*;

#[derive(Js)]
#[js(content = "data", untagged)]
//~ instead: #[js(tag = "type", content = "data")]
enum Event {
    Text(String),
}

#[export]
fn event(event: Event) -> Event {
    event
}
//~ js: assert.deepStrictEqual(t.event({ type: 'text', data: 'a' }), { type: 'text', data: 'a' });

fn main() {}
