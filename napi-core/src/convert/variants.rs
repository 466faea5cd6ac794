//! Enums: what `#[derive(FromJs)]` calls to tell their variants apart.

use super::{expect, mismatch};
use crate::env::Env;
use crate::error::{Error, Result, code};
use crate::value::{JsString, Value};

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
