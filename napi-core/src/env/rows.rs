//! Glue for structs: functions in JavaScript that make and read objects of one shape, whose fields are numbers, booleans and
//! texts. An object is a row of the scratch memory, one number for each field; the texts of all rows are one text, cut by
//! the lengths that stand in the rows.

use core::ffi::CStr;
use core::fmt::Write as _;
use core::ops::Range;

use super::Env;
use super::glue::{CHUNK, Loops, call_held, functions_for, held, hold, index};
use crate::error::{Error, Result};
use crate::sys::{HeldReference, RawValue};
use crate::value::{Array, Value};

/// Text of as many UTF-16 units ends a call that reads: what engines can put together has an end.
const TEXT: u32 = 1 << 20;

/// What a field is, as a number of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The number.
    Number,
    /// The number, which is an `i32`: engines keep those in less memory.
    Integer,
    /// 1 or 0.
    Boolean,
    /// The length in UTF-16 units.
    Text,
}

/// The properties of a struct: their names, and what they are. Those that are nothing of a row have none.
#[derive(Clone, Copy)]
pub(crate) struct Shape {
    pub(crate) names: &'static [&'static CStr],
    pub(crate) columns: &'static [Option<Column>],
}

impl Shape {
    fn fields(self) -> impl Iterator<Item = (&'static CStr, Column)> {
        self.names.iter().copied().zip(self.columns.iter().flatten().copied())
    }

    /// How many rows the memory holds.
    pub(crate) fn rows(self) -> u32 {
        CHUNK / (self.names.len() as u32).max(1)
    }
}

/// The functions of one shape.
pub(crate) struct RowFunctions {
    write: HeldReference,
    read: HeldReference,
    make: HeldReference,
    take: HeldReference,
}

/// What the functions for reading have found.
pub(crate) struct Found<'e> {
    /// The texts, one after the other.
    pub(crate) text: Value<'e>,
    /// How many rows were read to their ends, if all were.
    pub(crate) rows: u32,
    /// Where reading ended early.
    pub(crate) odd: Option<Odd<'e>>,
}

/// A value that is no such field, or no object.
pub(crate) struct Odd<'e> {
    pub(crate) value: Value<'e>,
    /// How many fields were read before it.
    pub(crate) fields: usize,
    pub(crate) is_object: bool,
}

impl Loops {
    /// The place of the functions for objects of this shape, which are made when they are first needed.
    #[inline]
    pub(crate) fn shape(&mut self, env: &Env<'_>, shape: Shape) -> Result<usize> {
        // The address stands for the shape: the compiler may give two equal ones the same, and one of them several.
        let key = (shape.names.as_ptr().addr(), shape.columns.as_ptr().addr());
        if self.shapes.get(self.recent).is_some_and(|(recent, _)| *recent == key) {
            return Ok(self.recent);
        }
        self.find(env, shape, key)
    }

    #[inline(never)]
    fn find(&mut self, env: &Env<'_>, shape: Shape, key: (usize, usize)) -> Result<usize> {
        let found = self.shapes.binary_search_by_key(&key, |(key, _)| *key);
        if let Err(place) = found {
            let functions = env.batch(|env| self.compile(env, shape))?;
            self.shapes.insert(place, (key, functions));
        }
        self.recent = found.unwrap_or_else(|place| place);
        Ok(self.recent)
    }

    fn compile(&self, env: &Env<'_>, shape: Shape) -> Result<RowFunctions> {
        let maker = env.enter()?.run_script(&script(shape))?.ok_or_else(|| Error::new("the host runs no scripts"))?;
        let functions = functions_for(env, maker, &self.scratch)?;
        let hold = |place| hold(env, functions, place);
        Ok(RowFunctions { write: hold(0)?, read: hold(1)?, make: hold(2)?, take: hold(3)? })
    }

    /// Writes the rows into an array as objects.
    pub(crate) fn write_rows(
        &self,
        env: &Env<'_>,
        shape: usize,
        array: Array<'_>,
        range: Range<u32>,
        text: &str,
    ) -> Result<()> {
        let host = env.host()?;
        let arguments = [array.raw(), index(host, range.start)?, index(host, range.end)?, host.string(text)?];
        call_held(env, &self.shapes[shape].1.write, &arguments).map(drop)
    }

    /// Reads objects of an array into the rows.
    pub(crate) fn read_rows<'e>(
        &self,
        env: &Env<'e>,
        shape: usize,
        array: Array<'_>,
        range: Range<u32>,
    ) -> Result<Found<'e>> {
        let host = env.host()?;
        let arguments = [array.raw(), index(host, range.start)?, index(host, range.end)?];
        let answer = call_held(env, &self.shapes[shape].1.read, &arguments)?;
        Ok(self.found(answer))
    }

    /// The function that makes the object of the first row, of its texts.
    #[inline]
    pub(crate) fn maker(&self, env: &Env<'_>, shape: usize) -> Result<RawValue> {
        held(env.host()?, &self.shapes[shape].1.make)
    }

    /// Reads an object into the first row.
    #[inline]
    pub(crate) fn take_row<'e>(&self, env: &Env<'e>, shape: usize, object: Value<'_>) -> Result<Found<'e>> {
        let answer = call_held(env, &self.shapes[shape].1.take, &[object.raw()])?;
        Ok(self.found(answer))
    }

    #[inline]
    fn found<'e>(&self, answer: RawValue) -> Found<'e> {
        let (value, place) = (Value::from_raw(answer), self.scratch.numbers()[CHUNK as usize].get());
        if place < 0.0 {
            return Found { text: value, rows: (-place) as u32 - 1, odd: None };
        }
        // Of an object it is a half beyond.
        let odd = Odd { value, fields: place as usize, is_object: place.fract() != 0.0 };
        Found { text: value, rows: 0, odd: Some(odd) }
    }
}

/// The source of the functions. Properties are read in the order of the fields, each once, and reading ends at the first value that
/// is no such field, as it does in Rust.
fn script(shape: Shape) -> String {
    let width = shape.names.len();
    let (mut rows, mut row, mut read, mut texts) = (String::new(), String::new(), String::new(), Vec::new());
    for (place, (name, column)) in shape.fields().enumerate() {
        // The macro writes them as strings.
        let name = name.to_str().unwrap_or_default();
        let key = quoted(name);
        // As a name, it would set the prototype.
        let own = if name == "__proto__" { format!("[{key}]") } else { key.clone() };
        let (kind, slot, store) = match column {
            Column::Number => ("number", format!("s[at + {place}]"), "value"),
            Column::Integer => ("number", format!("s[at + {place}] | 0"), "value"),
            Column::Boolean => ("boolean", format!("s[at + {place}] === 1"), "value ? 1 : 0"),
            Column::Text => ("string", format!("cut(text, from, from += s[at + {place}])"), "value.length"),
        };
        let _ = write!(rows, "{own}: {slot}, ");
        if column == Column::Text {
            let name = format!("text{place}");
            let _ = write!(row, "{own}: {name}, ");
            texts.push(name);
        } else {
            let _ = write!(row, "{own}: {slot}, ");
        }
        let _ = write!(
            read,
            "    value = object[{key}];\n    if (typeof value !== '{kind}') {{ s[odd] = at + {place}; return value; }}\n    s[at + {place}] = {store};\n"
        );
        if column == Column::Text {
            read.push_str("    text += value;\n");
        }
    }
    let texts = texts.join(", ");
    let body = format!(
        "    let value;
    if (object === null || (typeof object !== 'object' && typeof object !== 'function')) {{ s[odd] = at + 0.5; return object; }}
{read}"
    );
    format!(
        "'use strict';
(s, odd) => {{
  // As it is now: a program may put another one in its place.
  const cut = Function.prototype.call.bind(String.prototype.substring);
  return [
  function writeObjects(array, begin, end, text) {{
    let at = 0, from = 0;
    for (let index = begin; index < end; index++, at += {width}) array[index] = {{ {rows}}};
  }},
  function readObjects(array, begin, end) {{
    let at = 0, text = '', index = begin;
    while (index < end && text.length < {TEXT}) {{
    const object = array[index];
{body}    index++, at += {width};
    }}
    s[odd] = begin - index - 1;
    return text;
  }},
  function makeObject({texts}) {{
    const at = 0;
    return {{ {row}}};
  }},
  function readObject(object) {{
    const at = 0;
    let text = '';
{body}    s[odd] = -2;
    return text;
  }},
  ];
}};
//# sourceURL=napi-core:structs"
    )
}

/// A literal of JavaScript.
fn quoted(text: &str) -> String {
    let mut literal = String::from("\"");
    for unit in text.encode_utf16() {
        match char::from_u32(unit.into()) {
            Some(plain @ (' ' | '!' | '#'..='[' | ']'..='~')) => literal.push(plain),
            _ => {
                let _ = write!(literal, "\\u{unit:04x}");
            }
        }
    }
    literal.push('"');
    literal
}

#[cfg(test)]
mod tests {
    use super::{Column, Shape, quoted, script};

    #[test]
    fn names_are_literals() {
        assert_eq!(quoted("a\"b\\\n\u{2028}é😀"), r#""a\u0022b\u005c\u000a\u2028\u00e9\ud83d\ude00""#);
    }

    #[test]
    fn a_name_that_is_the_prototypes_is_computed() {
        let script = script(Shape { names: &[c"__proto__"], columns: &[Some(Column::Number)] });
        assert!(script.contains(r#"["__proto__"]: s[at + 0]"#), "{script}");
    }
}
