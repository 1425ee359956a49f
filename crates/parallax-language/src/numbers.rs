//! Numbers in running text, as figures and as words, and the units they count.
//!
//! Values are whole thousandths, so that `3.25` and `3 1/4` are equal and
//! nothing depends on floating point. A number too large to hold is no number.

mod figures;
mod spelled;
mod units;
mod vocabulary;

pub use units::{base_unit, sign, unit};

use crate::{Language, Word, words};
use std::ops::Range;
use vocabulary::{Sense, Vocabulary};

/// One number as it stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// The figures or words, scale word included: `1.2 million`.
    pub range: Range<usize>,
    /// The value in thousandths.
    pub milli: i128,
    /// Whether it is written in words alone.
    pub spelled: bool,
}

/// The numbers of `text`, in order, none overlapping.
///
/// Ordinals, clock times, decades and numbers that are part of a name
/// (`F-16`, `G7`) are left out. Years and days of dates are not told from
/// other numbers.
///
/// ```
/// use parallax_language::{Language, numbers::numbers};
/// let value = |text| numbers(text, Language::ENGLISH).first().map(|number| number.milli);
/// assert_eq!(value("1.2bn euros"), Some(1_200_000_000_000));
/// assert_eq!(value("a dozen officers"), Some(12_000));
/// assert_eq!(value("3 1/4 per cent"), Some(3_250));
/// assert_eq!(value("the 21st floor"), None);
/// ```
pub fn numbers(text: &str, language: Language) -> Vec<Number> {
    let words: Vec<Word> = words(text).collect();
    let reader = Reader { text, words: &words, language, vocabulary: Vocabulary::of(language) };
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match reader.number_at(at) {
            Some((number, next)) => {
                found.push(number);
                at = next.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

/// A text cut into words, and what its language calls numbers.
struct Reader<'a> {
    text: &'a str,
    words: &'a [Word],
    language: Language,
    vocabulary: Vocabulary,
}

impl Reader<'_> {
    /// The number that starts at word `at`, and the word after it.
    fn number_at(&self, at: usize) -> Option<(Number, usize)> {
        let figures = self.word(at).starts_with(|letter: char| letter.is_ascii_digit());
        if figures { self.figures(at) } else { self.spelled(at) }
    }

    /// The word at index `at`, `""` past the end.
    fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.of(self.text))
    }

    fn sense(&self, at: usize) -> Option<Sense> {
        let word = self.word(at);
        if word.is_empty() { None } else { self.vocabulary.sense(word) }
    }

    /// What stands between word `at` and the one before it.
    fn gap_before(&self, at: usize) -> &str {
        let (Some(before), Some(word)) =
            (at.checked_sub(1).and_then(|before| self.words.get(before)), self.words.get(at))
        else {
            return "";
        };
        self.text.get(before.end..word.start).unwrap_or_default()
    }

    /// Whether word `at` follows the one before it with no more than a space or a hyphen between.
    fn adjoins(&self, at: usize) -> bool {
        let gap = self.gap_before(at);
        at < self.words.len() && (gap.is_empty() || gap == "-" || gap.chars().all(is_space))
    }

    fn number(&self, first: usize, end: usize, milli: i128, spelled: bool) -> Option<Number> {
        let start = self.words.get(first)?.start;
        Some(Number { range: start..end, milli, spelled })
    }
}

/// Spaces that may stand inside a number; a line break may not.
fn is_space(mark: char) -> bool {
    matches!(mark, ' ' | '\u{00A0}' | '\u{2009}' | '\u{202F}' | '\u{2007}')
}

#[cfg(test)]
mod tests;
