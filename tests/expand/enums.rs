use napi_core::prelude::*;

#[derive(FromJs, IntoJs)]
pub enum Mode {
    Read,
    Write,
}

#[derive(FromJs, IntoJs)]
#[js(tag = "type")]
pub enum Shape<T> {
    Circle { radius: f64 },
    Other(T),
    Nothing,
}
