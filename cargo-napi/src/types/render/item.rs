//! Functions, constants and named types as declarations.

use std::collections::BTreeSet;

use anyhow::{Result, bail};
use napi_core_meta::Kind;
use napi_core_meta::read::{Part, PartKind, Record, Role, Term, VariantValue};

use super::super::module::NamedType;
use super::super::names::{can_be_declared, declarable, is_identifier, quoted};
use super::super::{Flavour, members};
use super::docs;
use super::term::{Flow, Writer};
use super::{braces, indented, of};

/// The longest signature, with its name, that stands in one line: with `export function` before it that is about 100 columns.
const LINE: usize = 80;

impl Writer<'_> {
    /// The arguments and the result of a function or of a member, one of `overloads`, and the comment on them.
    pub(super) fn signature<'r>(
        &self,
        record: &Record,
        overloads: impl Iterator<Item = &'r Record>,
        generics: &[String],
    ) -> Result<(String, String)> {
        if let Some(text) = self.instead(&record.about)? {
            return Ok((docs::comment(&record.about.docs), text));
        }
        // A call with fewer arguments than a longer one has parameters is one of a shorter one.
        let shortest = overloads.map(|overload| overload.parameters().count()).min();
        let is_longer = shortest.is_some_and(|shortest| shortest < record.parameters().count());
        let (names, list) = self.parameters(record, is_longer, generics)?;
        let result = match record.returns() {
            _ if matches!(record.role, Some(Role::Constructor | Role::Setter | Role::StaticSetter)) => String::new(),
            returns if record.is_async => format!(": Promise<{}>", self.returns(returns, generics)?),
            returns => format!(": {}", self.returns(returns, generics)?),
        };
        let line = format!("({}){result}", list.join(", "));
        let signature = if record.name.len() + line.len() <= LINE || list.len() < 2 {
            line
        } else {
            format!("(\n{}\n){result}", indented(&list.join(",\n")))
        };
        Ok((docs::of_record(record, names.iter()), signature))
    }

    fn returns(&self, returns: Option<&Part>, generics: &[String]) -> Result<String> {
        match returns {
            None => Ok("void".to_owned()),
            Some(part) => match &part.term {
                Some(Term::Unit) if self.instead(&part.about)?.is_none() => Ok("void".to_owned()),
                _ => self.part(part, Flow::Out, generics),
            },
        }
    }

    /// The names of the arguments, and the list of them, of which all have to be there or not.
    fn parameters(&self, record: &Record, all: bool, generics: &[String]) -> Result<(Vec<String>, Vec<String>)> {
        let parts: Vec<_> = record.parameters().collect();
        let mut taken = BTreeSet::new();
        let names = parts.iter().enumerate().map(|(index, part)| match &*part.name {
            "_" => declarable(&format!("arg{index}"), can_be_declared, &mut taken),
            name => declarable(name, can_be_declared, &mut taken),
        });
        let names: Vec<_> = names.collect();
        let mut may_be_left_out = Vec::new();
        for part in &parts {
            let is_option = part.kind == PartKind::Parameter && matches!(part.term, Some(Term::Option(_)));
            let may_be = part.kind != PartKind::Parameter || is_option && self.instead(&part.about)?.is_none();
            // The value of a property that is written is always there.
            let is_there = all || matches!(record.role, Some(Role::Setter | Role::StaticSetter));
            may_be_left_out.push(part.kind == PartKind::Rest || may_be && !is_there);
        }
        let required = may_be_left_out.iter().rposition(|may| !may).map_or(0, |last| last + 1);
        let list = parts.iter().zip(&names).enumerate();
        let list = list.map(|(index, (part, name))| self.parameter(part, name, index >= required, generics));
        Ok((names.clone(), list.collect::<Result<_>>()?))
    }

    fn parameter(&self, part: &Part, name: &str, may_be_left_out: bool, generics: &[String]) -> Result<String> {
        let is_replaced = self.instead(&part.about)?.is_some();
        Ok(match (part.kind, &part.term) {
            (PartKind::Rest, _) => format!("...{name}: {}", self.rest(part, generics)?),
            (_, Some(Term::Option(of))) if may_be_left_out && !is_replaced => {
                format!("{name}?: {}", self.or_null(of, generics)?)
            }
            (PartKind::Optional, _) if may_be_left_out => format!("{name}?: {}", self.part(part, Flow::In, generics)?),
            (PartKind::Optional, _) => format!("{name}: {}", self.or_undefined(part, generics)?),
            _ => format!("{name}: {}", self.part(part, Flow::In, generics)?),
        })
    }

    /// The type of a constant, and the comment on it.
    pub(super) fn constant(&self, record: &Record) -> Result<(String, String)> {
        let comment = docs::comment(&record.about.docs);
        match (self.instead(&record.about)?, record.value()) {
            (Some(text), _) => Ok((comment, text)),
            (None, Some(value)) => Ok((comment, self.part(value, Flow::Out, &[])?)),
            (None, None) => bail!("it has neither a type nor a text"),
        }
    }

    /// The declaration of a named type, to which `export` belongs or not.
    pub(super) fn named(&self, named: &NamedType, is_exported: bool) -> Result<String> {
        let record = &named.record;
        let generics = &record.generics[..];
        let mut name = named.declared.clone();
        if !generics.is_empty() {
            name = format!("{name}<{}>", generics.join(", "));
        }
        let comment = docs::comment(&record.about.docs);
        let export = match (is_exported, record.kind) {
            (true, _) => "export ",
            (false, Kind::Class) if record.namespace.is_none() => "declare ",
            (false, _) => "",
        };
        if record.kind == Kind::Class {
            return Ok(format!("{comment}{export}class {name}{}", self.class(named)?));
        }
        let text = match (self.instead(&record.about)?, record.kind) {
            (Some(text), _) => text,
            (None, Kind::Object) if self.module.is_interface(record) => {
                let text = self.extends(record)? + &self.fields(record)?;
                return Ok(format!("{comment}{export}interface {name}{text}"));
            }
            (None, Kind::Object) => self.intersection(record)?,
            (None, Kind::Enum) => self.variants(record),
            (None, _) => match record.value() {
                Some(value) => self.part(value, Flow::Both, generics)?,
                None => bail!("it has neither a type nor a text"),
            },
        };
        let space = if text.starts_with('\n') { "" } else { " " };
        Ok(format!("{comment}{export}type {name} ={space}{text};"))
    }

    fn extends(&self, record: &Record) -> Result<String> {
        let bases = record.extends().map(|part| self.part(part, Flow::Both, &record.generics));
        let bases: Vec<_> = bases.collect::<Result<_>>()?;
        Ok(if bases.is_empty() { " ".to_owned() } else { format!(" extends {} ", bases.join(", ")) })
    }

    /// An object with the fields of what no interface can extend, such as a union or a type parameter.
    fn intersection(&self, record: &Record) -> Result<String> {
        // ArkTS has no word for that.
        if self.flavour == Flavour::ArkTs {
            return Ok("object".to_owned());
        }
        let bases = record.extends().map(|part| self.part_of_intersection(part, &record.generics));
        let mut all: Vec<_> = bases.collect::<Result<_>>()?;
        all.extend(Some(self.fields(record)?).filter(|_| record.fields().next().is_some()));
        Ok(all.join(" & "))
    }

    fn fields(&self, record: &Record) -> Result<String> {
        let mut fields = Vec::new();
        for field in record.fields() {
            let readonly = if field.is_readonly { "readonly " } else { "" };
            let name = property(&field.name);
            let field_type = match (field.kind, &field.term) {
                // What is not there reads as undefined.
                (_, Some(Term::Option(of))) if self.instead(&field.about)?.is_none() => {
                    format!("?: {}", self.alone(of, Flow::Both, &record.generics)?)
                }
                (PartKind::Optional, _) => format!("?: {}", self.part(field, Flow::Both, &record.generics)?),
                _ => format!(": {}", self.part(field, Flow::Both, &record.generics)?),
            };
            fields.push(format!("{}{readonly}{name}{field_type};", docs::comment(&field.about.docs)));
        }
        Ok(braces(&fields))
    }

    /// The values of an enum, one of which it is.
    fn variants(&self, record: &Record) -> String {
        let mut values = Vec::new();
        let mut is_plain = true;
        for variant in record.variants() {
            let (value, name) = match &variant.value {
                Some(VariantValue::Number(number)) => (number.clone(), Some(&variant.name)),
                Some(VariantValue::String(text)) => (quoted(text), Some(&variant.name).filter(|name| *name != text)),
                None => continue,
            };
            let about = [name.map(String::as_str).unwrap_or_default(), variant.about.docs.trim()];
            let about: Vec<_> = about.into_iter().filter(|text| !text.is_empty()).collect();
            let comment = docs::comment(&about.join(": "));
            is_plain &= comment.is_empty();
            values.push((comment, value));
        }
        match &values[..] {
            [] => "never".to_owned(),
            values if is_plain => values.iter().map(|(_, value)| &**value).collect::<Vec<_>>().join(" | "),
            values => {
                values.iter().map(|(comment, value)| indented(&format!("\n{comment}| {value}"))).collect::<String>()
            }
        }
    }

    fn class(&self, named: &NamedType) -> Result<String> {
        let extends = self.extends(&named.record)?;
        if let Some(body) = self.declarations(&named.record.about)? {
            return Ok(if body.trim_start().starts_with('{') { extends + &body } else { extends + &braces(&[body]) });
        }
        let mut members = Vec::new();
        if self.flavour == Flavour::TypeScript && self.module.carries_a_value(named) {
            members.push("#private;".to_owned());
        }
        if named.members.iter().all(|member| member.role != Some(Role::Constructor)) {
            let access = if self.module.is_extended(named) { "protected" } else { "private" };
            members.push(format!("{access} constructor();"));
        }
        for member in members::grouped(&named.members) {
            members.extend(self.member(member, named).map_err(|why| of(member, &why))?);
        }
        Ok(extends + &braces(&members))
    }

    /// The declaration of a member; none of one that ArkTS cannot name.
    fn member(&self, member: &Record, class: &NamedType) -> Result<Option<String>> {
        let is_by_symbol = is_symbol(&member.name) && member.name != "[Symbol.iterator]";
        if self.flavour == Flavour::ArkTs && is_by_symbol && member.about.arkts.is_none() {
            return Ok(None);
        }
        if let Some(text) = self.declarations(&member.about)? {
            let text = text.trim_end().trim_end_matches(';');
            return Ok(Some(format!("{}{text};", docs::comment(&member.about.docs))));
        }
        let generics = &class.record.generics[..];
        let (comment, signature) = self.signature(member, members::overloads(member, &class.members), generics)?;
        let name = if is_symbol(&member.name) { member.name.clone() } else { property(&member.name) };
        let declared = match member.role {
            Some(Role::Constructor) => format!("constructor{signature}"),
            Some(Role::Static) => format!("static {name}{signature}"),
            Some(Role::Getter) => format!("get {name}{signature}"),
            Some(Role::Setter) => format!("set {name}{signature}"),
            Some(Role::StaticGetter) => format!("static get {name}{signature}"),
            Some(Role::StaticSetter) => format!("static set {name}{signature}"),
            Some(Role::Constant) => {
                format!("static readonly {name}: {}", self.returns(member.returns(), generics)?)
            }
            // In quotes too it would be the constructor.
            _ if member.name == "constructor" => format!("['constructor']{signature}"),
            _ => format!("{name}{signature}"),
        };
        Ok(Some(format!("{comment}{declared};")))
    }

    /// The name by which others import it: text in quotes only where there is no other way.
    pub(super) fn exported(&self, name: &str) -> Result<String> {
        match self.flavour {
            _ if is_identifier(name) => Ok(name.to_owned()),
            Flavour::TypeScript => Ok(quoted(name)),
            Flavour::ArkTs => bail!("ArkTS cannot import the name {name:?}: write another with `name = \"..\"`"),
        }
    }
}

/// Whether a member is named by one of the symbols of the language.
fn is_symbol(name: &str) -> bool {
    name.strip_prefix("[Symbol.").and_then(|rest| rest.strip_suffix(']')).is_some_and(is_identifier)
}

/// The name of a property.
fn property(name: &str) -> String {
    if is_identifier(name) { name.to_owned() } else { quoted(name) }
}
