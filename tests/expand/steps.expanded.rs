use napi_core::prelude::*;
fn join(
    this: This<'_>,
    env: &Env<'_>,
    separator: &str,
    parts: Rest<String>,
) -> Result<String> {
    let _ = this.type_of(env)?;
    Ok(parts.join(separator))
}
const _: () = {
    use ::napi_core::__private as __napi;
    struct NapiExport;
    impl __napi::Callback for NapiExport {
        const NAME: &'static str = "joinAll";
        const PARAMS: &'static str = "separator, parts";
        fn call(call: __napi::Call<'_>) -> __napi::Returned {
            call.own_scope()
                .this()
                .default_arg::<&str, _>()
                .rest::<String>()
                .run(|env, this, separator, parts| join(
                    this,
                    env,
                    separator.unwrap_or_else(|| ", "),
                    parts,
                ))
        }
    }
    #[used]
    #[unsafe(link_section = "napi_exports")]
    static NAPI_EXPORT: &__napi::Export = &__napi::Export::function::<
        NapiExport,
    >(__napi::Site::new("steps/expand/steps.rs", (5u32, 1u32), (6, 4)))
        .namespace("text");
};
fn depth(env: &Env<'_>) -> Result<u32> {
    env.undefined().map(|_| 0)
}
const _: () = {
    use ::napi_core::__private as __napi;
    struct NapiExport;
    impl __napi::Callback for NapiExport {
        const NAME: &'static str = "depth";
        const PARAMS: &'static str = "";
        fn call(call: __napi::Call<'_>) -> __napi::Returned {
            call.host_scope().run(|env| depth(env))
        }
    }
    #[used]
    #[unsafe(link_section = "napi_exports")]
    static NAPI_EXPORT: &__napi::Export = &__napi::Export::function::<
        NapiExport,
    >(__napi::Site::new("steps/expand/steps.rs", (11u32, 1u32), (12, 4)))
        .overload();
};
