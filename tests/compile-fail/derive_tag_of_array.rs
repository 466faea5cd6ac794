use napi_core::prelude::*;

#[derive(Js)]
#[js(tag = "type")]
//~ instead: #[js(tag = "type", content = "data")]
enum Event {
    Moved(f64, f64),
}

#[export]
fn event(event: Event) -> Event {
    event
}
//~ js: assert.deepStrictEqual(t.event({ type: 'moved', data: [1, 2] }), { type: 'moved', data: [1, 2] });

fn main() {}
