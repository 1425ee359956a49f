//! Figures for one thing that cannot be one figure.

use super::{
    Found, Value,
    candidates::{Kind, OWN, Own},
    counting::{
        self, Counting, counting, is_listed, is_one_of_several, is_part, of_others, told,
        told_there,
    },
    gather, line_pairs, nature, odds, role, scope, slot,
};
use crate::{
    amounts::{self, Fit},
    likeness::likeness,
    scene::Scene,
};
use jiff::civil::Date;
use parallax_model::{Bound, DifferenceKind, Precision, Quantity, Stamp, TimexKind};
use std::collections::{BTreeMap, BTreeSet};

/// What the worth of the words that stand around two figures and the likeness
/// of their sentences must come to, multiplied, in millionths.
///
/// The surer two sentences tell one thing, the less the words around a figure
/// need to say what it is a figure of. This and the next chosen on the
/// development stories and on real news, for few false differences.
const SLOT: u32 = 330_000;
/// The same where both count one thing that is not just people.
const SLOT_COUNTED: u32 = 180_000;

/// The worth of the words around both that are no names, in thousandths.
const DEEDS: u32 = 500;
/// The same where both count one thing that is not just people.
const DEEDS_COUNTED: u32 = 150;

/// The logarithm of the odds, in thousandths, below which two figures are left alone though the words around them
/// fit. Chosen on real news and the development stories together.
const LEAST_ODDS: i64 = -3000;

/// How much more two figures need to be of one thing whatever the words, where these do not say that both count the
/// same, where one stands beside another figure, and where their sentences are in no claim together.
///
/// Chosen out of fold on pairs of sentences.
const UNCOUNTED: i64 = 500;
const LISTED: i64 = 1000;
const UNALIGNED: i64 = 400;

/// Figures in a sentence up to which it is clear what each is a figure of.
const MOST_FIGURES: usize = 4;

/// What is seen of two figures besides the words around them, by name, in its order.
pub(crate) const SEEN: [&str; OWN] = [
    "counted-one",
    "counted-perhaps",
    "bare",
    "listed",
    "one-of-several",
    "aside",
    "far-apart",
    "of-others",
    "told-there",
    "part",
    "loose",
    "one-unit",
];

/// The differences between figures in one claim.
pub(super) fn find(scene: &Scene<'_>, draft: &[usize]) -> Vec<Found> {
    let mut apart = Vec::new();
    let told: BTreeMap<usize, Vec<&Quantity>> =
        draft.iter().map(|&line| (line, told(scene, line))).collect();
    let mut revising: BTreeMap<usize, bool> = BTreeMap::new();
    for (a, b) in line_pairs(scene, draft) {
        if told[&a].iter().any(|x| told[&b].iter().any(|y| conflict(x, y))) {
            let sure = likeness(scene, a, b).sure;
            if sure >= super::ONE_THING {
                let mut revises = |line: usize| {
                    *revising.entry(line).or_insert_with(|| nature::revises(scene, line))
                };
                let revised = revises(a) || revises(b);
                apart.extend(pairs(scene, (a, &told[&a]), (b, &told[&b]), (sure, revised)));
            }
        }
    }
    differences(scene, apart)
}

/// The differences between figures in pairs of lines that are in no claim together: only what is beyond doubt.
pub(super) fn find_between(scene: &Scene<'_>, pairs: &[(usize, usize)]) -> Vec<Found> {
    let mut apart = Vec::new();
    for &(a, b) in pairs {
        let (ours, theirs) = (told(scene, a), told(scene, b));
        if ours.len().max(theirs.len()) > MOST_FIGURES {
            continue;
        }
        let each = ours.iter().flat_map(|x| theirs.iter().map(move |y| ((a, *x), (b, *y))));
        let likely = each.filter_map(|(one, other)| {
            let told = told_there(scene, one, b) || told_there(scene, other, a);
            let (x, y) = values(one, other);
            let open = !told && is_open(scene, one, other);
            (open && are_one(scene, one, other, odds_of(scene, one, other) - UNALIGNED))
                .then_some((0, x, y))
        });
        apart.extend(one_to_one(likely.collect()));
    }
    differences(scene, apart)
}

fn differences(scene: &Scene<'_>, apart: Vec<(Value, Value)>) -> Vec<Found> {
    let sets = gather(apart).into_iter().filter(|values| one_an_account(scene, values.iter()));
    let found = sets.filter_map(|values| {
        let nature = nature::of_numbers(scene, &values)?;
        Some(Found { kind: DifferenceKind::Number, nature, values })
    });
    found.collect()
}

/// Whether no account gives two figures: then it is not clear which belongs here.
pub(super) fn one_an_account<'a>(
    scene: &Scene<'_>,
    values: impl IntoIterator<Item = &'a Value>,
) -> bool {
    let mut figures: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
    for value in values {
        let account = scene.lines[value.line].account;
        figures.entry(account).or_default().insert(scene.account(value.line).words(value.span));
    }
    figures.values().all(|told| told.len() == 1)
}

/// The figures of two lines that stand in one slot and do not fit.
fn pairs(
    scene: &Scene<'_>,
    (a, ours): (usize, &[&Quantity]),
    (b, theirs): (usize, &[&Quantity]),
    (sure, revised): (u32, bool),
) -> Vec<(Value, Value)> {
    if ours.len().max(theirs.len()) > MOST_FIGURES {
        return Vec::new();
    }
    let mut likely: Vec<(u32, Value, Value)> = Vec::new();
    for x in ours {
        for y in theirs {
            let (one, other) = ((a, *x), (b, *y));
            let both_told = told_there(scene, one, b) || told_there(scene, other, a);
            if is_open(scene, one, other) && (revised || !both_told) {
                let mut worth = slot::shared(scene, (a, x.span), (b, y.span));
                if counting::is_aside(scene, one) != counting::is_aside(scene, other) {
                    worth /= 2;
                }
                let odds = odds_of(scene, one, other);
                let (x, y) = values(one, other);
                let fits = odds >= LEAST_ODDS
                    && is_clear(scene, one, other)
                    && enough(scene, one, other, worth.saturating_mul(sure))
                    && (odds >= 0 || scope::are_whole(scene, one, other));
                if fits || are_one(scene, one, other, odds) {
                    likely.push((worth, x, y));
                }
            }
        }
    }
    one_to_one(likely)
}

fn values(a: counting::Placed<'_>, b: counting::Placed<'_>) -> (Value, Value) {
    (Value { line: a.0, span: a.1.span }, Value { line: b.0, span: b.1.span })
}

/// The logarithm of the odds that two figures are of one thing, in thousandths.
fn odds_of(scene: &Scene<'_>, a: counting::Placed<'_>, b: counting::Placed<'_>) -> i64 {
    odds::odds(scene, Kind::Number, values(a, b), &own(scene, a, b))
}

/// Whether odds are high enough for two figures to be of one thing whatever the words.
fn are_one(scene: &Scene<'_>, a: counting::Placed<'_>, b: counting::Placed<'_>, odds: i64) -> bool {
    let counted = !matches!(counting(scene, a, b), Counting::Others);
    let listed = is_listed(scene, a) || is_listed(scene, b);
    let odds = odds - if counted { 0 } else { UNCOUNTED } - if listed { LISTED } else { 0 };
    let (x, y) = values(a, b);
    odds >= odds::enough(scene, 0) && odds >= odds::enough(scene, role::doubts(scene, x, y))
}

/// Whether two figures could be of one thing and are not one figure, be it that their bounds
/// leave that open: then a later one may still be news.
fn is_open(scene: &Scene<'_>, a: counting::Placed<'_>, b: counting::Placed<'_>) -> bool {
    let told = |line: usize, amount: counting::Placed<'_>| {
        told(scene, line).into_iter().any(|other: &Quantity| {
            amounts::compare(amount.1, other) == Fit::Same
                && !matches!(counting(scene, amount, (line, other)), Counting::Others)
        })
    };
    conflict(a.1, b.1)
        && !told(b.0, a)
        && !told(a.0, b)
        && scope::is_one(scene, a, b)
        && are_of_one_game(scene, a, b)
        && !adds_up(scene, a, b.0)
        && !adds_up(scene, b, a.0)
        && !is_of_before(scene, a.0, b.0)
        && !is_of_before(scene, b.0, a.0)
}

/// Names that the words around two scores must share to be of one game.
const SIDES: usize = 2;

/// Whether neither figure is a score, or both sides of one game are named around both.
fn are_of_one_game(scene: &Scene<'_>, a: counting::Placed<'_>, b: counting::Placed<'_>) -> bool {
    const NEAR: usize = 12;
    let is_score = |(line, amount): counting::Placed<'_>| {
        let words = scene.account(line).words(amount.span);
        let parts = words.split_once(['-', '–']);
        let digits = |part: &str| part.trim().chars().all(|one| one.is_ascii_digit());
        parts.is_some_and(|(one, other)| digits(one) && digits(other))
    };
    let names = |(line, amount): counting::Placed<'_>| -> BTreeSet<&str> {
        let own = &scene.lines[line];
        let (first, last) = (own.start_of(amount.span), own.end_of(amount.span));
        let part = first.saturating_sub(NEAR)..(last + NEAR).min(own.tokens.len());
        let near = own.tokens.get(part).unwrap_or_default().iter();
        near.filter(|token| token.capital).map(|token| token.folded.as_str()).collect()
    };
    !(is_score(a) || is_score(b)) || names(a).intersection(&names(b)).count() >= SIDES
}

/// Whether figures of the line `b` together are the amount: `four of its judges and clerks`, `two judges and two
/// clerks`.
fn adds_up(scene: &Scene<'_>, (_, amount): counting::Placed<'_>, b: usize) -> bool {
    let parts = told(scene, b);
    let mut pairs = parts.iter().enumerate();
    amount.unit.is_empty()
        && pairs.any(|(at, one)| {
            let rest = parts.get(at + 1..).unwrap_or_default().iter();
            let mut rest = rest.filter(|other| other.unit.is_empty());
            one.unit.is_empty() && rest.any(|other| one.milli + other.milli == amount.milli)
        })
}

/// Days before its account from which a sentence is of another day than the news: a day of the week is of the last.
const BEFORE: i32 = 8;

/// Whether the line `a` tells of a day long gone by, and `b` neither of that day nor on it.
fn is_of_before(scene: &Scene<'_>, a: usize, b: usize) -> bool {
    let published = |line: usize| scene.account(line).article.published.as_ref().map(Stamp::date);
    let days = |line: usize| {
        let all = &scene.account(line).notes.dates;
        let own = scene.lines[line].dates.iter().filter_map(|&at| all.get(at));
        let own =
            own.filter(|date| date.kind != TimexKind::Range && date.precision == Precision::Day);
        own.filter_map(|date| date.value.parse::<Date>().ok())
    };
    let Some(today) = published(a) else { return false };
    let near = |one: Date, other: Date| (one - other).get_days().abs() <= 1;
    days(a).filter(|day| (today - *day).get_days() >= BEFORE).any(|day| {
        !days(b).any(|other| near(day, other)) && published(b).is_none_or(|other| !near(day, other))
    })
}

/// Whether neither of two figures is set out as one of several or a part, and none of somebody else.
fn is_clear(scene: &Scene<'_>, a: counting::Placed<'_>, b: counting::Placed<'_>) -> bool {
    let part = |one| is_part(scene, one) || is_listed(scene, one) || is_one_of_several(scene, one);
    !part(a) && !part(b) && !of_others(scene, a, b)
}

/// Whether two figures are not one, and near enough to be of one thing.
fn conflict(a: &Quantity, b: &Quantity) -> bool {
    !amounts::far_apart(a, b) && matches!(amounts::compare(a, b), Fit::Apart | Fit::Open)
}

/// Pairs of figures that are not one figure, with what is seen of them.
pub(super) fn observed(scene: &Scene<'_>, a: usize, b: usize) -> Vec<(Value, Value, Own)> {
    let mut found = Vec::new();
    for x in told(scene, a) {
        for y in told(scene, b) {
            if matches!(amounts::compare(x, y), Fit::Apart | Fit::Open) {
                let values = (Value { line: a, span: x.span }, Value { line: b, span: y.span });
                found.push((values.0, values.1, own(scene, (a, x), (b, y))));
            }
        }
    }
    found
}

/// What is seen of two figures besides the words around them.
fn own(scene: &Scene<'_>, a: counting::Placed<'_>, b: counting::Placed<'_>) -> Own {
    let (x, y) = (a.1, b.1);
    let either =
        |test: fn(&Scene<'_>, counting::Placed<'_>) -> bool| test(scene, a) || test(scene, b);
    let bare = |amount: &Quantity| amount.counted.is_empty() && amount.unit.is_empty();
    let count = counting(scene, a, b);
    let seen = [
        matches!(count, Counting::One),
        matches!(count, Counting::Perhaps),
        bare(x) || bare(y),
        either(is_listed),
        either(is_one_of_several),
        counting::is_aside(scene, a) != counting::is_aside(scene, b),
        amounts::far_apart(x, y),
        of_others(scene, a, b),
        told_there(scene, a, b.0) || told_there(scene, b, a.0),
        either(is_part),
        x.bound != Bound::Exactly || y.bound != Bound::Exactly,
        x.unit == y.unit,
    ];
    seen.map(|one| i64::from(one) * 1000)
}

/// Whether the words around two figures say enough that they are of one thing.
fn enough(
    scene: &Scene<'_>,
    a: counting::Placed<'_>,
    b: counting::Placed<'_>,
    product: u32,
) -> bool {
    let counted = [a.1.counted.as_str(), b.1.counted.as_str()];
    let deeds = slot::shared_deeds(scene, (a.0, a.1.span), (b.0, b.1.span), &counted);
    match counting(scene, a, b) {
        Counting::One => product >= SLOT_COUNTED && deeds >= DEEDS_COUNTED,
        Counting::Perhaps => product >= SLOT && deeds >= DEEDS,
        Counting::Others => false,
    }
}

/// Each figure with the one whose words fit best: five dead and two in hospital are two figures.
fn one_to_one(mut likely: Vec<(u32, Value, Value)>) -> Vec<(Value, Value)> {
    likely.sort_by_key(|&(worth, one, other)| (std::cmp::Reverse(worth), one, other));
    let mut found: Vec<(Value, Value)> = Vec::new();
    for (_, one, other) in likely {
        if !found.iter().any(|known| known.0 == one || known.1 == other) {
            found.push((one, other));
        }
    }
    found
}
