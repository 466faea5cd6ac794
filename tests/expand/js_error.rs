//! An error type with a class.

use napi_core::prelude::*;

#[derive(Debug, JsError)]
#[js(class = "NotFoundError", code = "ERR_NOT_FOUND")]
pub struct NotFound {
    #[js(field)]
    pub key: String,
}

impl std::fmt::Display for NotFound {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "there is no {}", self.key)
    }
}

impl std::error::Error for NotFound {}
