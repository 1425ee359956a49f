//! The words of a name: `articleBody_x-2` is `article`, `body`, `x`.

/// Words looked at; no name that says something has more.
const MOST: usize = 32;

/// The words of one name, in lower case.
pub(super) struct Words {
    letters: String,
    /// Where each word ends in the letters.
    ends: [usize; MOST],
    count: usize,
}

impl Words {
    pub(super) fn of(name: &str) -> Self {
        let mut words =
            Self { letters: String::with_capacity(name.len()), ends: [0; MOST], count: 0 };
        let mut lower = false;
        for byte in name.bytes() {
            let starts = byte.is_ascii_uppercase() && lower;
            if starts || !byte.is_ascii_alphabetic() {
                words.end();
            }
            if byte.is_ascii_alphabetic() {
                words.letters.push(char::from(byte.to_ascii_lowercase()));
            }
            lower = byte.is_ascii_lowercase();
        }
        words.end();
        words
    }

    fn end(&mut self) {
        let start = self.count.checked_sub(1).map_or(0, |last| self.ends[last]);
        if self.letters.len() > start
            && let Some(end) = self.ends.get_mut(self.count)
        {
            *end = self.letters.len();
            self.count += 1;
        }
    }

    pub(super) fn count(&self) -> usize {
        self.count
    }

    pub(super) fn at(&self, at: usize) -> Option<&str> {
        let end = *self.ends.get(..self.count)?.get(at)?;
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.letters.get(start..end)
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        (0..self.count).filter_map(|at| self.at(at))
    }
}
