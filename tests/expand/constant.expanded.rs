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
    const NAPI_TEXT: &str = "name VERSION\nvalue\nsite 5 1 6 7 constant/expand/constant.rs\n";
    #[used]
    #[unsafe(link_section = ".napi_types")]
    static NAPI_TYPES: __napi::Types<(__napi::Of<&str>,), { NAPI_TEXT.len() }> = __napi::Types::constant(
        NAPI_TEXT,
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
    const NAPI_TEXT: &str = "name limits\nvalue\nsite 8 1 9 8 constant/expand/constant.rs\n";
    #[used]
    #[unsafe(link_section = ".napi_types")]
    static NAPI_TYPES: __napi::Types<(__napi::Of<[u32; 2]>,), { NAPI_TEXT.len() }> = __napi::Types::constant(
        NAPI_TEXT,
    );
};
