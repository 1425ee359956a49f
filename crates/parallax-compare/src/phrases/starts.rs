//! How words begin, as sets of few bits: what two sets have not in common no word begins with.

/// How a word begins: its first two bytes, mixed. Equal beginnings are equal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Start(u16);

/// Beginnings that are told from each other, and the words of 64 bits that a set of them takes.
const DIFFERENT: u16 = 512;
const PARTS: usize = 8;

impl Start {
    /// Of a word.
    pub(crate) fn of(word: &str) -> Self {
        let mut bytes = word.bytes();
        let mut next = || bytes.next().unwrap_or_default();
        Self::of_bytes(next(), next())
    }

    fn of_bytes(first: u8, second: u8) -> Self {
        Self((u16::from(first) * 37 + u16::from(second)) % DIFFERENT)
    }
}

/// How some words begin.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Starts([u64; PARTS]);

impl Starts {
    pub(crate) fn add(&mut self, start: Start) {
        self.0[usize::from(start.0) / 64] |= 1 << (start.0 % 64);
    }

    /// Adds all words that begin with some letters.
    pub(crate) fn add_all(&mut self, letters: &str) {
        match letters.as_bytes() {
            [] => self.0 = [u64::MAX; PARTS],
            [first] => (0..=u8::MAX).for_each(|second| self.add(Start::of_bytes(*first, second))),
            _ => self.add(Start::of(letters)),
        }
    }

    /// Whether a word that begins so may be among them.
    pub(crate) fn have(&self, start: Start) -> bool {
        self.0[usize::from(start.0) / 64] >> (start.0 % 64) & 1 == 1
    }

    /// Whether the two may have a word in common.
    pub(crate) fn meet(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).any(|(ours, theirs)| ours & theirs != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::{Start, Starts};

    #[test]
    fn what_begins_alike_is_found() {
        let mut starts = Starts::default();
        assert!(!starts.have(Start::of("ferry")) && !starts.meet(&starts));
        starts.add_all("fe");
        assert!(starts.have(Start::of("ferry")) && !starts.have(Start::of("mill")));
        starts.add_all("m");
        assert!(
            starts.have(Start::of("mill"))
                && starts.have(Start::of("мост")) == starts.have(Start::of("мэр"))
        );
        starts.add_all("");
        assert!(starts.have(Start::of("")) && starts.have(Start::of("мост")));
    }
}
