//! Records as bytes, from a text and the bytes of terms: `b"[~s"` is an array of optional strings.

/// Records that stand in the order in which they are added, each on a line of its own.
#[derive(Default)]
pub(crate) struct Records {
    bytes: Vec<u8>,
    line: u32,
}

impl Records {
    /// A record. Its text is a name and lines after it; the place in the source comes by itself.
    pub(crate) fn add(mut self, kind: char, text: &str, terms: &[u8]) -> Self {
        self.line += 1;
        let line = self.line;
        let record = record(kind, text, &format!("{line} 1 {line} 8 addon/src/lib.rs"), terms);
        // The linker's order is not the source's.
        self.bytes.splice(0..0, record);
        self
    }

    /// A named type, in a module of a crate.
    pub(crate) fn named(self, kind: char, path: &str, lines: &str, terms: &[u8]) -> Self {
        let name = path.rsplit("::").next().unwrap_or(path);
        let text = format!("{name}\nid {}\n{lines}", id(path));
        self.add(kind, &text, terms)
    }

    /// A member of a class: `about` is what is said of it, `parts` what it is made of. Its role is its name if it has no other.
    pub(crate) fn member(self, class: &str, name_and_role: &str, about: &str, parts: &str, terms: &[u8]) -> Self {
        let (name, role) = name_and_role.split_once(' ').unwrap_or((name_and_role, name_and_role));
        let text = format!("{name}\n{about}of\nrole {role}\n{parts}");
        self.add('b', &text, &[&named(class, &[]), terms].concat())
    }

    pub(crate) fn section(self) -> Vec<u8> {
        self.bytes
    }
}

/// The identity of a type of the crate that its path begins with.
pub(crate) fn id(path: &str) -> String {
    let krate = path.split("::").next().unwrap_or(path);
    format!("{krate}@1.0.0::{path}#1:2")
}

/// The term of a named type.
pub(crate) fn named(path: &str, arguments: &[&[u8]]) -> Vec<u8> {
    let mut term = texts(b'&', &[&id(path)]);
    term.push(arguments.len() as u8);
    term.extend(arguments.concat());
    term
}

/// A term with texts.
pub(crate) fn texts(tag: u8, texts: &[&str]) -> Vec<u8> {
    let mut term = vec![tag];
    for text in texts {
        term.extend((text.len() as u16).to_le_bytes());
        term.extend(text.as_bytes());
    }
    term
}

pub(crate) fn record(kind: char, text: &str, site: &str, terms: &[u8]) -> Vec<u8> {
    let (name, lines) = text.split_once('\n').unwrap_or((text, ""));
    let text = format!("name {name}\nsite {site}\n{lines}");
    let mut bytes = b"NTYP\x01".to_vec();
    bytes.push(kind as u8);
    bytes.extend((4 + text.len() as u32 + terms.len() as u32).to_le_bytes());
    bytes.extend((text.len() as u32).to_le_bytes());
    bytes.extend(text.as_bytes());
    bytes.extend(terms);
    bytes
}
