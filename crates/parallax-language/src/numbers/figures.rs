//! Numbers that start with digits.

use super::{Number, Reader, is_space, units, vocabulary::Sense};
use crate::{fold, is_stop_word};
use parallax_model::cut;
use std::sync::LazyLock;

/// Digits that still fit with any scale; longer runs are identifiers.
const MOST_DIGITS: usize = 18;

static METRE_WORDS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let table = include_str!("../../data/numbers/metre-words.txt");
    table.lines().filter(|line| !line.starts_with('#')).flat_map(|line| line.split(' ')).collect()
});

/// Languages that write a point before the decimals.
const POINT_LANGUAGES: &[&str] =
    &["en", "zh", "ja", "ko", "th", "he", "hi", "bn", "ta", "te", "sw", "und"];

/// An exact decimal: `mantissa / 10^decimals`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Decimal {
    mantissa: i128,
    decimals: u32,
}

impl Decimal {
    fn times(self, scale: i128) -> Option<Self> {
        Some(Self { mantissa: self.mantissa.checked_mul(scale)?, ..self })
    }

    fn milli(self) -> Option<i128> {
        Some(self.mantissa.checked_mul(1000)? / 10_i128.checked_pow(self.decimals)?)
    }
}

impl Reader<'_> {
    /// The number whose digits start at word `at`.
    pub(super) fn figures(&self, at: usize) -> Option<(Number, usize)> {
        let word = *self.words.get(at)?;
        if self.is_part_of_a_name(word.start) || self.is_part_of_a_time(word.start, word.end) {
            return None;
        }
        let (digits, rest) = split(word.of(self.text));
        let digits_end = word.start + digits.len();
        if let Some(denominator) = self.denominator(at) {
            let value = ratio(digits, self.word(at + 1)).filter(|_| rest.is_empty())?;
            let end = denominator;
            return Some((self.number(at, end, value, false)?, at + 2));
        }
        let mut value = decimal(digits, self.language.primary())?;
        let mut end = digits_end;
        let mut next = at + 1;
        if rest.is_empty() {
            (value, end, next) = self.groups(digits, value, end, next)?;
            if let Some((fraction, fraction_end)) = self.fraction(next) {
                let milli = value.milli()?.checked_add(fraction)?;
                return Some((self.number(at, fraction_end, milli, false)?, next + 2));
            }
        } else if let Some(scale) = self.attached_scale(rest, next) {
            value = value.times(scale)?;
            end = word.end;
        } else if let Some(milli) = vulgar(rest) {
            let milli = value.milli()?.checked_add(milli)?;
            return Some((self.number(at, word.end, milli, false)?, next));
        } else if !self.is_unit(rest) {
            return None;
        }
        if end == digits_end && !rest.is_empty() {
            return Some((self.number(at, end, value.milli()?, false)?, next));
        }
        (value, end, next) = self.scales(value, end, next)?;
        Some((self.number(at, end, value.milli()?, false)?, next))
    }

    /// `F-16`, `COVID-19`: letters and a hyphen lead up to the digits.
    fn is_part_of_a_name(&self, start: usize) -> bool {
        let mut before = cut(self.text, 0..start).chars().rev();
        match before.next() {
            Some('-' | '‑' | '_' | '/' | '#' | '@') => {
                before.next().is_some_and(char::is_alphanumeric)
                    && !before_is_number(cut(self.text, 0..start))
            }
            _ => false,
        }
    }

    /// `6:35`: digits and a colon on either side.
    fn is_part_of_a_time(&self, start: usize, end: usize) -> bool {
        let mut before = cut(self.text, 0..start).chars().rev();
        let mut after = cut(self.text, end..self.text.len()).chars();
        let digit = |mark: Option<char>| mark.is_some_and(|mark| mark.is_ascii_digit());
        (before.next() == Some(':') && digit(before.next()))
            || (after.next() == Some(':') && digit(after.next()))
    }

    /// Joins digits written in groups with spaces: `1 200 000`.
    fn groups(
        &self,
        digits: &str,
        mut value: Decimal,
        mut end: usize,
        mut next: usize,
    ) -> Option<(Decimal, usize, usize)> {
        if digits.len() > 3 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some((value, end, next));
        }
        while let Some(word) = self.words.get(next) {
            let group = word.of(self.text);
            let (figures, decimals) = group.split_once([',', '.']).unwrap_or((group, ""));
            let plain = figures.len() == 3 && all_digits(figures) && all_digits(decimals);
            if !plain || !self.joins_groups(next, figures) || decimals.len() == 3 {
                break;
            }
            let whole = value.mantissa.checked_mul(1000)?.checked_add(figures.parse().ok()?)?;
            value = Decimal { mantissa: whole, decimals: 0 };
            end = word.end;
            next += 1;
            if !decimals.is_empty() {
                let shift = u32::try_from(decimals.len()).ok()?;
                let whole = whole.checked_mul(10_i128.checked_pow(shift)?)?;
                let mantissa = whole.checked_add(decimals.parse().ok()?)?;
                value = Decimal { mantissa, decimals: shift };
                break;
            }
        }
        Some((value, end, next))
    }

    /// English prints a plain space between numbers too, so there only zeros join over one.
    fn joins_groups(&self, at: usize, figures: &str) -> bool {
        let gap = self.gap_before(at);
        let mut marks = gap.chars();
        match (marks.next(), marks.next()) {
            (Some(' '), None) => self.language.primary() != "en" || figures == "000",
            (Some(mark), None) => is_space(mark) || matches!(mark, '\'' | '’'),
            _ => false,
        }
    }

    /// The `1/4` of `3 1/4`: its thousandths and its end.
    fn fraction(&self, at: usize) -> Option<(i128, usize)> {
        let end = self.denominator(at).filter(|_| self.adjoins(at))?;
        Some((ratio(self.word(at), self.word(at + 1))?, end))
    }

    /// Where the word after `at` ends, if a slash alone stands between.
    fn denominator(&self, at: usize) -> Option<usize> {
        let below = self.words.get(at + 1).filter(|_| self.gap_before(at + 1) == "/")?;
        let plain = all_digits(below.of(self.text));
        let goes_on = cut(self.text, below.end..self.text.len()).starts_with(['/', '-']);
        (plain && !goes_on).then_some(below.end)
    }

    /// The scale written onto the digits: `m` in `€150m`.
    fn attached_scale(&self, rest: &str, next: usize) -> Option<i128> {
        match self.vocabulary.sense(rest)? {
            Sense::Scale(scale) => Some(scale),
            Sense::Suffix(scale) => (rest != "m" || !self.measures_length(next)).then_some(scale),
            _ => None,
        }
    }

    /// Whether the word at `next` speaks of a race or a depth: `100m freestyle`.
    fn measures_length(&self, next: usize) -> bool {
        self.adjoins(next) && METRE_WORDS.binary_search(&&*fold(self.word(next))).is_ok()
    }

    /// Multiplies by the scale words that follow: `7,100 million`, `1.2 mil millones`.
    fn scales(
        &self,
        mut value: Decimal,
        mut end: usize,
        mut next: usize,
    ) -> Option<(Decimal, usize, usize)> {
        while self.adjoins(next) {
            let scale = match self.sense(next) {
                Some(Sense::Scale(scale)) => scale,
                Some(Sense::Hundred) => 100,
                Some(Sense::Times(count)) => count,
                _ => break,
            };
            value = value.times(scale)?;
            end = self.words.get(next)?.end;
            next += 1;
        }
        Some((value, end, next))
    }

    fn is_unit(&self, rest: &str) -> bool {
        let folded = fold(rest);
        !is_stop_word(self.language, &folded) && units::unit(self.language, &[&folded]).is_some()
    }
}

/// Whether the text ends in digits and a hyphen, so that the hyphen means a range.
fn before_is_number(before: &str) -> bool {
    let digits = before.trim_end_matches(['-', '‑']);
    let word = digits.rfind(|mark: char| !mark.is_alphanumeric()).map_or(digits, |at| {
        let width = digits.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
        cut(digits, at + width..digits.len())
    });
    word.starts_with(|first: char| first.is_ascii_digit())
}

fn all_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Digits with their separators, and what is written onto them.
fn split(word: &str) -> (&str, &str) {
    let end = word
        .find(|mark: char| !mark.is_ascii_digit() && mark != ',' && mark != '.')
        .unwrap_or(word.len());
    word.split_at_checked(end).unwrap_or((word, ""))
}

fn ratio(above: &str, below: &str) -> Option<i128> {
    if above.len() > 2 || below.len() > 2 || !all_digits(above) || !all_digits(below) {
        return None;
    }
    let (above, below): (i128, i128) = (above.parse().ok()?, below.parse().ok()?);
    (0 < above && above < below && matches!(below, 2..=6 | 8 | 10 | 16))
        .then(|| above * 1000 / below)
}

fn vulgar(rest: &str) -> Option<i128> {
    Some(match rest {
        "½" => 500,
        "¼" => 250,
        "¾" => 750,
        "⅓" => 333,
        "⅔" => 666,
        "⅛" => 125,
        "⅕" => 200,
        _ => return None,
    })
}

/// Reads digits with separators as `language` writes them.
fn decimal(digits: &str, language: &str) -> Option<Decimal> {
    let separators: Vec<(usize, char)> =
        digits.char_indices().filter(|(_, mark)| !mark.is_ascii_digit()).collect();
    let decimals_at = match separators.as_slice() {
        [] => None,
        [(at, mark)] => (!groups_thousands(digits, *at, *mark, language)).then_some(*at),
        [.., (_, earlier), (last, mark)] => (earlier != mark).then_some(*last),
    };
    if separators.len() > 1 && !evenly_grouped(digits, decimals_at) {
        return None;
    }
    let whole: String = digits.chars().filter(char::is_ascii_digit).collect();
    if whole.len() > MOST_DIGITS {
        return None;
    }
    let decimals = decimals_at.map_or(0, |at| digits.len() - at - 1);
    Some(Decimal { mantissa: whole.parse().ok()?, decimals: u32::try_from(decimals).ok()? })
}

/// Whether three digits stand after every separator but the decimal one: no `10.02.2026`.
fn evenly_grouped(digits: &str, decimals_at: Option<usize>) -> bool {
    let whole = decimals_at.map_or(digits, |at| cut(digits, 0..at));
    whole.split([',', '.']).skip(1).all(|group| group.len() == 3)
}

/// Whether the only separator of `digits` stands between thousands.
fn groups_thousands(digits: &str, at: usize, mark: char, language: &str) -> bool {
    let three = digits.len() - at - 1 == 3 && (1..=3).contains(&at) && !digits.starts_with('0');
    let point = POINT_LANGUAGES.contains(&language);
    match mark {
        ',' => three && (point || language == "es"),
        _ => three && !point,
    }
}
