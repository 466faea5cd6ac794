//! Objects and their properties.

use super::{Array, Function, Handle, PropertyKey, Value, ValueType, handle, key};
use crate::convert::{FromJs, IntoArgs, IntoJs};
use crate::env::Env;
use crate::error::{Error, Result};
use crate::sys::{Descriptor, PropertyKind};

handle! {
    /// A handle to an object; functions and arrays are objects too.
    ///
    /// ```
    /// use napi_core::prelude::*;
    ///
    /// #[export]
    /// fn point<'s>(env: &Env<'s>, x: f64, y: f64) -> Result<Object<'s>> {
    ///     let point = env.object()?;
    ///     point.set(env, "x", x)?;
    ///     point.set(env, "y", y)?;
    ///     Ok(point)
    /// }
    /// ```
    Object
}

impl<'s> Env<'s> {
    /// Makes an empty object, as `{}` does. (`napi_create_object`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'s>(env: &Env<'s>) -> Result<Object<'s>> {
    /// env.object()
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    pub fn object(&self) -> Result<Object<'s>> {
        Ok(Object::from_raw(self.host()?.object()?))
    }

    /// `globalThis`. (`napi_get_global`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'s>(env: &Env<'s>) -> Result<Object<'s>> {
    /// env.global()?.get(env, "JSON")
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    pub fn global(&self) -> Result<Object<'s>> {
        Ok(Object::from_raw(self.host()?.global()?))
    }
}

impl Object<'_> {
    /// Reads a property and converts it; a missing one reads as `undefined`. May run a getter.
    /// (`napi_get_named_property`, `napi_get_property`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, user: Object<'_>) -> Result<Option<u32>> {
    /// user.get(env, "age")
    /// # }
    /// ```
    ///
    /// # Errors
    /// What JavaScript throws, the conversion's error with the property's name in it, and as every method of [`Env`].
    pub fn get<'e, T: FromJs<'e>>(self, env: &Env<'e>, key: impl PropertyKey) -> Result<T> {
        let value = self.get_value(env, &key)?;
        T::from_js(env, value).map_err(|error| match key.text() {
            Some(text) => error.at_key(text),
            None => error,
        })
    }

    fn get_value<'e>(self, env: &Env<'e>, key: &impl PropertyKey) -> Result<Value<'e>> {
        let named = key.text().and_then(|text| {
            key::with_c_str(text, |name| -> Result<_> { Ok(env.enter()?.get_named(self.raw(), name)?) })
        });
        let raw = match named {
            Some(read) => read?,
            None => {
                let key = key.to_value(env)?.raw();
                env.enter()?.get_property(self.raw(), key)?
            }
        };
        Ok(Value::from_raw(raw))
    }

    /// Calls a method, with the object as its `this`, and converts its result.
    /// (`napi_get_named_property`, `napi_get_property`, `napi_call_function`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, list: Object<'_>) -> Result<String> {
    /// list.call_method(env, "join", ("-",))
    /// # }
    /// ```
    ///
    /// # Errors
    /// What JavaScript throws; what is no function, an argument or a result that does not convert, each with the method's name;
    /// and as every method of [`Env`].
    pub fn call_method<'e, T: FromJs<'e>>(
        self,
        env: &Env<'e>,
        name: impl PropertyKey,
        args: impl IntoArgs<'e>,
    ) -> Result<T> {
        let at_name = |error: Error| match name.text() {
            Some(text) => error.at_key(text),
            None => error,
        };
        let method: Function<'e> = self.get_value(env, &name)?.to(env).map_err(at_name)?;
        let result = method.apply(env, self, args).map_err(at_name)?;
        T::from_js(env, result).map_err(|error| error.in_argument(name.text().unwrap_or("method"), "result"))
    }

    /// Writes a property, as an assignment in sloppy code does: a frozen object stays as it is, without an error, where
    /// [`define`](Self::define) gives one. May run a setter. (`napi_set_named_property`, `napi_set_property`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, user: Object<'_>) -> Result<()> {
    /// user.set(env, "age", 37)
    /// # }
    /// ```
    ///
    /// # Errors
    /// What JavaScript throws, the conversion's error with the property's name in it, and as every method of [`Env`].
    pub fn set<'e>(self, env: &Env<'e>, key: impl PropertyKey, value: impl IntoJs<'e>) -> Result<()> {
        let value = value.into_js(env).map_err(|error| match key.text() {
            Some(text) => error.at_key(text),
            None => error,
        })?;
        let named = key.text().and_then(|text| {
            key::with_c_str(text, |name| -> Result<_> { Ok(env.enter()?.set_named(self.raw(), name, value.raw())?) })
        });
        match named {
            Some(written) => written,
            None => {
                let key = key.to_value(env)?.raw();
                Ok(env.enter()?.set_property(self.raw(), key, value.raw())?)
            }
        }
    }

    /// Whether the object, or its prototypes, have a property. (`napi_has_property`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, user: Object<'_>) -> Result<bool> {
    /// user.has(env, "toString")
    /// # }
    /// ```
    ///
    /// # Errors
    /// What JavaScript throws (a proxy may), and as every method of [`Env`].
    pub fn has(self, env: &Env<'_>, key: impl PropertyKey) -> Result<bool> {
        let key = key.to_value(env)?.raw();
        Ok(env.enter()?.has_property(self.raw(), key)?)
    }

    /// Whether the object itself has a property. (`napi_has_own_property`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, user: Object<'_>) -> Result<bool> {
    /// user.has_own(env, "name")
    /// # }
    /// ```
    ///
    /// # Errors
    /// What JavaScript throws (a proxy may), and as every method of [`Env`].
    pub fn has_own(self, env: &Env<'_>, key: impl PropertyKey) -> Result<bool> {
        let key = key.to_value(env)?;
        // This call of the host, unlike its kin, takes no numbers.
        let name = match key.type_of(env)? {
            ValueType::String | ValueType::Symbol => key,
            _ => key.coerce_to_string(env)?.into(),
        };
        Ok(env.enter()?.has_own_property(self.raw(), name.raw())?)
    }

    /// Deletes a property; `false` if the object does not let it go. (`napi_delete_property`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, user: Object<'_>) -> Result<bool> {
    /// user.delete(env, "password")
    /// # }
    /// ```
    ///
    /// # Errors
    /// What JavaScript throws (a proxy may), and as every method of [`Env`].
    pub fn delete(self, env: &Env<'_>, key: impl PropertyKey) -> Result<bool> {
        let key = key.to_value(env)?.raw();
        Ok(env.enter()?.delete_property(self.raw(), key)?)
    }

    /// Makes every own property neither writable nor configurable, and lets no other be added, as `Object.freeze` does.
    /// (`napi_object_freeze`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, settings: Object<'_>) -> Result<()> {
    /// settings.freeze(env)
    /// # }
    /// ```
    ///
    /// # Errors
    /// What JavaScript throws (a proxy may, and a typed array that is not empty does), and as every method of [`Env`].
    pub fn freeze(self, env: &Env<'_>) -> Result<()> {
        Ok(env.enter()?.freeze(self.raw())?)
    }

    /// Makes every own property not configurable, and lets no other be added, as `Object.seal` does. (`napi_object_seal`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, settings: Object<'_>) -> Result<()> {
    /// settings.seal(env)
    /// # }
    /// ```
    ///
    /// # Errors
    /// What JavaScript throws (a proxy may), and as every method of [`Env`].
    pub fn seal(self, env: &Env<'_>) -> Result<()> {
        Ok(env.enter()?.seal(self.raw())?)
    }

    /// The object's own enumerable string keys, as `Object.keys` gives them. (`napi_get_all_property_names`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, user: Object<'_>) -> Result<Vec<String>> {
    /// user.keys(env)
    /// # }
    /// ```
    ///
    /// # Errors
    /// What JavaScript throws (a proxy may), and as every method of [`Env`].
    pub fn keys(self, env: &Env<'_>) -> Result<Vec<String>> {
        env.batch(|env| self.key_array(env)?.value().to(env))
    }

    pub(crate) fn key_array<'e>(self, env: &Env<'e>) -> Result<Array<'e>> {
        Ok(Array::from_raw(env.enter()?.own_keys(self.raw())?))
    }

    /// Makes an own property, whatever the key means elsewhere: `__proto__` is a name like any other here.
    pub(crate) fn define_own(self, env: &Env<'_>, key: &str, value: Value<'_>) -> Result<()> {
        let host = env.enter()?;
        let descriptor = Descriptor::new(host.string(key)?, PropertyKind::Assigned(value.raw()));
        Ok(host.define(self.raw(), &[descriptor])?)
    }
}
