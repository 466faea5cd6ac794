//! Terms as trees.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use super::bytes::Bytes;
use super::error::Problem;
use crate::term::tag;

/// How deep terms nest at most.
pub const DEPTH: usize = 64;

/// A type.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Term {
    /// `()`: nothing as a result, undefined elsewhere.
    Unit,
    /// undefined
    Undefined,
    /// null
    Null,
    /// boolean
    Boolean,
    /// number
    Number(Number),
    /// bigint
    BigInt,
    /// string
    String,
    /// A string of one character.
    Char,
    /// Any value.
    Value,
    /// Any object.
    Object,
    /// symbol
    Symbol,
    /// A pointer of Rust's.
    External,
    /// Date
    Date,
    /// RegExp
    RegExp,
    /// Error
    Error,
    /// A typed array.
    TypedArray(Element),
    /// ArrayBuffer
    ArrayBuffer,
    /// DataView
    DataView,
    /// Node's Buffer
    Buffer,
    /// SharedArrayBuffer
    SharedArrayBuffer,
    /// An array.
    Array(Box<Term>),
    /// A typed array as an argument, an array as a result.
    Slice(Box<Term>),
    /// An array of a fixed number of elements.
    FixedArray(u32, Box<Term>),
    /// A tuple.
    Tuple(Vec<Term>),
    /// An object whose values, under any name, are that.
    Record(Box<Term>),
    /// Map: keys and values.
    Map(Box<Term>, Box<Term>),
    /// Set
    Set(Box<Term>),
    /// That or nothing.
    Option(Box<Term>),
    /// One of these.
    Union(Vec<Term>),
    /// A promise.
    Promise(Box<Term>),
    /// What an iterator gives at each step: one of these items, or the end.
    IteratorResult(Box<Term>),
    /// What a method was called on: an instance of this class, or of one that extends it.
    This(Box<Term>),
    /// A function: its arguments, which are a tuple, an array or the unit, and its result.
    Function(Box<Term>, Box<Term>),
    /// The named type of this identity, with its type arguments.
    Named(String, Vec<Term>),
    /// The type parameter of this number.
    Parameter(u8),
    /// Exactly this string.
    StringLiteral(String),
    /// Exactly this number.
    NumberLiteral(String),
    /// Written as it stands: in TypeScript, and in ArkTS (if empty: the first).
    Literal(String, String),
}

/// The type in Rust of a number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[expect(missing_docs, reason = "each is the type of its name")]
pub enum Number {
    I8,
    I16,
    I32,
    I64,
    I128,
    Isize,
    U8,
    U16,
    U32,
    U64,
    U128,
    Usize,
    F16,
    F32,
    F64,
}

impl Number {
    fn from_tag(tag: u8) -> Option<Self> {
        Some(match tag {
            tag::I8 => Self::I8,
            tag::I16 => Self::I16,
            tag::I32 => Self::I32,
            tag::I64 => Self::I64,
            tag::I128 => Self::I128,
            tag::ISIZE => Self::Isize,
            tag::U8 => Self::U8,
            tag::U16 => Self::U16,
            tag::U32 => Self::U32,
            tag::U64 => Self::U64,
            tag::U128 => Self::U128,
            tag::USIZE => Self::Usize,
            tag::F16 => Self::F16,
            tag::F32 => Self::F32,
            tag::F64 => Self::F64,
            _ => return None,
        })
    }
}

/// What a typed array is of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Element {
    /// Numbers; of `I64` and `U64`, bigints. Never `I128`, `Isize`, `U128` and `Usize`.
    Number(Number),
    /// `Uint8ClampedArray`
    Clamped,
}

impl Element {
    fn from_tag(tag: u8) -> Option<Self> {
        match (tag, Number::from_tag(tag)) {
            (tag::CLAMPED, _) => Some(Self::Clamped),
            (_, Some(Number::I128 | Number::Isize | Number::U128 | Number::Usize) | None) => None,
            (_, Some(number)) => Some(Self::Number(number)),
        }
    }
}

/// The next term.
pub(super) fn parse(bytes: &mut Bytes<'_>) -> Result<Term, Problem> {
    Terms { bytes, left: DEPTH }.one()
}

/// Terms that may nest so much deeper.
struct Terms<'b, 'a> {
    bytes: &'b mut Bytes<'a>,
    left: usize,
}

impl Terms<'_, '_> {
    fn one(&mut self) -> Result<Term, Problem> {
        self.left = self.left.checked_sub(1).ok_or(Problem::Depth)?;
        let tag = self.bytes.byte()?;
        let term = leaf(tag).map_or_else(|| self.inner(tag), Ok);
        self.left += 1;
        term
    }

    /// A term that has more than its tag.
    fn inner(&mut self, tag: u8) -> Result<Term, Problem> {
        Ok(match tag {
            tag::TYPED_ARRAY => {
                let tag = self.bytes.byte()?;
                Term::TypedArray(Element::from_tag(tag).ok_or(Problem::Tag(tag))?)
            }
            tag::ARRAY => Term::Array(self.boxed()?),
            tag::SLICE => Term::Slice(self.boxed()?),
            tag::FIXED_ARRAY => Term::FixedArray(self.bytes.u32()?, self.boxed()?),
            tag::TUPLE => Term::Tuple(self.counted()?),
            tag::RECORD => Term::Record(self.boxed()?),
            tag::MAP => Term::Map(self.boxed()?, self.boxed()?),
            tag::SET => Term::Set(self.boxed()?),
            tag::OPTION => Term::Option(self.boxed()?),
            tag::UNION => Term::Union(self.counted()?),
            tag::PROMISE => Term::Promise(self.boxed()?),
            tag::ITERATOR_RESULT => Term::IteratorResult(self.boxed()?),
            tag::THIS => Term::This(self.boxed()?),
            tag::FUNCTION => match self.boxed()? {
                arguments if !arguments.can_be_arguments() => return Err(Problem::Arguments),
                arguments => Term::Function(arguments, self.boxed()?),
            },
            tag::NAMED => Term::Named(self.text()?, self.counted()?),
            tag::PARAMETER => Term::Parameter(self.bytes.byte()?),
            tag::STRING_LITERAL => Term::StringLiteral(self.text()?),
            tag::NUMBER_LITERAL => Term::NumberLiteral(number(self.text()?)?),
            tag::LITERAL => Term::Literal(self.text()?, self.text()?),
            _ => return Err(Problem::Tag(tag)),
        })
    }

    fn boxed(&mut self) -> Result<Box<Term>, Problem> {
        self.one().map(Box::new)
    }

    fn counted(&mut self) -> Result<Vec<Term>, Problem> {
        let count = self.bytes.byte()?;
        (0..count).map(|_| self.one()).collect()
    }

    fn text(&mut self) -> Result<String, Problem> {
        self.bytes.short_prefixed()?.text().map(String::from)
    }
}

impl Term {
    fn can_be_arguments(&self) -> bool {
        matches!(self, Self::Unit | Self::Tuple(_) | Self::Array(_))
    }
}

/// A term that is only its tag.
fn leaf(tag: u8) -> Option<Term> {
    Some(match tag {
        tag::UNIT => Term::Unit,
        tag::UNDEFINED => Term::Undefined,
        tag::NULL => Term::Null,
        tag::BOOLEAN => Term::Boolean,
        tag::BIGINT => Term::BigInt,
        tag::STRING => Term::String,
        tag::CHAR => Term::Char,
        tag::VALUE => Term::Value,
        tag::OBJECT => Term::Object,
        tag::SYMBOL => Term::Symbol,
        tag::EXTERNAL => Term::External,
        tag::DATE => Term::Date,
        tag::REGEXP => Term::RegExp,
        tag::ERROR => Term::Error,
        tag::ARRAY_BUFFER => Term::ArrayBuffer,
        tag::DATA_VIEW => Term::DataView,
        tag::BUFFER => Term::Buffer,
        tag::SHARED_ARRAY_BUFFER => Term::SharedArrayBuffer,
        tag => Term::Number(Number::from_tag(tag)?),
    })
}

/// A text that is a number in JavaScript: `-1`, `0.5`, `1e21`.
pub(super) fn number(text: String) -> Result<String, Problem> {
    let digits = text.strip_prefix('-').unwrap_or(&text);
    let is_number = digits.starts_with(|first: char| first.is_ascii_digit())
        && digits.ends_with(|last: char| last.is_ascii_digit())
        && digits.parse::<f64>().is_ok_and(f64::is_finite);
    if is_number { Ok(text) } else { Err(Problem::Number(text)) }
}
