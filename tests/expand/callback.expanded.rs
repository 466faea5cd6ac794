use std::thread;
use napi_core::prelude::*;
fn ask(cb: impl Fn(i32, String) -> Result<bool> + Send + Sync + 'static) {
    thread::spawn(move || cb(1, "one".into()));
}
const _: () = {
    use ::napi_core::__private as __napi;
    struct NapiExport;
    impl __napi::Callback for NapiExport {
        const NAME: &'static str = "ask";
        const PARAMS: &'static str = "cb";
        fn call(call: __napi::Call<'_>) -> __napi::Returned {
            call.no_env()
                .arg::<__napi::ThreadsafeCallback<(i32, String), bool>, _>()
                .run(|cb| ask(move |a0, a1| cb.call_blocking((a0, a1))))
        }
    }
    #[used]
    #[unsafe(link_section = "napi_exports")]
    static NAPI_EXPORT: &__napi::Export = &__napi::Export::function::<
        NapiExport,
    >(__napi::Site::new("callback/expand/callback.rs", (7u32, 1u32), (8, 4)));
    const NAPI_TEXT: &str = "name ask\nparam cb\nreturns\nsite 7 1 8 4 callback/expand/callback.rs\n";
    #[used]
    #[unsafe(link_section = ".napi_types")]
    static NAPI_TYPES: __napi::Types<
        (__napi::Of<__napi::ThreadsafeCallback<(i32, String), bool>>, __napi::Of<()>),
        { NAPI_TEXT.len() },
    > = __napi::Types::function(NAPI_TEXT);
};
fn tell(cb: impl Fn(i32) + Send + 'static) {
    thread::spawn(move || cb(1));
}
const _: () = {
    use ::napi_core::__private as __napi;
    struct NapiExport;
    impl __napi::Callback for NapiExport {
        const NAME: &'static str = "tell";
        const PARAMS: &'static str = "cb";
        fn call(call: __napi::Call<'_>) -> __napi::Returned {
            call.no_env()
                .arg::<__napi::ThreadsafeCallback<(i32,), ()>, _>()
                .run(|cb| {
                    let cb = cb.weak().bound(8);
                    tell(move |a0| ::core::mem::drop(cb.call((a0,))))
                })
        }
    }
    #[used]
    #[unsafe(link_section = "napi_exports")]
    static NAPI_EXPORT: &__napi::Export = &__napi::Export::function::<
        NapiExport,
    >(__napi::Site::new("callback/expand/callback.rs", (12u32, 1u32), (13, 4)));
    const NAPI_TEXT: &str = "name tell\nparam cb\nreturns\nsite 12 1 13 4 callback/expand/callback.rs\n";
    #[used]
    #[unsafe(link_section = ".napi_types")]
    static NAPI_TYPES: __napi::Types<
        (__napi::Of<__napi::ThreadsafeCallback<(i32,), ()>>, __napi::Of<()>),
        { NAPI_TEXT.len() },
    > = __napi::Types::function(NAPI_TEXT);
};
fn try_tell(cb: ThreadsafeCallback<(i32,)>) {
    thread::spawn(move || cb.try_call((1,)));
}
const _: () = {
    use ::napi_core::__private as __napi;
    struct NapiExport;
    impl __napi::Callback for NapiExport {
        const NAME: &'static str = "tryTell";
        const PARAMS: &'static str = "cb";
        fn call(call: __napi::Call<'_>) -> __napi::Returned {
            call.no_env()
                .arg::<ThreadsafeCallback<(i32,)>, _>()
                .run(|cb| {
                    let cb = cb.bound(2 * 8);
                    try_tell(cb)
                })
        }
    }
    #[used]
    #[unsafe(link_section = "napi_exports")]
    static NAPI_EXPORT: &__napi::Export = &__napi::Export::function::<
        NapiExport,
    >(__napi::Site::new("callback/expand/callback.rs", (17u32, 1u32), (18, 4)));
    const NAPI_TEXT: &str = "name tryTell\nparam cb\nreturns\nsite 17 1 18 4 callback/expand/callback.rs\n";
    #[used]
    #[unsafe(link_section = ".napi_types")]
    static NAPI_TYPES: __napi::Types<
        (__napi::Of<ThreadsafeCallback<(i32,)>>, __napi::Of<()>),
        { NAPI_TEXT.len() },
    > = __napi::Types::function(NAPI_TEXT);
};
