//! The table of properties: sorted, checked, and defined at once.

use core::cmp::Ordering;
use std::collections::BinaryHeap;

use super::export::{Export, Item, PropertyValue, Site, constant};
use super::overload::{self, Overload};
use super::section;
use crate::env::Env;
use crate::error::{Error, Result};
use crate::map::Map;
use crate::sys::{CallbackData, Descriptor, HostCallback, PropertyKind, RawValue};

/// The exports object, or a namespace in it: its properties in source order.
#[derive(Default)]
struct Table {
    entries: Vec<(&'static str, Entry)>,
    index: Map<&'static str, usize>,
}

enum Entry {
    One(Site, PropertyValue),
    Overloads(Vec<(Site, Overload)>),
    Namespace(Site, Table),
}

/// An export by its place in the source. Sorted by a heap, which is a tenth of the code of the standard sorts.
struct InSource(&'static Export);

impl InSource {
    fn key(&self) -> (Site, &'static str) {
        (self.0.site, self.0.name())
    }
}

impl Ord for InSource {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key().cmp(&other.key())
    }
}

impl PartialOrd for InSource {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for InSource {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for InSource {}

impl Table {
    /// The table of the library. Linkers keep no order, so that the source's is restored here; the name breaks the tie of
    /// exports that one invocation of a macro made.
    fn of_library() -> Result<Self> {
        let exports = section::exports()?.into_iter().map(InSource);
        let mut table = Self::default();
        for InSource(export) in exports.collect::<BinaryHeap<_>>().into_sorted_vec() {
            if let Item::Property { name, namespace, value } = export.item {
                table.namespace(namespace, export.site)?.add(name, export.site, value)?;
            }
        }
        Ok(table)
    }

    /// The table of the namespace at `path`.
    fn namespace(&mut self, path: &'static str, site: Site) -> Result<&mut Self> {
        let mut table = self;
        for name in path.split('.').filter(|name| !name.is_empty()) {
            let index = table.insert(name, || Entry::Namespace(site, Self::default()));
            table = match &mut table.entries[index].1 {
                Entry::Namespace(_, inner) => inner,
                other => return Err(duplicate(name, other.site(), site)),
            };
        }
        Ok(table)
    }

    fn add(&mut self, name: &'static str, site: Site, value: PropertyValue) -> Result<()> {
        let new = match value {
            PropertyValue::Function { callback, parameters, overload: true } => {
                Entry::Overloads(vec![(site, Overload { callback, parameters })])
            }
            value => Entry::One(site, value),
        };
        if !self.index.contains_key(name) {
            self.insert(name, || new);
            return Ok(());
        }
        match (&mut self.entries[self.index[name]].1, new) {
            (Entry::Overloads(known), Entry::Overloads(new)) => {
                let (_, new) = new[0];
                if let Some((other, _)) = known.iter().find(|(_, known)| known.parameters == new.parameters) {
                    return Err(same_arity(name, new.parameters, *other, site));
                }
                known.push((site, new));
                Ok(())
            }
            (other, _) => Err(duplicate(name, other.site(), site)),
        }
    }

    fn insert(&mut self, name: &'static str, make: impl FnOnce() -> Entry) -> usize {
        *self.index.entry(name).or_insert_with(|| {
            self.entries.push((name, make()));
            self.entries.len() - 1
        })
    }

    /// Defines everything on `object`, with one call of the host.
    fn define(self, env: &Env<'_>, object: RawValue, data: CallbackData) -> Result<()> {
        let host = env.host()?;
        let descriptors = self
            .entries
            .into_iter()
            .map(|(name, entry)| Ok(Descriptor { name: host.string(name)?, kind: entry.define(env, name, data)? }))
            .collect::<Result<Vec<_>>>()?;
        Ok(host.define(object, &descriptors)?)
    }
}

impl Entry {
    fn site(&self) -> Site {
        match self {
            Self::One(site, _) | Self::Namespace(site, _) => *site,
            Self::Overloads(overloads) => overloads[0].0,
        }
    }

    fn define(self, env: &Env<'_>, name: &str, data: CallbackData) -> Result<PropertyKind> {
        let host = env.host()?;
        Ok(match self {
            // Made by itself, because a function that the host makes while it defines a property has no name.
            Self::One(_, PropertyValue::Function { callback, .. }) => {
                PropertyKind::Assigned(host.function(name, HostCallback::new(callback), data)?)
            }
            Self::One(_, PropertyValue::Constant(value)) => PropertyKind::Constant(constant(env, value)?),
            Self::Overloads(overloads) => {
                let overloads = overloads.into_iter().map(|(_, overload)| overload).collect();
                PropertyKind::Assigned(overload::function(env, name, overloads)?)
            }
            Self::Namespace(_, table) => {
                let object = host.object()?;
                table.define(env, object, data)?;
                PropertyKind::Constant(object)
            }
        })
    }
}

impl Export {
    fn name(&self) -> &'static str {
        match self.item {
            Item::Property { name, .. } => name,
            Item::Module(module) => module.name,
            Item::Nothing => "",
        }
    }
}

/// Defines the exports of the library on `exports`.
#[cold]
pub(super) fn define(env: &Env<'_>, exports: RawValue) -> Result<()> {
    let data = env.instance().call_data(Vec::new());
    Table::of_library()?.define(env, exports, data)
}

#[cold]
fn duplicate(name: &str, first: Site, second: Site) -> Error {
    Error::new(format!(
        "two exports are called `{name}`: one at {first}, one at {second}; \
         rename one with `name = \"..\"`, or mark both `overload` if they differ in their number of parameters"
    ))
}

#[cold]
fn same_arity(name: &str, parameters: usize, first: Site, second: Site) -> Error {
    Error::new(format!(
        "two overloads of `{name}` have {parameters} parameters: one at {first}, one at {second}; \
         overloads differ in their number of parameters"
    ))
}
