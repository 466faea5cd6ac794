//! Which named types the exports reach, and whether all that is said of types holds.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, bail};
use napi_core_meta::Kind;
use napi_core_meta::read::{Record, Term};

use super::declare::candidates;
use super::module::{Described, NamedType};
use super::names::mentioned;

/// The identities of the types that these records need. Classes are exports themselves.
pub(super) fn types<'r>(
    roots: impl Iterator<Item = &'r Record>,
    types: &'r BTreeMap<String, NamedType>,
) -> Result<BTreeSet<String>> {
    let mut search = Search { types, by_name: BTreeMap::new(), reached: BTreeSet::new(), next: Vec::new() };
    for (id, named) in types {
        for name in candidates(&named.record) {
            search.by_name.entry(name).or_default().push(id);
        }
        if named.record.kind == Kind::Class {
            search.reach(id);
        }
    }
    for root in roots {
        search.record(root, 0)?;
    }
    while let Some(id) = search.next.pop() {
        let named = &types[id];
        for record in named.records() {
            search.record(record, named.record.generics.len())?;
        }
    }
    Ok(search.reached.into_iter().cloned().collect())
}

struct Search<'r> {
    types: &'r BTreeMap<String, NamedType>,
    /// What a text may mean by a name.
    by_name: BTreeMap<String, Vec<&'r String>>,
    reached: BTreeSet<&'r String>,
    next: Vec<&'r String>,
}

impl<'r> Search<'r> {
    fn reach(&mut self, id: &'r String) {
        if self.reached.insert(id) {
            self.next.push(id);
        }
    }

    /// What the record names; it may use so many type parameters.
    fn record(&mut self, record: &'r Record, generics: usize) -> Result<()> {
        for text in texts(record) {
            self.text(text);
        }
        for term in record.parts.iter().filter_map(|part| part.term.as_ref()) {
            self.term(term, record, generics)?;
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        for (name, _) in mentioned(text) {
            for id in self.by_name.get(name).cloned().unwrap_or_default() {
                self.reach(id);
            }
        }
    }

    fn term(&mut self, term: &'r Term, of: &Record, generics: usize) -> Result<()> {
        match term {
            Term::Named(id, arguments) => {
                let Some((id, named)) = self.types.get_key_value(id) else {
                    bail!(
                        "{} uses the type {id}, which left no record: build all crates of the library anew",
                        Described(of)
                    );
                };
                let parameters = named.record.generics.len();
                if parameters != arguments.len() {
                    let count = arguments.len();
                    bail!("{} gives {id} {count} type arguments, and it has {parameters} parameters", Described(of));
                }
                self.reach(id);
            }
            Term::Parameter(number) if usize::from(*number) >= generics => {
                bail!("{} uses type parameter {number}, and there are {generics}", Described(of));
            }
            _ => {}
        }
        inner(term).into_iter().try_for_each(|term| self.term(term, of, generics))
    }
}

/// The texts that stand in a record instead of types.
pub(super) fn texts(record: &Record) -> Vec<&str> {
    let abouts = std::iter::once(&record.about).chain(record.parts.iter().map(|part| &part.about));
    let mut texts: Vec<&str> =
        abouts.flat_map(|about| about.ts.iter().chain(&about.arkts)).map(String::as_str).collect();
    let mut terms: Vec<&Term> = record.parts.iter().filter_map(|part| part.term.as_ref()).collect();
    while let Some(term) = terms.pop() {
        if let Term::Literal(ts, arkts) = term {
            texts.extend([ts.as_str(), arkts.as_str()]);
        }
        terms.extend(inner(term));
    }
    texts
}

/// The terms in a term.
fn inner(term: &Term) -> Vec<&Term> {
    match term {
        Term::Array(of)
        | Term::Slice(of)
        | Term::FixedArray(_, of)
        | Term::Record(of)
        | Term::Set(of)
        | Term::Option(of)
        | Term::Promise(of)
        | Term::IteratorResult(of)
        | Term::This(of) => vec![of],
        Term::Map(one, other) | Term::Function(one, other) => vec![one, other],
        Term::Tuple(of) | Term::Union(of) | Term::Named(_, of) => of.iter().collect(),
        _ => Vec::new(),
    }
}
