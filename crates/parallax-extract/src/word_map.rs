//! What single words lead to, found by one look.

use xxhash_rust::xxh3::xxh3_64;

/// A map from words, made once and looked into for every word of every page.
///
/// As many places as keep half of them free; a word stands at the place its
/// hash names, or at the next free one. Nothing depends on their order.
pub(crate) struct WordMap<T, W = String> {
    places: Vec<Option<(W, T)>>,
    held: usize,
    /// By the first byte, a bit for each length of a word: most words that lead
    /// nowhere are known by that.
    lengths: [u32; 256],
}

impl<T, W> Default for WordMap<T, W> {
    fn default() -> Self {
        let places = std::iter::repeat_with(|| None).take(16).collect();
        Self { places, held: 0, lengths: [0; 256] }
    }
}

impl<T, W: AsRef<str>> WordMap<T, W> {
    /// What `word` leads to.
    pub(crate) fn get(&self, word: &str) -> Option<&T> {
        let (first, length) = look(word);
        if self.lengths[first] & length == 0 {
            return None;
        }
        self.places.get(self.place(word))?.as_ref().map(|(_, value)| value)
    }

    /// What `word` leads to, after making it lead to `value` if it led nowhere.
    pub(crate) fn or_insert_with<'a>(&mut self, word: &'a str, value: impl FnOnce() -> T) -> &mut T
    where
        W: From<&'a str>,
    {
        if (self.held + 1) * 2 > self.places.len() {
            self.grow();
        }
        let (first, length) = look(word);
        self.lengths[first] |= length;
        let at = self.place(word);
        let place = &mut self.places[at];
        self.held += usize::from(place.is_none());
        let (_, value) = place.get_or_insert_with(|| (W::from(word), value()));
        value
    }

    /// The place of `word`, or the free one it would take.
    fn place(&self, word: &str) -> usize {
        let hash = usize::try_from(xxh3_64(word.as_bytes()) >> 32).unwrap_or_default();
        let last = self.places.len() - 1;
        let taken = |at: &usize| {
            self.places[*at & last].as_ref().is_some_and(|(other, _)| other.as_ref() != word)
        };
        (hash..=hash + last).find(|at| !taken(at)).unwrap_or(hash) & last
    }

    fn grow(&mut self) {
        let larger = std::iter::repeat_with(|| None).take(self.places.len() * 2).collect();
        for held in std::mem::replace(&mut self.places, larger).into_iter().flatten() {
            let place = self.place(held.0.as_ref());
            self.places[place] = Some(held);
        }
    }
}

/// The first byte of a word, and a bit for its length.
#[inline]
fn look(word: &str) -> (usize, u32) {
    (word.as_bytes().first().copied().map_or(0, usize::from), 1 << (word.len() % 32))
}

impl<S: AsRef<str>, T> FromIterator<(S, T)> for WordMap<T> {
    /// Of two values of one word the first is kept.
    fn from_iter<I: IntoIterator<Item = (S, T)>>(pairs: I) -> Self {
        let mut map = Self::default();
        for (word, value) in pairs {
            map.or_insert_with(word.as_ref(), || value);
        }
        map
    }
}

/// A set of words, made once and looked into for every word of every page.
#[derive(Default)]
pub(crate) struct WordSet(WordMap<()>);

impl WordSet {
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.0.get(word).is_some()
    }
}

impl<S: AsRef<str>> FromIterator<S> for WordSet {
    fn from_iter<I: IntoIterator<Item = S>>(words: I) -> Self {
        Self(words.into_iter().map(|word| (word, ())).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::WordMap;

    #[test]
    fn every_word_leads_where_it_did_first() {
        let words = (0..500).flat_map(|at| [(format!("w{at}"), at), (format!("w{at}"), 0)]);
        let map: WordMap<i32> = words.collect();
        assert!((0..500).all(|at| map.get(&format!("w{at}")) == Some(&at)));
        assert!(map.get("w500").is_none() && map.get("").is_none());
    }
}
