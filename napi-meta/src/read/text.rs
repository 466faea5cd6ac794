//! The text of a record, line by line.

use alloc::string::String;
use alloc::vec::Vec;

use super::error::Problem;
use super::record::{About, Part, PartKind, Record, Role, Site, VariantValue};
use super::term::number;
use crate::record::Kind;

/// A key, the kinds of records it is in, and whether it has a value.
struct Key(&'static str, &'static [u8], bool);

const ALL: &[u8] = b"fcmoaekb";
const NAMED_TYPES: &[u8] = b"oaek";

const KEYS: [Key; 23] = [
    Key("name", ALL, true),
    Key("site", ALL, true),
    Key("id", NAMED_TYPES, true),
    Key("namespace", b"fck", true),
    Key("overload", b"fb", false),
    Key("async", b"fb", false),
    Key("doc", ALL, true),
    Key("generic", NAMED_TYPES, true),
    Key("param", b"fb", true),
    Key("optional", b"fbo", true),
    Key("rest", b"fb", true),
    Key("returns", b"fb", false),
    Key("value", b"cma", false),
    Key("field", b"o", true),
    Key("readonly", b"o", false),
    Key("extends", b"ok", false),
    Key("of", b"b", false),
    Key("role", b"b", true),
    Key("variant", b"e", true),
    Key("number", b"e", true),
    Key("string", b"e", true),
    Key("ts", ALL, true),
    Key("arkts", ALL, true),
];

/// The record that the text is about, still without its terms.
pub(super) fn parse(kind: Kind, text: &str) -> Result<Record, Problem> {
    let mut rest = text;
    let mut draft = match line(&mut rest)? {
        Some(("name", Some(name))) => Draft::new(kind, name.text("name")?),
        _ => return Err(Problem::Missing("name")),
    };
    while let Some((key, value)) = line(&mut rest)? {
        draft.line(key, value)?;
    }
    draft.finish()
}

/// The value in a line.
#[derive(Clone, Copy)]
enum Value<'a> {
    /// With escapes, unless the key has none.
    Line(&'a str),
    /// Between zero bytes, as it stands.
    Raw(&'a str),
}

impl Value<'_> {
    fn text(self, key: &'static str) -> Result<String, Problem> {
        match self {
            Self::Line(text) => unescape(key, text),
            Self::Raw(text) => Ok(text.into()),
        }
    }
}

/// The next line: its key and its value.
fn line<'a>(rest: &mut &'a str) -> Result<Option<(&'a str, Option<Value<'a>>)>, Problem> {
    if rest.is_empty() {
        return Ok(None);
    }
    let (line, after) = rest.split_once('\n').ok_or(Problem::Line)?;
    let Some((key, value)) = line.split_once(' ') else {
        *rest = after;
        return Ok(Some((line, None)));
    };
    if !value.starts_with('\0') {
        *rest = after;
        return Ok(Some((key, Some(Value::Line(value)))));
    }
    let raw = rest.get(key.len() + 2..).unwrap_or_default();
    let (raw, after) = raw.split_once("\0\n").ok_or(Problem::Line)?;
    *rest = after;
    Ok(Some((key, Some(Value::Raw(raw)))))
}

/// What the lines so far have said.
struct Draft {
    record: Record,
    site: Option<Site>,
}

impl Draft {
    fn new(kind: Kind, name: String) -> Self {
        let nowhere = Site { file: String::new(), line: 0, column: 0, name_line: 0, name_column: 0 };
        let record = Record {
            site: nowhere,
            name,
            kind,
            namespace: None,
            id: None,
            of: None,
            role: None,
            is_overload: false,
            is_async: false,
            generics: Vec::new(),
            about: About::default(),
            parts: Vec::new(),
        };
        Self { record, site: None }
    }

    fn line(&mut self, key: &str, value: Option<Value<'_>>) -> Result<(), Problem> {
        let Key(key, kinds, has_value) =
            KEYS.iter().find(|known| known.0 == key).ok_or_else(|| Problem::Key(key.chars().take(40).collect()))?;
        if !kinds.contains(&(self.record.kind as u8)) {
            return Err(self.misplaced(key));
        }
        match value {
            Some(value) if *has_value => self.with_value(key, value),
            None if !has_value => self.without_value(key),
            _ => Err(Problem::Value(key)),
        }
    }

    fn with_value(&mut self, key: &'static str, value: Value<'_>) -> Result<(), Problem> {
        let (Value::Line(plain) | Value::Raw(plain)) = value;
        match key {
            "site" => return once(&mut self.site, key, site(plain).ok_or(Problem::Value(key))?),
            "id" => return once(&mut self.record.id, key, plain.into()),
            "role" => return once(&mut self.record.role, key, Role::from_text(plain).ok_or(Problem::Value(key))?),
            _ => {}
        }
        let value = value.text(key)?;
        match key {
            "name" => Err(Problem::Twice(key)),
            "namespace" => once(&mut self.record.namespace, key, value),
            "doc" => {
                let docs = &mut self.about().docs;
                if !docs.is_empty() {
                    docs.push('\n');
                }
                docs.push_str(&value);
                Ok(())
            }
            "generic" if self.record.generics.len() == usize::from(u8::MAX) => Err(self.misplaced(key)),
            "generic" => {
                self.record.generics.push(value);
                Ok(())
            }
            "param" => self.part(key, PartKind::Parameter, value),
            "optional" => self.part(key, PartKind::Optional, value),
            "rest" => self.part(key, PartKind::Rest, value),
            "field" => self.part(key, PartKind::Field, value),
            "variant" => self.part(key, PartKind::Variant, value),
            "number" => self.variant(key, VariantValue::Number(number(value)?)),
            "string" => self.variant(key, VariantValue::String(value)),
            _ if self.record.parts.last().is_some_and(|part| part.kind == PartKind::Variant) => {
                Err(self.misplaced(key))
            }
            "ts" => once(&mut self.about().ts, key, value),
            _ => once(&mut self.about().arkts, key, value),
        }
    }

    fn without_value(&mut self, key: &'static str) -> Result<(), Problem> {
        let flag = match key {
            "returns" => return self.part(key, PartKind::Returns, String::new()),
            "value" => return self.part(key, PartKind::Value, String::new()),
            "extends" => return self.part(key, PartKind::Extends, String::new()),
            "of" => return self.part(key, PartKind::Of, String::new()),
            "overload" => &mut self.record.is_overload,
            "async" => &mut self.record.is_async,
            _ => match self.record.parts.last_mut() {
                Some(Part { kind: PartKind::Field | PartKind::Optional, is_readonly, .. }) => is_readonly,
                _ => return Err(self.misplaced(key)),
            },
        };
        if core::mem::replace(flag, true) { Err(Problem::Twice(key)) } else { Ok(()) }
    }

    fn part(&mut self, key: &'static str, kind: PartKind, name: String) -> Result<(), Problem> {
        let parts = &mut self.record.parts;
        let is_parameter = matches!(kind, PartKind::Parameter | PartKind::Optional | PartKind::Rest);
        let may_be_many = !matches!(kind, PartKind::Returns | PartKind::Value | PartKind::Of);
        if !may_be_many && parts.iter().any(|part| part.kind == kind) {
            return Err(Problem::Twice(key));
        }
        if is_parameter && parts.iter().any(|part| part.kind == PartKind::Rest) {
            return Err(self.misplaced(key));
        }
        parts.push(Part { kind, name, about: About::default(), is_readonly: false, term: None, value: None });
        Ok(())
    }

    fn variant(&mut self, key: &'static str, value: VariantValue) -> Result<(), Problem> {
        match self.record.parts.last_mut() {
            Some(variant) => once(&mut variant.value, key, value),
            None => Err(self.misplaced(key)),
        }
    }

    /// What is named last.
    fn about(&mut self) -> &mut About {
        self.record.parts.last_mut().map_or(&mut self.record.about, |part| &mut part.about)
    }

    fn misplaced(&self, key: &'static str) -> Problem {
        Problem::Misplaced(key, self.record.kind)
    }

    fn finish(self) -> Result<Record, Problem> {
        let Self { mut record, site } = self;
        record.site = site.ok_or(Problem::Missing("site"))?;
        match missing(&record) {
            Some(key) => Err(Problem::Missing(key)),
            None => Ok(record),
        }
    }
}

/// What a record of its kind needs, and this one does not have.
fn missing(record: &Record) -> Option<&'static str> {
    let typed = record.about.ts.is_some();
    let accessor = match record.role {
        Some(Role::Getter | Role::StaticGetter | Role::Constant) if record.returns().is_none() => Some("returns"),
        Some(Role::Setter | Role::StaticSetter) if record.parameters().count() != 1 => Some("param"),
        _ => None,
    };
    match record.kind {
        Kind::Object | Kind::Alias | Kind::Enum | Kind::Class if record.id.is_none() => Some("id"),
        Kind::Constant | Kind::Alias if record.value().is_none() && !typed => Some("value"),
        Kind::Enum if record.variants().any(|variant| variant.value.is_none()) => Some("number"),
        Kind::Member if record.parts.iter().all(|part| part.kind != PartKind::Of) => Some("of"),
        Kind::Member if record.role.is_none() => Some("role"),
        Kind::Member if !typed => accessor,
        _ => None,
    }
}

fn once<T>(place: &mut Option<T>, key: &'static str, value: T) -> Result<(), Problem> {
    match place.replace(value) {
        None => Ok(()),
        Some(_) => Err(Problem::Twice(key)),
    }
}

fn unescape(key: &'static str, value: &str) -> Result<String, Problem> {
    let mut text = String::new();
    let mut pieces = value.split('\\');
    text.push_str(pieces.next().unwrap_or_default());
    while let Some(piece) = pieces.next() {
        match piece.chars().next() {
            Some('n') => text.push('\n'),
            Some('r') => text.push('\r'),
            Some('0') => text.push('\0'),
            Some(_) => return Err(Problem::Value(key)),
            // Two backslashes: what stands between them is nothing.
            None => {
                text.push('\\');
                text.push_str(pieces.next().ok_or(Problem::Value(key))?);
                continue;
            }
        }
        text.push_str(piece.get(1..).unwrap_or_default());
    }
    Ok(text)
}

/// `LINE COLUMN NAME-LINE NAME-COLUMN CRATE/FILE`
fn site(value: &str) -> Option<Site> {
    let mut words = value.splitn(5, ' ');
    let mut number = || words.next()?.parse().ok();
    let (line, column, name_line, name_column) = (number()?, number()?, number()?, number()?);
    Some(Site { file: words.next()?.into(), line, column, name_line, name_column })
}
