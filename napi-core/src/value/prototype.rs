//! Prototypes and constructors.

use super::{Family, Function, Handle, Object, Value, js};
use crate::env::Env;
use crate::error::Result;

impl Object<'_> {
    /// The object's prototype; `None` for an object without one. May run a trap of a proxy. (`Object.getPrototypeOf`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'e>(env: &Env<'e>, user: Object<'_>) -> Result<bool> {
    /// Ok(user.prototype(env)?.is_none())
    /// # }
    /// ```
    ///
    /// # Errors
    /// What JavaScript throws (a proxy may), and as every method of [`Env`].
    pub fn prototype<'e>(self, env: &Env<'e>) -> Result<Option<Object<'e>>> {
        // `napi_get_prototype` says null of every proxy, and Node 20 gives the global object a prototype that no program sees.
        of_object::<(js::Object,), Option<js::Object>>(env, "getPrototypeOf")?
            .call(env, (Object::from_raw(self.raw()),))
    }

    /// Gives the object another prototype, or none. May run a trap of a proxy. (`Object.setPrototypeOf`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'e>(env: &Env<'e>, user: Object<'_>) -> Result<()> {
    /// user.set_prototype(env, None)
    /// # }
    /// ```
    ///
    /// # Errors
    /// What JavaScript throws: a `TypeError` for a frozen object and for a prototype whose own prototypes end in the object;
    /// and as every method of [`Env`].
    pub fn set_prototype<'e>(self, env: &Env<'e>, prototype: Option<Object<'e>>) -> Result<()> {
        let prototype = match prototype {
            Some(prototype) => prototype.into(),
            None => env.null()?,
        };
        let set = of_object::<(js::Object, js::Value), js::Value>(env, "setPrototypeOf")?;
        set.call(env, (Object::from_raw(self.raw()), prototype)).map(drop)
    }

    /// Whether the object is an instance of a class, in the sense of `instanceof`. May run JavaScript. (`napi_instanceof`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'e>(env: &Env<'e>, object: Object<'_>) -> Result<bool> {
    /// let map: Function<'e> = env.global()?.get(env, "Map")?;
    /// object.instance_of(env, map)
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`Value::instance_of`].
    pub fn instance_of<A: Family, R: Family>(self, env: &Env<'_>, constructor: Function<'_, A, R>) -> Result<bool> {
        self.value().instance_of(env, constructor)
    }
}

impl Value<'_> {
    /// Whether the value is an instance of a class, in the sense of `instanceof`. May run JavaScript. (`napi_instanceof`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # #[export]
    /// # fn is(env: &Env<'_>, value: Value<'_>, class: Function<'_>) -> Result<bool> {
    /// value.instance_of(env, class)
    /// # }
    /// ```
    ///
    /// # Errors
    /// What JavaScript throws: a `TypeError` for a function without a `prototype`, what the class's `Symbol.hasInstance` or a
    /// proxy throws; and as every method of [`Env`].
    pub fn instance_of<A: Family, R: Family>(self, env: &Env<'_>, constructor: Function<'_, A, R>) -> Result<bool> {
        Ok(env.enter()?.instance_of(self.raw, constructor.as_object().raw())?)
    }
}

/// A function of the language: a property of `Object`.
pub(super) fn of_object<'e, A: Family, R: Family>(env: &Env<'e>, name: &str) -> Result<Function<'e, A, R>> {
    env.global()?.get::<Object<'e>>(env, "Object")?.get(env, name)
}
