use napi_core::prelude::*;
fn pick<'s>(object: Object<'s>, env: &mut Env<'s>, key: &str) -> Result<Value<'s>> {
    object.get(env, key)
}
const _: () = {
    use ::napi_core::__private as __napi;
    struct NapiExport;
    impl __napi::Callback for NapiExport {
        const NAME: &'static str = "pick";
        const PARAMS: &'static str = "object, key";
        fn call(call: __napi::Call<'_>) -> __napi::Returned {
            call.escapable_scope()
                .arg::<Object<'_>, _>()
                .arg::<&str, _>()
                .run(|env, object, key| pick(object, env, key))
        }
    }
    #[used]
    #[unsafe(link_section = "napi_exports")]
    static NAPI_EXPORT: &__napi::Export = &__napi::Export::function::<
        NapiExport,
    >(__napi::Site::new("handle/expand/handle.rs", (5u32, 1u32), (6, 4)));
    const NAPI_TEXT: &str = "name pick\nparam object\nparam key\nreturns\nsite 5 1 6 4 handle/expand/handle.rs\n";
    #[used]
    #[unsafe(link_section = ".napi_types")]
    static NAPI_TYPES: __napi::Types<
        (__napi::Of<Object<'_>>, __napi::Of<&str>, __napi::Of<Result<Value<'_>>>),
        { NAPI_TEXT.len() },
    > = __napi::Types::function(NAPI_TEXT);
};
