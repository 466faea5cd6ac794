//! Errors of types that derive `JsError`.

use std::error::Error as StdError;

use super::{Class, Result};
use crate::convert::IntoJs;
use crate::env::Env;
use crate::module::error_types;
use crate::sys::{Descriptor, PropertyKind};
use crate::value::{Object, Value};

/// An error type with classes in JavaScript, as the generated code describes it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no error with a class in JavaScript",
    note = "`#[derive(JsError)]` goes beside an implementation of `std::error::Error`, such as thiserror's, on a type that is `Send + Sync`"
)]
pub trait JsError: StdError + Send + Sync + 'static {
    /// The name of each class, and that of what it extends: the first one, or a class of the language.
    const CLASSES: &'static [(&'static str, &'static str)];
    /// Says which class an error has, which code, and which fields.
    fn describe(&self, error: &mut Described<'_, '_>);
}

/// What an error says of itself.
pub struct Described<'e, 's> {
    /// There is one if the fields are wanted.
    env: Option<&'e Env<'s>>,
    class: usize,
    code: Option<&'static str>,
    fields: Vec<(&'static str, Value<'s>)>,
}

impl<'s> Described<'_, 's> {
    /// Sets the class, by its place among [`JsError::CLASSES`]; the first one without it.
    pub fn class(&mut self, class: usize) -> &mut Self {
        self.class = class;
        self
    }

    /// Sets the code.
    pub fn code(&mut self, code: &'static str) -> &mut Self {
        self.code = Some(code);
        self
    }

    /// Adds a field. One that does not convert is left out: the error says more than why it could not be said better.
    pub fn field<T: IntoJs<'s> + Clone>(&mut self, name: &'static str, value: &T) -> &mut Self {
        if let Some(env) = self.env {
            match value.clone().into_js(env) {
                Ok(value) => self.fields.push((name, value)),
                // The exception that led to the failure may have become another error.
                Err(_) => drop(env.host().map(|host| host.drop_exception())),
            }
        }
        self
    }
}

/// A type that derives `JsError`, in its record.
#[derive(Clone, Copy)]
pub(crate) struct ErrorType {
    describe: fn(&(dyn StdError + 'static), &mut Described<'_, '_>) -> Option<()>,
    class: for<'s> fn(&Env<'s>, usize) -> Result<Class<'s>>,
    pub(crate) classes: fn() -> &'static [(&'static str, &'static str)],
}

impl ErrorType {
    pub(crate) const fn of<T: JsError>() -> Self {
        Self {
            describe: |error, described| error.downcast_ref::<T>().map(|error| error.describe(described)),
            class: |env, index| Class::get::<T>(env, index),
            classes: || T::CLASSES,
        }
    }

    /// The type of this error, if it derives `JsError`.
    pub(super) fn find(error: &(dyn StdError + 'static)) -> Option<Self> {
        error_types().find(|ty| ty.description(error, None).is_some())
    }

    /// The code that its type gives an error.
    pub(super) fn code(error: &(dyn StdError + 'static)) -> Option<&'static str> {
        Self::find(error)?.description(error, None)?.code
    }

    fn description<'e, 's>(
        self,
        error: &(dyn StdError + 'static),
        env: Option<&'e Env<'s>>,
    ) -> Option<Described<'e, 's>> {
        let mut described = Described { env, class: 0, code: None, fields: Vec::new() };
        (self.describe)(error, &mut described).map(|()| described)
    }

    /// The class of this number.
    pub(crate) fn class<'s>(self, env: &Env<'s>, index: usize) -> Result<Class<'s>> {
        (self.class)(env, index)
    }

    /// Makes the JavaScript error for an error of this type.
    pub(super) fn instance<'s>(
        self,
        env: &Env<'s>,
        error: &(dyn StdError + 'static),
        message: &str,
        code: Option<&str>,
    ) -> Result<Object<'s>> {
        let described = self.description(error, Some(env));
        let Described { class, fields, .. } = described.ok_or_else(|| super::Error::new("an error of another type"))?;
        let instance = self.class(env, class)?.instance(env, message)?;
        let host = env.host()?;
        let mut properties = Vec::with_capacity(fields.len() + 1);
        if let Some(code) = code {
            properties.push(Descriptor::new(host.string("code")?, PropertyKind::Assigned(host.string(code)?)));
        }
        for (name, value) in fields {
            properties.push(Descriptor::new(host.string(name)?, PropertyKind::Assigned(value.raw())));
        }
        host.define(instance.raw(), &properties)?;
        Ok(instance)
    }
}
