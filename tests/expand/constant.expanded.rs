use napi_core::prelude::*;
const VERSION: &str = "1.0";
const _: () = {
    use ::napi_core::__private as __napi;
    #[used]
    #[unsafe(link_section = "napi_exports")]
    static NAPI_EXPORT: &__napi::Export = &__napi::Export::constant(
        "VERSION",
        |call| call.value(VERSION),
        __napi::Site::new("constant/expand/constant.rs", (5u32, 1u32), (6, 7)),
    );
};
static LIMITS: [u32; 2] = [1, 64];
const _: () = {
    use ::napi_core::__private as __napi;
    #[used]
    #[unsafe(link_section = "napi_exports")]
    static NAPI_EXPORT: &__napi::Export = &__napi::Export::constant(
        "limits",
        |call| call.value(::core::clone::Clone::clone(&LIMITS)),
        __napi::Site::new("constant/expand/constant.rs", (8u32, 1u32), (9, 8)),
    );
};
