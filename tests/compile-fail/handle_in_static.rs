use napi_core::prelude::*;

use std::sync::Mutex;

enum Config {
    Missing,
    Given(Object<'static>),
    //~ instead: Given(Ref<js::Object>),
}

static CONFIG: Mutex<Config> = Mutex::new(Config::Missing);

#[export]
fn configured() -> bool {
    matches!(*CONFIG.lock().unwrap(), Config::Given(_))
}
//~ js: assert.strictEqual(t.configured(), false);

fn main() {}
