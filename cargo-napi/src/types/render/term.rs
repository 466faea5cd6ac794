//! Terms as types of TypeScript and ArkTS.
//!
//! What ArkTS has no word for is refused, and has to be written by hand (`arkts = ".."`): a symbol, a `Float16Array`. Everything
//! else is the same in both, but for what any value can be, and for `this` as a type, which is the class in ArkTS.

use std::cell::Cell;

use anyhow::{Result, bail};
use napi_core_meta::read::{About, Element, Number, Part, Term};

use super::super::Flavour;
use super::super::module::{Module, NamedType};
use super::super::names::{hides_what_follows, is_identifier, mentioned, quoted};

/// An array of a fixed length is a tuple up to this many elements, and this many letters: those of arrays in arrays multiply.
const TUPLE: u32 = 16;
const TUPLE_LETTERS: usize = 400;

/// Words of TypeScript that the linter of ArkTS refuses in types.
const NOT_IN_ARKTS: [&str; 9] = ["any", "asserts", "infer", "is", "keyof", "symbol", "typeof", "unique", "unknown"];

/// Which way values of a type go.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Flow {
    /// To Rust, where null and undefined are the same nothing.
    In,
    /// From Rust, which writes undefined for nothing.
    Out,
    /// Either way, as in a named type.
    Both,
}

impl Flow {
    /// The way that the arguments of a function go.
    fn of_arguments(self) -> Self {
        match self {
            Self::In => Self::Out,
            Self::Out => Self::In,
            Self::Both => Self::Both,
        }
    }
}

/// A type as text.
struct Written {
    text: String,
    shape: Shape,
}

/// Where a type needs parentheses.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// Nowhere.
    One,
    /// Before `[]`.
    Union,
    /// In a union too.
    Function,
}

impl Written {
    /// What is in a text is not known, but that it may need parentheses if it is more than a name.
    fn raw(text: String) -> Self {
        let is_name = text.split('.').all(is_identifier);
        Self { shape: if is_name { Shape::One } else { Shape::Function }, text }
    }

    /// As one of a union.
    fn member(self) -> String {
        if self.shape == Shape::Function { format!("({})", self.text) } else { self.text }
    }

    /// As a tuple of so many of it.
    fn times(self, length: usize) -> String {
        if length * self.text.len() > TUPLE_LETTERS {
            return self.array();
        }
        format!("[{}]", vec![self.text; length].join(", "))
    }

    /// As an array of it.
    fn array(self) -> String {
        if self.shape == Shape::One { format!("{}[]", self.text) } else { format!("({})[]", self.text) }
    }
}

/// Writes types, and notes which declarations they need beside those of the addon.
pub(super) struct Writer<'m> {
    pub(super) module: &'m Module,
    pub(super) flavour: Flavour,
    /// The names of the types for any value and for a pointer of Rust's, and whether they were written.
    pub(super) any: (String, Cell<bool>),
    pub(super) external: (String, Cell<bool>),
}

impl Writer<'_> {
    /// The type of a part of a record whose type parameters these are.
    pub(super) fn part(&self, part: &Part, flow: Flow, generics: &[String]) -> Result<String> {
        self.part_written(part, flow, generics).map(|written| written.text)
    }

    /// The type of an array of what the part is one of.
    pub(super) fn rest(&self, part: &Part, generics: &[String]) -> Result<String> {
        self.part_written(part, Flow::In, generics).map(Written::array)
    }

    /// The type of a part of an intersection.
    pub(super) fn part_of_intersection(&self, part: &Part, generics: &[String]) -> Result<String> {
        let written = self.part_written(part, Flow::Both, generics)?;
        Ok(if written.shape == Shape::One { written.text } else { format!("({})", written.text) })
    }

    /// The type of an argument that cannot be left out, because others follow, but may be undefined.
    pub(super) fn or_undefined(&self, part: &Part, generics: &[String]) -> Result<String> {
        let written = self.part_written(part, Flow::In, generics)?;
        let is_there = written.shape == Shape::Union && written.text.contains(" | undefined");
        Ok(if is_there { written.text } else { format!("{} | undefined", written.member()) })
    }

    fn part_written(&self, part: &Part, flow: Flow, generics: &[String]) -> Result<Written> {
        match (self.instead(&part.about)?, &part.term) {
            (Some(text), _) => Ok(Written::raw(text)),
            (None, Some(term)) => self.write(term, flow, generics),
            (None, None) => bail!("its part `{}` has neither a type nor a text", part.name),
        }
    }

    /// The text that stands instead of a type, if there is one.
    pub(super) fn instead(&self, about: &About) -> Result<Option<String>> {
        match (self.flavour, &about.ts, &about.arkts) {
            (Flavour::ArkTs, _, Some(text)) => self.own_words(text).map(Some),
            (_, Some(text), _) => self.type_text(text).map(Some),
            _ => Ok(None),
        }
    }

    /// The text that stands instead of declarations, if there is one.
    pub(super) fn declarations(&self, about: &About) -> Result<Option<String>> {
        match (self.flavour, &about.ts, &about.arkts) {
            (Flavour::ArkTs, _, Some(text)) => self.own_words(text).map(Some),
            (_, Some(text), _) => self.text(text).map(Some),
            _ => Ok(None),
        }
    }

    /// A type in TypeScript's words, which ArkTS may not have.
    fn type_text(&self, text: &str) -> Result<String> {
        if self.flavour == Flavour::ArkTs && text.contains('{') {
            bail!("ArkTS has no types in braces, as in its text {text:?}: write another with `arkts = \"..\"`");
        }
        self.text(text)
    }

    /// A text that is meant for the flavour.
    fn own_words(&self, text: &str) -> Result<String> {
        if hides_what_follows(text) {
            bail!("its text {text:?} ends in a comment or a string, which hides what follows: end it");
        }
        Ok(text.to_owned())
    }

    fn text(&self, text: &str) -> Result<String> {
        let refused = |name: &&str| self.flavour == Flavour::ArkTs && NOT_IN_ARKTS.contains(name);
        let mut words = mentioned(text).into_iter().filter(|(_, is_label)| !is_label).map(|(name, _)| name);
        match words.find(refused) {
            Some(word) => bail!("ArkTS has no `{word}`, as in its text {text:?}: write another with `arkts = \"..\"`"),
            None => self.own_words(text),
        }
    }

    pub(super) fn alone(&self, term: &Term, flow: Flow, generics: &[String]) -> Result<String> {
        self.write(term, flow, generics).map(|written| written.text)
    }

    /// The type of a result.
    pub(super) fn result(&self, term: &Term, flow: Flow, generics: &[String]) -> Result<String> {
        match term {
            Term::Unit => Ok("void".to_owned()),
            // Whoever passes a function that returns nothing has a type for that too.
            Term::Value if flow == Flow::In => Ok(format!("{} | void", self.alone(term, flow, generics)?)),
            term => self.alone(term, flow, generics),
        }
    }

    fn write(&self, term: &Term, flow: Flow, generics: &[String]) -> Result<Written> {
        let alone = |term: &Term| self.alone(term, flow, generics);
        let text = match term {
            Term::Array(of) => self.array(of, flow, generics)?,
            Term::Slice(of) => match **of {
                Term::Number(number) if flow == Flow::In => self.typed_array(Element::Number(number))?.to_owned(),
                _ => self.array(of, flow, generics)?,
            },
            Term::FixedArray(length, of) if *length > TUPLE => self.array(of, flow, generics)?,
            Term::FixedArray(length, of) => self.write(of, flow, generics)?.times(*length as usize),
            Term::Tuple(of) => format!("[{}]", of.iter().map(alone).collect::<Result<Vec<_>>>()?.join(", ")),
            Term::Record(of) => format!("Record<string, {}>", alone(of)?),
            Term::Map(keys, values) => format!("Map<{}, {}>", alone(keys)?, alone(values)?),
            Term::Set(of) => format!("Set<{}>", alone(of)?),
            Term::Promise(of) => format!("Promise<{}>", self.result(of, flow, generics)?),
            Term::IteratorResult(of) => format!("IteratorResult<{}, undefined>", alone(of)?),
            // Of a class that extends the one that has the method it is an instance too.
            Term::This(class) => match self.flavour {
                Flavour::TypeScript => "this".to_owned(),
                Flavour::ArkTs => alone(class)?,
            },
            Term::Option(_) | Term::Union(_) => return self.union(term, flow, generics),
            Term::Function(arguments, result) => {
                let arguments = self.arguments(arguments, flow.of_arguments(), generics)?;
                let text = format!("({arguments}) => {}", self.result(result, flow, generics)?);
                return Ok(Written { text, shape: Shape::Function });
            }
            Term::Named(id, arguments) => {
                let name = self.module.types.get(id).map_or_else(|| id.clone(), NamedType::path);
                let arguments: Vec<_> =
                    arguments.iter().map(|term| self.alone(term, Flow::Both, generics)).collect::<Result<_>>()?;
                if arguments.is_empty() { name } else { format!("{name}<{}>", arguments.join(", ")) }
            }
            Term::Parameter(number) => generics.get(usize::from(*number)).cloned().unwrap_or_default(),
            Term::Literal(ts, arkts) => {
                let is_for_arkts = self.flavour == Flavour::ArkTs && !arkts.is_empty();
                let text = if is_for_arkts { arkts.clone() } else { self.type_text(ts)? };
                return Ok(Written::raw(text));
            }
            leaf => self.leaf(leaf)?,
        };
        Ok(Written { text, shape: Shape::One })
    }

    /// The type of an array of these.
    fn array(&self, of: &Term, flow: Flow, generics: &[String]) -> Result<String> {
        self.write(of, flow, generics).map(Written::array)
    }

    /// One of several, each once, and what is nothing last.
    fn union(&self, term: &Term, flow: Flow, generics: &[String]) -> Result<Written> {
        let mut members = Vec::new();
        self.members(term, flow, generics, &mut members)?;
        let is_nothing = |member: &Written| matches!(&*member.text, "undefined" | "null");
        members.sort_by_key(is_nothing);
        if members.iter().any(|member| member.text == self.any.0) {
            return Ok(Written { text: self.any.0.clone(), shape: Shape::One });
        }
        let mut union: Vec<Written> = Vec::new();
        for member in members {
            if union.iter().all(|known| known.text != member.text) {
                union.push(member);
            }
        }
        if union.len() == 1 {
            return Ok(union.remove(0));
        }
        let members: Vec<_> = union.into_iter().map(Written::member).collect();
        let text = if members.is_empty() { "never".to_owned() } else { members.join(" | ") };
        Ok(Written { text, shape: Shape::Union })
    }

    fn members(&self, term: &Term, flow: Flow, generics: &[String], members: &mut Vec<Written>) -> Result<()> {
        match term {
            Term::Union(of) => return of.iter().try_for_each(|term| self.members(term, flow, generics, members)),
            Term::Option(of) => {
                self.members(of, flow, generics, members)?;
                members.push(self.write(&Term::Undefined, flow, generics)?);
                if flow == Flow::In {
                    members.push(self.write(&Term::Null, flow, generics)?);
                }
            }
            term => members.push(self.write(term, flow, generics)?),
        }
        Ok(())
    }

    /// The arguments of a function type.
    fn arguments(&self, term: &Term, flow: Flow, generics: &[String]) -> Result<String> {
        let arguments = match term {
            Term::Tuple(arguments) => arguments,
            Term::Array(of) => return Ok(format!("...args: {}", self.array(of, flow, generics)?)),
            _ => return Ok(String::new()),
        };
        let required = arguments.iter().rposition(|term| !matches!(term, Term::Option(_))).map_or(0, |last| last + 1);
        let mut list = Vec::new();
        for (index, term) in arguments.iter().enumerate() {
            list.push(match term {
                Term::Option(of) if index >= required && flow == Flow::In => {
                    format!("arg{index}?: {}", self.or_null(of, generics)?)
                }
                term => format!("arg{index}: {}", self.alone(term, flow, generics)?),
            });
        }
        Ok(list.join(", "))
    }

    /// That or null: undefined is nothing too, and what may be left out may be undefined.
    pub(super) fn or_null(&self, of: &Term, generics: &[String]) -> Result<String> {
        self.union(&Term::Union(vec![of.clone(), Term::Null]), Flow::In, generics).map(|written| written.text)
    }

    fn leaf(&self, term: &Term) -> Result<String> {
        Ok(match term {
            Term::Undefined | Term::Unit => "undefined",
            Term::Null => "null",
            Term::Boolean => "boolean",
            Term::Number(_) => "number",
            Term::BigInt => "bigint",
            Term::String | Term::Char => "string",
            Term::Object => "object",
            Term::Symbol if self.flavour == Flavour::ArkTs => {
                bail!("ArkTS has no symbols: write another type with `arkts = \"..\"`")
            }
            Term::Symbol => "symbol",
            Term::Date => "Date",
            Term::RegExp => "RegExp",
            Term::Error => "Error",
            Term::ArrayBuffer => "ArrayBuffer",
            Term::DataView => "DataView",
            Term::SharedArrayBuffer => "SharedArrayBuffer",
            // What a Buffer is to those who have not installed the types of Node.
            Term::Buffer => "Uint8Array",
            Term::TypedArray(element) => self.typed_array(*element)?,
            Term::NumberLiteral(text) => text,
            Term::StringLiteral(text) => return Ok(quoted(text)),
            Term::Value => {
                self.any.1.set(true);
                &self.any.0
            }
            Term::External => {
                self.external.1.set(true);
                &self.external.0
            }
            other => bail!("{other:?} is no type by itself"),
        }
        .to_owned())
    }

    fn typed_array(&self, element: Element) -> Result<&'static str> {
        let Element::Number(number) = element else { return Ok("Uint8ClampedArray") };
        Ok(match number {
            Number::I8 => "Int8Array",
            Number::I16 => "Int16Array",
            Number::I32 => "Int32Array",
            Number::I64 => "BigInt64Array",
            Number::U8 => "Uint8Array",
            Number::U16 => "Uint16Array",
            Number::U32 => "Uint32Array",
            Number::U64 => "BigUint64Array",
            Number::F16 if self.flavour == Flavour::ArkTs => {
                bail!("ArkTS has no `Float16Array`: write another type with `arkts = \"..\"`")
            }
            Number::F16 => "Float16Array",
            Number::F32 => "Float32Array",
            Number::F64 => "Float64Array",
            number => bail!("there are no typed arrays of {number:?}"),
        })
    }
}
