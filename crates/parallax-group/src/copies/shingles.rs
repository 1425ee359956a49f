//! Runs of words that two texts may share.

use super::spelling;
use parallax_language::{Script, words};
use parallax_model::{Article, cut};
use xxhash_rust::xxh3::xxh3_64;

/// Words in a run.
const RUN: usize = 5;

/// Letters in a run, in scripts without spaces between words.
const RUN_OF_LETTERS: usize = 8;

/// One run in this many is sampled to find candidates.
const SAMPLED: u64 = 4;

/// Words after which a mark that nobody closes is forgotten.
const QUOTED_WORDS: usize = 80;

/// Words of a text that are read.
const WORDS: usize = 20_000;

/// The runs of words of one article's body.
pub(crate) struct Shingles {
    all: Vec<u64>,
    plain: Vec<u64>,
}

impl Shingles {
    /// Reads the body of `article`.
    pub(crate) fn of(article: &Article) -> Self {
        let text = article.text.as_str();
        Self::of_text(cut(text, article.body_start()..text.len()))
    }

    fn of_text(text: &str) -> Self {
        let read = read(text);
        let letters = read.iter().filter(|word| word.letter).count();
        let run = if letters * 2 > read.len() { RUN_OF_LETTERS } else { RUN };
        let mut all = Vec::with_capacity(read.len());
        let mut plain = Vec::with_capacity(read.len());
        for window in read.windows(run) {
            let bytes: Vec<u8> = window.iter().flat_map(|word| word.hash.to_le_bytes()).collect();
            let shingle = xxh3_64(&bytes);
            all.push(shingle);
            if window.iter().all(|word| !word.quoted) {
                plain.push(shingle);
            }
        }
        for list in [&mut all, &mut plain] {
            list.sort_unstable();
            list.dedup();
        }
        Self { all, plain }
    }

    /// All runs, sorted.
    pub(crate) fn all(&self) -> &[u64] {
        &self.all
    }

    /// The runs outside quotation marks, sorted.
    pub(crate) fn plain(&self) -> &[u64] {
        &self.plain
    }

    /// Some of the runs: the same ones in every text that has them.
    pub(crate) fn sample(&self) -> impl Iterator<Item = u64> + '_ {
        self.all.iter().copied().filter(|shingle| shingle.is_multiple_of(SAMPLED))
    }
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
    for word in words(text).take(WORDS) {
        quoted = match marks(cut(text, end..word.start)) {
            Some(true) => QUOTED_WORDS,
            Some(false) => 0,
            None => quoted.max(1) - 1,
        };
        end = word.end;
        let written = word.of(text);
        if let Some(spelled) = spelling::common(written) {
            let script = written.chars().next().and_then(Script::of);
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
