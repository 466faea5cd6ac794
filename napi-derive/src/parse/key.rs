//! The keys that the attributes take, and what to write for each.

use std::fmt;

use crate::model::name;

/// An attribute that takes keys.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Attr {
    Export,
    /// `#[export]` on a struct or an enum.
    ExportClass,
    /// `#[export]` on an `impl` block.
    ExportMembers,
    /// `#[export]` on a function or constant in it.
    ExportMember,
    /// `#[export]` on a field of a class.
    ExportField,
    Module,
    Test,
    /// On a parameter of an exported function, or on a closure in its body, where it takes no keys.
    ThreadsafeCallback,
    /// `#[js(..)]` on a type with one of the derives.
    JsType,
    /// `#[js(..)]` on a field of it.
    JsField,
    /// `#[js(..)]` on a variant of it.
    JsVariant,
}

impl Attr {
    pub(crate) const ALL: [Attr; 11] = [
        Attr::Export,
        Attr::ExportClass,
        Attr::ExportMembers,
        Attr::ExportMember,
        Attr::ExportField,
        Attr::Module,
        Attr::Test,
        Attr::ThreadsafeCallback,
        Attr::JsType,
        Attr::JsField,
        Attr::JsVariant,
    ];

    /// Those that go on what JavaScript sees.
    pub(crate) const ON_ITEMS: [Attr; 2] = [Attr::Export, Attr::Module];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Attr::Export | Attr::ExportClass | Attr::ExportMembers | Attr::ExportMember | Attr::ExportField => "export",
            Attr::Module => "module",
            Attr::Test => "test",
            Attr::ThreadsafeCallback => "threadsafe_callback",
            Attr::JsType | Attr::JsField | Attr::JsVariant => "js",
        }
    }

    pub(crate) fn keys(self) -> &'static [Key] {
        match self {
            Attr::Export => &[
                Key::Name,
                Key::Namespace,
                Key::Scope,
                Key::Overload,
                Key::Ts,
                Key::TsReturn,
                Key::Arkts,
                Key::ArktsReturn,
                Key::Crate,
            ],
            Attr::ExportClass => &[
                Key::Name,
                Key::Namespace,
                Key::Extends,
                Key::Clone,
                Key::Finalize,
                Key::ExternalBytes,
                Key::Instances,
                Key::Crate,
            ],
            Attr::ExportMembers => &[Key::Instances, Key::Crate],
            Attr::ExportMember => &[
                Key::Constructor,
                Key::Method,
                Key::Getter,
                Key::Setter,
                Key::Name,
                Key::Symbol,
                Key::Overload,
                Key::Scope,
                Key::Enumerable,
                Key::Configurable,
                Key::Ts,
                Key::TsReturn,
                Key::Arkts,
                Key::ArktsReturn,
                Key::Skip,
            ],
            Attr::ExportField => &[Key::Name, Key::Readonly, Key::Enumerable, Key::Configurable],
            Attr::Module => &[Key::Name, Key::Register, Key::Ts, Key::Arkts, Key::Crate],
            Attr::Test => &[Key::KeepsReferences, Key::Crate],
            Attr::ThreadsafeCallback => &[Key::Weak, Key::Bound],
            Attr::JsType => {
                &[Key::RenameAll, Key::DenyUnknown, Key::Number, Key::Tag, Key::Content, Key::Untagged, Key::Crate]
            }
            Attr::JsField => &[Key::Rename, Key::Default, Key::Nullable, Key::Flatten, Key::Skip, Key::With],
            Attr::JsVariant => &[Key::Rename, Key::RenameAll],
        }
    }
}

impl fmt::Display for Attr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            // rustc has a `#[test]` of its own.
            Attr::Test => f.write_str("`#[napi_core::test]`"),
            // One attribute, with other keys in each place.
            Attr::ExportClass => f.write_str("`#[export]` on a class"),
            Attr::ExportMembers => f.write_str("`#[export]` on an `impl` block"),
            Attr::ExportMember => f.write_str("`#[export]` on a member of a class"),
            Attr::ExportField => f.write_str("`#[export]` on a field"),
            Attr::JsType => f.write_str("`#[js]` on a type"),
            Attr::JsField => f.write_str("`#[js]` on a field"),
            Attr::JsVariant => f.write_str("`#[js]` on a variant"),
            attr => write!(f, "`#[{}]`", attr.name()),
        }
    }
}

/// A key of an attribute.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Key {
    Name,
    Namespace,
    Scope,
    Overload,
    Register,
    Crate,
    Weak,
    Bound,
    Ts,
    TsReturn,
    Arkts,
    ArktsReturn,
    KeepsReferences,
    Rename,
    RenameAll,
    DenyUnknown,
    Number,
    Tag,
    Content,
    Untagged,
    Default,
    Nullable,
    Flatten,
    Skip,
    With,
    Extends,
    Clone,
    Finalize,
    ExternalBytes,
    Instances,
    Constructor,
    Method,
    Getter,
    Setter,
    Symbol,
    Readonly,
    Enumerable,
    Configurable,
}

impl Key {
    pub(crate) fn text(self) -> &'static str {
        match self {
            Key::Name => "name",
            Key::Namespace => "namespace",
            Key::Scope => "scope",
            Key::Overload => "overload",
            Key::Register => "register",
            Key::Crate => "crate",
            Key::Weak => "weak",
            Key::Bound => "bound",
            Key::Ts => "ts",
            Key::TsReturn => "ts_return",
            Key::Arkts => "arkts",
            Key::ArktsReturn => "arkts_return",
            Key::KeepsReferences => "keeps_references",
            Key::Rename => "rename",
            Key::RenameAll => "rename_all",
            Key::DenyUnknown => "deny_unknown",
            Key::Number => "number",
            Key::Tag => "tag",
            Key::Content => "content",
            Key::Untagged => "untagged",
            Key::Default => "default",
            Key::Nullable => "nullable",
            Key::Flatten => "flatten",
            Key::Skip => "skip",
            Key::With => "with",
            Key::Extends => "extends",
            Key::Clone => "clone",
            Key::Finalize => "finalize",
            Key::ExternalBytes => "external_bytes",
            Key::Instances => "instances",
            Key::Constructor => "constructor",
            Key::Method => "method",
            Key::Getter => "getter",
            Key::Setter => "setter",
            Key::Symbol => "symbol",
            Key::Readonly => "readonly",
            Key::Enumerable => "enumerable",
            Key::Configurable => "configurable",
        }
    }

    /// The key as it is to be written, with a value if it takes one.
    pub(crate) fn form(self) -> &'static str {
        match self {
            Key::Name => "name = \"..\"",
            Key::Namespace => "namespace = \"..\"",
            Key::Scope => "scope = \"host\"",
            Key::Overload => "overload",
            Key::Register => "register = \"constructor\"",
            Key::Crate => "crate = path::to::napi_core",
            Key::Weak => "weak",
            Key::Bound => "bound = 100",
            Key::Ts => "ts = \"..\"",
            Key::TsReturn => "ts_return = \"..\"",
            Key::Arkts => "arkts = \"..\"",
            Key::ArktsReturn => "arkts_return = \"..\"",
            Key::KeepsReferences => "keeps_references",
            Key::Rename => "rename = \"..\"",
            Key::RenameAll => "rename_all = \"camelCase\"",
            Key::DenyUnknown => "deny_unknown",
            Key::Number => "number",
            Key::Tag => "tag = \"..\"",
            Key::Content => "content = \"..\"",
            Key::Untagged => "untagged",
            Key::Default => "default = ..",
            Key::Nullable => "nullable",
            Key::Flatten => "flatten",
            Key::Skip => "skip",
            Key::With => "with = path::to::module",
            Key::Extends => "extends = path::to::Base",
            Key::Clone => "clone",
            Key::Finalize => "finalize = path::to::function",
            Key::ExternalBytes => "external_bytes = path::to::function",
            Key::Instances => "instances = [Name = Type<f64>]",
            Key::Constructor => "constructor",
            Key::Method => "method",
            Key::Getter => "getter",
            Key::Setter => "setter",
            Key::Symbol => "symbol = \"iterator\"",
            Key::Readonly => "readonly",
            Key::Enumerable => "enumerable",
            Key::Configurable => "configurable = false",
        }
    }

    /// The key of `attr` that is written like this.
    pub(crate) fn find(attr: Attr, text: &str) -> Option<Key> {
        attr.keys().iter().copied().find(|key| key.text() == text)
    }

    /// The key of `attr` that was most likely meant.
    pub(crate) fn closest(attr: Attr, text: &str) -> Option<Key> {
        name::closest(attr.keys().iter().copied(), text, Key::text)
    }
}
