//! Runs of words that two texts may share.

use super::spelling;
use crate::origins;
use parallax_language::{Script, words};
use parallax_model::{Article, cut};
use xxhash_rust::xxh3::xxh3_64;

/// Words in a run.
const RUN: usize = 5;

/// Letters in a run, in scripts without spaces between words.
const RUN_OF_LETTERS: usize = 8;

/// One run in this many is sampled to find candidates.
const SAMPLED: u32 = 4;

/// Words after which a mark that nobody closes is forgotten.
const QUOTED_WORDS: usize = 80;

/// Words of a text that are read: a place among them fits 16 bits.
const WORDS: usize = 20_000;

/// What a text is told by among copies: the runs of words of its body, six bytes each.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Runs {
    /// Sorted: 31 bits that name the run, each once, and whether all its places are quoted.
    names: Vec<u32>,
    /// For each, the word with which it first begins.
    places: Vec<u16>,
    /// Words in a run.
    length: u16,
    /// Words in the text.
    words: u16,
    /// How many runs are sampled.
    sampled: u16,
    /// How many runs stand outside quotation marks.
    plain: u16,
    /// Names the outlet.
    outlet: Option<u64>,
}

impl Runs {
    /// Reads the body of `article`.
    pub fn of(article: &Article) -> Self {
        let text = article.text.as_str();
        let runs = Self::of_text(cut(text, article.body_start()..text.len()));
        let outlet = origins::outlet_key(article).map(|key| xxh3_64(key.as_bytes()));
        Self { outlet, ..runs }
    }

    fn of_text(text: &str) -> Self {
        let read = read(text);
        let letters = read.iter().filter(|word| word.letter).count();
        let length = if letters * 2 > read.len() { RUN_OF_LETTERS } else { RUN };
        let mut runs: Vec<(u32, u16)> =
            read.windows(length).zip(0..).map(|(run, place)| (named(run), place)).collect();
        runs.sort_unstable();
        // Of two places of one run the one outside quotation marks stands first.
        runs.dedup_by_key(|&mut (run, _)| run >> 1);
        let count =
            |wanted: fn(u32) -> bool| small(runs.iter().filter(|&&(run, _)| wanted(run)).count());
        Self {
            length: small(length),
            words: small(read.len()),
            sampled: count(is_sampled),
            plain: count(is_plain),
            outlet: None,
            names: runs.iter().map(|&(run, _)| run).collect(),
            places: runs.iter().map(|&(_, place)| place).collect(),
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether the text is too short for one.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// Some of the runs: the same ones in every text that has them.
    pub(super) fn sample(&self) -> impl Iterator<Item = u32> + '_ {
        self.names.iter().copied().filter(|&run| is_sampled(run)).map(|run| run >> 1)
    }

    /// How many runs are sampled.
    pub(super) fn sampled(&self) -> usize {
        usize::from(self.sampled)
    }

    /// Whether both are of one outlet.
    pub(super) fn at_home_with(&self, other: &Self) -> bool {
        self.outlet.is_some() && self.outlet == other.outlet
    }

    /// What this text has in common with `other`.
    pub(super) fn common(&self, other: &Self) -> Common {
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        let mut plain = 0;
        let (mut at, mut to) = (0, 0);
        while let (Some(&a), Some(&b)) = (self.names.get(at), other.names.get(to)) {
            if a >> 1 == b >> 1 {
                plain += usize::from(is_plain(a) && is_plain(b));
                ours.extend(self.places.get(at));
                theirs.extend(other.places.get(to));
            }
            (at, to) = (at + usize::from(a >> 1 <= b >> 1), to + usize::from(b >> 1 <= a >> 1));
        }
        Common {
            runs: ours.len(),
            of_shorter: share(ours.len(), self.len().min(other.len())),
            plain_of_shorter: share(plain, usize::from(self.plain.min(other.plain))),
            held: self.covered(ours),
            of_other: other.covered(theirs),
        }
    }

    /// The share of the words that stand in runs which begin at `places`.
    fn covered(&self, mut places: Vec<u16>) -> f32 {
        places.sort_unstable();
        let (mut words, mut end) = (0_usize, 0_usize);
        for place in places {
            let (start, stop) = (usize::from(place), usize::from(place) + usize::from(self.length));
            words += stop - start.max(end).min(stop);
            end = stop;
        }
        share(words, usize::from(self.words))
    }
}

/// What two texts have in common.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Common {
    /// Runs that both hold.
    pub(super) runs: usize,
    /// Which share of the shorter's runs that is.
    pub(super) of_shorter: f32,
    /// The same of the runs outside quotation marks.
    pub(super) plain_of_shorter: f32,
    /// The share of the first text's words that stand in the other, in runs.
    pub(super) held: f32,
    /// The share of the other's words that stand in the first.
    pub(super) of_other: f32,
}

fn share(part: usize, whole: usize) -> f32 {
    if whole == 0 { 0.0 } else { part as f32 / whole as f32 }
}

fn small(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

const fn is_plain(run: u32) -> bool {
    run & 1 == 0
}

const fn is_sampled(run: u32) -> bool {
    (run >> 1).is_multiple_of(SAMPLED)
}

/// 31 bits for the words, one for whether any of them is quoted.
fn named(run: &[ReadWord]) -> u32 {
    let mut bytes = [0; 8 * RUN_OF_LETTERS];
    for (place, word) in bytes.chunks_exact_mut(8).zip(run) {
        place.copy_from_slice(&word.hash.to_le_bytes());
    }
    let hash = xxh3_64(bytes.get(..8 * run.len()).unwrap_or(&bytes));
    let [a, b, c, d, ..] = hash.to_le_bytes();
    let quoted = run.iter().any(|word| word.quoted);
    u32::from_le_bytes([a, b, c, d]) << 1 | u32::from(quoted)
}

struct ReadWord {
    hash: u64,
    quoted: bool,
    letter: bool,
}

fn read(text: &str) -> Vec<ReadWord> {
    let mut read: Vec<ReadWord> = Vec::new();
    let mut quoted = 0;
    let mut end = 0;
    let mut spelled = String::new();
    for word in words(text).take(WORDS) {
        quoted = match marks(cut(text, end..word.start)) {
            Some(true) => QUOTED_WORDS,
            Some(false) => 0,
            None => quoted.max(1) - 1,
        };
        end = word.end;
        let written = word.of(text);
        if spelling::common(written, &mut spelled) {
            let script = written.chars().next().filter(|letter| !letter.is_ascii());
            let script = script.and_then(Script::of);
            let letter = matches!(script, Some(Script::Han | Script::Kana | Script::Thai));
            read.push(ReadWord { hash: xxh3_64(spelled.as_bytes()), quoted: quoted > 0, letter });
        }
    }
    read
}

/// Whether a quotation opens or closes between two words; a line break closes it.
///
/// A straight mark opens after white space and closes before it.
fn marks(between: &str) -> Option<bool> {
    let mut last = None;
    let mut spaced = false;
    for letter in between.chars() {
        match letter {
            '“' | '«' | '„' | '「' => last = Some(true),
            '”' | '»' | '」' | '\n' => last = Some(false),
            '"' => last = Some(spaced),
            _ => {}
        }
        spaced |= letter.is_whitespace();
    }
    last
}

#[cfg(test)]
mod tests {
    use super::Runs;

    #[track_caller]
    fn check(ours: &str, theirs: &str, held: u32, of_other: u32) {
        let common = Runs::of_text(ours).common(&Runs::of_text(theirs));
        let hundredths = |share: f32| (share * 100.0).round();
        assert_eq!(
            (hundredths(common.held), hundredths(common.of_other)),
            (held as f32, of_other as f32)
        );
    }

    #[test]
    fn words_are_held_that_stand_in_a_common_run() {
        check("one two three four five six", "one two three four five six", 100, 100);
        check("one two three four five six", "zero one two three four five", 83, 83);
        check("one two three four five", "one two three four five a b c d e", 100, 50);
        check("one two three four", "one two three four", 0, 0);
        check("", "one", 0, 0);
    }
}
