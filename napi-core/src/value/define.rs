//! Properties with attributes, and accessors.

use super::prototype::of_object;
use super::{Family, Function, Null, Object, PropertyKey, Symbol, Value, ValueType, js};
use crate::convert::{FromJs, IntoJs};
use crate::env::Env;
use crate::error::Result;

/// What can be done with a property besides reading it: nothing, unless a call says so.
///
/// ```
/// use napi_core::Attributes;
///
/// const SHOWN: Attributes = Attributes::new().enumerable();
/// assert_ne!(SHOWN, Attributes::new().writable());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Attributes {
    pub(crate) writable: bool,
    pub(crate) enumerable: bool,
    pub(crate) configurable: bool,
}

impl Attributes {
    /// Neither writable, nor enumerable, nor configurable, as with `Object.defineProperty`.
    ///
    /// ```
    /// assert_eq!(napi_core::Attributes::new(), napi_core::Attributes::default());
    /// ```
    pub const fn new() -> Self {
        Self { writable: false, enumerable: false, configurable: false }
    }

    /// All three, as an assignment makes a property.
    ///
    /// ```
    /// use napi_core::Attributes;
    ///
    /// assert_eq!(Attributes::assigned(), Attributes::new().writable().enumerable().configurable());
    /// ```
    pub const fn assigned() -> Self {
        Self::new().writable().enumerable().configurable()
    }

    /// The property can be assigned to; of accessors, their setter says that.
    ///
    /// ```
    /// let attributes = napi_core::Attributes::new().writable();
    /// ```
    #[must_use]
    pub const fn writable(self) -> Self {
        Self { writable: true, ..self }
    }

    /// `Object.keys` and `JSON.stringify` see the property.
    ///
    /// ```
    /// let attributes = napi_core::Attributes::new().enumerable();
    /// ```
    #[must_use]
    pub const fn enumerable(self) -> Self {
        Self { enumerable: true, ..self }
    }

    /// The property can be deleted, and defined anew.
    ///
    /// ```
    /// let attributes = napi_core::Attributes::new().configurable();
    /// ```
    #[must_use]
    pub const fn configurable(self) -> Self {
        Self { configurable: true, ..self }
    }
}

impl Object<'_> {
    /// Makes an own property with these attributes, or changes it; no setter runs, and `__proto__` is a name like any other.
    /// (`Object.defineProperty`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, settings: Object<'_>) -> Result<()> {
    /// settings.define(env, "version", 3, Attributes::new().enumerable())
    /// # }
    /// ```
    ///
    /// # Errors
    /// What JavaScript throws: a `TypeError` where the object is frozen, or the property not configurable; the conversion's
    /// error with the property's name in it; and as every method of [`Env`].
    pub fn define<'e>(
        self,
        env: &Env<'e>,
        key: impl PropertyKey,
        value: impl IntoJs<'e>,
        attributes: Attributes,
    ) -> Result<()> {
        let value = value.into_js(env).map_err(|error| match key.text() {
            Some(text) => error.at_key(text),
            None => error,
        })?;
        let descriptor = descriptor(env, attributes)?;
        descriptor.set(env, "value", value)?;
        descriptor.set(env, "writable", attributes.writable)?;
        self.define_by(env, key.to_value(env)?, descriptor)
    }

    /// Makes an own property whose value a closure gives at each read; an assignment to it fails. The closure gets `this`, the
    /// object that the property is read of, which may have inherited it. It is kept as that of [`Env::method`] is.
    /// (`Object.defineProperty`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example(env: &Env<'_>, user: Object<'_>) -> Result<()> {
    /// user.define_getter::<String>(env, "fullName", Attributes::new(), |env, this| {
    ///     Ok(format!("{} {}", this.get::<String>(env, "first")?, this.get::<String>(env, "last")?))
    /// })
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`define`](Self::define).
    pub fn define_getter<T: Family>(
        self,
        env: &Env<'_>,
        key: impl PropertyKey,
        attributes: Attributes,
        get: impl for<'c> Fn(&mut Env<'c>, Object<'c>) -> Result<T::Of<'c>> + 'static,
    ) -> Result<()>
    where
        for<'c> T::Of<'c>: IntoJs<'c>,
    {
        let name = accessor_name(env, &key)?;
        let getter = env.method::<(), T>(&name, move |env, this, ()| get(env, this))?;
        self.define_functions(env, key.to_value(env)?, attributes, Some(getter.into()), None)
    }

    /// Makes an own property that closures read and write: each gets `this`, and is kept, as that of [`define_getter`](Self::define_getter).
    /// (`Object.defineProperty`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// use std::{cell::Cell, rc::Rc};
    ///
    /// # fn example(env: &Env<'_>, settings: Object<'_>) -> Result<()> {
    /// let level = Rc::new(Cell::new(1));
    /// let read = level.clone();
    /// settings.define_accessor::<u32>(
    ///     env,
    ///     "level",
    ///     Attributes::new().enumerable(),
    ///     move |_env, _this| Ok(read.get()),
    ///     move |_env, _this, value| Ok(level.set(value)),
    /// )
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`define`](Self::define). An assignment of what does not convert throws in the program that assigns.
    pub fn define_accessor<T: Family>(
        self,
        env: &Env<'_>,
        key: impl PropertyKey,
        attributes: Attributes,
        get: impl for<'c> Fn(&mut Env<'c>, Object<'c>) -> Result<T::Of<'c>> + 'static,
        set: impl for<'c> Fn(&mut Env<'c>, Object<'c>, T::Of<'c>) -> Result<()> + 'static,
    ) -> Result<()>
    where
        for<'c> T::Of<'c>: IntoJs<'c> + FromJs<'c>,
    {
        let name = accessor_name(env, &key)?;
        let getter = env.method::<(), T>(&name, move |env, this, ()| get(env, this))?;
        let setter = env.method::<(T,), ()>(&name, move |env, this, (value,)| set(env, this, value))?;
        self.define_functions(env, key.to_value(env)?, attributes, Some(getter.into()), Some(setter.into()))
    }

    /// Makes an own property that functions read and write.
    pub(crate) fn define_functions<'e>(
        self,
        env: &Env<'e>,
        key: Value<'e>,
        attributes: Attributes,
        get: Option<Value<'e>>,
        set: Option<Value<'e>>,
    ) -> Result<()> {
        let descriptor = descriptor(env, attributes)?;
        for (name, function) in [("get", get), ("set", set)] {
            if let Some(function) = function {
                descriptor.set(env, name, function)?;
            }
        }
        self.define_by(env, key, descriptor)
    }

    // Not `napi_define_properties`, which says no more than "invalid argument" of a frozen object.
    fn define_by<'e>(self, env: &Env<'e>, key: Value<'e>, descriptor: Object<'e>) -> Result<()> {
        let define: Function<'e, (js::Object, js::Value, js::Object), js::Value> = of_object(env, "defineProperty")?;
        define.call(env, (Object::from_raw(self.raw()), key, descriptor)).map(drop)
    }
}

/// What the functions of an accessor are called, as those of a class in JavaScript: a symbol stands in brackets.
fn accessor_name(env: &Env<'_>, key: &impl PropertyKey) -> Result<String> {
    if let Some(text) = key.text() {
        return Ok(text.to_owned());
    }
    let key = key.to_value(env)?;
    Ok(match key.type_of(env)? {
        ValueType::String => key.to(env)?,
        ValueType::Number => key.to::<f64>(env)?.to_string(),
        ValueType::Symbol => format!("[{}]", key.to::<Symbol<'_>>(env)?.description(env)?.unwrap_or_default()),
        _ => String::new(),
    })
}

/// A descriptor without a prototype, so that it means what it says in programs that have changed `Object.prototype`.
fn descriptor<'e>(env: &Env<'e>, attributes: Attributes) -> Result<Object<'e>> {
    let create: Function<'e, (Null,), js::Object> = of_object(env, "create")?;
    let descriptor = create.call(env, (Null,))?;
    descriptor.set(env, "enumerable", attributes.enumerable)?;
    descriptor.set(env, "configurable", attributes.configurable)?;
    Ok(descriptor)
}
