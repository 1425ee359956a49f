//! Whether two amounts are one amount, told in other units, rounded, or hedged.

use parallax_language::WordTable;
use parallax_model::{Bound, Quantity};
use std::sync::LazyLock;

/// How two amounts of one sort compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fit {
    /// They can be one amount: equal, rounded, converted or hedged.
    Same,
    /// They are too far apart to be taken for one, but what bounds them does not rule it out:
    /// `more than 20` and `60`.
    Open,
    /// They cannot.
    Apart,
    /// They do not measure the same sort of thing.
    Unlike,
}

/// Unit to what it measures and how many thousandths of the base unit it is.
static UNITS: LazyLock<WordTable<(&'static str, i128)>> = LazyLock::new(|| {
    include_str!("../data/units.tsv")
        .lines()
        .filter(|row| !row.starts_with('#'))
        .filter_map(|row| {
            let mut fields = row.split('\t');
            let (unit, dimension) = (fields.next()?, fields.next()?);
            Some((unit.to_owned(), (dimension, fields.next()?.parse().ok()?)))
        })
        .collect()
});

/// An amount as a range of base units, in millionths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Range {
    low: i128,
    high: i128,
}

/// Compares two amounts.
pub(crate) fn compare(a: &Quantity, b: &Quantity) -> Fit {
    let (one_sort, unit_a, unit_b) = measures(a, b);
    if !one_sort {
        return Fit::Unlike;
    }
    let fine = |milli: i128, size: i128| times(last_digit(milli), size).unwrap_or(i128::MAX);
    let (fine_a, fine_b) = (fine(a.milli, unit_a), fine(b.milli, unit_b));
    let ours = range(a, unit_a, unit_a > unit_b, fine_a > fine_b);
    let theirs = range(b, unit_b, unit_b > unit_a, fine_b > fine_a);
    let Some((ours, theirs)) = ours.zip(theirs) else { return Fit::Unlike };
    if ours.meets(theirs) {
        Fit::Same
    } else if ours.opened(a.bound).meets(theirs.opened(b.bound)) {
        Fit::Open
    } else {
        Fit::Apart
    }
}

/// What a unit measures and its size; an unknown unit measures itself.
fn measure(unit: &str) -> (&str, i128) {
    let known = if unit.is_empty() { None } else { UNITS.get(unit) };
    known.copied().unwrap_or((unit, 1000))
}

/// Whether the units of two amounts measure one sort of thing, and their sizes: most are told in one unit.
fn measures(a: &Quantity, b: &Quantity) -> (bool, i128, i128) {
    let ours = measure(&a.unit);
    if a.unit == b.unit {
        return (true, ours.1, ours.1);
    }
    let theirs = measure(&b.unit);
    (ours.0 == theirs.0, ours.1, theirs.1)
}

/// What an amount measures, and how much of it in base units: equal for an hour and sixty minutes.
pub(crate) fn size(amount: &Quantity) -> (&str, i128) {
    let (dimension, size) = measure(&amount.unit);
    (dimension, amount.milli.saturating_mul(size))
}

/// Whether an amount is one of money: of a unit that measures nothing else.
pub(crate) fn is_money(amount: &Quantity) -> bool {
    const OTHERS: [&str; 5] = ["point", "degree", "knot", "watt", "litre"];
    let unit = amount.unit.as_str();
    let other = unit.contains(['/', '-']) || OTHERS.iter().any(|other| unit.ends_with(other));
    !unit.is_empty() && !other && UNITS.get(unit).is_none()
}

/// The product, where it is not too large; nearly all are of two small numbers, whose product is at hand.
fn times(one: i128, other: i128) -> Option<i128> {
    match (i64::try_from(one), i64::try_from(other)) {
        (Ok(one), Ok(other)) => Some(i128::from(one) * i128::from(other)),
        _ => one.checked_mul(other),
    }
}

/// How far beyond an amount that is bounded on one side the true one is looked for, in hundredths.
const BEYOND: i128 = 20;
/// How far an amount told with `about` may lie from the true one, in hundredths.
const ABOUT: i128 = 10;

/// The part of a unit that a larger one may be off by, in thousandths: `seven years` is not 78 months.
const COARSE: i128 = 300;

/// Half of a whole number, in thousandths: 2 percent may be 2.1.
const HALF: i128 = 499;

fn range(amount: &Quantity, size: i128, coarse: bool, rounder: bool) -> Option<Range> {
    let value = times(amount.milli, size)?;
    let top = amount.upper.map_or(Some(value), |upper| times(upper, size))?;
    // Of two figures that are told as finely, neither is the other rounded.
    let measured = !amount.unit.is_empty() && last_digit(amount.milli) == 1000;
    let rounded = match rounder {
        true if measured => rounding(amount.milli).max(HALF),
        true => rounding(amount.milli),
        false => 0,
    };
    let slack = times(rounded.max(if coarse { COARSE } else { 0 }), size)?;
    let mut range = Range { low: value.min(top) - slack, high: value.max(top) + slack };
    let share = |hundredths: i128| value.abs() / 100 * hundredths;
    match amount.bound {
        Bound::Exactly => {}
        Bound::About => {
            range.low -= share(ABOUT);
            range.high += share(ABOUT);
        }
        Bound::JustOver | Bound::AtLeast | Bound::MoreThan => range.high += share(BEYOND),
        Bound::Nearly | Bound::AtMost | Bound::LessThan => range.low -= share(BEYOND),
    }
    Some(range)
}

impl Range {
    const fn meets(self, other: Self) -> bool {
        self.low <= other.high && other.low <= self.high
    }

    /// The range without the end that `bound` leaves open.
    const fn opened(self, bound: Bound) -> Self {
        Self {
            low: if bound.is_open_below() { i128::MIN } else { self.low },
            high: if bound.is_open_above() { i128::MAX } else { self.high },
        }
    }
}

/// How far from the true number a round one may be: half its last digit, in thousandths.
///
/// Numbers below a hundred are taken at their word: `20` dead is not `18`.
fn rounding(milli: i128) -> i128 {
    const ROUND_FROM: i128 = 100_000;
    let digit = last_digit(milli);
    match milli.abs() {
        0 => 0,
        // 3.25 may be 3.248, 3.2 may be 3.24: but not a whole number.
        _ if digit < 1000 => digit / 2,
        size if size >= ROUND_FROM => digit / 2 - i128::from(digit <= 1000) * (digit / 2),
        _ => 0,
    }
}

/// What the last digit of a number that says something is worth, in thousandths.
fn last_digit(milli: i128) -> i128 {
    // Nearly all amounts are so small, and division is dear beyond.
    if let Ok(small) = u64::try_from(milli.unsigned_abs())
        && small <= u64::MAX / 10
    {
        let mut digit = 1;
        while small != 0 && small % (digit * 10) == 0 {
            digit *= 10;
        }
        return i128::from(digit);
    }
    let mut digit: i128 = 1;
    while digit < i128::MAX / 10 && milli % (digit * 10) == 0 {
        digit *= 10;
    }
    digit
}

/// Whether two amounts are so far apart that they hardly measure one thing.
pub(crate) fn far_apart(a: &Quantity, b: &Quantity) -> bool {
    /// No two accounts of one thing on the development stories differ so many times.
    const TIMES: i128 = 5;
    let (_, unit_a, unit_b) = measures(a, b);
    let size = |amount: &Quantity, unit: i128| {
        times(amount.milli, unit).unwrap_or_else(|| amount.milli.saturating_mul(unit)).abs()
    };
    let (ours, theirs) = (size(a, unit_a), size(b, unit_b));
    let (few, many) = (ours.min(theirs), ours.max(theirs));
    many > few.saturating_mul(TIMES)
}

#[cfg(test)]
mod tests {
    use super::*;
    use parallax_model::{PayloadRange, SourcedText};

    fn amount(words: &str, milli: i128, unit: &str) -> Quantity {
        let mut text = SourcedText::default();
        text.push(words, PayloadRange::new(0, words.len()));
        let span = text.span(0, words.len()).unwrap();
        let bounds = [
            ("about", Bound::About),
            ("nearly", Bound::Nearly),
            ("at least", Bound::AtLeast),
            ("more than", Bound::MoreThan),
            ("up to", Bound::AtMost),
            ("fewer than", Bound::LessThan),
        ];
        let bound = bounds.into_iter().find(|(word, _)| words.starts_with(word));
        Quantity {
            span,
            number: span,
            milli,
            upper: None,
            unit: unit.to_owned(),
            counted: String::new(),
            bound: bound.map_or(Bound::Exactly, |(_, bound)| bound),
        }
    }

    #[track_caller]
    fn check(a: (&str, i128, &str), b: (&str, i128, &str), fit: Fit) {
        let (ours, theirs) = (amount(a.0, a.1, a.2), amount(b.0, b.1, b.2));
        assert_eq!(compare(&ours, &theirs), fit, "{} / {}", a.0, b.0);
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
    fn a_bound_rules_out_only_what_is_beyond_it() {
        check(("at least 10", 10_000, ""), ("12", 12_000, ""), Fit::Same);
        check(("at least 10", 10_000, ""), ("30", 30_000, ""), Fit::Open);
        check(("more than 20", 20_000, ""), ("15", 15_000, ""), Fit::Apart);
        check(("up to 30", 30_000, ""), ("12", 12_000, ""), Fit::Open);
        check(("fewer than 30", 30_000, ""), ("45", 45_000, ""), Fit::Apart);
        check(("at least 10", 10_000, ""), ("more than 40", 40_000, ""), Fit::Open);
        check(("at least 40", 40_000, ""), ("up to 10", 10_000, ""), Fit::Apart);
        check(("nearly 30", 30_000, ""), ("12", 12_000, ""), Fit::Apart);
    }

    #[test]
    fn counts_are_taken_at_their_word() {
        check(("20", 20_000, ""), ("18", 18_000, ""), Fit::Apart);
        check(("300", 300_000, ""), ("450", 450_000, ""), Fit::Apart);
        check(("2.3", 2300, "percent"), ("1.8", 1800, "percent"), Fit::Apart);
        check(("2.3", 2300, "percent"), ("2.4", 2400, "percent"), Fit::Apart);
        check(("2", 2000, "percent"), ("2.1", 2100, "percent"), Fit::Same);
        check(("2", 2000, "percent"), ("3", 3000, "percent"), Fit::Apart);
        check(("seven years", 7000, "year"), ("78 months", 78_000, "month"), Fit::Apart);
    }

    #[test]
    fn two_currencies_are_no_one_amount() {
        check(("€3m", 3_000_000_000, "euro"), ("£3m", 3_000_000_000, "pound"), Fit::Unlike);
    }

    #[test]
    fn a_size_is_the_same_in_whatever_unit() {
        assert_eq!(size(&amount("2 hours", 2000, "hour")), size(&amount("120", 120_000, "minute")));
        assert_ne!(size(&amount("2 hours", 2000, "hour")), size(&amount("2 euros", 2000, "euro")));
    }
}
