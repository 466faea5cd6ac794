//! Names: which of them can be declared, and what others are called instead.

use std::collections::BTreeSet;

/// Words that cannot name what is declared. `this` as the first argument is no argument in TypeScript.
const RESERVED: [&str; 49] = [
    "arguments",
    "await",
    "break",
    "case",
    "catch",
    "class",
    "const",
    "continue",
    "debugger",
    "default",
    "delete",
    "do",
    "else",
    "enum",
    "eval",
    "export",
    "extends",
    "false",
    "finally",
    "for",
    "function",
    "if",
    "implements",
    "import",
    "in",
    "instanceof",
    "interface",
    "let",
    "new",
    "null",
    "package",
    "private",
    "protected",
    "public",
    "return",
    "static",
    "super",
    "switch",
    "this",
    "throw",
    "true",
    "try",
    "typeof",
    "undefined",
    "var",
    "void",
    "while",
    "with",
    "yield",
];

/// Names that a type of an addon's must not take in the file: TypeScript's own, and those of the types that are written there.
const TAKEN_BY_TYPES: [&str; 37] = [
    "any",
    "unknown",
    "never",
    "number",
    "bigint",
    "boolean",
    "string",
    "symbol",
    "object",
    "Array",
    "Map",
    "Set",
    "Record",
    "Promise",
    "Date",
    "RegExp",
    "Error",
    "Object",
    "Function",
    "Symbol",
    "IteratorResult",
    "ArrayBuffer",
    "DataView",
    "SharedArrayBuffer",
    "Int8Array",
    "Int16Array",
    "Int32Array",
    "BigInt64Array",
    "Uint8Array",
    "Uint16Array",
    "Uint32Array",
    "BigUint64Array",
    "Float16Array",
    "Float32Array",
    "Float64Array",
    "Uint8ClampedArray",
    "globalThis",
];

/// Whether the text can stand where an identifier can.
pub(super) fn is_identifier(text: &str) -> bool {
    let mut letters = text.chars();
    let begins = |letter: char| unicode_ident::is_xid_start(letter) || matches!(letter, '_' | '$');
    letters.next().is_some_and(begins) && letters.all(|letter| begins(letter) || unicode_ident::is_xid_continue(letter))
}

/// Whether a function, constant or namespace can be declared by this name.
pub(crate) fn can_be_declared(name: &str) -> bool {
    is_identifier(name) && RESERVED.binary_search(&name).is_err()
}

/// Whether a type can be declared by this name.
pub(super) fn can_be_type(name: &str) -> bool {
    can_be_declared(name) && !TAKEN_BY_TYPES.contains(&name)
}

/// The name, or one like it that can be declared and is not taken; it is taken then.
pub(super) fn declarable(name: &str, can_be: fn(&str) -> bool, taken: &mut BTreeSet<String>) -> String {
    let letters = name.chars().map(|letter| if is_identifier(&format!("_{letter}")) { letter } else { '_' });
    let mut declared: String = letters.collect();
    if !is_identifier(&declared) {
        declared.insert(0, '_');
    }
    while !can_be(&declared) || taken.contains(&declared) {
        declared.push('_');
    }
    taken.insert(declared.clone());
    declared
}

/// The name, or with a number behind it if it is taken; it is taken then.
pub(super) fn numbered(name: &str, taken: &mut BTreeSet<String>) -> String {
    let numbers = (2..).map(|number: usize| format!("{name}{number}"));
    let free = std::iter::once(name.to_owned()).chain(numbers).find(|name| !taken.contains(name));
    let free = free.unwrap_or_default();
    taken.insert(free.clone());
    free
}

/// `my_module` as `MyModule`.
pub(super) fn pascal_case(name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_alphanumeric());
    words.fold(String::new(), |mut pascal, word| {
        let mut letters = word.chars();
        pascal.extend(letters.next().into_iter().flat_map(char::to_uppercase));
        pascal.push_str(letters.as_str());
        pascal
    })
}

/// The identifiers in a text of TypeScript, without those in strings and in comments, and whether a colon follows: then they
/// most likely name a property or an argument.
pub(super) fn mentioned(text: &str) -> BTreeSet<(&str, bool)> {
    let mut names = BTreeSet::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '\'' | '"' | '`' => string_length(rest, first),
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            _ if first.is_alphanumeric() || first == '_' || first == '$' => {
                let is_inside = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '$';
                let length = rest.find(|letter| !is_inside(letter)).unwrap_or(rest.len());
                let behind = rest[length..].trim_start();
                let is_label = behind.strip_prefix('?').unwrap_or(behind).trim_start().starts_with(':');
                names.insert((&rest[..length], is_label));
                length
            }
            _ => first.len_utf8(),
        };
        rest = &rest[length..];
    }
    names
}

/// Whether the text ends inside of a comment or a string.
pub(super) fn hides_what_follows(text: &str) -> bool {
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '\'' | '"' | '`' => match string_length(rest, first) {
                length if length == rest.len() && (length == 1 || !rest.ends_with(first)) => return true,
                length => length,
            },
            '/' if rest.starts_with("//") => match rest.find(LINE_ENDS) {
                Some(length) => length,
                None => return true,
            },
            '/' if rest.starts_with("/*") => match rest.find("*/") {
                Some(end) => end + 2,
                None => return true,
            },
            _ => first.len_utf8(),
        };
        rest = &rest[length..];
    }
    false
}

/// What ends a line in JavaScript.
pub(super) const LINE_ENDS: [char; 4] = ['\n', '\r', '\u{2028}', '\u{2029}'];

/// How long the string is that the text begins with.
fn string_length(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if letter == quote => return at + letter.len_utf8(),
            _ => {}
        }
    }
    text.len()
}

/// The text in quotes.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::from("'");
    for letter in text.chars() {
        match letter {
            '\'' | '\\' => quoted.extend(['\\', letter]),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\u{2028}' | '\u{2029}' | '\0'..=' ' if letter != ' ' => {
                quoted.push_str(&format!("\\u{:04x}", letter as u32))
            }
            _ => quoted.push(letter),
        }
    }
    quoted.push('\'');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_in_order() {
        assert!(RESERVED.is_sorted());
    }

    #[test]
    fn declared_names() {
        let mut taken = BTreeSet::from(["delete_".to_owned()]);
        assert_eq!(declarable("delete", can_be_declared, &mut taken), "delete__");
        assert_eq!(declarable("my-fn", can_be_declared, &mut taken), "my_fn");
        assert_eq!(declarable("my fn", can_be_declared, &mut taken), "my_fn_");
        assert_eq!(declarable("1st", can_be_declared, &mut taken), "_1st");
        assert_eq!(declarable("", can_be_declared, &mut taken), "_");
        assert_eq!(declarable("größe", can_be_declared, &mut taken), "größe");
        assert_eq!(declarable("Map", can_be_type, &mut taken), "Map_");
    }

    #[test]
    fn numbers_come_last() {
        let mut taken = BTreeSet::new();
        let names = [(); 3].map(|()| numbered("Point", &mut taken));
        assert_eq!(names, ["Point", "Point2", "Point3"]);
    }

    #[test]
    fn names_in_text() {
        let text = "Page<Point> | 'Not' | { inner: Deep; Never?: A.B } // Nor\n /* or */ & `${x}`";
        let labels = [("inner", true), ("Never", true)];
        let names = ["Page", "Point", "Deep", "A", "B"].map(|name| (name, false));
        assert_eq!(mentioned(text), labels.into_iter().chain(names).collect());
        assert_eq!(mentioned("'open | A"), BTreeSet::new());
    }

    #[test]
    fn quotes() {
        assert_eq!(quoted("it's\n\\\u{1}\u{2028}é"), "'it\\'s\\n\\\\\\u0001\\u2028é'");
    }

    #[test]
    fn modules_in_pascal_case() {
        assert_eq!(pascal_case("my_shapes"), "MyShapes");
        assert_eq!(pascal_case("my-addon"), "MyAddon");
    }
}
