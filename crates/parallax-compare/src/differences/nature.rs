//! What sort of difference it is: later knowledge, another scope, or a conflict.

use super::Value;
use crate::{
    amounts::{self, Fit},
    lists::{self, Words},
    scene::Scene,
};
use parallax_language::{fold, words};
use parallax_model::{Nature, Quantity, StampPoint};
use std::{cmp::Ordering, collections::BTreeSet};

/// Seconds after which a second account may know more than a first.
const LATER: i64 = 3 * 3600;

/// Words whose figures grow while an event goes on, by their folded beginnings.
static DEVELOPS: Words = Words::new(|| lists::words("develops"));

/// Words that say an account revises an earlier one, by their folded beginnings.
static REVISES: Words = Words::new(|| lists::words("revises"));

/// Words that set out which quantity is meant, folded.
static SCOPE: Words = Words::new(|| lists::words("scope"));

/// The nature of a difference in numbers; none where it is no difference after all.
///
/// A figure that is told as a least one is not contradicted by a higher one
/// while it grows, and no two figures whose bounds do not rule each other out.
pub(super) fn of_numbers(scene: &Scene<'_>, values: &[Value]) -> Option<Nature> {
    let develops = values.iter().any(|value| mentions(scene, value.line, &DEVELOPS));
    of_figures(scene, values, develops)
}

/// As [`of_numbers`], of figures that are known to grow while an event goes on, or not.
pub(super) fn of_figures(scene: &Scene<'_>, values: &[Value], develops: bool) -> Option<Nature> {
    if other_scope(scene, values) {
        return Some(Nature::Scope);
    }
    let revised = values.iter().any(|value| revises(scene, value.line));
    match course(scene, values) {
        Course::Grows if develops || revised => Some(Nature::Update),
        Course::Trails if develops => None,
        Course::Open if develops && is_spread(scene) && lacks_time(scene, values) => None,
        // Which of them was first nobody can tell, but one of a growing count was.
        Course::Open if develops && is_spread(scene) && are_of_one_day(scene, values) => {
            Some(Nature::Update)
        }
        _ if !ruled_out(scene, values) || !comparable(scene, values) => None,
        _ => Some(Nature::Conflict),
    }
}

/// The largest of figures that contradict each other is at most so many times the smallest: 19 ships that wait
/// and four that turned away are of different things. Chosen on the development stories and the bundled ones.
const COMPARABLE: i128 = 4;

/// Whether the figures are of one size.
fn comparable(scene: &Scene<'_>, values: &[Value]) -> bool {
    let sizes =
        || values.iter().filter_map(|value| amount(scene, value)).map(|one| amounts::size(one).1);
    let (few, many) = (sizes().min(), sizes().max());
    few.zip(many).is_none_or(|(few, many)| many <= few.saturating_mul(COMPARABLE))
}

/// Whether two of the figures cannot both be, whatever their bounds leave open.
fn ruled_out(scene: &Scene<'_>, values: &[Value]) -> bool {
    let amounts: Vec<&Quantity> = values.iter().filter_map(|value| amount(scene, value)).collect();
    let mut pairs = amounts.iter().enumerate();
    pairs.any(|(at, one)| {
        let rest = amounts.get(at + 1..).unwrap_or_default();
        rest.iter().any(|other| amounts::compare(one, other) == Fit::Apart)
    })
}

fn amount<'a>(scene: &Scene<'a>, value: &Value) -> Option<&'a Quantity> {
    let all = &scene.account(value.line).notes.quantities;
    all.iter().find(|quantity| quantity.span == value.span)
}

/// Whether a line says that an account before it is revised.
pub(super) fn revises(scene: &Scene<'_>, line: usize) -> bool {
    mentions(scene, line, &REVISES)
}

/// The nature of a difference in dates: an update where the later account says that it was moved.
pub(super) fn of_dates(scene: &Scene<'_>, values: &[Value]) -> Nature {
    let Some(latest) = values.iter().max_by_key(|value| moment(scene, value.line)) else {
        return Nature::Conflict;
    };
    if revises(scene, latest.line) { Nature::Update } else { Nature::Conflict }
}

fn mentions(scene: &Scene<'_>, line: usize, beginnings: &[&str]) -> bool {
    let text = scene.text(line).to_lowercase();
    let folded: Vec<String> = words(&text).map(|word| fold(word.of(&text))).collect();
    beginnings.iter().any(|beginning| {
        if beginning.contains(' ') {
            return text.contains(beginning);
        }
        folded.iter().any(|word| word.starts_with(beginning))
    })
}

/// Whether one account limits or widens what is counted and another does not.
fn other_scope(scene: &Scene<'_>, values: &[Value]) -> bool {
    let scopes: BTreeSet<BTreeSet<&str>> = values
        .iter()
        .map(|value| {
            let tokens = scene.lines[value.line].tokens.iter();
            let near = tokens.filter(|token| token.span.start().abs_diff(value.span.start()) < 90);
            near.filter_map(|token| SCOPE.iter().copied().find(|word| *word == token.folded))
                .collect()
        })
        .collect();
    scopes.len() > 1
}

/// When an account was published, in seconds.
pub(super) fn moment(scene: &Scene<'_>, line: usize) -> Option<i64> {
    Some(scene.account(line).article.published_at()?.as_second())
}

/// Whether the last of some accounts is so much later than the first that it may know more.
pub(super) fn is_later(scene: &Scene<'_>, values: &[Value]) -> bool {
    let moments = || values.iter().map(|value| moment(scene, value.line));
    let known = moments().all(|moment| moment.is_some());
    let (first, last) = (moments().flatten().min(), moments().flatten().max());
    known && first.zip(last).is_some_and(|(first, last)| last - first >= LATER)
}

/// How figures of one thing go on with time.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Course {
    /// They only grow, and no two of about the same time contradict each other.
    Grows,
    /// A lower figure than one before it is given, but only as a least one.
    Trails,
    /// Neither, or the times are not known.
    Open,
}

/// Accounts of a story from which some are told long after others.
const SPREAD: usize = 3;

fn is_spread(scene: &Scene<'_>) -> bool {
    scene.accounts.len() >= SPREAD
}

/// Whether it is not known of all when they came out.
fn lacks_time(scene: &Scene<'_>, values: &[Value]) -> bool {
    values.iter().any(|value| moment(scene, value.line).is_none())
}

/// Whether all accounts tell no more than the day they came out, and that is one day.
fn are_of_one_day(scene: &Scene<'_>, values: &[Value]) -> bool {
    let day = |value: &Value| match scene.account(value.line).article.published.as_ref()?.point {
        StampPoint::Day(day) => Some(day),
        _ => None,
    };
    let mut days = values.iter().map(day);
    let first = days.next().flatten();
    first.is_some() && days.all(|day| day == first)
}

fn course(scene: &Scene<'_>, values: &[Value]) -> Course {
    let mut timed: Vec<(i64, i128, &Quantity)> = Vec::new();
    for value in values {
        match (moment(scene, value.line), amount(scene, value)) {
            (Some(at), Some(amount)) => timed.push((at, amount.milli, amount)),
            _ => return Course::Open,
        }
    }
    timed.sort_unstable_by_key(|(at, milli, amount)| (*at, *milli, amount.bound));
    let steps = timed.windows(2).filter_map(|step| match step {
        [(early, few, before), (late, many, after)] => Some(match few.cmp(many) {
            // `43` and, a little later, `more than 40`.
            _ if amounts::compare(before, after) == Fit::Same => Course::Grows,
            Ordering::Equal => Course::Grows,
            Ordering::Less if before.bound.is_open_above() || late - early >= LATER => {
                Course::Grows
            }
            Ordering::Greater if after.bound.is_open_above() => Course::Trails,
            _ => Course::Open,
        }),
        _ => None,
    });
    let steps: Vec<Course> = steps.collect();
    let holds = |course: Course| steps.contains(&course);
    match (holds(Course::Open), holds(Course::Trails)) {
        (true, _) => Course::Open,
        (_, true) => Course::Trails,
        _ => Course::Grows,
    }
}
