//! The maps of this crate.

use core::hash::{BuildHasherDefault, Hasher};
use std::collections::HashMap;

/// A map whose keys a program chooses, not a stranger: without the random keys of the standard hasher, which are 10 kB of code in
/// each addon.
pub(crate) type Map<K, V> = HashMap<K, V, BuildHasherDefault<Fnv>>;

/// FNV-1a of 64 bits for text. A number, such as an address, takes one multiplication (Fibonacci hashing): each call with an
/// external looks one up.
pub(crate) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    /// The map looks at both ends; the product of an aligned address says nothing at the lower one.
    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0 ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(32);
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use core::hash::{BuildHasher, BuildHasherDefault, Hash};
    use std::collections::HashSet;

    use super::Fnv;

    /// How many of 256 places of a map, and how many of its 128 marks, the hashes of 256 keys take.
    fn spread<K: Hash>(keys: impl Fn(u64) -> K) -> [usize; 2] {
        let hashes: Vec<u64> = (0..256).map(|key| BuildHasherDefault::<Fnv>::default().hash_one(keys(key))).collect();
        [hashes.iter().map(|hash| hash & 0xff).collect(), hashes.iter().map(|hash| hash >> 57).collect()]
            .map(|distinct: HashSet<u64>| distinct.len())
    }

    #[test]
    fn keys_of_all_kinds_lie_apart() {
        for step in [1, 8, 16, 48, 64, 4096, 1 << 20] {
            for [places, marks] in [
                spread(|key| 0x7f00_dead_0000 + key * step),
                spread(|key| core::ptr::without_provenance::<u8>((0x7f00_dead_0000 + key * step) as usize)),
            ] {
                assert!(places > 128 && marks > 64, "{step}: {places} places, {marks} marks");
            }
        }
        let [places, _] = spread(|key| format!("name{key}"));
        assert!(places > 128, "{places} places");
    }
}
