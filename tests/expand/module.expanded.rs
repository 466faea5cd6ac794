use napi_core::prelude::*;
fn init(env: &mut Env<'_>, exports: Object<'_>) -> Result<()> {
    exports.set(env, "ready", true)
}
const _: () = {
    use ::napi_core::__private as __napi;
    struct NapiModule;
    impl __napi::Module for NapiModule {
        const NAME: &'static str = "module";
        fn init(call: __napi::Init<'_>) -> __napi::Returned {
            call.run(|env, exports| init(env, exports))
        }
    }
    #[used]
    #[unsafe(link_section = "napi_exports")]
    static NAPI_MODULE: &__napi::Export = &__napi::Export::module::<
        NapiModule,
    >(__napi::Site::new("module/expand/module.rs", (5u32, 1u32), (6, 4)));
    #[unsafe(export_name = "napi_core_only_one_module_per_library")]
    static ONLY_ONE: u8 = 0;
    const NAPI_TEXT: &str = "name module\nvalue\nsite 5 1 6 4 module/expand/module.rs\n";
    #[used]
    #[unsafe(link_section = ".napi_types")]
    static NAPI_TYPES: __napi::Types<(__napi::Of<Result<()>>,), { NAPI_TEXT.len() }> = __napi::Types::module(
        NAPI_TEXT,
    );
    #[unsafe(no_mangle)]
    extern "C" fn napi_register_module_v1(
        env: __napi::HostEnv,
        exports: __napi::HostValue,
    ) -> __napi::HostValue {
        __napi::register::<NapiModule>(env, exports)
    }
    #[unsafe(no_mangle)]
    extern "C" fn node_api_module_get_api_version_v1() -> i32 {
        __napi::api_version()
    }
};
