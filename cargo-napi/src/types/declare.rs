//! The names by which the file declares types.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, bail};
use napi_core_meta::Kind;
use napi_core_meta::read::Record;

use super::module::{Described, Export, Exports, Module, NamedType};
use super::names::{can_be_declared, can_be_type, declarable, mentioned, numbered, pascal_case};
use super::reach::texts;

/// Gives each type a name of its own. A class keeps its name, because JavaScript sees it; two of the same name are apart in
/// different namespaces.
pub(super) fn name(types: &mut BTreeMap<String, NamedType>) -> Result<()> {
    let mut same: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (id, named) in &*types {
        same.entry(named.record.name.clone()).or_default().push(id.clone());
    }
    let in_namespaces = classes_in_namespaces(types)?;
    let mut taken: BTreeSet<String> = same.keys().cloned().collect();
    let mut exported = BTreeMap::new();
    for ids in same.into_values() {
        let records: Vec<_> = ids.iter().map(|id| &types[id].record).collect();
        let names = distinct(&records, &mut taken)?;
        exported.extend(ids.into_iter().zip(names));
    }
    for (id, exported) in exported {
        let Some(named) = types.get_mut(&id) else { continue };
        // In a namespace that has a class of this name, it would be that one.
        let is_hidden = named.record.namespace.is_none() && in_namespaces.contains(&exported);
        named.declared = if can_be_type(&exported) && !is_hidden {
            exported.clone()
        } else {
            declarable(&exported, can_be_type, &mut taken)
        };
        named.exported = exported;
    }
    Ok(())
}

/// The names of the classes in namespaces.
fn classes_in_namespaces(types: &BTreeMap<String, NamedType>) -> Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    for record in types.values().map(|named| &named.record) {
        let Some(namespace) = &record.namespace else { continue };
        let mut path = namespace.split('.').chain([&*record.name]);
        if let Some(odd) = path.find(|name| !can_be_declared(name)) {
            bail!("{} is in a namespace, where no declaration can name it by `{odd}`: rename it", Described(record));
        }
        names.insert(record.name.clone());
    }
    Ok(names)
}

/// Names for types that have the same: with as many of their modules before it as tell them apart, and then with numbers.
fn distinct(records: &[&Record], taken: &mut BTreeSet<String>) -> Result<Vec<String>> {
    let mut classes: Vec<_> = records.iter().filter(|record| record.kind == Kind::Class).collect();
    classes.sort_by_key(|class| &class.namespace);
    let same = classes.windows(2).find(|pair| pair[0].namespace == pair[1].namespace);
    if let Some([first, second]) = same {
        bail!("two classes are called `{}`: {} and {}; rename one", first.name, Described(first), Described(second));
    }
    let others = records.len() - classes.len();
    if others == 0 || records.len() == 1 {
        return Ok(records.iter().map(|record| record.name.clone()).collect());
    }
    let qualified = |record: &Record, modules: usize| {
        let candidates = candidates(record);
        candidates.get(modules).or(candidates.last()).cloned().unwrap_or_default()
    };
    let plain = |record: &&&Record| record.kind != Kind::Class;
    let deepest = records.iter().map(|record| candidates(record).len()).max().unwrap_or_default();
    let tells_apart = |modules: &usize| {
        let names: BTreeSet<_> = records.iter().filter(plain).map(|record| qualified(record, *modules)).collect();
        names.len() == others && names.is_disjoint(taken)
    };
    let modules = (1..deepest).find(tells_apart).unwrap_or(deepest);
    let name = |record: &&Record| match record.kind {
        Kind::Class => record.name.clone(),
        _ => numbered(&qualified(record, modules), taken),
    };
    Ok(records.iter().map(name).collect())
}

/// The names that a type may be declared by: its own, with the last module before it, with the last two, ..
pub(super) fn candidates(record: &Record) -> Vec<String> {
    let id = record.id.as_deref().unwrap_or_default();
    let path = id.rsplit_once('#').map_or(id, |(path, _)| path);
    // The package comes first, and the name last.
    let modules: Vec<_> = path.split("::").skip(1).collect();
    let modules = modules.split_last().map_or(&[][..], |(_, modules)| modules);
    let qualified =
        |count| modules[modules.len() - count..].iter().map(|module| pascal_case(module)).collect::<String>();
    (0..=modules.len()).map(|count| qualified(count) + &record.name).collect()
}

/// A name in a text must not be one that was given up.
pub(super) fn check_texts(module: &Module) -> Result<()> {
    let declared: BTreeSet<_> = module.types.values().map(|named| &*named.exported).collect();
    let mut records: Vec<_> = module.record.iter().chain(module.types.values().flat_map(NamedType::records)).collect();
    properties(&module.exports, &mut records);
    for record in records {
        for (name, is_label) in texts(record).into_iter().flat_map(mentioned) {
            let meant: Vec<_> = module.types.values().filter(|named| named.record.name == name).collect();
            if meant.is_empty() || is_label || declared.contains(name) {
                continue;
            }
            let names: Vec<_> = meant.iter().map(|named| format!("`{}`", named.exported)).collect();
            bail!(
                "{} has a text that names the type `{name}`, of which there are several: write {} there",
                Described(record),
                names.join(" or ")
            );
        }
    }
    Ok(())
}

fn properties<'m>(exports: &'m Exports, records: &mut Vec<&'m Record>) {
    for (_, export) in &exports.0 {
        match export {
            Export::Function(overloads) => records.extend(overloads),
            Export::Constant(record) => records.push(record),
            Export::Namespace(inner) => properties(inner, records),
            Export::Class(_) | Export::Type(_) => {}
        }
    }
}
