//! The words of a name: `articleBody_x-2` is `article`, `body`, `x`.

/// Letters looked at; longer names are generated.
const MOST: usize = 64;

/// The words of one name, in lower case.
pub(super) struct Words {
    letters: [u8; MOST],
    /// Where each word ends in the letters.
    ends: [u8; MOST],
    count: usize,
}

impl Words {
    pub(super) fn of(name: &str) -> Self {
        let mut words = Self { letters: [0; MOST], ends: [0; MOST], count: 0 };
        let (mut end, mut lower) = (0, false);
        for byte in name.bytes().take(MOST) {
            let letter = byte.is_ascii_alphabetic();
            if !letter || byte.is_ascii_uppercase() && lower {
                words.end(end);
            }
            if letter {
                words.letters[usize::from(end)] = byte.to_ascii_lowercase();
                end += 1;
            }
            lower = byte.is_ascii_lowercase();
        }
        words.end(end);
        words
    }

    fn end(&mut self, end: u8) {
        if end > self.start(self.count) {
            self.ends[self.count] = end;
            self.count += 1;
        }
    }

    fn start(&self, at: usize) -> u8 {
        at.checked_sub(1).map_or(0, |before| self.ends[before])
    }

    pub(super) fn count(&self) -> usize {
        self.count
    }

    pub(super) fn at(&self, at: usize) -> Option<&str> {
        let end = *self.ends.get(..self.count)?.get(at)?;
        let letters = self.letters.get(usize::from(self.start(at))..usize::from(end))?;
        std::str::from_utf8(letters).ok()
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        (0..self.count).filter_map(|at| self.at(at))
    }
}
