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
    ["a", "b", "Point", "delete", "x²", "two words", "", "_", "JsValue", "Map", "constructor", "__proto__"];
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
    let tag = if leaf { random.one(b"_u0?bhiqonBHIQONefdgscVjyXDREwWZS") } else { random.one(b"[/{%~>F=(|&$\"#t]*") };
    bytes.push(tag);
    let inner = |random: &mut Random, bytes: &mut Vec<u8>| term(random, depth.saturating_sub(1), bytes);
    match tag {
        b'[' | b'/' | b'{' | b'%' | b'~' | b'>' => inner(random, bytes),
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

fn record(random: &mut Random) -> Vec<u8> {
    let kind = random.one(b"ffffcmoooaek");
    let line = random.below(30);
    let mut lines = format!("name {}\nsite {line} 1 {line} 8 addon/src/lib.rs\n", random.one(&NAMES));
    let mut terms = Vec::new();
    let mut part = |random: &mut Random, line: &str, lines: &mut String| {
        lines.push_str(&format!("{line}\n"));
        match random.below(8) {
            0 => lines.push_str(&format!("ts {}\n", random.one(&TEXTS))),
            other => {
                term(random, 4, &mut terms);
                if other == 1 {
                    lines.push_str(&format!("arkts {}\n", random.one(&TEXTS)));
                }
            }
        }
    };
    if b"oaek".contains(&kind) {
        lines.push_str(&format!("id {}\n", id(random)));
        (0..random.below(3)).for_each(|number| lines.push_str(&format!("generic T{number}\n")));
    }
    match kind {
        b'f' => {
            if random.below(3) == 0 {
                lines.push_str(random.one(&["namespace a\n", "namespace a.b\n", "overload\n", "async\n"]));
            }
            for _ in 0..random.below(4) {
                let line = format!("{} {}", random.one(&["param", "optional"]), random.one(&NAMES));
                part(random, &line, &mut lines);
            }
            part(random, "returns", &mut lines);
        }
        b'c' | b'a' => part(random, "value", &mut lines),
        b'o' => {
            for _ in 0..random.below(4) {
                let line = format!("field {}", random.one(&NAMES));
                part(random, &line, &mut lines);
            }
        }
        b'e' => lines.push_str("variant A\nnumber 1\nvariant B\nstring b\n"),
        _ => {}
    }
    let mut bytes = b"NTYP\x01".to_vec();
    bytes.push(kind);
    bytes.extend((4 + lines.len() as u32 + terms.len() as u32).to_le_bytes());
    bytes.extend((lines.len() as u32).to_le_bytes());
    bytes.extend(lines.as_bytes());
    bytes.extend(terms);
    bytes
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
