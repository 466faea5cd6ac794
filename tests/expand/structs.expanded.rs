use napi_core::prelude::*;
pub struct User {
    pub name: String,
    #[js(default = 18)]
    pub age_in_years: u32,
    #[js(nullable)]
    pub mail: Option<String>,
}
const _: () = {
    use ::napi_core::__private as __napi;
    impl<'s> __napi::FromFields<'s> for User {
        const NAMES: &'static [&'static ::core::ffi::CStr] = &[
            c"name",
            c"ageInYears",
            c"mail",
        ];
        fn from_fields(fields: &__napi::Fields<'_, 's>) -> __napi::Result<Self> {
            __napi::Result::Ok(Self {
                name: fields.get(0)?,
                age_in_years: fields.get_or::<u32>(1, || 18)?,
                mail: fields.get_nullable(2)?,
            })
        }
    }
    impl<'s> __napi::FromJs<'s> for User {
        fn from_js(
            env: &__napi::Env<'s>,
            value: __napi::Value<'s>,
        ) -> __napi::Result<Self> {
            __napi::from_object(env, value)
        }
        fn from_rest(
            env: &__napi::Env<'s>,
            object: __napi::Object<'s>,
            known: &[&::core::ffi::CStr],
        ) -> __napi::Result<Self> {
            __napi::from_rest(env, object, known)
        }
        fn add_names(names: &mut __napi::PropertyNames) {
            #[allow(unused_imports)]
            use __napi::NoNames as _;
            if names.begin(<Self as __napi::FromJs<'s>>::add_names) {
                names.add(<Self as __napi::FromFields<'s>>::NAMES);
            }
        }
        fn elements_from_js(
            env: &__napi::Env<'s>,
            array: __napi::Array<'s>,
        ) -> __napi::Result<__napi::Vec<Self>> {
            __napi::read_objects(env, array)
        }
    }
    impl<'s> __napi::IntoFields<'s> for User {
        const NAMES: &'static [&'static ::core::ffi::CStr] = &[
            c"name",
            c"ageInYears",
            c"mail",
        ];
        fn into_fields(
            self,
            object: &__napi::NewObject<'_, 's>,
        ) -> __napi::Result<__napi::Object<'s>> {
            object
                .make([
                    object.value(0, self.name)?,
                    object.value(1, self.age_in_years)?,
                    object.nullable(2, self.mail)?,
                ])
        }
    }
    impl<'s> __napi::IntoJs<'s> for User {
        fn into_js(self, env: &__napi::Env<'s>) -> __napi::Result<__napi::Value<'s>> {
            __napi::into_object(self, env)
        }
        fn elements_into_js(
            values: impl ::core::iter::ExactSizeIterator<Item = Self>,
            env: &__napi::Env<'s>,
            array: __napi::Array<'s>,
        ) -> __napi::Result<()> {
            __napi::write_objects(values, env, array)
        }
    }
    const NAPI_ID: &str = "structs@0.1.0::structs::User#3:10";
    impl __napi::TypeOf for User {
        type Term = __napi::Named<(), { NAPI_ID.len() }>;
        const TERM: Self::Term = __napi::named::<(), _>(NAPI_ID);
    }
    const NAPI_TEXT: &str = "name User\nid structs@0.1.0::structs::User#3:10\nfield name\noptional ageInYears\nfield mail\nsite 3 10 4 12 structs/expand/structs.rs\n";
    #[used]
    #[unsafe(link_section = ".napi_types")]
    static NAPI_TYPES: __napi::Types<
        (
            __napi::Of<String>,
            __napi::Of<u32>,
            __napi::Of<__napi::Nullable<Option<String>>>,
        ),
        { NAPI_TEXT.len() },
    > = __napi::Types::object(NAPI_TEXT);
    impl __napi::Family for User {
        type Of<'x> = Self;
    }
};
