//! The table of properties: sorted, checked, and defined at once.

use super::class::{self, ClassItem};
use super::export::{Export, Item, PropertyValue, Site, constant};
use super::overload::{self, Overload};
use super::section;
use crate::env::Env;
use crate::error::Result;
use crate::sys::{CallbackData, Descriptor, HostCallback, PropertyKind, RawValue};

/// The exports object, or a namespace in it: its properties in source order.
#[derive(Default)]
struct Table {
    entries: Vec<(&'static str, Entry)>,
    /// Where in `entries` the names are, in their own order.
    by_name: Vec<usize>,
}

enum Entry {
    One(Site, PropertyValue),
    Overloads(Vec<(Site, Overload)>),
    Namespace(Site, Table),
}

impl Table {
    /// The table of the library.
    fn of_library(exports: &[&'static Export]) -> Result<Self> {
        let mut table = Self::default();
        for export in exports {
            match &export.item {
                Item::Class(class) => {
                    table.namespace(class.namespace, export.site)?.add(
                        class.name,
                        export.site,
                        PropertyValue::Class(class),
                    )?;
                }
                Item::Property { name, namespace, value } => {
                    table.namespace(namespace, export.site)?.add(name, export.site, *value)?;
                }
                Item::Errors(ty) => {
                    for (index, (name, _)) in (ty.classes)().iter().enumerate() {
                        table.add(name, export.site, PropertyValue::ErrorClass(ty, index))?;
                    }
                }
                _ => {}
            }
        }
        Ok(table)
    }

    /// The table of the namespace at `path`.
    fn namespace(&mut self, path: &'static str, site: Site) -> Result<&mut Self> {
        let mut table = self;
        for name in path.split('.').filter(|name| !name.is_empty()) {
            let index = match table.find(name) {
                Ok(index) => index,
                Err(place) => table.insert(place, name, Entry::Namespace(site, Self::default())),
            };
            table = match &mut table.entries[index].1 {
                Entry::Namespace(_, inner) => inner,
                other => return Err(overload::same_name("exports", name, other.site(), site)),
            };
        }
        Ok(table)
    }

    fn add(&mut self, name: &'static str, site: Site, value: PropertyValue) -> Result<()> {
        let new = match value {
            PropertyValue::Overload(one) => Entry::Overloads(vec![(site, one)]),
            value => Entry::One(site, value),
        };
        let known = match self.find(name) {
            Ok(index) => &mut self.entries[index].1,
            Err(place) => {
                self.insert(place, name, new);
                return Ok(());
            }
        };
        match (known, new) {
            (Entry::Overloads(known), Entry::Overloads(new)) => {
                let (_, new) = new[0];
                overload::join(known, name, site, new)
            }
            (other, _) => Err(overload::same_name("exports", name, other.site(), site)),
        }
    }

    /// Where in `entries` the name is, or its place in `by_name`.
    fn find(&self, name: &str) -> Result<usize, usize> {
        let found = self.by_name.binary_search_by(|&index| self.entries[index].0.cmp(name));
        found.map(|place| self.by_name[place])
    }

    fn insert(&mut self, place: usize, name: &'static str, entry: Entry) -> usize {
        let index = self.entries.len();
        self.entries.push((name, entry));
        self.by_name.insert(place, index);
        index
    }

    /// Defines everything on `object`, with one call of the host.
    fn define(&self, env: &Env<'_>, object: RawValue, data: CallbackData) -> Result<()> {
        let host = env.host()?;
        let mut descriptors = Vec::with_capacity(self.entries.len());
        for (name, entry) in &self.entries {
            descriptors.push(Descriptor::new(host.string(name)?, entry.define(env, name, data)?));
        }
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

    fn define(&self, env: &Env<'_>, name: &str, data: CallbackData) -> Result<PropertyKind> {
        let host = env.host()?;
        Ok(match self {
            // Made by itself, because a function that the host makes while it defines a property has no name.
            Self::One(_, PropertyValue::Function(one) | PropertyValue::Overload(one)) => {
                PropertyKind::Assigned(host.function(name, HostCallback::new(one.callback), data)?)
            }
            Self::One(_, PropertyValue::ErrorClass(ty, index)) => {
                PropertyKind::Constant(ty.class(env, *index)?.constructor.raw())
            }
            Self::One(_, PropertyValue::Class(class)) => {
                let made = env.instance().cells.class(env.instance(), (class.id)());
                PropertyKind::Assigned(
                    made.unwrap_or_else(|| unreachable!("classes are defined before they are exported")),
                )
            }
            Self::One(_, PropertyValue::Constant(value)) => PropertyKind::Constant(constant(env, *value)?),
            Self::Overloads(overloads) => {
                let overloads = overloads.iter().map(|(_, overload)| *overload);
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
    #[inline(never)]
    fn is_before(&self, other: &Self) -> bool {
        (self.site, self.name()) < (other.site, other.name())
    }

    fn name(&self) -> &'static str {
        match self.item {
            Item::Property { name, .. } => name,
            Item::Module(module) => module.name,
            #[cfg(feature = "test")]
            Item::Test(test) => test.name,
            Item::Class(class) => class.name,
            Item::Member(member) => member.name(),
            Item::Errors(_) | Item::Nothing => "",
        }
    }
}

/// The exports of the library. Linkers keep no order, so that the source's is restored here; the name breaks the tie of exports
/// that one invocation of a macro made.
///
/// Each is put in its place: what linkers leave is nearly in order, and this is a tenth of the code of the standard sorts.
pub(super) fn in_source_order() -> Result<Vec<&'static Export>> {
    let mut sorted: Vec<&Export> = Vec::new();
    for export in section::exports()? {
        let place = match sorted.last() {
            Some(last) if export.is_before(last) => sorted.partition_point(|other| other.is_before(export)),
            _ => sorted.len(),
        };
        sorted.insert(place, export);
    }
    Ok(sorted)
}

/// Defines the exports of the library on `exports`.
#[cold]
pub(super) fn define(env: &Env<'_>, exports: RawValue) -> Result<()> {
    let data = env.instance().call_data(Vec::new());
    let library = in_source_order()?;
    // First of all: a constant may be an instance.
    define_classes(env, &library)?;
    Table::of_library(&library)?.define(env, exports, data)
}

/// Defines the classes, each after the one that it extends.
fn define_classes(env: &Env<'_>, library: &[&'static Export]) -> Result<()> {
    let mut left: Vec<&ClassItem> = library.iter().filter_map(|export| export.class_item()).collect();
    while !left.is_empty() {
        let waits = |class: &ClassItem| left.iter().any(|other| class::is_base(class, other));
        let Some(place) = left.iter().position(|class| !waits(class)) else { break };
        class::define(env, left.remove(place), library)?;
    }
    class::define_constants(env, library)
}
