//! What folded words lead to, found by one look and without copying the word.

use crate::{fold, names::bare};

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
    places: Vec<Option<(String, T)>>,
}

impl<T> WordTable<T> {
    /// What the folded word `word` leads to.
    pub fn get(&self, word: &str) -> Option<&T> {
        self.find(hash(word.bytes()), |key| key == word)
    }

    /// What `word` leads to once it is folded.
    pub fn of_word(&self, word: &str) -> Option<&T> {
        if word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            let lower = word.bytes().map(|byte| byte.to_ascii_lowercase());
            return self.find(hash(lower), |key| key.eq_ignore_ascii_case(word));
        }
        self.get(&fold(word))
    }

    /// What `word` leads to in its [bare](crate::names::bare) form.
    pub fn of_bare(&self, word: &str) -> Option<&T> {
        if word.is_ascii() { self.of_word(word) } else { self.get(&bare(word)) }
    }

    /// All words, in no order of theirs.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.places.iter().flatten().map(|(word, _)| word.as_str())
    }

    fn find(&self, hash: usize, is: impl Fn(&str) -> bool) -> Option<&T> {
        let last = self.places.len().checked_sub(1)?;
        (0..=last)
            .map_while(|by| self.places.get(hash.wrapping_add(by) & last)?.as_ref())
            .find(|(key, _)| is(key))
            .map(|(_, value)| value)
    }
}

impl<T> FromIterator<(String, T)> for WordTable<T> {
    /// Of two values of one word the first is kept.
    fn from_iter<I: IntoIterator<Item = (String, T)>>(pairs: I) -> Self {
        let pairs: Vec<(String, T)> = pairs.into_iter().collect();
        let size = (pairs.len() * 2 + 1).next_power_of_two();
        let mut places: Vec<Option<(String, T)>> =
            std::iter::repeat_with(|| None).take(size).collect();
        for (word, value) in pairs {
            let start = hash(word.bytes());
            let mut around = (0..size).map(|by| start.wrapping_add(by) & (size - 1));
            let place = around.find(|&at| {
                places.get(at).is_some_and(|held| {
                    held.as_ref().is_none_or(|(key, _): &(String, T)| *key == word)
                })
            });
            if let Some(place) = place.and_then(|at| places.get_mut(at))
                && place.is_none()
            {
                *place = Some((word, value));
            }
        }
        Self { places }
    }
}

/// FNV-1a: short, and good enough for words.
fn hash(bytes: impl Iterator<Item = u8>) -> usize {
    let hash = bytes.fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3)
    });
    usize::try_from((hash ^ (hash >> 32)) & 0xFFFF_FFFF).unwrap_or_default()
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
