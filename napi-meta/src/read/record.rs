//! What a record says.

use alloc::string::String;
use alloc::vec::Vec;

use super::term::Term;
use crate::record::Kind;

/// A record. What a kind does not have is empty.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Record {
    /// Where it stands; the first field, so that records sort in source order.
    pub site: Site,
    /// The name in JavaScript; `[Symbol.iterator]` is that symbol.
    pub name: String,
    /// What it is about.
    pub kind: Kind,
    /// The object it is a property of.
    pub namespace: Option<String>,
    /// What terms name it by.
    pub id: Option<String>,
    /// The class that a member belongs to.
    pub of: Option<String>,
    /// What a member is in its class.
    pub role: Option<Role>,
    /// One of several functions of this name.
    pub is_overload: bool,
    /// Gives a promise of its result.
    pub is_async: bool,
    /// The names of its type parameters.
    pub generics: Vec<String>,
    /// Its documentation, and what to write instead of it.
    pub about: About,
    /// What it is made of, in the order of the text.
    pub parts: Vec<Part>,
}

impl Record {
    /// The arguments.
    pub fn parameters(&self) -> impl Iterator<Item = &Part> {
        let is_field = self.kind == Kind::Object;
        self.parts.iter().filter(move |part| {
            !is_field && matches!(part.kind, PartKind::Parameter | PartKind::Optional | PartKind::Rest)
        })
    }

    /// The properties of an object type.
    pub fn fields(&self) -> impl Iterator<Item = &Part> {
        let is_object = self.kind == Kind::Object;
        self.parts.iter().filter(move |part| is_object && matches!(part.kind, PartKind::Field | PartKind::Optional))
    }

    /// The values of an enum.
    pub fn variants(&self) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(|part| part.kind == PartKind::Variant)
    }

    /// The types that it extends.
    pub fn extends(&self) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(|part| part.kind == PartKind::Extends)
    }

    /// The result of a function.
    pub fn returns(&self) -> Option<&Part> {
        self.parts.iter().find(|part| part.kind == PartKind::Returns)
    }

    /// The type of a constant or of the module, or behind an alias.
    pub fn value(&self) -> Option<&Part> {
        self.parts.iter().find(|part| part.kind == PartKind::Value)
    }
}

/// A place in the source.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Site {
    /// `crate/file`
    pub file: String,
    /// The line of the attribute, or of the outermost macro that wrote it.
    pub line: u32,
    /// Its column.
    pub column: u32,
    /// The line of the name.
    pub name_line: u32,
    /// Its column.
    pub name_column: u32,
}

/// What can be said of everything that has a name.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Default, Debug)]
pub struct About {
    /// The documentation, as Markdown.
    pub docs: String,
    /// What to write in TypeScript.
    pub ts: Option<String>,
    /// What to write in ArkTS, if that is something else.
    pub arkts: Option<String>,
}

/// A part of a record.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Part {
    /// What it is.
    pub kind: PartKind,
    /// Its name; empty if it has none.
    pub name: String,
    /// Its documentation, and what to write instead of its term.
    pub about: About,
    /// Is not to be written.
    pub is_readonly: bool,
    /// Its type. `None` if `about.ts` is there, and for the values of enums.
    pub term: Option<Term>,
    /// The value of the variant of an enum.
    pub value: Option<VariantValue>,
}

impl Part {
    /// Whether its type is a term, and not text.
    pub(super) fn needs_term(&self) -> bool {
        self.kind != PartKind::Variant && self.about.ts.is_none()
    }
}

/// What a part of a record is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum PartKind {
    /// An argument.
    Parameter,
    /// An argument, or a field, that may be left out.
    Optional,
    /// All arguments that are left; the term is that of one of them.
    Rest,
    /// The result.
    Returns,
    /// The type of a constant or of the module, or behind an alias.
    Value,
    /// A property.
    Field,
    /// One of the values of an enum.
    Variant,
    /// The type that it extends.
    Extends,
    /// The class that it belongs to. A record that was read has it as [`Record::of`] instead.
    Of,
}

/// The value of the variant of an enum.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum VariantValue {
    /// A number, as text.
    Number(String),
    /// A string.
    String(String),
}

/// What a member is in its class.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Role {
    /// The constructor.
    Constructor,
    /// A method.
    Method,
    /// A method of the class itself.
    Static,
    /// Reads a property.
    Getter,
    /// Writes a property.
    Setter,
    /// Reads a property of the class itself.
    StaticGetter,
    /// Writes a property of the class itself.
    StaticSetter,
    /// A property of the class itself that does not change.
    Constant,
}

impl Role {
    pub(super) fn from_text(text: &str) -> Option<Self> {
        Some(match text {
            "constructor" => Self::Constructor,
            "method" => Self::Method,
            "static" => Self::Static,
            "getter" => Self::Getter,
            "setter" => Self::Setter,
            "static getter" => Self::StaticGetter,
            "static setter" => Self::StaticSetter,
            "constant" => Self::Constant,
            _ => return None,
        })
    }
}
