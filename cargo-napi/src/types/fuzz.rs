//! Random records, from the bytes to the declarations: whatever a library carries, the tool says something and ends.

use napi_core_meta::read;

use super::module::Module;
use super::{Flavour, json, render};

const CASES: u64 = 10_000;

/// A generator of numbers that gives the same ones for a seed (SplitMix64).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }
}

const NAMES: [&str; 12] =
    ["a", "b", "Point", "delete", "x²", "two words", "", "_", "JsValue", "Map", "constructor", "[Symbol.iterator]"];
const TEXTS: [&str; 9] = ["Point", "`${number}px`", "() => void", "'a'|'b'", "{", "// c", "any", "\\n", "*/"];
const MODULES: [&str; 3] = ["m", "m::inner", "other"];

fn id(random: &mut Random) -> String {
    let name = random.one(&["Point", "Page", "Map", "Tree"]);
    format!("addon@1.0.0::{}::{name}#1:1", random.one(&MODULES))
}

fn text(bytes: &mut Vec<u8>, text: &str) {
    bytes.extend((text.len() as u16).to_le_bytes());
    bytes.extend(text.as_bytes());
}

fn term(random: &mut Random, depth: usize, bytes: &mut Vec<u8>) {
    let leaf = depth == 0 || random.below(2) == 0;
    let tag = if leaf { random.one(b"_u0?bhiqonBHIQONefdgscVjyXDREwWZS") } else { random.one(b"[/{%~>F=(|&$\"#t]*.@") };
    bytes.push(tag);
    let inner = |random: &mut Random, bytes: &mut Vec<u8>| term(random, depth.saturating_sub(1), bytes);
    match tag {
        b'[' | b'/' | b'{' | b'%' | b'~' | b'>' | b'.' | b'@' => inner(random, bytes),
        b'=' => (0..2).for_each(|_| inner(random, bytes)),
        b'F' => {
            bytes.push(random.one(b"_["));
            if bytes.last() == Some(&b'[') {
                inner(random, bytes);
            }
            inner(random, bytes);
        }
        b'(' | b'|' => {
            let count = random.below(4);
            bytes.push(count as u8);
            (0..count).for_each(|_| inner(random, bytes));
        }
        b'&' => {
            text(bytes, &id(random));
            let count = random.below(3);
            bytes.push(count as u8);
            (0..count).for_each(|_| inner(random, bytes));
        }
        b'$' => bytes.push(random.below(3) as u8),
        b'"' => text(bytes, random.one(&TEXTS)),
        b'#' => text(bytes, random.one(&["-1", "0.5", "1e21"])),
        b't' => (0..2).for_each(|_| text(bytes, random.one(&TEXTS))),
        b']' => {
            bytes.extend(random.one(&[0_u32, 3, 1 << 31]).to_le_bytes());
            inner(random, bytes);
        }
        b'*' => bytes.push(random.one(b"bBhHiIqQefdC")),
        _ => {}
    }
}

/// What a record says, and the terms that it needs.
struct Draft {
    kind: u8,
    lines: String,
    terms: Vec<u8>,
}

impl Draft {
    fn new(random: &mut Random, kind: u8) -> Self {
        let line = random.below(30);
        let lines = format!("name {}\nsite {line} 1 {line} 8 addon/src/lib.rs\n", random.one(&NAMES));
        Self { kind, lines, terms: Vec::new() }
    }

    /// A line that needs a term, or a text instead of it.
    fn part(&mut self, random: &mut Random, line: &str) {
        self.lines.push_str(&format!("{line}\n"));
        match random.below(8) {
            0 => self.lines.push_str(&format!("ts {}\n", random.one(&TEXTS))),
            other => {
                term(random, 4, &mut self.terms);
                if other == 1 {
                    self.lines.push_str(&format!("arkts {}\n", random.one(&TEXTS)));
                }
            }
        }
    }

    fn parts(&mut self, random: &mut Random, keys: &[&str]) {
        for _ in 0..random.below(4) {
            let line = format!("{} {}", random.one(keys), random.one(&NAMES));
            self.part(random, &line);
        }
    }

    fn function(&mut self, random: &mut Random) {
        if random.below(3) == 0 {
            self.lines.push_str(random.one(&["overload\n", "async\n"]));
        }
        self.parts(random, &["param", "optional"]);
        self.part(random, "returns");
    }

    fn finish(self) -> Vec<u8> {
        let mut bytes = b"NTYP\x01".to_vec();
        bytes.push(self.kind);
        bytes.extend((4 + self.lines.len() as u32 + self.terms.len() as u32).to_le_bytes());
        bytes.extend((self.lines.len() as u32).to_le_bytes());
        bytes.extend(self.lines.as_bytes());
        bytes.extend(self.terms);
        bytes
    }
}

/// A member of the class of this identity.
fn member(random: &mut Random, class: &str) -> Vec<u8> {
    let mut draft = Draft::new(random, b'b');
    draft.terms.push(b'&');
    text(&mut draft.terms, class);
    draft.terms.push(0);
    let role = random.one(&["constructor", "method", "static", "getter", "static setter", "constant"]);
    draft.lines.push_str(&format!("of\nrole {role}\n"));
    match role {
        "getter" | "constant" => draft.part(random, "returns"),
        "static setter" => draft.part(random, "param a"),
        _ => draft.function(random),
    }
    draft.finish()
}

fn record(random: &mut Random) -> Vec<u8> {
    let kind = random.one(b"ffffcmoooaek");
    let mut draft = Draft::new(random, kind);
    let id = id(random);
    if b"oaek".contains(&kind) {
        draft.lines.push_str(&format!("id {id}\n"));
        (0..random.below(3)).for_each(|number| draft.lines.push_str(&format!("generic T{number}\n")));
    }
    if b"fck".contains(&kind) && random.below(3) == 0 {
        draft.lines.push_str(random.one(&["namespace a\n", "namespace a.b\n", "namespace enum\n"]));
    }
    match kind {
        b'f' => draft.function(random),
        b'c' | b'a' => draft.part(random, "value"),
        b'o' => draft.parts(random, &["field"]),
        b'e' => draft.lines.push_str("variant A\nnumber 1\nvariant B\nstring b\n"),
        b'k' if random.below(3) == 0 => draft.part(random, "extends"),
        _ => {}
    }
    let members = (0..3).take_while(|_| kind == b'k').map(|_| member(random, &id)).collect::<Vec<_>>();
    [draft.finish(), members.concat()].concat()
}

#[test]
fn whatever_there_is_is_declared_or_refused() {
    let (mut declared, mut refused) = (0, 0);
    for seed in 0..CASES {
        let random = &mut Random(seed);
        let mut section: Vec<u8> = (0..1 + random.below(6)).flat_map(|_| record(random)).collect();
        if random.below(4) == 0 {
            let at = random.below(section.len());
            section[at] = random.next() as u8;
        }
        let outcome = std::panic::catch_unwind(|| {
            let module = Module::new(read::records(&section).ok()?).ok()?;
            let declared =
                [Flavour::TypeScript, Flavour::ArkTs].map(|flavour| render::declarations(&module, flavour).is_ok());
            json::of(&module).expect("what is read has a form in JSON");
            Some(declared[0])
        });
        match outcome {
            Ok(Some(true)) => declared += 1,
            Ok(_) => refused += 1,
            Err(_) => panic!("seed {seed} makes it panic"),
        }
    }
    // Neither is rare, so that both ways are gone.
    assert!(declared > CASES / 10 && refused > CASES / 10, "{declared} declared, {refused} refused");
}
