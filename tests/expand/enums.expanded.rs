use napi_core::prelude::*;
pub enum Mode {
    Read,
    Write,
}
const _: () = {
    use ::napi_core::__private as __napi;
    impl<'s> __napi::FromJs<'s> for Mode {
        fn from_js(
            env: &__napi::Env<'s>,
            value: __napi::Value<'s>,
        ) -> __napi::Result<Self> {
            __napi::Result::Ok(
                match __napi::read_variant(env, value, &["read", "write"])? {
                    0 => Self::Read,
                    _ => Self::Write,
                },
            )
        }
        fn elements_from_js(
            env: &__napi::Env<'s>,
            array: __napi::Array<'s>,
        ) -> __napi::Result<__napi::Vec<Self>> {
            __napi::read_batched(env, array)
        }
    }
};
const _: () = {
    use ::napi_core::__private as __napi;
    impl<'s> __napi::IntoJs<'s> for Mode {
        fn into_js(self, env: &__napi::Env<'s>) -> __napi::Result<__napi::Value<'s>> {
            __napi::IntoJs::into_js(
                match self {
                    Self::Read => "read",
                    Self::Write => "write",
                },
                env,
            )
        }
        fn elements_into_js(
            values: impl ::core::iter::ExactSizeIterator<Item = Self>,
            env: &__napi::Env<'s>,
            array: __napi::Array<'s>,
        ) -> __napi::Result<()> {
            __napi::write_batched(values, env, array)
        }
    }
};
#[js(tag = "type")]
pub enum Shape<T> {
    Circle { radius: f64 },
    Other(T),
    Nothing,
}
const _: () = {
    use ::napi_core::__private as __napi;
    impl<'s, T: __napi::FromJs<'s>> __napi::FromJs<'s> for Shape<T> {
        fn from_js(
            env: &__napi::Env<'s>,
            value: __napi::Value<'s>,
        ) -> __napi::Result<Self> {
            <Self as __napi::FromJs<'s>>::from_rest(env, value.to(env)?, &[])
        }
        fn from_rest(
            env: &__napi::Env<'s>,
            object: __napi::Object<'s>,
            known: &[&::core::ffi::CStr],
        ) -> __napi::Result<Self> {
            let tagged = __napi::Tagged::read(
                env,
                object,
                known,
                c"type",
                &["circle", "other", "nothing"],
            )?;
            match tagged.variant {
                0 => {
                    let fields = tagged.fields(&[c"radius", c"type"])?;
                    __napi::Result::Ok(Self::Circle {
                        radius: fields.get(0)?,
                    })
                }
                1 => tagged.flattened().map(Self::Other),
                _ => __napi::Result::Ok(Self::Nothing),
            }
        }
        fn add_names(names: &mut __napi::PropertyNames) {
            #[allow(unused_imports)]
            use __napi::NoNames as _;
            if names.begin(<Self as __napi::FromJs<'s>>::add_names) {
                names.add(&[c"type", c"radius"]);
                __napi::NamesOf::<'_, T>::add(names);
            }
        }
    }
};
const _: () = {
    use ::napi_core::__private as __napi;
    impl<'s, T: __napi::IntoJs<'s>> __napi::IntoJs<'s> for Shape<T> {
        fn into_js(self, env: &__napi::Env<'s>) -> __napi::Result<__napi::Value<'s>> {
            match self {
                Self::Circle { radius: field0, .. } => {
                    let object = __napi::NewObject::of(env, &[c"type", c"radius"]);
                    object
                        .make([object.value(0, "circle")?, object.value(1, field0)?])
                        .map(__napi::Value::from)
                }
                Self::Other(field0) => {
                    let object = __napi::NewObject::of(env, &[c"type"]);
                    let made = object.make([object.value(0, "other")?])?;
                    object.flatten(made, field0)?;
                    __napi::Result::Ok(made.into())
                }
                Self::Nothing => {
                    let object = __napi::NewObject::of(env, &[c"type"]);
                    let made = object.make([object.value(0, "nothing")?])?;
                    __napi::Result::Ok(made.into())
                }
            }
        }
    }
};
