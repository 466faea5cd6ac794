//! The reading side: records as values. Needs the feature `read`.
//!
//! A section can come from anywhere, so that nothing here panics, and nothing is allocated that the section does not hold.

mod bytes;
mod error;
mod record;
mod term;
mod text;

use alloc::vec::Vec;

use crate::record::{Kind, MAGIC, VERSION};
use bytes::Bytes;
pub use error::{Error, Problem};
pub use record::{About, Part, PartKind, Record, Role, Site, VariantValue};
pub use term::{DEPTH, Element, Number, Term};

/// The records of a section, in the order in which they lie there.
///
/// # Errors
/// If the section is not made of records of the version [`VERSION`].
///
/// # Examples
/// ```
/// use napi_core_meta::{Kind, Record, read, term::tag};
///
/// const TEXT: &str = "name VERSION\nsite 1 1 2 5 addon/src/lib.rs\nvalue\n";
/// let record = Record::<_, { TEXT.len() }>::new(Kind::Constant, TEXT, [tag::STRING]);
///
/// let records = read::records(&record.to_vec()).unwrap();
/// assert_eq!(records[0].name, "VERSION");
/// assert_eq!(records[0].value().unwrap().term, Some(read::Term::String));
/// ```
pub fn records(section: &[u8]) -> Result<Vec<Record>, Error> {
    let mut records = Vec::new();
    let mut bytes = Bytes::new(section);
    while bytes.skip_zeros() {
        let at = bytes.position();
        records.push(record(&mut bytes).map_err(|problem| Error { at, problem })?);
    }
    Ok(records)
}

fn record(bytes: &mut Bytes<'_>) -> Result<Record, Problem> {
    if bytes.take(MAGIC.len())? != MAGIC {
        return Err(Problem::Magic);
    }
    let version = bytes.byte()?;
    if version != VERSION {
        return Err(Problem::Version(version));
    }
    let kind = bytes.byte()?;
    let kind = KINDS.into_iter().find(|known| *known as u8 == kind).ok_or(Problem::Kind(kind))?;
    let mut body = bytes.prefixed()?;
    let text = body.prefixed()?.text()?;
    let mut record = text::parse(kind, text)?;
    for (found, part) in record.parts.iter_mut().filter(|part| part.needs_term()).enumerate() {
        if body.left() == 0 {
            return Err(Problem::Terms(found));
        }
        part.term = Some(term::parse(&mut body)?);
    }
    take_class(&mut record)?;
    match body.left() {
        0 => Ok(record),
        left => Err(Problem::Trailing(left)),
    }
}

/// The class that a member belongs to is known by its identity.
fn take_class(record: &mut Record) -> Result<(), Problem> {
    let Some(place) = record.parts.iter().position(|part| part.kind == PartKind::Of) else { return Ok(()) };
    match record.parts.remove(place).term {
        Some(Term::Named(id, arguments)) if arguments.is_empty() => record.of = Some(id),
        _ => return Err(Problem::Value("of")),
    }
    Ok(())
}

const KINDS: [Kind; 8] =
    [Kind::Function, Kind::Constant, Kind::Module, Kind::Object, Kind::Alias, Kind::Enum, Kind::Class, Kind::Member];
