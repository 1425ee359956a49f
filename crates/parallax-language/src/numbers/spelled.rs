//! Numbers in words.

use super::{Number, Reader, vocabulary::Sense};
use crate::{fold, is_stop_word};

/// One whole, in thousandths.
const ONE: i128 = 1000;

/// Where reading has come to: the value so far, and the next word.
#[derive(Clone, Copy)]
struct Read {
    milli: i128,
    next: usize,
}

impl Reader<'_> {
    /// The number whose words start at word `at`.
    pub(super) fn spelled(&self, at: usize) -> Option<(Number, usize)> {
        // Most words are none of a number.
        self.sense(at)?;
        let read = self.opened_by_article(at).or_else(|| self.words_from(at))?;
        if self.is_pronoun(at, read) {
            return None;
        }
        let end = self.words.get(read.next.checked_sub(1)?)?.end;
        Some((self.number(at, end, read.milli, true)?, read.next))
    }

    /// `a dozen`, `a million`, `a third`, `half a million`.
    fn opened_by_article(&self, at: usize) -> Option<Read> {
        let article = self.vocabulary.is_article(self.word(at));
        if !article || !self.adjoins(at + 1) {
            return None;
        }
        let next = at + 1;
        match self.sense(next)? {
            Sense::Hundred | Sense::Scale(_) => self.words_from_group(next),
            Sense::Times(count) => Some(Read { milli: count * ONE, next: next + 1 }),
            Sense::Half => Some(Read { milli: ONE / 2, next: next + 1 }),
            Sense::Part(below) => {
                self.is_fraction(next).then(|| Read { milli: ONE / below, next: next + 1 })
            }
            Sense::Parts(below) => Some(Read { milli: ONE / below, next: next + 1 }),
            _ => None,
        }
    }

    fn words_from(&self, at: usize) -> Option<Read> {
        match self.sense(at)? {
            Sense::Small(_) => self.words_from_group(at),
            Sense::Half => self.half(at),
            Sense::Mixed(milli) => self.scaled(Read { milli, next: at + 1 }),
            Sense::Parts(below) if self.language.primary() == "ru" => {
                Some(Read { milli: ONE / below, next: at + 1 })
            }
            Sense::Scale(_) if self.scale_stands_alone(at) => self.words_from_group(at),
            Sense::Times(count) if self.language.primary() == "ru" => {
                Some(Read { milli: count * ONE, next: at + 1 })
            }
            _ => None,
        }
    }

    /// Spanish `mil` and Russian `тысяча` need no `one`; English `million` does.
    fn scale_stands_alone(&self, at: usize) -> bool {
        let word = fold(self.word(at));
        matches!(word.as_str(), "mil" | "mille" | "bin" | "тысяча" | "тысячу" | "миллион")
            && self.language.primary() != "en"
    }

    /// `half`, `half a million`, `half a dozen`.
    fn half(&self, at: usize) -> Option<Read> {
        let follows = fold(self.word(at + 1));
        let counted = self.language.primary() != "en" || HALF_OF.contains(&follows.as_str());
        let alone = counted.then_some(Read { milli: ONE / 2, next: at + 1 });
        let article = self.adjoins(at + 1) && self.vocabulary.is_article(self.word(at + 1));
        let of = if article { at + 2 } else { at + 1 };
        if !self.adjoins(of) {
            return alone;
        }
        match self.sense(of) {
            Some(Sense::Scale(scale)) => Some(Read { milli: scale * ONE / 2, next: of + 1 }),
            Some(Sense::Times(count)) => Some(Read { milli: count * ONE / 2, next: of + 1 }),
            _ => alone,
        }
    }

    /// Groups and scales: `two hundred and forty-one thousand`.
    fn words_from_group(&self, at: usize) -> Option<Read> {
        let (mut total, mut group) = (0_i128, 0_i128);
        let mut next = at;
        let mut empty = true;
        let mut least_scale = i128::MAX;
        while next < self.words.len() && (next == at || self.adjoins(next)) {
            match self.sense(next) {
                Some(Sense::Small(value)) if empty || adds(group, value) => group += value,
                Some(Sense::Hundred) if group < 100 => group = group.max(1) * 100,
                Some(Sense::Times(count)) if group > 0 => {
                    let milli = group.checked_mul(count)?.checked_mul(ONE)?;
                    return Some(Read { milli, next: next + 1 });
                }
                Some(Sense::Scale(scale)) if scale < least_scale => {
                    total = total.checked_add(group.max(1).checked_mul(scale)?)?;
                    group = 0;
                    least_scale = scale;
                }
                Some(Sense::Scale(scale)) if group == 0 => {
                    total = total.checked_mul(scale)?;
                    least_scale = scale;
                }
                Some(Sense::And) if self.and_joins(next, group) => {}
                _ => break,
            }
            empty = false;
            next += 1;
        }
        if empty {
            return None;
        }
        let whole = total.checked_add(group)?;
        let read = Read { milli: whole.checked_mul(ONE)?, next };
        self.with_fraction(whole, read)
    }

    /// Whether `and` goes on with the same number: `one hundred and five`, `treinta y uno`.
    fn and_joins(&self, at: usize, group: i128) -> bool {
        let joined = match self.language.primary() {
            "en" => group % 100 == 0,
            "es" | "fr" => group % 10 == 0 && group % 100 >= 20,
            "pt" => group > 0,
            _ => false,
        };
        let Some(Sense::Small(value)) = self.sense(at + 1) else { return false };
        joined
            && self.adjoins(at + 1)
            && adds(group, value)
            && (group > 0 || value < 100)
            && self.hundreds_before(at, group)
    }

    /// `thirty million and five people` counts two things; `a hundred and five people` one.
    fn hundreds_before(&self, at: usize, group: i128) -> bool {
        group > 0
            || at.checked_sub(1).is_some_and(
                |before| matches!(self.sense(before), Some(Sense::Scale(scale)) if scale == 1000),
            )
    }

    /// `two thirds`, `six and a half`, `two and a half million`.
    fn with_fraction(&self, whole: i128, read: Read) -> Option<Read> {
        if !self.adjoins(read.next) {
            return Some(read);
        }
        match self.sense(read.next) {
            Some(Sense::Parts(below)) if whole < 100 => {
                Some(Read { milli: whole * ONE / below, next: read.next + 1 })
            }
            Some(Sense::Part(below)) if whole == 1 && self.is_fraction(read.next) => {
                Some(Read { milli: ONE / below, next: read.next + 1 })
            }
            Some(Sense::And) => match self.fraction_after_and(read.next + 1) {
                Some((fraction, next)) => {
                    self.scaled(Read { milli: read.milli.checked_add(fraction)?, next })
                }
                None => Some(read),
            },
            _ => Some(read),
        }
    }

    /// `a half`, `three quarters`, `половиной`.
    fn fraction_after_and(&self, at: usize) -> Option<(i128, usize)> {
        let article = self.vocabulary.is_article(self.word(at));
        let (count, at) = match self.sense(at) {
            Some(Sense::Small(count @ 1..=9)) if !article => (count, at + 1),
            _ => (1, if article { at + 1 } else { at }),
        };
        let whole = match self.sense(at)? {
            Sense::Half => 2,
            Sense::Part(below) | Sense::Parts(below) => below,
            _ => return None,
        };
        self.adjoins(at).then_some((count * ONE / whole, at + 1))
    }

    fn scaled(&self, read: Read) -> Option<Read> {
        match self.sense(read.next) {
            Some(Sense::Scale(scale)) if self.adjoins(read.next) => {
                Some(Read { milli: read.milli.checked_mul(scale)?, next: read.next + 1 })
            }
            _ => Some(read),
        }
    }

    /// Whether `third` at word `at` is a fraction and no ordinal: no noun follows it.
    fn is_fraction(&self, at: usize) -> bool {
        let Some(word) = self.words.get(at + 1) else { return true };
        let gap = self.gap_before(at + 1);
        let folded = fold(word.of(self.text));
        gap.chars().any(|mark| !is_plain_gap(mark)) || is_stop_word(self.language, &folded)
    }

    /// The `one` of `no one` and `this one` counts nothing.
    fn is_pronoun(&self, at: usize, read: Read) -> bool {
        if read.milli != ONE || read.next != at + 1 {
            return false;
        }
        let before = at.checked_sub(1).map(|before| fold(self.word(before))).unwrap_or_default();
        let adjoins = at > 0 && self.adjoins(at);
        adjoins && PRONOUN_BEFORE.contains(&before.as_str())
    }
}

/// Words after a `half` that is a share and no `half empty`, `half time`, `first half`.
const HALF_OF: &[&str] = &["of", "the", "a", "an", "its", "their", "his", "her", "our", "all"];

/// Words before `one` that make it a pronoun.
const PRONOUN_BEFORE: &[&str] =
    &["no", "every", "any", "some", "this", "that", "the", "each", "another", "which", "a", "such"];

fn is_plain_gap(mark: char) -> bool {
    super::is_space(mark) || mark == '-'
}

/// Whether `value` can follow `group`: units after tens, anything below a hundred after hundreds.
fn adds(group: i128, value: i128) -> bool {
    if group == 0 {
        return value > 0;
    }
    let after_tens = group % 10 == 0 && group % 100 >= 20 && value < 10;
    let after_hundreds = group % 100 == 0 && value < 100;
    value > 0 && (after_tens || after_hundreds)
}
