//! What was found of words met lately, so that a word every page has is not read anew on each.

/// Keeps what a pure function gave for the words it was asked of last.
///
/// What is kept changes no answer, only the time it takes. A word has one place, where the next
/// word of that place takes over; long words are read each time.
///
/// ```
/// use parallax_language::Memory;
/// let mut lengths = Memory::of_size(100);
/// assert_eq!(*lengths.of(0, "storm", str::len), 5);
/// assert_eq!(*lengths.of(0, "storm", |_| unreachable!("it is kept")), 5);
/// ```
#[derive(Debug)]
pub struct Memory<T> {
    size: usize,
    places: Vec<Option<Kept<T>>>,
    /// What was found of the last word that is not kept.
    last: Option<T>,
}

/// A word, the sort it was read as, and what was found.
#[derive(Clone, Debug)]
struct Kept<T> {
    word: String,
    sort: u32,
    found: T,
}

impl<T> Memory<T> {
    /// Bytes of the longest word that is kept.
    const LONGEST: usize = 40;

    /// Of at most so many words; nothing yet, and no room taken.
    pub const fn of_size(size: usize) -> Self {
        Self { size, places: Vec::new(), last: None }
    }

    /// What `find` finds of a word, or found when it was asked of it before as that sort.
    pub fn of(&mut self, sort: u32, word: &str, find: impl FnOnce(&str) -> T) -> &T {
        if word.len() > Self::LONGEST || self.size == 0 {
            return self.last.insert(find(word));
        }
        if self.places.is_empty() {
            self.places.resize_with(self.size, || None);
        }
        let place = &mut self.places[place(sort, word) % self.size];
        let known = place.as_ref().is_some_and(|kept| kept.sort == sort && kept.word == word);
        if !known {
            *place = Some(Kept { word: word.to_owned(), sort, found: find(word) });
        }
        &place.as_ref().expect("what is kept was there or has just been put there").found
    }
}

/// Where a word is kept.
fn place(sort: u32, word: &str) -> usize {
    let mut sum = u64::from(sort) << 8 ^ word.len() as u64;
    let mut mix = |part: u64| {
        sum = (sum.rotate_left(23) ^ part).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    };
    let (parts, rest) = word.as_bytes().as_chunks::<8>();
    for part in parts {
        mix(u64::from_le_bytes(*part));
    }
    mix(rest.iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte)));
    usize::try_from(sum >> 40).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::Memory;

    #[test]
    fn what_is_found_is_the_same_however_much_was_asked_before() {
        let mut memory = Memory::of_size(4096);
        for round in 0..2 {
            for number in 0..20_000_u32 {
                let word = format!("w{}", number % 9000);
                for sort in 0..2 {
                    let found = memory.of(sort, &word, |word| format!("{sort} {word}"));
                    assert_eq!(*found, format!("{sort} {word}"), "round {round}");
                }
            }
        }
    }

    #[test]
    fn long_words_are_read_each_time() {
        let mut memory = Memory::of_size(8);
        let word = "o".repeat(1000);
        assert_eq!(*memory.of(0, &word, |_| 1), 1);
        assert_eq!(*memory.of(0, &word, |_| 2), 2);
    }
}
