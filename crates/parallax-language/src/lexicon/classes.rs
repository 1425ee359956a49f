//! Classes of words that are used alike, read where they lie.

use crate::{Language, sequence::hash};

/// What a word is used like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordClass {
    /// One of some two hundred classes, from 1 on.
    pub fine: u8,
    /// One of some forty, from 1 on.
    pub coarse: u8,
}

/// The class of a word in small letters, among words that are used alike; told by word vectors.
/// Known for English alone.
///
/// ```
/// use parallax_language::{Language, lexicon::class};
/// let en = Language::ENGLISH;
/// assert_eq!(class(en, "monday"), class(en, "tuesday"));
/// assert_eq!(class(en, "qwrtzp"), None);
/// ```
pub fn class(language: Language, word: &str) -> Option<WordClass> {
    if language != Language::ENGLISH {
        return None;
    }
    let table: &[u8] = include_bytes!("../../data/lexicon/classes-en.bin");
    let bits = u32::from(*table.first()?).min(24);
    let (groups, slots) = table.get(1..)?.split_at_checked(CLASSES)?;
    let number = hash(word);
    let [low, high, ..] = number.rotate_right(bits).to_le_bytes();
    let mark = u16::from_le_bytes([low, high]).max(1).to_le_bytes();
    let mut at = usize::try_from(number & ((1 << bits) - 1)).ok()?;
    for _ in 0..LONGEST_WALK {
        let slot = slots.get(3 * at..3 * at + 3)?;
        if slot.starts_with(&[0, 0]) {
            return None;
        }
        if slot.starts_with(&mark) {
            let fine = *slot.get(2)?;
            let coarse = *groups.get(usize::from(fine).checked_sub(1)?)?;
            return Some(WordClass { fine, coarse });
        }
        at = (at + 1) & ((1 << bits) - 1);
    }
    None
}

/// How many classes there are.
const CLASSES: usize = 255;

/// Most slots tried for one word; the tables are two thirds full.
const LONGEST_WALK: usize = 64;
