use napi_core::prelude::*;
fn ask(cb: impl AsyncFn(i32) -> Result<bool> + 'static) {
    let _later = async move || cb(1).await;
}
const _: () = {
    use ::napi_core::__private as __napi;
    struct NapiExport;
    impl __napi::Callback for NapiExport {
        const NAME: &'static str = "ask";
        const PARAMS: &'static str = "cb";
        fn call(call: __napi::Call<'_>) -> __napi::Returned {
            call.no_env()
                .arg::<__napi::ThreadsafeCallback<(i32,), bool>, _>()
                .run(|cb| ask(async move |a0| cb.call_async((a0,)).await))
        }
    }
    #[used]
    #[unsafe(link_section = "napi_exports")]
    static NAPI_EXPORT: &__napi::Export = &__napi::Export::function::<
        NapiExport,
    >(
        __napi::Site::new(
            "callback_async/expand/callback_async.rs",
            (5u32, 1u32),
            (6, 4),
        ),
    );
    const NAPI_TEXT: &str = "name ask\nparam cb\nreturns\nsite 5 1 6 4 callback_async/expand/callback_async.rs\n";
    #[used]
    #[unsafe(link_section = ".napi_types")]
    static NAPI_TYPES: __napi::Types<
        (__napi::Of<__napi::ThreadsafeCallback<(i32,), bool>>, __napi::Of<()>),
        { NAPI_TEXT.len() },
    > = __napi::Types::function(NAPI_TEXT);
};
