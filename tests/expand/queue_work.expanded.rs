use napi_core::prelude::*;
fn sum(env: &Env<'_>, numbers: Vec<f64>, callback: Function<'_>) -> Result<Work> {
    ::napi_core::__private::queue_work_for(
        &*env,
        callback,
        move || numbers.iter().sum::<f64>(),
    )
}
const _: () = {
    use ::napi_core::__private as __napi;
    struct NapiExport;
    impl __napi::Callback for NapiExport {
        const NAME: &'static str = "sum";
        const PARAMS: &'static str = "numbers, callback";
        fn call(call: __napi::Call<'_>) -> __napi::Returned {
            call.own_scope()
                .arg::<Vec<f64>, _>()
                .arg::<Function<'_>, _>()
                .run(|env, numbers, callback| sum(env, numbers, callback))
        }
    }
    #[used]
    #[unsafe(link_section = "napi_exports")]
    static NAPI_EXPORT: &__napi::Export = &__napi::Export::function::<
        NapiExport,
    >(__napi::Site::new("queue_work/expand/queue_work.rs", (5u32, 1u32), (6, 4)));
    const NAPI_TEXT: &str = "name sum\nparam numbers\nparam callback\nreturns\nsite 5 1 6 4 queue_work/expand/queue_work.rs\n";
    #[used]
    #[unsafe(link_section = ".napi_types")]
    static NAPI_TYPES: __napi::Types<
        (__napi::Of<Vec<f64>>, __napi::Of<Function<'_>>, __napi::Of<Result<Work>>),
        { NAPI_TEXT.len() },
    > = __napi::Types::function(NAPI_TEXT);
};
fn twice(env: &mut Env<'_>, callback: Function<'_>) -> Result<()> {
    (::napi_core::__private::queue_work_for(&*env, callback, || 1))?;
    env.scope(|env| {
        let work = ::napi_core::__private::queue_work_for(
            &*env,
            callback,
            || Ok::<_, Error>("two"),
        );
        work.map(drop)
    })
}
const _: () = {
    use ::napi_core::__private as __napi;
    struct NapiExport;
    impl __napi::Callback for NapiExport {
        const NAME: &'static str = "twice";
        const PARAMS: &'static str = "callback";
        fn call(call: __napi::Call<'_>) -> __napi::Returned {
            call.own_scope()
                .arg::<Function<'_>, _>()
                .run(|env, callback| twice(env, callback))
        }
    }
    #[used]
    #[unsafe(link_section = "napi_exports")]
    static NAPI_EXPORT: &__napi::Export = &__napi::Export::function::<
        NapiExport,
    >(__napi::Site::new("queue_work/expand/queue_work.rs", (11u32, 1u32), (12, 4)));
    const NAPI_TEXT: &str = "name twice\nparam callback\nreturns\nsite 11 1 12 4 queue_work/expand/queue_work.rs\n";
    #[used]
    #[unsafe(link_section = ".napi_types")]
    static NAPI_TYPES: __napi::Types<
        (__napi::Of<Function<'_>>, __napi::Of<Result<()>>),
        { NAPI_TEXT.len() },
    > = __napi::Types::function(NAPI_TEXT);
};
