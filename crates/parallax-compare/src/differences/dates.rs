//! Days for one event that cannot be one day.

use super::{
    Found, Value,
    candidates::{self, Own},
    counting, gather, line_pairs, nature, odds, slot,
};
use crate::{
    likeness::likeness,
    lists::{self, Words},
    scene::{Scene, Token},
};
use jiff::{Span, civil::Date};
use parallax_language::calendar::days;
use parallax_model::{DifferenceKind, Precision, Timex, TimexKind};

/// What the worth of the words that stand around two dates and the likeness of
/// their sentences must come to, multiplied, in millionths.
///
/// Chosen on the development stories and on real news, for few false differences.
const SLOT: u32 = 500_000;
/// The worth of those of the words that are no names, in thousandths.
const DEEDS: u32 = 700;

/// The logarithm of the odds, in thousandths, below which two dates are left alone, and from which they are
/// of one thing though few words fit. Chosen on real news.
const LEAST_ODDS: i64 = 0;
const SURE_ODDS: i64 = 1500;

/// The likeness, in thousandths, from which two sentences tell of one event and not of what came of it.
const ONE_EVENT: u32 = 330;

/// The differences between dates in one claim.
pub(super) fn find(scene: &Scene<'_>, draft: &[usize]) -> Vec<Found> {
    let mut apart = Vec::new();
    for (a, b) in line_pairs(scene, draft) {
        apart.extend(pair(scene, a, b));
    }
    let sets = gather(apart).into_iter();
    sets.map(|values| Found {
        kind: DifferenceKind::Date,
        nature: nature::of_dates(scene, &values),
        values,
    })
    .collect()
}

/// The dates of a line that name a day, a month or a year.
fn dates<'a>(scene: &'a Scene<'_>, line: usize) -> Vec<&'a Timex> {
    let all = &scene.account(line).notes.dates;
    let own = scene.lines[line].dates.iter().filter_map(|&at| all.get(at));
    // A range is no one date: whether two of them can both be so, their ends do not tell.
    own.filter(|date| date.kind != TimexKind::Range)
        .filter(|date| {
            matches!(date.precision, Precision::Day | Precision::Month | Precision::Year)
        })
        .filter(|date| !is_of_dateline(scene, line, date))
        .collect()
}

/// Whether a date stands in the words before a report: `HARROW, Aug 2 —`.
fn is_of_dateline(scene: &Scene<'_>, line: usize, date: &Timex) -> bool {
    const LONGEST: usize = 6;
    let tokens = &scene.lines[line].tokens;
    let first = tokens.partition_point(|token| token.span.end() <= date.span.start());
    let ahead = tokens.get(..first).unwrap_or_default();
    let text = scene.account(line).article.text.as_str();
    let after = text.get(date.span.end()..).unwrap_or_default().trim_start();
    let dash = after.starts_with(['—', '–', '-', ':', '(']);
    dash && (1..=LONGEST).contains(&ahead.len()) && ahead.iter().all(|token| token.capital)
}

/// The pair of dates two lines give for one thing, where they cannot both be right.
///
/// Only where each line gives one date: which of several belongs to what is
/// more than words around them tell.
fn pair(scene: &Scene<'_>, a: usize, b: usize) -> Option<(Value, Value)> {
    let (ours, theirs) = (dates(scene, a), dates(scene, b));
    if ours.is_empty() || theirs.is_empty() {
        return None;
    }
    let fits = ours.iter().any(|x| theirs.iter().any(|y| can_be_one(scene, (a, x), (b, y))));
    if fits {
        return None;
    }
    let sure = likeness(scene, a, b).sure;
    let mut best: Option<(u32, Value, Value)> = None;
    for x in &ours {
        for y in &theirs {
            if !comparable(scene, (a, x), (b, y)) {
                continue;
            }
            let one_deed = slot::share_a_deed(scene, (a, x.span), (b, y.span))
                && of_one_time(scene, (a, x), (b, y), sure);
            let worth = slot::shared(scene, (a, x.span), (b, y.span));
            let values = (Value { line: a, span: x.span }, Value { line: b, span: y.span });
            let deeds = slot::shared_deeds(scene, (a, x.span), (b, y.span), &[]);
            let odds = odds::odds(scene, "date", values, &own(scene, (a, x), (b, y)));
            let fits = worth.saturating_mul(sure) >= SLOT && deeds >= DEEDS && one_deed;
            // What one says was moved is what the other gives the day of.
            let moved = nature::revises(scene, a) != nature::revises(scene, b);
            let sure_enough = odds >= SURE_ODDS && !counting::are_elsewhere(scene, a, b);
            if (fits || moved || sure_enough)
                && odds >= LEAST_ODDS
                && odds::share_a_deed(scene, values)
                && best.is_none_or(|(most, ..)| worth > most)
            {
                best = Some((worth, values.0, values.1));
            }
        }
    }
    best.map(|(_, x, y)| (x, y))
}

/// Pairs of dates that cannot be one, with what is seen of them.
pub(super) fn observed(scene: &Scene<'_>, a: usize, b: usize) -> Vec<(Value, Value, Own)> {
    let (ours, theirs) = (dates(scene, a), dates(scene, b));
    let mut found = Vec::new();
    for x in &ours {
        for y in &theirs {
            if !can_be_one(scene, (a, x), (b, y)) {
                let values = (Value { line: a, span: x.span }, Value { line: b, span: y.span });
                found.push((values.0, values.1, own(scene, (a, x), (b, y))));
            }
        }
    }
    found
}

/// What is seen of two dates besides the words around them.
fn own(scene: &Scene<'_>, (a, x): (usize, &Timex), (b, y): (usize, &Timex)) -> Own {
    let sure = likeness(scene, a, b).sure;
    let parts = (before(scene, a, x), before(scene, b, y));
    let mut seen = [false; candidates::NAMES.len()];
    seen[0] = slot::share_a_deed(scene, (a, x.span), (b, y.span));
    seen[1] = comparable(scene, (a, x), (b, y)) && of_one_time(scene, (a, x), (b, y), sure);
    seen[2] = parts.0 == parts.1;
    seen[3] = parts.0 == Before::Saying || parts.1 == Before::Saying;
    seen[4] = is_news(scene, a, x) == is_news(scene, b, y);
    seen[5] = is_vague(scene, a, x) || is_vague(scene, b, y);
    seen[6] = dates(scene, a).len() + dates(scene, b).len() > 2;
    seen[11] = x.precision == y.precision;
    seen.map(|one| i64::from(one) * 1000)
}

/// Whether two dates are told of one thing, as far as the words before them tell.
fn comparable(scene: &Scene<'_>, (a, x): (usize, &Timex), (b, y): (usize, &Timex)) -> bool {
    let (ours, theirs) = (before(scene, a, x), before(scene, b, y));
    let vague = is_vague(scene, a, x) || is_vague(scene, b, y);
    ours == theirs
        && ours != Before::Saying
        && !vague
        && is_attribute(scene, a, x) == is_attribute(scene, b, y)
}

/// Whether two dates are both news or both not: one sentence may tell of the event and the other of what
/// came of it.
fn of_one_time(
    scene: &Scene<'_>,
    (a, x): (usize, &Timex),
    (b, y): (usize, &Timex),
    sure: u32,
) -> bool {
    sure >= ONE_EVENT || is_news(scene, a, x) == is_news(scene, b, y)
}

/// Whether a date only tells which of several is meant: `its June forecast`.
fn is_attribute(scene: &Scene<'_>, line: usize, date: &Timex) -> bool {
    static BEFORE: Words = Words::new(|| lists::words("attribute"));
    let tokens = &scene.lines[line].tokens;
    let at = tokens.partition_point(|token| token.span.end() <= date.span.start());
    let ahead = at.checked_sub(1).and_then(|at| tokens.get(at));
    ahead.is_some_and(|token| BEFORE.contains(&token.folded.as_str()))
}

/// Whether a date is a stretch told from the day of writing: `last month`.
fn is_vague(scene: &Scene<'_>, line: usize, date: &Timex) -> bool {
    let stretch = date.precision != Precision::Day;
    let from_today = |token: &Token| TODAY.contains(&token.folded.as_str());
    let words = scene.lines[line].tokens.iter().filter(|token| date.span.contains(token.span));
    stretch && words.take(1).any(from_today)
}

/// First words of a stretch of time told from the day of writing.
static TODAY: Words = Words::new(|| lists::words("today"));

/// What the words before a date make of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Before {
    /// The day itself.
    On,
    /// The end or the start of a stretch of time.
    Edge,
    /// The day on which somebody said so.
    Saying,
}

/// Words before a date, or first in it, that make it an edge.
static EDGES: Words = Words::new(|| lists::words("edges"));

fn before(scene: &Scene<'_>, line: usize, date: &Timex) -> Before {
    let tokens = &scene.lines[line].tokens;
    let at = tokens.partition_point(|token| token.span.end() <= date.span.start());
    let near = tokens.get(at.saturating_sub(2)..at).unwrap_or_default();
    // What is put off until a day is on that day.
    let moved = nature::revises(scene, line);
    let edge = |token: &Token| {
        let ends = matches!(token.folded.as_str(), "until" | "till" | "to");
        EDGES.contains(&token.folded.as_str()) && !(moved && ends)
    };
    if near.last().is_some_and(edge) || tokens.get(at).is_some_and(edge) {
        Before::Edge
    } else if near.iter().any(|token| token.saying) {
        Before::Saying
    } else {
        Before::On
    }
}

/// Whether a date is news: within two days of its article.
fn is_news(scene: &Scene<'_>, line: usize, date: &Timex) -> bool {
    let published =
        scene.account(line).article.published.as_ref().and_then(parallax_model::Stamp::day);
    match (published, date.value.parse::<Date>()) {
        (Some(day), Ok(told)) => told.since(day).is_ok_and(|gap| gap.get_days().abs() <= 2),
        _ => false,
    }
}

/// Whether two values can be one day: they overlap or lie next to each other.
///
/// Neighbouring days are one day in two zones, or before and after midnight.
/// Values without days, such as lengths of time, are never told apart.
fn may_be_one(a: &str, b: &str) -> bool {
    let (Some(ours), Some(theirs)) = (days(a), days(b)) else { return true };
    let day = Span::new().days(1);
    let next = |date: Date| date.checked_add(day).unwrap_or(date);
    ours.0 <= next(theirs.1) && theirs.0 <= next(ours.1)
}

/// Whether two dates can be one, as far as they are given and not only guessed.
fn can_be_one(scene: &Scene<'_>, a: (usize, &Timex), b: (usize, &Timex)) -> bool {
    let (x, y) = (&a.1.value, &b.1.value);
    may_be_one(x, y) || same_but_year(scene, a, b) || same_but_week(scene, a, b)
}

/// Whether two dates are one day of the year, and the year of one of them is only guessed.
fn same_but_year(scene: &Scene<'_>, (a, x): (usize, &Timex), (b, y): (usize, &Timex)) -> bool {
    let guessed = |line: usize, date: &Timex| {
        let year = date.value.get(..4).unwrap_or_default();
        !scene.account(line).words(date.span).contains(year)
    };
    x.value.get(4..) == y.value.get(4..) && (guessed(a, x) || guessed(b, y))
}

/// Whether two dates are one day of the week, and the week of one of them is only guessed: `on Friday`.
fn same_but_week(scene: &Scene<'_>, (a, x): (usize, &Timex), (b, y): (usize, &Timex)) -> bool {
    let guessed = |line: usize, date: &Timex| {
        let words = scene.account(line).words(date.span);
        date.precision == Precision::Day && !words.contains(|letter: char| letter.is_ascii_digit())
    };
    let day = |date: &Timex| date.value.parse::<Date>().ok();
    let gap = day(x).zip(day(y)).and_then(|(x, y)| x.since(y).ok());
    let weeks = gap.is_some_and(|gap| gap.get_days().abs() == 7);
    weeks && (guessed(a, x) || guessed(b, y))
}

#[cfg(test)]
mod tests {
    use super::may_be_one;

    #[test]
    fn a_month_may_be_a_day_in_it() {
        assert!(may_be_one("2026-01", "2026-01-03"));
        assert!(may_be_one("2026-01-03", "2026-01-04"));
        assert!(!may_be_one("2026-01-03", "2026-01-13"));
        assert!(!may_be_one("1898", "1889"));
    }
}
