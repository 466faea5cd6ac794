//! `cargo napi types`.
