//! Sections with changes by chance: the reader gives records or an error, at once, and never panics.

use std::panic::{AssertUnwindSafe, catch_unwind};

use napi_core_meta::read::records;
use napi_core_meta::term::tag;

use super::sample;

const CASES: u64 = 200_000;

/// Chance that repeats itself: SplitMix64.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }

    fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}

/// One of the samples, changed in one to four places.
fn case(seed: u64, samples: &[Vec<u8>]) -> Vec<u8> {
    let mut chance = Chance(seed);
    let mut section = chance.pick(samples).clone();
    for _ in 0..=chance.below(4) {
        let at = chance.below(section.len());
        match chance.below(8) {
            0 => section[at] ^= 1 << chance.below(8),
            1 => section[at] = chance.next() as u8,
            2 => section[at] = *chance.pick(b"NTYP\n\\ \0\xff_[]/(){}=%~|>F&$\"#t*fcmoaekb"),
            3 => section.truncate(at.max(1)),
            4 => {
                let from = chance.pick(samples);
                let (start, length) = (chance.below(from.len()), chance.below(40));
                let piece = &from[start..from.len().min(start + length)];
                section.splice(at..at, piece.iter().copied());
            }
            5 => {
                let end = section.len().min(at + chance.below(40));
                section.drain(at..end);
                section.push(0);
            }
            6 => section.splice(at..at, vec![*chance.pick(b"[]~F|(>"); chance.below(80)]).for_each(drop),
            _ => {
                let length = chance.below(300);
                section = (0..=length).map(|_| chance.next() as u8).collect();
                section.splice(0..0, *b"NTYP\x01").for_each(drop);
            }
        }
    }
    section
}

/// A record whose lengths are right, and whose terms are of chance.
fn terms(seed: u64) -> Vec<u8> {
    let mut chance = Chance(seed);
    let text = b"name a\nsite 1 1 1 1 a/b\nvalue\n";
    let tags = [tag::ARRAY, tag::TUPLE, tag::OPTION, tag::FUNCTION, tag::UNIT, tag::STRING, tag::NAMED, 1, 2, 0];
    let terms: Vec<u8> = (0..=chance.below(60)).map(|_| *chance.pick(&tags)).collect();
    let mut section = b"NTYP\x01c".to_vec();
    section.extend((4 + text.len() as u32 + terms.len() as u32).to_le_bytes());
    section.extend((text.len() as u32).to_le_bytes());
    section.extend(text);
    section.extend(terms);
    section
}

#[test]
fn nothing_makes_the_reader_panic() {
    let samples = [sample::add(), sample::fetch(), sample::named_types(), sample::class(), sample::section()];
    let (mut good, mut bad) = (0, 0);
    for seed in 0..CASES {
        let section = if seed % 4 == 0 { terms(seed) } else { case(seed, &samples) };
        match catch_unwind(AssertUnwindSafe(|| records(&section))) {
            Ok(Ok(_)) => good += 1,
            Ok(Err(error)) => {
                assert!(error.at < section.len(), "seed {seed}: {error:?} lies beyond {section:?}");
                bad += 1;
            }
            Err(_) => panic!("seed {seed}: the reader panics at {section:?}"),
        }
    }
    // Chance must reach both sides, or it proves nothing.
    assert!(good > CASES / 50 && bad > CASES / 2, "{good} sections were good, and {bad} were not");
}
