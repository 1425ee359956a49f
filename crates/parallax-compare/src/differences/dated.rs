//! Which days two dates can be, as far as they are given and not only guessed.

use crate::scene::Scene;
use jiff::{Span, civil::Date};
use parallax_language::{calendar, fold, words};
use parallax_model::{Precision, Timex};

/// A date and the line it stands in.
pub(super) type Dated<'a> = (usize, &'a Timex);

/// What the words of a date name.
#[derive(Clone, Copy, Default)]
struct Named {
    digits: bool,
    weekday: bool,
    month: bool,
}

fn named(scene: &Scene<'_>, (line, date): Dated<'_>) -> Named {
    let account = scene.account(line);
    let text = account.words(date.span);
    let mut named = Named::default();
    for word in words(text).map(|word| fold(word.of(text))) {
        named.digits |= word.contains(|letter: char| letter.is_ascii_digit());
        named.weekday |= calendar::weekday(account.language, &word).is_some();
        named.month |= calendar::month(account.language, &word).is_some();
    }
    named
}

/// Whether a date is named by its place in the calendar, not told from the day of writing: that day is
/// the page's word, and a report may be older than its page.
pub(super) fn is_of_calendar(scene: &Scene<'_>, date: Dated<'_>) -> bool {
    let named = named(scene, date);
    named.digits || named.weekday || named.month
}

/// Whether a date is more than an hour of the day.
pub(super) fn is_of_day(scene: &Scene<'_>, date: Dated<'_>) -> bool {
    let named = named(scene, date);
    date.1.precision != Precision::Time || named.weekday || named.month
}

/// Whether a date is a day of the week and no more: which week is only guessed.
pub(super) fn is_weekday(scene: &Scene<'_>, date: Dated<'_>) -> bool {
    let named = named(scene, date);
    named.weekday && !named.digits && !named.month
}

/// The day of a date that has one.
fn day(date: &Timex) -> Option<Date> {
    date.value.get(..10)?.parse().ok()
}

/// Days between two dates; between days of the week as few as that can be.
fn gap(scene: &Scene<'_>, a: Dated<'_>, b: Dated<'_>) -> Option<i32> {
    let days = day(a.1)?.since(day(b.1)?).ok()?.get_days().abs();
    let weekly = is_weekday(scene, a) || is_weekday(scene, b);
    Some(if weekly { (days % 7).min(7 - days % 7) } else { days })
}

/// Whether two dates are neighbouring days.
pub(super) fn are_next(scene: &Scene<'_>, a: Dated<'_>, b: Dated<'_>) -> bool {
    gap(scene, a, b) == Some(1)
}

/// Whether two dates can be one.
///
/// Neighbouring days are one day in two zones, or before and after midnight; an hour of the day is of any day.
pub(super) fn can_be_one(scene: &Scene<'_>, a: Dated<'_>, b: Dated<'_>) -> bool {
    if !is_of_day(scene, a) || !is_of_day(scene, b) {
        return true;
    }
    let near = gap(scene, a, b).is_some_and(|days| days <= 1);
    near || may_be_one(value(a.1), value(b.1), 1) || same_but_year(scene, a, b)
}

/// Whether two dates are one as they are told: neighbouring days are not.
pub(super) fn are_told_as_one(scene: &Scene<'_>, a: Dated<'_>, b: Dated<'_>) -> bool {
    let same = gap(scene, a, b).is_some_and(|days| days == 0);
    same || may_be_one(value(a.1), value(b.1), 0) || same_but_year(scene, a, b)
}

/// The value of a date without the time of day.
fn value(date: &Timex) -> &str {
    match date.precision {
        Precision::Time => date.value.get(..10).unwrap_or(&date.value),
        _ => &date.value,
    }
}

/// Whether two values can be one day: they overlap or lie within `apart` days of each other.
///
/// Values without days, such as lengths of time, are never told apart.
fn may_be_one(a: &str, b: &str, apart: i64) -> bool {
    let (Some(ours), Some(theirs)) = (calendar::days(a), calendar::days(b)) else { return true };
    let slack = Span::new().days(apart);
    let last = |date: Date| date.checked_add(slack).unwrap_or(date);
    ours.0 <= last(theirs.1) && theirs.0 <= last(ours.1)
}

/// Whether two dates are one day of the year, or one a day of the month that the other is, and the year of one of them is only guessed.
fn same_but_year(scene: &Scene<'_>, (a, x): Dated<'_>, (b, y): Dated<'_>) -> bool {
    let guessed = |line: usize, date: &Timex| {
        let year = date.value.get(..4).unwrap_or_default();
        !scene.account(line).words(date.span).contains(year)
    };
    let (Some(ours), Some(theirs)) = (value(x).get(4..), value(y).get(4..)) else { return false };
    let months = !ours.is_empty() && !theirs.is_empty();
    let within = ours == theirs || months && (ours.starts_with(theirs) || theirs.starts_with(ours));
    within && (guessed(a, x) || guessed(b, y))
}

#[cfg(test)]
mod tests {
    use super::may_be_one;

    #[test]
    fn a_month_may_be_a_day_in_it() {
        assert!(may_be_one("2026-01", "2026-01-03", 0));
        assert!(may_be_one("2026-01-03", "2026-01-04", 1));
        assert!(!may_be_one("2026-01-03", "2026-01-13", 1));
        assert!(!may_be_one("1898", "1889", 1));
    }
}
