//! The members of a class: which of them can be there together, and in what order they are declared.

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use napi_core_meta::read::{Record, Role};

use super::module::Described;

/// What of a class has a name: two members with the same one are overloads, or a getter and its setter.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Side {
    Constructor,
    Instance,
    Class,
}

fn side(member: &Record) -> Side {
    match member.role {
        Some(Role::Constructor) => Side::Constructor,
        Some(Role::Static | Role::StaticGetter | Role::StaticSetter | Role::Constant) => Side::Class,
        Some(Role::Method | Role::Getter | Role::Setter) | None => Side::Instance,
    }
}

fn key(member: &Record) -> (Side, &str) {
    match side(member) {
        Side::Constructor => (Side::Constructor, ""),
        side => (side, &member.name),
    }
}

/// The members, if no two of them are the same.
pub(super) fn checked(members: Vec<Record>) -> Result<Vec<Record>> {
    let mut known: BTreeMap<_, Vec<&Record>> = BTreeMap::new();
    for member in &members {
        let same = known.entry(key(member)).or_default();
        if let Some(other) = same.iter().find(|other| !go_together(member, other)) {
            bail!(
                "two members of a class are called `{}`: {} and {}; rename one with `name = \"..\"`, or mark both `overload` if \
                 they are functions that differ in their number of parameters",
                member.name,
                Described(other),
                Described(member)
            );
        }
        same.push(member);
    }
    Ok(members)
}

fn go_together(one: &Record, other: &Record) -> bool {
    let is_getter = |member: &Record| matches!(member.role, Some(Role::Getter | Role::StaticGetter));
    let is_setter = |member: &Record| matches!(member.role, Some(Role::Setter | Role::StaticSetter));
    let is_pair = is_getter(one) && is_setter(other) || is_setter(one) && is_getter(other);
    is_pair || one.is_overload && other.is_overload && one.role == other.role
}

/// The overloads of a member, which is one of them.
pub(super) fn overloads<'r>(member: &'r Record, members: &'r [Record]) -> impl Iterator<Item = &'r Record> {
    members.iter().filter(move |other| key(other) == key(member) && other.role == member.role)
}

/// The members in source order, but those of the same name one behind the other.
pub(super) fn grouped(members: &[Record]) -> Vec<&Record> {
    let mut first = BTreeMap::new();
    for (index, member) in members.iter().enumerate() {
        first.entry(key(member)).or_insert(index);
    }
    let mut grouped: Vec<_> = members.iter().collect();
    grouped.sort_by_key(|member| first[&key(member)]);
    grouped
}
