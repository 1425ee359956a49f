//! Numbers and amounts, with their units and what they count.
//!
//! Days, years, ages and clock times are no quantities; lengths of time are both a
//! timex and a quantity. A range is one quantity with an upper end, a score or
//! vote two.

mod bounds;
mod counted;
mod surroundings;
mod uncounted;

use parallax_language::{
    Language, Word,
    numbers::{Number, numbers},
    words,
};
use parallax_model::{Article, Bound, Precision, Quantity, Span, Timex};
use std::ops::Range;

/// The upper end of a range is at most so many times its lower end.
const WIDEST_RANGE: i128 = 10;

/// The quantities of `article`, in document order.
pub(crate) fn quantities(article: &Article, _sentences: &[Span], dates: &[Timex]) -> Vec<Quantity> {
    let language = Language::of_tag(&article.language).unwrap_or(Language::UNKNOWN);
    let mut found = Vec::new();
    let mut start = 0;
    let mut dates = dates;
    for text in article.text.as_str().split_inclusive('\n') {
        let end = start + text.len();
        let until = dates.partition_point(|date| date.span.start() < end);
        let (here, later) = dates.split_at(until);
        dates = later;
        let calendar = here.iter().filter(|date| date.precision != Precision::Duration);
        let taken: Vec<Range<usize>> = calendar
            .map(|date| date.span.start().saturating_sub(start)..date.span.end() - start)
            .collect();
        let line = Line { text, language, words: words(text).collect() };
        found.extend(line.amounts(&taken).into_iter().filter_map(|amount| {
            let span = |range: &Range<usize>| {
                article.text.span(start + range.start, start + range.end).ok()
            };
            Some(Quantity {
                span: span(&amount.range)?,
                number: span(&amount.number)?,
                milli: amount.milli,
                upper: amount.upper,
                unit: amount.unit.to_owned(),
                counted: amount.counted,
                bound: amount.bound,
            })
        }));
        start = end;
    }
    found
}

/// One line of an article, in words.
struct Line<'a> {
    text: &'a str,
    language: Language,
    words: Vec<Word>,
}

/// A quantity by its bytes in the line.
struct Amount {
    range: Range<usize>,
    number: Range<usize>,
    milli: i128,
    upper: Option<i128>,
    unit: &'static str,
    counted: String,
    bound: Bound,
}

impl Line<'_> {
    /// The amounts of the line, without the numbers of dates in `taken`.
    fn amounts(&self, taken: &[Range<usize>]) -> Vec<Amount> {
        let numbers = self.free_numbers(taken);
        let mut amounts = Vec::new();
        let mut at = 0;
        while let Some(number) = numbers.get(at) {
            let next = numbers.get(at + 1);
            let lower = next.and_then(|upper| self.lower_end(number, upper));
            let upper = next.filter(|_| lower.is_some());
            let number = Number { milli: lower.unwrap_or(number.milli), ..number.clone() };
            let nothing = |number: &Number| self.counts_nothing(number);
            let counts = !nothing(&number) && !upper.is_some_and(nothing);
            if let Some(amount) = self.amount(&number, upper).filter(|_| counts) {
                amounts.push(amount);
            }
            at += 1 + usize::from(upper.is_some());
        }
        amounts
    }

    fn free_numbers(&self, taken: &[Range<usize>]) -> Vec<Number> {
        let in_date = |number: &Number| {
            let at = taken.partition_point(|date| date.end <= number.range.start);
            taken.get(at).is_some_and(|date| date.start < number.range.end)
        };
        let mut found = numbers(self.text, self.language);
        found.retain(|number| !in_date(number));
        found
    }

    fn amount(&self, number: &Number, upper: Option<&Number>) -> Option<Amount> {
        let last = upper.unwrap_or(number);
        let digits = number.range.start..last.range.end;
        let sign = self.sign_before(number.range.start);
        let behind = self.bound_behind(last.range.end, 0);
        // What is counted stands behind `or more`.
        let told_end = behind.map_or(last.range.end, |(_, end)| end);
        let told = Number { range: last.range.start..told_end, ..last.clone() };
        let (unit, unit_end) = self.unit_after(&told).unwrap_or(("", told_end));
        let (unit, end) = match sign {
            Some((currency, _)) => (currency, told_end),
            None => (unit, unit_end),
        };
        let behind = behind.or_else(|| self.bound_behind(end, bounds::LETTERS_BETWEEN));
        let start = sign.map_or(number.range.start, |(_, start)| start);
        let before = self.bound_before(start).filter(|_| !self.leads_to(start, upper.is_some()));
        let (bound, start) = match (before, behind) {
            // `from 20 to 30`, in languages whose `from` is also `at least`.
            (Some((Bound::AtLeast, from)), _) if upper.is_some() => (Bound::Exactly, from),
            (Some(before), _) => before,
            (None, Some((bound, _))) => (bound, start),
            (None, None) => (Bound::Exactly, start),
        };
        let counted = self.counted(number, &told, unit, end);
        let meant = !unit.is_empty() || !counted.is_empty() || self.stands_for_itself(number);
        meant.then(|| Amount {
            range: start..end.max(behind.map_or(end, |(_, end)| end)),
            number: digits,
            milli: number.milli,
            upper: upper.map(|upper| upper.milli),
            unit,
            counted,
            bound,
        })
    }

    /// A bare `one` or a year that was read as no date says too little.
    fn stands_for_itself(&self, number: &Number) -> bool {
        let raw = self.text.get(number.range.clone()).unwrap_or_default();
        let year = raw.len() == 4 && raw.bytes().all(|byte| byte.is_ascii_digit());
        let one = number.spelled && number.milli == 1000;
        !year && !one
    }

    /// The lower end, in thousandths, where `high` is the upper end of `low`: `two to three`,
    /// `10-15`, `2 to 3 million`.
    fn lower_end(&self, low: &Number, high: &Number) -> Option<i128> {
        let gap = self.text.get(low.range.end..high.range.start)?;
        let linked = match gap.trim() {
            "-" | "–" | "—" => {
                self.unit_after(high).is_some() || !self.noun_after(high).is_empty()
            }
            "to" | "or" | "до" | "a" | "bis" | "à" => !self.follows_from(low.range.start),
            "and" | "и" | "y" | "und" | "et" => self.follows_between(low.range.start),
            _ => false,
        };
        let sign = self.sign_before(low.range.start).map(|(unit, _)| unit);
        let unit = self.unit_after(high).map(|(unit, _)| unit);
        if sign.is_some() && unit.is_some() && sign != unit {
            return None;
        }
        let near =
            |lower: &i128| *lower < high.milli && lower.saturating_mul(WIDEST_RANGE) >= high.milli;
        let same_scale = || low.milli.checked_mul(self.scale(high)?);
        Some(low.milli).filter(near).or_else(|| same_scale().filter(near)).filter(|_| linked)
    }

    /// What the scale words of `number` multiply its figures by.
    fn scale(&self, number: &Number) -> Option<i128> {
        let raw = self.text.get(number.range.clone())?;
        let end = raw.find(|mark: char| !mark.is_ascii_digit() && mark != '.' && mark != ',')?;
        let figures = numbers(raw.get(..end)?, self.language);
        number.milli.checked_div(figures.first()?.milli)
    }

    /// Index of the first word that starts at or after byte `at`.
    fn word_from(&self, at: usize) -> usize {
        self.words.partition_point(|word| word.start < at)
    }

    fn raw(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.of(self.text))
    }

    /// What stands between byte `from` and word `at`.
    fn gap_to(&self, from: usize, at: usize) -> Option<&str> {
        self.text.get(from..self.words.get(at)?.start)
    }
}

#[cfg(test)]
mod tests;
