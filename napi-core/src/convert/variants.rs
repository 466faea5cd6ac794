//! Enums: what `#[derive(FromJs)]` calls to tell their variants apart.

use core::ffi::CStr;

use super::nesting::Nested;
use super::{Alternatives, Fields, FromJs, expect, mismatch};
use crate::env::Env;
use crate::error::{Error, Result, code};
use crate::value::{JsString, Object, Value, ValueType};

/// The place of a string among those of an enum.
pub fn read_variant<'s>(env: &Env<'s>, value: Value<'s>, names: &[&str]) -> Result<usize> {
    let Ok(text) = value.to::<JsString<'s>>(env) else {
        return Err(mismatch(env, &one_of(names), value));
    };
    text.with_str(env, |text| {
        let found = names.iter().position(|name| *name == text);
        found.ok_or_else(|| invalid_value(format!("expected {}, got {}", one_of(names), shown(text))))
    })?
}

/// The place of a number among those of an enum.
pub fn read_number<'s>(env: &Env<'s>, value: Value<'s>, numbers: &[i64]) -> Result<usize> {
    let names = || listed(&numbers.iter().map(i64::to_string).collect::<Vec<_>>(), "or");
    let host = env.host()?;
    let number = match host.get_double(value.raw()) {
        Ok(number) => number,
        Err(refused) => expect(env, value, &names(), Err(host.failure(refused)))?,
    };
    match numbers.iter().position(|known| *known as f64 == number) {
        Some(place) => Ok(place),
        None => {
            let text = value.coerce_to_string(env)?.to_string(env)?;
            Err(invalid_value(format!("expected {}, got {text}", names())))
        }
    }
}

/// An object that says which variant of an enum it is.
pub struct Tagged<'e, 's> {
    env: &'e Env<'s>,
    object: Object<'s>,
    tag: &'static CStr,
    /// Names that the object has besides.
    known: &'e [&'e CStr],
    /// The place of the variant.
    pub variant: usize,
    _level: Nested<'e>,
}

impl<'e, 's> Tagged<'e, 's> {
    /// Reads the property `tag`, whose value is one of `names`.
    pub fn read(
        env: &'e Env<'s>,
        object: Object<'s>,
        known: &'e [&'e CStr],
        tag: &'static CStr,
        names: &[&str],
    ) -> Result<Self> {
        let level = Nested::enter(env, object)?;
        let read = Self::property(env, object, tag, |value| read_variant(env, value, names));
        Ok(Self { env, object, tag, known, variant: read?, _level: level })
    }

    /// The properties of the object, under these names.
    pub fn fields(&self, names: &'static [&'static CStr]) -> Result<Fields<'_, 's>> {
        Fields::beside(self.env, self.object, names, self.known)
    }

    /// Reads what has properties of the same object, the tag not among them.
    pub fn flattened<T: FromJs<'s>>(&self) -> Result<T> {
        let known: Vec<&CStr> = self.known.iter().copied().chain([self.tag]).collect();
        T::from_rest(self.env, self.object, &known)
    }

    /// Reads what the variant carries from the property `name`.
    pub fn content<T>(&self, name: &'static CStr, read: impl FnOnce(Value<'s>) -> Result<T>) -> Result<T> {
        Self::property(self.env, self.object, name, read)
    }

    fn property<T>(
        env: &Env<'s>,
        object: Object<'s>,
        name: &CStr,
        read: impl FnOnce(Value<'s>) -> Result<T>,
    ) -> Result<T> {
        let found = env.enter()?.get_named(object.raw(), name)?;
        read(Value::from_raw(found)).map_err(|error| error.at_key(name.to_str().unwrap_or_default()))
    }
}

/// An enum that is made from the first of its variants that fits.
pub trait FromVariants<'s>: Sized {
    /// Tries them.
    fn from_variants(untagged: Untagged<'_, 's>) -> Result<Self>;
}

/// A value that is tried as one variant of an enum after the other.
pub struct Untagged<'e, 's> {
    one: Candidate<'e, 's>,
    alternatives: Alternatives,
    _level: Nested<'e>,
}

impl<'e, 's> Untagged<'e, 's> {
    /// Of which none has been tried.
    pub fn new(env: &'e Env<'s>, value: Value<'s>) -> Result<Self> {
        Self::of(Candidate { env, value, rest: None })
    }

    /// Likewise, of an object that has other names too.
    pub fn rest(env: &'e Env<'s>, object: Object<'s>, known: &'e [&'e CStr]) -> Result<Self> {
        Self::of(Candidate { env, value: object.into(), rest: Some((object, known)) })
    }

    fn of(one: Candidate<'e, 's>) -> Result<Self> {
        let level = Nested::enter(one.env, one.value)?;
        Ok(Self { one, alternatives: Alternatives::new(), _level: level })
    }

    /// Tries one.
    ///
    /// # Errors
    /// As [`Alternatives::attempt`].
    pub fn attempt<T>(&mut self, read: impl FnOnce(&Candidate<'e, 's>) -> Result<T>) -> Result<Option<T>> {
        self.alternatives.attempt(self.one.env, read(&self.one))
    }

    /// The error after the last one: what each has expected.
    #[cold]
    pub fn misfit(self) -> Error {
        self.alternatives.into_error()
    }
}

/// The value, for one of the variants.
pub struct Candidate<'e, 's> {
    env: &'e Env<'s>,
    value: Value<'s>,
    /// The object that it is, and the names that are not the enum's.
    rest: Option<(Object<'s>, &'e [&'e CStr])>,
}

impl<'e, 's> Candidate<'e, 's> {
    /// Reads the value.
    pub fn get<T: FromJs<'s>>(&self) -> Result<T> {
        match self.rest {
            Some((object, known)) => T::from_rest(self.env, object, known),
            None => T::from_js(self.env, self.value),
        }
    }

    /// The properties of the value, under these names.
    pub fn fields(&self, names: &'static [&'static CStr]) -> Result<Fields<'e, 's>> {
        match self.rest {
            Some((object, known)) => Fields::beside(self.env, object, names, known),
            None => Fields::of(self.env, self.value, names),
        }
    }

    /// Nothing, as a variant without data is.
    pub fn nothing(&self) -> Result<()> {
        match self.value.type_of(self.env)? {
            ValueType::Null | ValueType::Undefined => Ok(()),
            _ => Err(mismatch(self.env, "null", self.value)),
        }
    }
}

fn one_of(names: &[&str]) -> String {
    listed(&names.iter().map(|name| format!("'{name}'")).collect::<Vec<_>>(), "or")
}

/// A string as a message shows it: not all of a long one.
fn shown(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("'{}..'", &text[..end]),
        None => format!("'{text}'"),
    }
}

/// `a, b or c`
pub(super) fn listed(names: &[String], last: &str) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., end] => format!("{} {last} {end}", first.join(", ")),
    }
}

/// The error of a value of the right type that is none of those that are known.
#[cold]
pub(super) fn invalid_value(message: String) -> Error {
    Error::type_error(message).with_code(code::INVALID_ARG_VALUE)
}
