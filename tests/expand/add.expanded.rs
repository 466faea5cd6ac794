use napi_core::prelude::*;
fn add(a: f64, b: f64) -> f64 {
    a + b
}
const _: () = {
    use ::napi_core::__private as __napi;
    struct NapiExport;
    impl __napi::Callback for NapiExport {
        const NAME: &'static str = "add";
        const PARAMS: &'static str = "a, b";
        fn call(call: __napi::Call<'_>) -> __napi::Returned {
            call.no_env().arg::<f64, _>().arg::<f64, _>().run(|a, b| add(a, b))
        }
    }
    #[used]
    #[unsafe(link_section = "napi_exports")]
    static NAPI_EXPORT: &__napi::Export = &__napi::Export::function::<
        NapiExport,
    >(__napi::Site::new("add/expand/add.rs", (3u32, 1u32), (4, 4)));
    const NAPI_TEXT: &str = "name add\nparam a\nparam b\nreturns\nsite 3 1 4 4 add/expand/add.rs\n";
    #[used]
    #[unsafe(link_section = ".napi_types")]
    static NAPI_TYPES: __napi::Types<
        (__napi::Of<f64>, __napi::Of<f64>, __napi::Of<f64>),
        { NAPI_TEXT.len() },
    > = __napi::Types::function(NAPI_TEXT);
};
