//! `cargo napi`.

mod types;

fn main() {}
