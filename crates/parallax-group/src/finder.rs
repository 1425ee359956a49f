//! Tells at a glance whether a vector has a term, and where.

use crate::vector::Product;

/// Bits of a key that choose one of a word's.
const WITHIN: u32 = u32::BITS.ilog2();

/// Where the entries of a vector are, by the first bits of their keys.
///
/// Keys are hashes, so that every word has about one entry.
#[derive(Clone, Debug, Default)]
pub(crate) struct Finder {
    words: Box<[Word]>,
    /// How far a key is shifted for its bit, and further for its word.
    shift: u32,
}

/// What is known of the keys that begin alike.
#[derive(Clone, Copy, Debug, Default)]
struct Word {
    /// Which of the next bits are met.
    bits: u32,
    /// The place of the first entry that is here, where any is.
    start: u32,
}

impl Finder {
    /// Of `entries`, sorted by key.
    pub(crate) fn of(entries: &[(u32, f32)]) -> Self {
        let words = entries.len().next_power_of_two();
        let shift = u32::BITS - WITHIN - words.trailing_zeros().min(u32::BITS - WITHIN);
        let mut finder = Self { words: vec![Word::default(); words].into(), shift };
        for (&(key, _), at) in entries.iter().zip(0..) {
            let (word, bit) = finder.place(key);
            if let Some(word) = finder.words.get_mut(word) {
                let start = if word.bits == 0 { at } else { word.start };
                *word = Word { bits: word.bits | bit, start };
            }
        }
        finder
    }

    /// The product of `entries`, of which this is, and another vector.
    #[inline]
    pub(crate) fn product(&self, entries: &[(u32, f32)], others: &[(u32, f32)]) -> Product {
        let (mut whole, mut squares) = (0.0_f32, 0.0_f32);
        for &(key, weight) in others {
            let (word, bit) = self.place(key);
            let Some(word) = self.words.get(word).filter(|word| word.bits & bit != 0) else {
                continue;
            };
            let from = entries.get(word.start as usize..).unwrap_or_default();
            if let Some(&(_, own)) =
                from.iter().find(|entry| entry.0 >= key).filter(|entry| entry.0 == key)
            {
                let both = own * weight;
                whole += both;
                squares += both * both;
            }
        }
        Product::spread(whole, squares)
    }

    /// The weight of a key in `entries`, of which this is.
    pub(crate) fn weight(&self, entries: &[(u32, f32)], key: u32) -> f32 {
        self.product(entries, &[(key, 1.0)]).whole
    }

    fn place(&self, key: u32) -> (usize, u32) {
        let place = key >> self.shift;
        ((place >> WITHIN) as usize, 1 << (place & (u32::BITS - 1)))
    }
}

#[cfg(test)]
mod tests {
    use super::Finder;
    use crate::vector::{self, Product};
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    /// A vector with keys all over, and some next to each other.
    fn vector() -> impl Strategy<Value = Vec<(u32, f32)>> {
        let key = prop_oneof![0_u32..300, any::<u32>(), (u32::MAX - 50)..=u32::MAX];
        let entries = prop::collection::btree_map(key, 0.01_f32..1.0, 0..200);
        entries.prop_map(|entries: BTreeMap<u32, f32>| entries.into_iter().collect())
    }

    proptest! {
        #[test]
        fn what_is_found_is_what_both_have(a in vector(), b in vector()) {
            let (mut whole, mut squares) = (0.0_f32, 0.0_f32);
            vector::shared(&a, &b, |_, both| {
                whole += both;
                squares += both * both;
            });
            let plain = Product::spread(whole, squares);
            prop_assert_eq!(Finder::of(&a).product(&a, &b), plain);
            prop_assert_eq!(Finder::of(&b).product(&b, &a), plain);
        }
    }
}
