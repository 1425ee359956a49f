//! Whether two amounts are one amount, told in other units, rounded, or hedged.

use crate::lists::{self, Words};
use parallax_model::{Quantity, cut};
use std::{collections::BTreeMap, sync::LazyLock};

/// How two amounts of one sort compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fit {
    /// They can be one amount: equal, rounded, converted or hedged.
    Same,
    /// They cannot.
    Apart,
    /// They do not measure the same sort of thing.
    Unlike,
}

/// Unit to what it measures and how many thousandths of the base unit it is.
static UNITS: LazyLock<BTreeMap<&'static str, (&'static str, i128)>> = LazyLock::new(|| {
    include_str!("../data/units.tsv")
        .lines()
        .filter(|row| !row.starts_with('#'))
        .filter_map(|row| {
            let mut fields = row.split('\t');
            let (unit, dimension) = (fields.next()?, fields.next()?);
            Some((unit, (dimension, fields.next()?.parse().ok()?)))
        })
        .collect()
});

/// An amount as a range of base units, in millionths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Range {
    low: i128,
    high: i128,
}

/// Compares two amounts; `words` are the amount's words with its hedge.
pub(crate) fn compare(a: (&Quantity, &str), b: (&Quantity, &str)) -> Fit {
    let (unit_a, unit_b) = (measure(&a.0.unit), measure(&b.0.unit));
    if unit_a.0 != unit_b.0 {
        return Fit::Unlike;
    }
    let (ours, theirs) =
        (range(a, unit_a.1, unit_a.1 > unit_b.1), range(b, unit_b.1, unit_b.1 > unit_a.1));
    match (ours, theirs) {
        (Some(ours), Some(theirs)) if ours.low <= theirs.high && theirs.low <= ours.high => {
            Fit::Same
        }
        (Some(_), Some(_)) => Fit::Apart,
        _ => Fit::Unlike,
    }
}

/// What a unit measures and its size; an unknown unit measures itself.
fn measure(unit: &str) -> (&str, i128) {
    UNITS.get(unit).copied().unwrap_or((unit, 1000))
}

/// Hedges that put the true amount on one side.
static BELOW: Words = Words::new(|| lists::words("below"));
static ABOVE: Words = Words::new(|| lists::words("above"));
/// How far beyond such an amount the true one may lie, in hundredths.
const BEYOND: i128 = 20;
/// How far an amount told with `about` may lie from the true one, in hundredths.
const ABOUT: i128 = 10;

fn range((amount, words): (&Quantity, &str), size: i128, coarse: bool) -> Option<Range> {
    let value = amount.milli.checked_mul(size)?;
    let top = amount.upper.map_or(Some(value), |upper| upper.checked_mul(size))?;
    let slack = rounding(amount.milli).max(if coarse { 499 } else { 0 }).checked_mul(size)?;
    let mut range = Range { low: value.min(top) - slack, high: value.max(top) + slack };
    let lower = words.to_lowercase();
    let hedged = |hedges: &[&str]| hedges.iter().any(|hedge| lower.contains(hedge));
    let share = |hundredths: i128| value.abs() / 100 * hundredths;
    if is_least(words) {
        range.high += share(BEYOND);
    } else if hedged(&BELOW) {
        range.low -= share(BEYOND);
    } else if amount.approximate {
        range.low -= share(ABOUT);
        range.high += share(ABOUT);
    }
    Some(range)
}

/// Whether an amount is told as one that the true one is not below.
pub(crate) fn is_least(words: &str) -> bool {
    let lower = words.to_lowercase();
    ABOVE.iter().any(|hedge| lower.contains(hedge))
}

/// How far from the true number a round one may be: half its last digit, in thousandths.
///
/// Numbers below a hundred are taken at their word: `20` dead is not `18`.
fn rounding(milli: i128) -> i128 {
    const ROUND_FROM: i128 = 100_000;
    if milli == 0 {
        return 0;
    }
    let mut digit: i128 = 1;
    while milli % (digit * 10) == 0 && digit < milli.abs() {
        digit *= 10;
    }
    match milli.abs() {
        // 3.25 may be 3.248, 3.2 may be 3.24: but not a whole number.
        _ if digit < 1000 => digit / 2,
        size if size >= ROUND_FROM => digit / 2 - i128::from(digit <= 1000) * (digit / 2),
        _ => 0,
    }
}

/// Whether two amounts are so far apart that they hardly measure one thing.
pub(crate) fn far_apart(a: &Quantity, b: &Quantity) -> bool {
    /// No two accounts of one thing on the development stories differ so many times.
    const TIMES: i128 = 5;
    let size = |amount: &Quantity| amount.milli.saturating_mul(measure(&amount.unit).1).abs();
    let (few, many) = (size(a).min(size(b)), size(a).max(size(b)));
    many > few.saturating_mul(TIMES)
}

/// The words of an amount in its text.
pub(crate) fn words_of<'a>(text: &'a str, amount: &Quantity) -> &'a str {
    cut(text, amount.span.range())
}

#[cfg(test)]
mod tests {
    use super::*;
    use parallax_model::{PayloadRange, SourcedText};

    fn amount(words: &str, milli: i128, unit: &str) -> Quantity {
        let mut text = SourcedText::default();
        text.push(words, PayloadRange::new(0, words.len()));
        let span = text.span(0, words.len()).unwrap();
        let approximate = words.starts_with("about");
        Quantity {
            span,
            number: span,
            milli,
            upper: None,
            unit: unit.to_owned(),
            counted: String::new(),
            approximate,
        }
    }

    #[track_caller]
    fn check(a: (&str, i128, &str), b: (&str, i128, &str), fit: Fit) {
        let (ours, theirs) = (amount(a.0, a.1, a.2), amount(b.0, b.1, b.2));
        assert_eq!(compare((&ours, a.0), (&theirs, b.0)), fit, "{} / {}", a.0, b.0);
    }

    #[test]
    fn hedged_and_converted_amounts_are_one() {
        check(("nearly three hours", 3000, "hour"), ("170 minutes", 170_000, "minute"), Fit::Same);
        check(("90 minutes", 90_000, "minute"), ("an hour and a half", 1500, "hour"), Fit::Same);
        check(("1.3m", 1_300_000_000, "tonne"), ("1,310,000", 1_310_000_000, "tonne"), Fit::Same);
        check(("50,000", 50_000_000, ""), ("49,876", 49_876_000, ""), Fit::Same);
        check(("about 400", 400_000, ""), ("420", 420_000, ""), Fit::Same);
    }

    #[test]
    fn counts_are_taken_at_their_word() {
        check(("20", 20_000, ""), ("18", 18_000, ""), Fit::Apart);
        check(("300", 300_000, ""), ("450", 450_000, ""), Fit::Apart);
        check(("2.3", 2300, "percent"), ("1.8", 1800, "percent"), Fit::Apart);
    }

    #[test]
    fn two_currencies_are_no_one_amount() {
        check(("€3m", 3_000_000_000, "euro"), ("£3m", 3_000_000_000, "pound"), Fit::Unlike);
    }
}
