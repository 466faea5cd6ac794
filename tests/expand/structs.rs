use napi_core::prelude::*;

#[derive(Js)]
pub struct User {
    pub name: String,
    #[js(default = 18)]
    pub age_in_years: u32,
    #[js(nullable)]
    pub mail: Option<String>,
}
