//! Words, as places in a text.

use crate::script::is_letter;
use parallax_model::cut;
use std::ops::Range;

/// One word: a run of letters and digits, or one Chinese, Japanese or Thai letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Byte offset of its first letter.
    pub start: usize,
    /// Byte offset one past its last.
    pub end: usize,
}

impl Word {
    /// The word as it stands in `text`.
    #[inline]
    pub fn of(self, text: &str) -> &str {
        cut(text, self.range())
    }

    /// Both offsets.
    #[inline]
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

/// The words of `text`, in order.
///
/// Apostrophes between letters belong to the word (`weren’t`, `Venezuela’s`);
/// hyphens do not; a point or comma between digits does (`1,200`, `3.25`).
/// Soft hyphens inside a word do not break it.
///
/// ```
/// use parallax_language::words;
/// let text = "The U.S. didn’t pay 1,200 drug-dealers.";
/// let found: Vec<&str> = words(text).map(|word| word.of(text)).collect();
/// assert_eq!(found, ["The", "U", "S", "didn’t", "pay", "1,200", "drug", "dealers"]);
/// ```
#[inline]
pub fn words(text: &str) -> impl Iterator<Item = Word> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let (start, first) = loop {
            let letter = letter_at(text, at)?;
            let start = at;
            at += letter.len_utf8();
            if is_word(letter) {
                break (start, letter);
            }
        };
        if stands_alone(first) {
            return Some(Word { start, end: at });
        }
        let mut last = first;
        while let Some(letter) = letter_at(text, at) {
            let after = at + letter.len_utf8();
            let joined = if is_word(letter) {
                !stands_alone(letter)
            } else {
                may_join(letter) && joins(last, letter, letter_at(text, after))
            };
            if !joined {
                break;
            }
            at = after;
            last = letter;
        }
        Some(Word { start, end: at })
    })
}

#[inline]
fn letter_at(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at)? {
        byte if byte.is_ascii() => Some(char::from(*byte)),
        _ => text.get(at..)?.chars().next(),
    }
}

#[inline]
fn is_word(letter: char) -> bool {
    match letter {
        '\0'..='\x7f' => letter.is_ascii_alphanumeric(),
        // What most texts are written in, and the marks they are set with.
        'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' | 'А'..='я' | 'Ѐ'..='Џ' | 'ѐ'..='џ' => true,
        '\u{2010}'..='\u{2027}' => false,
        _ => is_any_word(letter),
    }
}

fn is_any_word(letter: char) -> bool {
    is_letter(letter) || letter.is_numeric() || is_mark(letter)
}

/// Combining marks, which never start a word of their own in running text.
fn is_mark(letter: char) -> bool {
    matches!(u32::from(letter), 0x0300..=0x036F | 0x0591..=0x05C7 | 0x064B..=0x065F | 0x0670 | 0x0900..=0x0903 | 0x093A..=0x094F | 0x0981..=0x0983 | 0x09BC..=0x09CD | 0x0E31 | 0x0E34..=0x0E3A | 0x0E47..=0x0E4E)
}

/// Letters of scripts that put no spaces between words.
#[inline]
fn stands_alone(letter: char) -> bool {
    letter >= '\u{0E00}'
        && matches!(u32::from(letter), 0x2E80..=0x2FDF | 0x3005 | 0x3040..=0x30FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF | 0x0E00..=0x0E7F)
}

/// What may stand inside a word.
#[inline]
const fn may_join(letter: char) -> bool {
    matches!(letter, '\'' | '’' | 'ʼ' | '\u{00AD}' | '.' | ',')
}

fn joins(last: char, between: char, next: Option<char>) -> bool {
    let Some(next) = next else { return false };
    match between {
        '\'' | '’' | 'ʼ' | '\u{00AD}' => {
            last.is_alphabetic() && next.is_alphabetic() && !stands_alone(next)
        }
        '.' | ',' => last.is_ascii_digit() && next.is_ascii_digit(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn all(text: &str) -> Vec<&str> {
        words(text).map(|word| word.of(text)).collect()
    }

    #[test]
    fn chinese_letters_stand_alone() {
        assert_eq!(all("3月10日 ok"), ["3", "月", "10", "日", "ok"]);
    }

    #[test]
    fn a_closing_apostrophe_is_no_letter() {
        assert_eq!(all("the ‘cod wars’ ended"), ["the", "cod", "wars", "ended"]);
    }

    #[test]
    fn usual_letters_are_letters() {
        for letter in '\0'..=char::MAX {
            assert_eq!(is_word(letter), is_any_word(letter), "{letter}");
        }
    }

    proptest! {
        #[test]
        fn words_ascend_and_slice(text in "\\PC{0,60}") {
            let mut last = 0;
            for word in words(&text) {
                prop_assert!(last <= word.start && word.start < word.end);
                prop_assert!(text.get(word.range()).is_some());
                last = word.end;
            }
        }
    }
}
