//! Days for one event that cannot be one day.

use super::{
    Found, Value,
    candidates::{Kind, OWN, Own},
    counting,
    dated::{self, Dated, are_next, are_told_as_one, can_be_one, is_weekday},
    gather, line_pairs, nature, odds, role, slot,
};
use crate::{
    align,
    likeness::likeness,
    lists::{self, Words},
    scene::{Scene, Token},
};
use jiff::civil::Date;
use parallax_language::calendar;
use parallax_model::{DifferenceKind, Precision, Stamp, Timex, TimexKind};

/// What the worth of the words that stand around two dates and the likeness of
/// their sentences must come to, multiplied, in millionths.
///
/// Chosen on the development stories and on real news, for few false differences.
const SLOT: u32 = 500_000;
/// The worth of those of the words that are no names, in thousandths.
const DEEDS: u32 = 700;

/// The logarithm of the odds, in thousandths, below which two dates are left alone though the words around them fit.
/// Chosen on real news.
const LEAST_ODDS: i64 = 0;
/// How much more two dates need than figures to be of one thing whatever the words: a day may be that of the deed or
/// of what came of it. Chosen out of fold on pairs of sentences.
const SURER: i64 = 800;

/// How often chance weighs once more for neighbouring days: they are one in two zones, or before and after midnight.
const NEXT: i64 = 4;

/// The likeness, in thousandths, from which two sentences tell of one event and not of what came of it.
const ONE_EVENT: u32 = 330;

/// What is seen of two dates besides the words around them, by name, in its order.
pub(crate) const SEEN: [&str; OWN] = [
    "one-deed",
    "one-sort",
    "word-before-one",
    "day-of-saying",
    "both-news",
    "vague",
    "one-of-several",
    "next-days",
    "weekdays",
    "same-precision",
    "days",
    "years",
];

/// The differences between dates in one claim.
pub(super) fn find(scene: &Scene<'_>, draft: &[usize]) -> Vec<Found> {
    let mut apart = Vec::new();
    for (a, b) in line_pairs(scene, draft) {
        apart.extend(pair(scene, a, b).or_else(|| likeliest(scene, a, b, 0)));
    }
    differences(scene, apart)
}

/// The differences between dates in pairs of lines that are in no claim together: only what is beyond doubt.
pub(super) fn find_between(scene: &Scene<'_>, pairs: &[(usize, usize)]) -> Vec<Found> {
    let likely = pairs.iter().filter_map(|&(a, b)| likeliest(scene, a, b, 1));
    differences(scene, likely.collect())
}

fn differences(scene: &Scene<'_>, apart: Vec<(Value, Value)>) -> Vec<Found> {
    let sets = gather(apart).into_iter();
    sets.map(|values| Found {
        kind: DifferenceKind::Date,
        nature: nature::of_dates(scene, &values),
        values,
    })
    .collect()
}

/// The dates of a line that say by the calendar which day is meant, and not only from when or by whom it is told.
pub(super) fn plain<'a>(scene: &'a Scene<'_>, line: usize) -> Vec<&'a Timex> {
    let mut found = dates(scene, line);
    found.retain(|date| {
        dated::is_of_calendar(scene, (line, date))
            && dated::is_of_day(scene, (line, date))
            && !is_vague(scene, line, date)
            && !is_attribute(scene, line, date)
            && before(scene, line, date) == Before::On
    });
    found
}

/// Whether two dates can be one: neighbouring days only where they are gone by, for what is to come is on one day.
pub(super) fn may_be_one(scene: &Scene<'_>, a: Dated<'_>, b: Dated<'_>) -> bool {
    let to_come = is_to_come(scene, a) && is_to_come(scene, b);
    can_be_one(scene, a, b) && !(to_come && are_next(scene, a, b))
}

/// Whether a day comes after its account.
fn is_to_come(scene: &Scene<'_>, (line, date): Dated<'_>) -> bool {
    let published = scene.account(line).article.published.as_ref().and_then(Stamp::day);
    let day = calendar::days(&date.value);
    published.zip(day).is_some_and(|(published, (first, _))| first > published)
}

/// The dates of a line that name a day, a month or a year.
fn dates<'a>(scene: &'a Scene<'_>, line: usize) -> Vec<&'a Timex> {
    let all = &scene.account(line).notes.dates;
    let own = scene.lines[line].dates.iter().filter_map(|&at| all.get(at));
    // A range is no one date: whether two of them can both be so, their ends do not tell.
    own.filter(|date| date.kind != TimexKind::Range)
        .filter(|date| match date.precision {
            Precision::Day | Precision::Month | Precision::Year => true,
            // `Friday night` is a day too; a bare hour is none.
            Precision::Time => dated::is_of_calendar(scene, (line, date)),
            _ => false,
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
    let fits = ours.iter().any(|x| theirs.iter().any(|y| may_be_one(scene, (a, x), (b, y))));
    if fits {
        return None;
    }
    let sure = likeness(scene, a, b).sure;
    let mut best: Option<(u32, Value, Value)> = None;
    for x in &ours {
        for y in &theirs {
            if !comparable(scene, (a, x), (b, y)) || !are_of_calendar(scene, (a, x), (b, y)) {
                continue;
            }
            let one_deed = slot::share_a_deed(scene, (a, x.span), (b, y.span))
                && of_one_time(scene, (a, x), (b, y), sure);
            let worth = slot::shared(scene, (a, x.span), (b, y.span));
            let values = (Value { line: a, span: x.span }, Value { line: b, span: y.span });
            let deeds = slot::shared_deeds(scene, (a, x.span), (b, y.span), &[]);
            let odds = odds::odds(scene, Kind::Date, values, &own(scene, (a, x), (b, y)));
            let fits = worth.saturating_mul(sure) >= SLOT && deeds >= DEEDS && one_deed;
            // What one says was moved is what the other gives the day of.
            let moved = nature::revises(scene, a) != nature::revises(scene, b);
            if (fits || moved)
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

/// The two dates of two lines that are likeliest of one thing, if that is beyond doubt, by the odds alone.
fn likeliest(scene: &Scene<'_>, a: usize, b: usize, doubts: i64) -> Option<(Value, Value)> {
    if counting::are_elsewhere(scene, a, b) || align::of_others(scene, a, b) {
        return None;
    }
    let (ours, theirs) = (dates(scene, a), dates(scene, b));
    let told = |date: Dated<'_>, line: usize, others: &[&Timex]| {
        others.iter().any(|other| are_told_as_one(scene, date, (line, *other)))
    };
    let mut best: Option<(i64, Value, Value)> = None;
    for x in ours.iter().filter(|x| !told((a, **x), b, &theirs)) {
        for y in theirs.iter().filter(|y| !told((b, **y), a, &ours)) {
            let (one, other) = ((a, *x), (b, *y));
            let vague = is_vague(scene, a, x) || is_vague(scene, b, y);
            // The day somebody said so is not the day of what he said.
            let said = [before(scene, a, x), before(scene, b, y)].contains(&Before::Saying);
            if vague || said || !are_of_calendar(scene, one, other) {
                continue;
            }
            let values = (Value { line: a, span: x.span }, Value { line: b, span: y.span });
            let odds = odds::odds(scene, Kind::Date, values, &own(scene, one, other)) - SURER;
            let next = are_next(scene, one, other) && may_be_one(scene, one, other);
            let doubts = doubts + if next { NEXT } else { 0 };
            let sure = odds >= odds::enough(scene, doubts)
                && odds >= odds::enough(scene, doubts + role::doubts(scene, values.0, values.1));
            if sure && best.is_none_or(|(most, ..)| odds > most) {
                best = Some((odds, values.0, values.1));
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
            let apart = !can_be_one(scene, (a, x), (b, y)) || are_next(scene, (a, x), (b, y));
            if apart && are_of_calendar(scene, (a, x), (b, y)) {
                let values = (Value { line: a, span: x.span }, Value { line: b, span: y.span });
                found.push((values.0, values.1, own(scene, (a, x), (b, y))));
            }
        }
    }
    found
}

/// Whether both are named by their place in the calendar.
pub(super) fn are_of_calendar(scene: &Scene<'_>, a: Dated<'_>, b: Dated<'_>) -> bool {
    dated::is_of_calendar(scene, a)
        && dated::is_of_calendar(scene, b)
        && !came_later(scene, a, b)
        && !came_later(scene, b, a)
}

/// Whether both tell of a day gone by, and that of `b` came after the account of `a`: then they are of two
/// events.
fn came_later(scene: &Scene<'_>, (a, x): Dated<'_>, (b, y): Dated<'_>) -> bool {
    let out = |line: usize| scene.account(line).article.published.as_ref().map(Stamp::days);
    let (Some((_, first)), Some((_, second))) = (out(a), out(b)) else { return false };
    let (Some((_, ours)), Some((theirs, _))) = (calendar::days(&x.value), calendar::days(&y.value))
    else {
        return false;
    };
    ours <= first && first < theirs && theirs <= second
}

/// What is seen of two dates besides the words around them.
fn own(scene: &Scene<'_>, (a, x): (usize, &Timex), (b, y): (usize, &Timex)) -> Own {
    let sure = likeness(scene, a, b).sure;
    let parts = (before(scene, a, x), before(scene, b, y));
    let mut seen = [false; OWN];
    seen[0] = slot::share_a_deed(scene, (a, x.span), (b, y.span));
    seen[1] = comparable(scene, (a, x), (b, y)) && of_one_time(scene, (a, x), (b, y), sure);
    seen[2] = parts.0 == parts.1;
    seen[3] = parts.0 == Before::Saying || parts.1 == Before::Saying;
    seen[4] = is_news(scene, a, x) == is_news(scene, b, y);
    seen[5] = is_vague(scene, a, x) || is_vague(scene, b, y);
    seen[6] = dates(scene, a).len() + dates(scene, b).len() > 2;
    seen[7] = are_next(scene, (a, x), (b, y));
    seen[8] = is_weekday(scene, (a, x)) && is_weekday(scene, (b, y));
    seen[9] = x.precision == y.precision;
    seen[10] = x.precision == Precision::Day && y.precision == Precision::Day;
    seen[11] = x.precision == Precision::Year && y.precision == Precision::Year;
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
    let published = scene.account(line).article.published.as_ref().and_then(Stamp::day);
    match (published, date.value.parse::<Date>()) {
        (Some(day), Ok(told)) => told.since(day).is_ok_and(|gap| gap.get_days().abs() <= 2),
        _ => false,
    }
}
