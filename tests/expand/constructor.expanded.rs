use napi_core::prelude::*;
fn init() {}
const _: () = {
    use ::napi_core::__private as __napi;
    struct NapiModule;
    impl __napi::Module for NapiModule {
        const NAME: &'static str = "MyModule";
        fn init(call: __napi::Init<'_>) -> __napi::Returned {
            call.run(|_env, _exports| init())
        }
    }
    #[used]
    #[unsafe(link_section = "napi_exports")]
    static NAPI_MODULE: &__napi::Export = &__napi::Export::module::<
        NapiModule,
    >(__napi::Site::new("constructor/expand/constructor.rs", (5u32, 1u32), (6, 4)))
        .constructor();
    #[unsafe(export_name = "napi_core_only_one_module_per_library")]
    static ONLY_ONE: u8 = 0;
    const NAPI_TEXT: &str = "name MyModule\nsite 5 1 6 4 constructor/expand/constructor.rs\n";
    #[used]
    #[unsafe(link_section = ".napi_types")]
    static NAPI_TYPES: __napi::Types<(), { NAPI_TEXT.len() }> = __napi::Types::module(
        NAPI_TEXT,
    );
};
