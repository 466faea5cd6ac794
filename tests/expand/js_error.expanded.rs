use napi_core::prelude::*;
#[js(class = "NotFoundError", code = "ERR_NOT_FOUND")]
pub struct NotFound {
    #[js(field)]
    pub key: String,
}
#[automatically_derived]
impl ::core::fmt::Debug for NotFound {
    #[inline]
    fn fmt(&self, f: &mut ::core::fmt::Formatter) -> ::core::fmt::Result {
        ::core::fmt::Formatter::debug_struct_field1_finish(
            f,
            "NotFound",
            "key",
            &&self.key,
        )
    }
}
const _: () = {
    use ::napi_core::__private as __napi;
    impl __napi::JsError for NotFound {
        const CLASSES: &'static [(&'static str, &'static str)] = &[
            ("NotFoundError", "Error"),
        ];
        #[allow(unused_variables)]
        fn describe(&self, error: &mut __napi::Described<'_, '_>) {
            error.code("ERR_NOT_FOUND").field("key", &self.key);
        }
    }
    #[used]
    #[unsafe(link_section = "napi_exports")]
    static NAPI_EXPORT: &__napi::Export = &__napi::Export::errors::<
        NotFound,
    >(__napi::Site::new("js_error/expand/js_error.rs", (5u32, 17u32), (7, 12)));
    const NAPI_ID: &str = "js_error@0.1.0::js_error::NotFoundError#5:17";
    impl __napi::TypeOf for NotFound {
        type Term = __napi::Named<(), { NAPI_ID.len() }>;
        const TERM: Self::Term = __napi::named::<(), _>(NAPI_ID);
    }
    const _: () = {
        const NAPI_TEXT: &str = "name NotFoundError\nid js_error@0.1.0::js_error::NotFoundError#5:17\nextends\nts Error\nsite 5 17 7 12 js_error/expand/js_error.rs\n";
        #[used]
        #[unsafe(link_section = ".napi_types")]
        static NAPI_TYPES: __napi::Types<(), { NAPI_TEXT.len() }> = __napi::Types::class(
            NAPI_TEXT,
        );
        const _: () = {
            const NAPI_TEXT: &str = "name code\nof\nrole getter\nreturns\nts \'ERR_NOT_FOUND\'\nsite 5 17 7 12 js_error/expand/js_error.rs\n";
            #[used]
            #[unsafe(link_section = ".napi_types")]
            static NAPI_TYPES: __napi::Types<
                (__napi::Of<NotFound>,),
                { NAPI_TEXT.len() },
            > = __napi::Types::member(NAPI_TEXT);
        };
        const _: () = {
            const NAPI_TEXT: &str = "name key\nof\nrole getter\nreturns\nsite 5 17 7 12 js_error/expand/js_error.rs\n";
            #[used]
            #[unsafe(link_section = ".napi_types")]
            static NAPI_TYPES: __napi::Types<
                (__napi::Of<NotFound>, __napi::Of<String>),
                { NAPI_TEXT.len() },
            > = __napi::Types::member(NAPI_TEXT);
        };
    };
};
impl std::fmt::Display for NotFound {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_fmt(format_args!("there is no {0}", self.key))
    }
}
impl std::error::Error for NotFound {}
