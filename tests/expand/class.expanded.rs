use napi_core::prelude::*;
/// Counts.
struct Counter {
    count: u32,
}
const _: () = {
    use ::napi_core::__private as __napi;
    impl __napi::Class for Counter {
        const NAME: &'static str = "Counter";
        type Base = __napi::NoBase;
        type Itself = Self;
    }
    impl<'s> __napi::Argument<'s> for &Counter {
        type Slot = __napi::CellRef<Counter>;
        #[inline]
        fn prepare(
            incoming: &__napi::Incoming<'_, 's>,
            cell: &mut __napi::CellStorage<Counter>,
        ) -> __napi::Result<()> {
            __napi::CellRef::prepare(incoming, cell)
        }
    }
    impl<'s> __napi::Argument<'s> for &mut Counter {
        type Slot = __napi::CellMut<Counter>;
        #[inline]
        fn prepare(
            incoming: &__napi::Incoming<'_, 's>,
            cell: &mut __napi::CellStorage<Counter>,
        ) -> __napi::Result<()> {
            __napi::CellMut::prepare(incoming, cell)
        }
    }
    impl<'s> __napi::Argument<'s> for Counter {
        type Slot = __napi::CellOwned<Counter>;
        #[inline]
        fn prepare(
            incoming: &__napi::Incoming<'_, 's>,
            cell: &mut __napi::CellStorage<Counter>,
        ) -> __napi::Result<()> {
            __napi::CellOwned::prepare(incoming, cell)
        }
    }
    impl<'s> __napi::IntoJs<'s> for Counter {
        fn into_js(self, env: &__napi::Env<'s>) -> __napi::Result<__napi::Value<'s>> {
            __napi::into_instance(self, env)
        }
    }
    impl __napi::Family for Counter {
        type Of<'x> = Self;
    }
    #[used]
    #[unsafe(link_section = "napi_exports")]
    static NAPI_EXPORT: &__napi::Export = &__napi::Export::class::<
        Counter,
    >(__napi::Site::new("class/expand/class.rs", (4u32, 1u32), (5, 8)));
    const NAPI_ID: &str = "class@0.1.0::class::Counter#4:1";
    impl __napi::TypeOf for Counter {
        type Term = __napi::Named<(), { NAPI_ID.len() }>;
        const TERM: Self::Term = __napi::named::<(), _>(NAPI_ID);
    }
    const NAPI_TEXT: &str = "name Counter\ndoc Counts.\nid class@0.1.0::class::Counter#4:1\nsite 4 1 5 8 class/expand/class.rs\n";
    #[used]
    #[unsafe(link_section = ".napi_types")]
    static NAPI_TYPES: __napi::Types<(), { NAPI_TEXT.len() }> = __napi::Types::class(
        NAPI_TEXT,
    );
};
impl Counter {
    fn new(count: u32) -> Self {
        Self { count }
    }
    /// Adds.
    fn add(&mut self, by: u32) -> &mut Self {
        self.count += by;
        self
    }
    /// Adds what JavaScript says, which may use the counter.
    fn ask(
        env: &Env<'_>,
        this: Instance<'_, Self>,
        by: Function<'_, (), u32>,
    ) -> Result<()> {
        let by = by.call(env, ())?;
        this.borrow_mut(env)?.count += by;
        Ok(())
    }
    fn count(&self) -> u32 {
        self.count
    }
}
const _: () = {
    use ::napi_core::__private as __napi;
    type NapiClass = __napi::ClassOf<Counter>;
    struct NapiExport;
    impl __napi::Callback for NapiExport {
        const CLASS: &'static str = <NapiClass as __napi::Class>::NAME;
        const NAME: &'static str = "constructor";
        const PARAMS: &'static str = "count";
        fn call(call: __napi::Call<'_>) -> __napi::Returned {
            call.of::<NapiClass>()
                .no_env()
                .arg::<u32, _>()
                .run(|count| __napi::built::<NapiClass, _>(<Counter>::new(count)))
        }
    }
    #[used]
    #[unsafe(link_section = "napi_exports")]
    static NAPI_EXPORT: &__napi::Export = &__napi::Export::constructor_of::<
        NapiClass,
        NapiExport,
    >(__napi::Site::new("class/expand/class.rs", (9u32, 1u32), (12, 8)));
    const NAPI_TEXT: &str = "name constructor\nof\nrole constructor\nparam count\nsite 9 1 12 8 class/expand/class.rs\n";
    #[used]
    #[unsafe(link_section = ".napi_types")]
    static NAPI_TYPES: __napi::Types<
        (__napi::Of<NapiClass>, __napi::Of<u32>),
        { NAPI_TEXT.len() },
    > = __napi::Types::member(NAPI_TEXT);
};
const _: () = {
    use ::napi_core::__private as __napi;
    type NapiClass = __napi::ClassOf<Counter>;
    struct NapiExport;
    impl __napi::Callback for NapiExport {
        const CLASS: &'static str = <NapiClass as __napi::Class>::NAME;
        const CHAINED: bool = true;
        const NAME: &'static str = "add";
        const PARAMS: &'static str = "by";
        fn call(call: __napi::Call<'_>) -> __napi::Returned {
            call.of::<NapiClass>()
                .no_env()
                .receiver::<&mut NapiClass, _>()
                .arg::<u32, _>()
                .run(|this, by| {
                    __napi::Receiver::of(&*this).given_back(<Counter>::add(this, by))
                })
        }
    }
    #[used]
    #[unsafe(link_section = "napi_exports")]
    static NAPI_EXPORT: &__napi::Export = &__napi::Export::method::<
        NapiClass,
        NapiExport,
    >(__napi::Site::new("class/expand/class.rs", (9u32, 1u32), (17, 8)));
    const NAPI_TEXT: &str = "name add\ndoc Adds.\nof\nrole method\nparam by\nreturns\nsite 9 1 17 8 class/expand/class.rs\n";
    #[used]
    #[unsafe(link_section = ".napi_types")]
    static NAPI_TYPES: __napi::Types<
        (__napi::Of<NapiClass>, __napi::Of<u32>, __napi::Of<__napi::This<NapiClass>>),
        { NAPI_TEXT.len() },
    > = __napi::Types::member(NAPI_TEXT);
};
const _: () = {
    use ::napi_core::__private as __napi;
    type NapiClass = __napi::ClassOf<Counter>;
    struct NapiExport;
    impl __napi::Callback for NapiExport {
        const CLASS: &'static str = <NapiClass as __napi::Class>::NAME;
        const NAME: &'static str = "ask";
        const PARAMS: &'static str = "by";
        fn call(call: __napi::Call<'_>) -> __napi::Returned {
            call.of::<NapiClass>()
                .own_scope()
                .receiver::<Instance<'_, NapiClass>, _>()
                .arg::<Function<'_, (), u32>, _>()
                .run(|env, this, by| <Counter>::ask(env, this, by))
        }
    }
    #[used]
    #[unsafe(link_section = "napi_exports")]
    static NAPI_EXPORT: &__napi::Export = &__napi::Export::method::<
        NapiClass,
        NapiExport,
    >(__napi::Site::new("class/expand/class.rs", (9u32, 1u32), (24, 8)));
    const NAPI_TEXT: &str = "name ask\ndoc Adds what JavaScript says, which may use the counter.\nof\nrole method\nparam by\nreturns\nsite 9 1 24 8 class/expand/class.rs\n";
    #[used]
    #[unsafe(link_section = ".napi_types")]
    static NAPI_TYPES: __napi::Types<
        (
            __napi::Of<NapiClass>,
            __napi::Of<Function<'_, (), u32>>,
            __napi::Of<Result<()>>,
        ),
        { NAPI_TEXT.len() },
    > = __napi::Types::member(NAPI_TEXT);
};
const _: () = {
    use ::napi_core::__private as __napi;
    type NapiClass = __napi::ClassOf<Counter>;
    struct NapiExport;
    impl __napi::Callback for NapiExport {
        const CLASS: &'static str = <NapiClass as __napi::Class>::NAME;
        const NAME: &'static str = "count";
        const PARAMS: &'static str = "";
        fn call(call: __napi::Call<'_>) -> __napi::Returned {
            call.of::<NapiClass>()
                .no_env()
                .receiver::<&NapiClass, _>()
                .run(|this| <Counter>::count(this))
        }
    }
    #[used]
    #[unsafe(link_section = "napi_exports")]
    static NAPI_EXPORT: &__napi::Export = &__napi::Export::getter::<
        NapiClass,
        NapiExport,
    >(__napi::Site::new("class/expand/class.rs", (9u32, 1u32), (31, 8)));
    const NAPI_TEXT: &str = "name count\nof\nrole getter\nreturns\nsite 9 1 31 8 class/expand/class.rs\n";
    #[used]
    #[unsafe(link_section = ".napi_types")]
    static NAPI_TYPES: __napi::Types<
        (__napi::Of<NapiClass>, __napi::Of<u32>),
        { NAPI_TEXT.len() },
    > = __napi::Types::member(NAPI_TEXT);
};
