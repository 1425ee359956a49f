//! What folded words lead to, found by one look and without copying the word.

use crate::{fold::with_folded, names::with_bare};

/// A map from folded words, made once and looked into for every word of every page.
///
/// As many places as keep half of them free; a word stands at the place its
/// hash names, or at the next free one. Nothing depends on their order.
///
/// ```
/// use parallax_language::WordTable;
/// let table: WordTable<u8> = [("june".to_owned(), 6)].into_iter().collect();
/// assert_eq!(table.get("june"), Some(&6));
/// assert_eq!(table.of_word("June’s"), Some(&6));
/// assert_eq!(table.of_word("July"), None);
/// ```
#[derive(Debug)]
pub struct WordTable<T> {
    /// By the first byte, a bit for each length of a word: most words that lead nowhere are known by that.
    lengths: [u32; 256],
    /// Half of a word's hash, and which of the words it is, from 1 on; 0 where none is.
    places: Vec<(u32, u32)>,
    words: Vec<(String, T)>,
}

impl<T> WordTable<T> {
    /// What the folded word `word` leads to.
    pub fn get(&self, word: &str) -> Option<&T> {
        self.find(word, |key| key == word)
    }

    /// What `word` leads to once it is folded.
    pub fn of_word(&self, word: &str) -> Option<&T> {
        if word.bytes().any(|byte| !byte.is_ascii() || byte == b'\'' || byte == b'`') {
            return with_folded(word, |folded| self.get(folded));
        }
        // Folding only makes such a word small, and the hash is that of small letters.
        self.find(word, |key| key.eq_ignore_ascii_case(word))
    }

    /// What `word` leads to in its [bare](crate::names::bare) form.
    pub fn of_bare(&self, word: &str) -> Option<&T> {
        if word.is_ascii() { self.of_word(word) } else { with_bare(word, |bare| self.get(bare)) }
    }

    /// All words, in no order of theirs.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|(word, _)| word.as_str())
    }

    #[inline]
    fn find(&self, word: &str, is: impl Fn(&str) -> bool) -> Option<&T> {
        let (first, length) = look(word);
        if self.lengths.get(first)? & length == 0 {
            return None;
        }
        let last = self.places.len().checked_sub(1)?;
        let (place, check) = hash(word.as_bytes());
        (0..=last)
            .map_while(|by| self.places.get(place.wrapping_add(by) & last).filter(|at| at.1 > 0))
            .filter(|at| at.0 == check)
            .filter_map(|at| self.words.get(at.1 as usize - 1))
            .find(|(key, _)| is(key))
            .map(|(_, value)| value)
    }
}

impl<T> FromIterator<(String, T)> for WordTable<T> {
    /// Of two values of one word the first is kept.
    fn from_iter<I: IntoIterator<Item = (String, T)>>(pairs: I) -> Self {
        let pairs: Vec<(String, T)> = pairs.into_iter().collect();
        let size = (pairs.len() * 2 + 1).next_power_of_two();
        let mut table = Self { lengths: [0; 256], places: vec![(0, 0); size], words: Vec::new() };
        for (word, value) in pairs {
            table.hold(word, value);
        }
        table
    }
}

impl<T> WordTable<T> {
    /// Takes in a word, if it has a place and is not there yet.
    fn hold(&mut self, word: String, value: T) {
        let last = self.places.len().saturating_sub(1);
        let (start, check) = hash(word.as_bytes());
        let mut around = (0..=last).map(|by| start.wrapping_add(by) & last);
        let here = |at: &usize| {
            let (held, word_at) = self.places.get(*at).copied().unwrap_or_default();
            let known =
                || self.words.get(word_at as usize - 1).is_some_and(|(key, _)| *key == word);
            word_at == 0 || held == check && known()
        };
        let Some(place) = around.find(here).and_then(|at| self.places.get_mut(at)) else { return };
        if place.1 > 0 {
            return;
        }
        let (first, length) = look(&word);
        if let Some(lengths) = self.lengths.get_mut(first) {
            *lengths |= length;
        }
        self.words.push((word, value));
        *place = (check, u32::try_from(self.words.len()).unwrap_or_default());
    }
}

/// The bit by which small letters differ from capitals; no two folded words differ by it alone.
const SMALL: u8 = 0x20;

/// The first byte of a word, small, and a bit for its length.
#[inline]
fn look(word: &str) -> (usize, u32) {
    let first = word.as_bytes().first().copied().unwrap_or_default();
    (usize::from(first | SMALL), 1 << (word.len() % 32))
}

/// Where a word stands and what tells it from others there, whatever the size of its letters.
#[inline]
fn hash(word: &[u8]) -> (usize, u32) {
    let mut sum = word.len() as u64;
    let mut mix = |part: u64| {
        let small = part | u64::from_ne_bytes([SMALL; 8]);
        sum = (sum.rotate_left(23) ^ small).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    };
    if let Some(end) = word.last_chunk::<8>() {
        word.as_chunks::<8>().0.iter().for_each(|part| mix(u64::from_le_bytes(*part)));
        mix(u64::from_le_bytes(*end));
    } else if let (Some(start), Some(end)) = (word.first_chunk::<4>(), word.last_chunk::<4>()) {
        mix(u64::from(u32::from_le_bytes(*start)) << 32 | u64::from(u32::from_le_bytes(*end)));
    } else {
        mix(word.iter().fold(0, |sum, byte| sum << 8 | u64::from(byte | SMALL)));
    }
    let low = u32::try_from(sum & u64::from(u32::MAX)).unwrap_or_default();
    let high = u32::try_from(sum >> 32).unwrap_or_default();
    (high as usize, low ^ high.rotate_left(16))
}

#[cfg(test)]
mod tests {
    use super::WordTable;
    use crate::{fold, names::bare};
    use proptest::prelude::*;

    #[test]
    fn every_word_leads_where_it_did_first() {
        let words = (0..500).flat_map(|at| [(format!("w{at}"), at), (format!("w{at}"), 0)]);
        let table: WordTable<i32> = words.collect();
        assert!((0..500).all(|at| table.get(&format!("w{at}")) == Some(&at)));
        assert!(table.get("w500").is_none() && table.get("").is_none());
        let empty: WordTable<i32> = std::iter::empty().collect();
        assert!(empty.get("w1").is_none());
    }

    proptest! {
        #[test]
        fn a_word_is_found_as_it_is_folded(words in prop::collection::vec("\\PC{0,8}", 0..20)) {
            let table: WordTable<()> = words.iter().map(|word| (fold(word), ())).collect();
            for word in &words {
                prop_assert!(table.of_word(word).is_some());
            }
        }

        #[test]
        fn a_word_is_found_as_it_is_bare(words in prop::collection::vec("\\PC{0,8}", 0..20)) {
            let table: WordTable<()> = words.iter().map(|word| (bare(word), ())).collect();
            for word in &words {
                prop_assert!(table.of_bare(word).is_some());
            }
        }
    }
}
