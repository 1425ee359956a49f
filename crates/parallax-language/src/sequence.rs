//! A linear model that labels the words of a sentence, learned beforehand.
//!
//! Each word is a set of features, each feature a number that was hashed from
//! what it says. The model holds a whole weight for each feature and label, and
//! for each pair of labels that follow one another; the labels given are those
//! of the best path. Sums are whole numbers, so that every machine finds the same.

mod table;

use table::Table;

/// The words of one sentence as features.
#[derive(Clone, Debug, Default)]
pub struct Observed {
    features: Vec<u32>,
    ends: Vec<usize>,
}

impl Observed {
    /// Forgets all words, and keeps its room.
    pub fn clear(&mut self) {
        self.features.clear();
        self.ends.clear();
    }

    /// Adds a word with its features.
    pub fn push_word(&mut self, features: &[u32]) {
        self.features.extend(features);
        self.end_word();
    }

    /// Adds a feature to the word that is being made.
    pub fn push(&mut self, feature: u32) {
        self.features.push(feature);
    }

    /// Ends the word that is being made.
    pub fn end_word(&mut self) {
        self.ends.push(self.features.len());
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The features of the word at `at`; none past the end.
    pub fn word(&self, at: usize) -> &[u32] {
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        let end = self.ends.get(at).copied().unwrap_or_default();
        self.features.get(start.unwrap_or_default()..end).unwrap_or_default()
    }
}

/// The feature that `template` makes of `value`.
///
/// ```
/// use parallax_language::sequence::feature;
/// assert_ne!(feature(1, 7), feature(2, 7));
/// assert_ne!(feature(1, 7), feature(1, 8));
/// ```
pub const fn feature(template: u32, value: u32) -> u32 {
    let mixed = (value ^ template.wrapping_mul(0x9E37_79B1)).wrapping_mul(0x85EB_CA6B);
    let mixed = (mixed ^ (mixed >> 15)).wrapping_mul(0xC2B2_AE35);
    mixed ^ (mixed >> 16)
}

/// A number for a piece of text.
pub fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811C_9DC5, hash_byte)
}

/// The number of a piece of text that goes on with one more byte.
pub const fn hash_byte(so_far: u32, byte: u8) -> u32 {
    (so_far ^ byte as u32).wrapping_mul(0x0100_0193)
}

/// Most labels a model may have.
pub const MOST_LABELS: usize = 12;

/// A learned model.
#[derive(Clone, Debug)]
pub struct Model {
    labels: usize,
    /// What each label gains after each label; what stands behind the last label means nothing.
    follows: Vec<[i32; MOST_LABELS]>,
    /// What each label gains at the start of a sentence.
    first: [i32; MOST_LABELS],
    table: Table,
}

impl Model {
    /// Reads a model from the bytes that [`Model::write`] made; `None` if they are none.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let labels = usize::from(*bytes.first()?);
        if labels == 0 || labels > MOST_LABELS {
            return None;
        }
        let pairs = 2 * labels * (labels + 1);
        let mut follows: Vec<[i32; MOST_LABELS]> =
            bytes.get(2..2 + pairs)?.chunks_exact(2 * labels).map(gains).collect();
        let first = follows.pop()?;
        let table = Table::read(bytes.get(2 + pairs..)?, u32::from(*bytes.get(1)?), labels)?;
        Some(Self { labels, follows, first, table })
    }

    /// The bytes of a model: weights by feature, and by label before (the last row for the
    /// start of a sentence) and label. `bits` says how many slots the table has, as a power of two.
    pub fn write(
        labels: u8,
        bits: u8,
        follows: &[i16],
        weights: impl Iterator<Item = (u32, Vec<i8>)>,
    ) -> Vec<u8> {
        let mut bytes = vec![labels, bits];
        bytes.extend(follows.iter().flat_map(|weight| weight.to_le_bytes()));
        bytes.extend(Table::write(u32::from(bits), usize::from(labels), weights));
        bytes
    }

    /// How many labels there are.
    pub fn labels(&self) -> usize {
        self.labels
    }

    /// The best label of each word; of equal ones the first.
    pub fn labelled(&self, observed: &Observed) -> Vec<u8> {
        let scale = self.scale();
        let worth = |at| {
            let mut worth = Worth::default();
            scale.add(observed.word(at), &mut worth);
            worth
        };
        let worths: Vec<Worth> = (0..observed.len()).map(worth).collect();
        self.best_path(&worths)
    }

    /// What tells how much features are worth.
    pub fn scale(&self) -> Scale<'_> {
        Scale { table: &self.table }
    }

    /// The best label of each word by what the labels of each are worth; of equal ones the first.
    pub fn best_path(&self, worths: &[Worth]) -> Vec<u8> {
        let mut back: Vec<[u8; MOST_LABELS]> = Vec::with_capacity(worths.len());
        let mut best = Worth::default();
        for (at, worth) in worths.iter().enumerate() {
            let (from, mut next) =
                if at == 0 { ([0; MOST_LABELS], self.first) } else { self.best_before(&best.0) };
            for (next, worth) in next.iter_mut().zip(worth.0) {
                *next += worth;
            }
            best = Worth(next);
            back.push(from);
        }
        trace(&best.0, &back, self.labels)
    }

    /// For each label the best one before it, and the sum of the path so far; of equal ones the first.
    fn best_before(&self, best: &[i32; MOST_LABELS]) -> ([u8; MOST_LABELS], [i32; MOST_LABELS]) {
        let mut from = [0; MOST_LABELS];
        let mut most = [i32::MIN; MOST_LABELS];
        for ((before, sum), follows) in (0_i32..).zip(best).zip(&self.follows) {
            for ((from, most), follow) in from.iter_mut().zip(&mut most).zip(follows) {
                let sum = sum + follow;
                *from = if sum > *most { before } else { *from };
                *most = sum.max(*most);
            }
        }
        (from.map(|label: i32| u8::try_from(label).unwrap_or_default()), most)
    }
}

/// What each label of a word is worth by its features.
#[derive(Clone, Copy, Debug, Default)]
pub struct Worth([i32; MOST_LABELS]);

impl Worth {
    /// Adds what other features are worth.
    #[inline]
    pub fn add(&mut self, other: &Self) {
        for (sum, worth) in self.0.iter_mut().zip(other.0) {
            *sum += worth;
        }
    }
}

/// Weighs features by a model.
#[derive(Clone, Copy, Debug)]
pub struct Scale<'m> {
    table: &'m Table,
}

impl Scale<'_> {
    /// Adds what the features are worth; those that the model has not seen are worth nothing.
    pub fn add(&self, features: &[u32], worth: &mut Worth) {
        self.table.add(features, &mut worth.0);
    }
}

/// A row of weights of two bytes.
fn gains(row: &[u8]) -> [i32; MOST_LABELS] {
    let mut gains = [0; MOST_LABELS];
    for (gain, pair) in gains.iter_mut().zip(row.chunks_exact(2)) {
        *gain = i32::from(i16::from_le_bytes([pair[0], pair[1]]));
    }
    gains
}

/// The labels of the best path, from its end back.
fn trace(best: &[i32; MOST_LABELS], back: &[[u8; MOST_LABELS]], labels: usize) -> Vec<u8> {
    let mut last = 0_u8;
    for (label, sum) in (0_u8..).zip(best.iter().take(labels)) {
        if *sum > best[usize::from(last)] {
            last = label;
        }
    }
    let mut path = vec![0; back.len()];
    for (label, from) in path.iter_mut().zip(back).rev() {
        *label = last;
        last = from.get(usize::from(last)).copied().unwrap_or_default();
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    fn observed(words: &[&[u32]]) -> Observed {
        let mut all = Observed::default();
        for word in words {
            word.iter().for_each(|feature| all.push(*feature));
            all.end_word();
        }
        all
    }

    fn model() -> Model {
        // Label 1 may not follow label 0 at once.
        let follows = [0, -100, 0, 0, 0, 0];
        let weights = [(7, vec![0, 20]), (9, vec![30, 0])];
        let bytes = Model::write(2, 3, &follows, weights.into_iter());
        Model::read(bytes.leak()).expect("what was written can be read")
    }

    #[test]
    fn the_best_path_is_not_the_best_of_each_word() {
        let model = model();
        assert_eq!(model.labelled(&observed(&[&[7], &[7]])), [1, 1]);
        assert_eq!(model.labelled(&observed(&[&[9], &[7]])), [0, 0]);
        assert_eq!(model.labelled(&observed(&[&[3], &[]])), [0, 0]);
    }

    #[test]
    fn no_words_have_no_labels() {
        assert!(model().labelled(&Observed::default()).is_empty());
    }

    #[test]
    fn bytes_that_are_no_model_are_refused() {
        for bytes in [&[][..], &[0, 1], &[2, 40, 0], &[200, 1, 1, 1]] {
            assert!(Model::read(bytes.to_vec().leak()).is_none());
        }
    }
}
