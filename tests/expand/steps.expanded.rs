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
    const NAPI_TEXT: &str = "name joinAll\nnamespace text\noptional separator\nrest parts\nreturns\nsite 5 1 6 4 steps/expand/steps.rs\n";
    #[used]
    #[unsafe(link_section = ".napi_types")]
    static NAPI_TYPES: __napi::Types<
        (__napi::Of<&str>, __napi::Of<String>, __napi::Of<Result<String>>),
        { NAPI_TEXT.len() },
    > = __napi::Types::function(NAPI_TEXT);
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
    const NAPI_TEXT: &str = "name depth\noverload\nreturns\nsite 11 1 12 4 steps/expand/steps.rs\n";
    #[used]
    #[unsafe(link_section = ".napi_types")]
    static NAPI_TYPES: __napi::Types<(__napi::Of<Result<u32>>,), { NAPI_TEXT.len() }> = __napi::Types::function(
        NAPI_TEXT,
    );
};
