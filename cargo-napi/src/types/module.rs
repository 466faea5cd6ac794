//! What a library exports, from the records it carries.

use std::collections::BTreeMap;
use std::fmt::{Display, Formatter};

use anyhow::{Result, bail};
use napi_core_meta::Kind;
use napi_core_meta::read::{Part, Record, Site, Term};

use super::declare;
use super::members;
use super::reach;

/// The exports of a library and the types that they need.
pub(super) struct Module {
    /// What `#[module]` left.
    pub(super) record: Option<Record>,
    /// The properties of the exports object.
    pub(super) exports: Exports,
    /// The named types, by identity: those that the exports reach.
    pub(super) types: BTreeMap<String, NamedType>,
}

/// The properties of the exports object, or of a namespace in it, in source order.
#[derive(Default)]
pub(super) struct Exports(pub(super) Vec<(String, Export)>);

pub(super) enum Export {
    /// A function, or all overloads of it.
    Function(Vec<Record>),
    Constant(Box<Record>),
    Namespace(Exports),
    /// By identity.
    Class(String),
    /// By identity. No property, but it has a place in the order.
    Type(String),
}

/// A type that has a name.
pub(super) struct NamedType {
    pub(super) record: Record,
    /// The members of a class, in source order.
    pub(super) members: Vec<Record>,
    /// The name by which the file declares it.
    pub(super) declared: String,
    /// The name by which others import it.
    pub(super) exported: String,
}

impl Module {
    pub(super) fn new(mut records: Vec<Record>) -> Result<Self> {
        // Whatever order the linker has left, and however often it has left a record.
        records.sort();
        records.dedup();
        for record in &mut records {
            record.about.docs = without_margin(&record.about.docs);
            for part in &mut record.parts {
                part.about.docs = without_margin(&part.about.docs);
            }
        }
        let mut types = BTreeMap::new();
        let mut members: BTreeMap<String, Vec<Record>> = BTreeMap::new();
        let (mut modules, mut properties) = (Vec::new(), Vec::new());
        for record in records {
            match (record.kind, record.id.clone(), record.of.clone()) {
                (Kind::Member, _, Some(of)) => members.entry(of).or_default().push(record),
                (_, Some(id), _) => {
                    if let Some(NamedType { record: other, .. }) = types.insert(id.clone(), NamedType::new(record)) {
                        bail!("two different types have the identity {id}: one is {}; rename one", Described(&other));
                    }
                }
                (Kind::Module, ..) => modules.push(record),
                _ => properties.push(record),
            }
        }
        for (id, members) in members {
            match types.get_mut(&id) {
                Some(class) if class.record.kind == Kind::Class => class.members = members::checked(members)?,
                _ => bail!("{} belongs to a class {id} that left no record", Described(&members[0])),
            }
        }
        if let [first, second, ..] = &modules[..] {
            bail!("the library has two modules: {} and {}", Described(first), Described(second));
        }
        Self::link(modules.pop(), properties, types)
    }

    /// Keeps what the exports reach, under names that tell all apart.
    fn link(module: Option<Record>, properties: Vec<Record>, mut types: BTreeMap<String, NamedType>) -> Result<Self> {
        let reached = reach::types(module.iter().chain(&properties), &types)?;
        types.retain(|id, _| reached.contains(id));
        let classes = || types.values().filter(|named| named.record.kind == Kind::Class);
        let has_exports = !properties.is_empty() || classes().next().is_some();
        if module.as_ref().and_then(|record| replacement(record, has_exports)).is_some() {
            // There is no exports object, and nothing in it.
            types.values_mut().for_each(|named| named.record.namespace = None);
        }
        declare::name(&mut types)?;
        let module = Self { exports: Exports::new(properties, &types)?, record: module, types };
        declare::check_texts(&module)?;
        Ok(module)
    }

    /// The type that a value has which takes the place of the exports object, and which says something about it: any value or
    /// any object may be the exports object itself, and nothing replaces nothing.
    pub(super) fn replacement(&self) -> Option<&Part> {
        replacement(self.record.as_ref()?, self.exports.names().next().is_some())
    }

    /// Whether another class extends this one.
    pub(super) fn is_extended(&self, class: &NamedType) -> bool {
        let extends =
            |part: &Part| matches!(&part.term, Some(Term::Named(id, _)) if Some(id) == class.record.id.as_ref());
        let classes = self.types.values().filter(|named| named.record.kind == Kind::Class);
        classes.flat_map(|named| named.record.extends()).any(extends)
    }

    /// Whether an object is declared as an interface: what it extends is one too.
    pub(super) fn is_interface(&self, object: &Record) -> bool {
        // As deep as there are types: one that extends itself is none.
        let mut bases: Vec<_> = object.extends().collect();
        for _ in 0..=self.types.len() {
            let mut further = Vec::new();
            for base in bases {
                let Some(NamedType { record, .. }) = self.base(base) else { return false };
                match record.kind {
                    Kind::Class => {}
                    Kind::Object if record.about.ts.is_none() => further.extend(record.extends()),
                    _ => return false,
                }
            }
            if further.is_empty() {
                return true;
            }
            bases = further;
        }
        false
    }

    /// The type that is extended, by its term or by its name.
    fn base(&self, part: &Part) -> Option<&NamedType> {
        match (&part.about.ts, &part.term) {
            (Some(text), _) => self.types.values().find(|named| named.record.name == *text),
            (None, Some(Term::Named(id, _))) => self.types.get(id),
            _ => None,
        }
    }

    /// Whether what makes an object an instance of the class is a value of Rust's, as with all classes but those of errors.
    pub(super) fn carries_a_value<'a>(&'a self, mut class: &'a NamedType) -> bool {
        // As many steps as there can be, should classes extend each other.
        for _ in 0..self.types.len() {
            let Some(base) = class.record.extends().next() else { return true };
            match &base.term {
                Some(Term::Named(id, _)) if self.types.contains_key(id) => class = &self.types[id],
                _ => return false,
            }
        }
        false
    }

    /// The names of the properties of the exports object.
    pub(super) fn names(&self) -> Vec<String> {
        match self.replacement() {
            Some(_) => Vec::new(),
            None => self.exports.names().cloned().collect(),
        }
    }
}

/// The type of a value that takes the place of the exports object.
fn replacement(module: &Record, has_exports: bool) -> Option<&Part> {
    let says_nothing = |value: &&Part| matches!(value.term, Some(Term::Value | Term::Object));
    let value = module.value().filter(|value| value.term != Some(Term::Unit))?;
    Some(value).filter(|value| !(has_exports && says_nothing(value)))
}

impl NamedType {
    fn new(record: Record) -> Self {
        Self { record, members: Vec::new(), declared: String::new(), exported: String::new() }
    }

    /// What names it anywhere in the file.
    pub(super) fn path(&self) -> String {
        match &self.record.namespace {
            Some(namespace) => format!("{namespace}.{}", self.exported),
            None => self.declared.clone(),
        }
    }

    /// The records that say what it is.
    pub(super) fn records(&self) -> impl Iterator<Item = &Record> {
        std::iter::once(&self.record).chain(&self.members)
    }
}

impl Exports {
    fn new(properties: Vec<Record>, types: &BTreeMap<String, NamedType>) -> Result<Self> {
        let mut all: Vec<_> = properties.into_iter().map(|record| (record, None)).collect();
        all.extend(types.iter().map(|(id, named)| (named.record.clone(), Some(id))));
        all.sort();
        let mut exports = Self::default();
        for (record, id) in all {
            match id {
                Some(id) if record.kind == Kind::Class => {
                    exports.namespace(&record)?.add(&record, Export::Class(id.clone()))?;
                }
                Some(id) => exports.0.push((record.name, Export::Type(id.clone()))),
                None => exports.namespace(&record)?.add_property(record)?,
            }
        }
        Ok(exports)
    }

    /// The names of the properties.
    pub(super) fn names(&self) -> impl Iterator<Item = &String> {
        self.0.iter().filter(|(_, export)| export.is_property()).map(|(name, _)| name)
    }

    fn find(&self, name: &str) -> Option<usize> {
        self.0.iter().position(|(known, export)| known == name && export.is_property())
    }

    /// The namespace that the record is in.
    fn namespace(&mut self, record: &Record) -> Result<&mut Self> {
        let mut exports = self;
        for name in record.namespace.iter().flat_map(|path| path.split('.')) {
            let index = match exports.find(name) {
                Some(index) => index,
                None => {
                    exports.0.push((name.to_owned(), Export::Namespace(Self::default())));
                    exports.0.len() - 1
                }
            };
            exports = match &mut exports.0[index].1 {
                Export::Namespace(inner) => inner,
                _ => bail!("{} is in the namespace `{name}`, which is another export; rename one", Described(record)),
            };
        }
        Ok(exports)
    }

    fn add_property(&mut self, record: Record) -> Result<()> {
        let overloads = self.find(&record.name).map(|index| &mut self.0[index].1);
        match overloads {
            Some(Export::Function(overloads)) if overloads[0].is_overload && record.is_overload => {
                overloads.push(record);
                Ok(())
            }
            _ if record.kind == Kind::Function => self.add(&record.clone(), Export::Function(vec![record])),
            _ => self.add(&record.clone(), Export::Constant(record.into())),
        }
    }

    fn add(&mut self, record: &Record, export: Export) -> Result<()> {
        if let Some(index) = self.find(&record.name) {
            let other = match &self.0[index].1 {
                Export::Function(overloads) => Described(&overloads[0]).to_string(),
                Export::Constant(other) => Described(other).to_string(),
                _ => "a class or a namespace".to_owned(),
            };
            bail!(
                "two exports are called `{}`: {} and {other}; rename one with `name = \"..\"`, or mark both `overload` if they \
                 are functions that differ in their number of parameters",
                record.name,
                Described(record)
            );
        }
        self.0.push((record.name.clone(), export));
        Ok(())
    }
}

impl Export {
    fn is_property(&self) -> bool {
        !matches!(self, Self::Type(_))
    }
}

/// Documentation without the space that stands behind `///`, and without what is empty around it.
fn without_margin(docs: &str) -> String {
    let has_margin = docs.lines().all(|line| line.is_empty() || line.starts_with(' '));
    let lines: Vec<_> =
        docs.lines().map(|line| line.strip_prefix(' ').filter(|_| has_margin).unwrap_or(line).trim_end()).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

/// A record, as messages name it.
pub(super) struct Described<'r>(pub(super) &'r Record);

impl Display for Described<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let Site { file, line, column, .. } = &self.0.site;
        let (krate, file) = file.split_once('/').unwrap_or(("", file));
        write!(f, "`{}` at {file}:{line}:{column} (crate {krate})", self.0.name)
    }
}

#[cfg(test)]
mod tests {
    use super::without_margin;

    #[test]
    fn margins() {
        assert_eq!(without_margin(" \n"), "");
        assert_eq!(without_margin(" One\n\n   - two  \n\n"), "One\n\n  - two");
        assert_eq!(without_margin("One\n two"), "One\n two");
    }
}
