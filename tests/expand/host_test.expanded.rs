use napi_core::prelude::*;
fn makes(env: &mut Env<'_>) -> Result<()> {
    env.object().map(|_| ())
}
const _: () = {
    use ::napi_core::__private as __napi;
    #[used]
    #[unsafe(link_section = "napi_exports")]
    static NAPI_TEST: &__napi::Export = &__napi::Export::test(
        "host_test",
        "makes",
        |env| __napi::outcome(makes(env)),
        __napi::Site::new("host_test/expand/host_test.rs", (5u32, 1u32), (6, 4)),
    );
};
fn keeps() {}
const _: () = {
    use ::napi_core::__private as __napi;
    #[used]
    #[unsafe(link_section = "napi_exports")]
    static NAPI_TEST: &__napi::Export = &__napi::Export::test(
            "host_test",
            "keeps",
            |_| __napi::outcome(keeps()),
            __napi::Site::new("host_test/expand/host_test.rs", (10u32, 1u32), (12, 4)),
        )
        .ignored("it takes long")
        .keeps_references();
};
fn refuses(env: &Env<'_>) {
    {
        ::core::panicking::panic_fmt(format_args!("no {0:?}", env));
    };
}
const _: () = {
    use ::napi_core::__private as __napi;
    #[used]
    #[unsafe(link_section = "napi_exports")]
    static NAPI_TEST: &__napi::Export = &__napi::Export::test(
            "host_test",
            "refuses",
            |env| __napi::outcome(refuses(env)),
            __napi::Site::new("host_test/expand/host_test.rs", (14u32, 1u32), (16, 4)),
        )
        .should_panic("no");
};
