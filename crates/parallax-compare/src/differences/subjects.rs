//! Figures that accounts give for one thing of which a story has one figure at a time: the ransom, the sentence, the jobs to go.
//!
//! Their sentences need have nothing else in common. Only where an account gives one such figure, and nowhere tells
//! that of the other.

use super::{Found, Value, counting, nature, scope, tolls};
use crate::{
    align,
    amounts::{self, Fit},
    phrases::Phrases,
    scene::{Line, Scene, Token},
};
use parallax_model::{DifferenceKind, EntityKind, Nature, Precision, Quantity, Span};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

/// Words from a figure in which all that says what it is told of stands, and the nearest of it.
const REACH: usize = 14;
const NEAR: usize = 7;
/// Words that a break between clauses counts for.
const BREAK: usize = 3;
/// How much nearer each further group of words makes a subject.
const GROUP: usize = 3;
/// Of two figures the larger is at most so many times the smaller: more, and they are of different things.
const TIMES: i128 = 4;

/// What a figure may be told of.
struct Subject {
    name: &'static str,
    sort: Sort,
    /// Whether it is somebody's, who must not be another.
    owned: bool,
    words: Groups,
}

/// Groups of words that stand near a value together, and words none of which may.
pub(super) struct Groups {
    all: Vec<Phrases>,
    barred: Phrases,
}

impl Groups {
    /// Reads groups parted by ` & `, those behind `!` barred.
    pub(super) fn of(groups: &'static str) -> Self {
        let (barred, all): (Vec<&str>, Vec<&str>) =
            groups.split(" & ").partition(|group| group.starts_with('!'));
        let barred = barred.iter().flat_map(|group| group.trim_start_matches('!').split('|'));
        Self { barred: Phrases::of_each(barred), all: all.into_iter().map(Phrases::of).collect() }
    }

    /// How far away they stand, if all do and none that is barred: the less, the more groups.
    pub(super) fn away(&self, line: &Line, near: &[(usize, usize)]) -> Option<usize> {
        self.away_by(line, near, |_, group| distance(line, near, group))
    }

    fn away_by(
        &self,
        line: &Line,
        near: &[(usize, usize)],
        of: impl Fn(usize, &Phrases) -> Option<usize>,
    ) -> Option<usize> {
        if distance(line, near, &self.barred).is_some() {
            return None;
        }
        let each = self.all.iter().enumerate().map(|(place, group)| of(place, group));
        let away: Vec<usize> = each.collect::<Option<_>>()?;
        let mean = away.iter().sum::<usize>() / away.len().max(1);
        let most = away.len().saturating_sub(1) * GROUP;
        (*away.iter().min()? <= NEAR).then_some(mean.saturating_sub(most))
    }
}

/// What a figure measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Count,
    Percent,
    Money,
    Time,
    Length,
    Bare,
}

impl Sort {
    fn of(name: &str) -> Option<Self> {
        Some(match name {
            "count" => Self::Count,
            "percent" => Self::Percent,
            "money" => Self::Money,
            "time" => Self::Time,
            "length" => Self::Length,
            "bare" => Self::Bare,
            _ => return None,
        })
    }

    fn fits(self, quantity: &Quantity) -> bool {
        let (measured, _) = amounts::size(quantity);
        match self {
            Self::Count | Self::Bare => quantity.unit.is_empty(),
            Self::Percent => measured == "share",
            Self::Time => measured == "time",
            Self::Length => measured == "length",
            Self::Money => amounts::is_money(quantity),
        }
    }
}

fn rows() -> impl Iterator<Item = [&'static str; 3]> {
    let rows = include_str!("../../data/subjects.tsv").lines();
    rows.filter(|row| !row.starts_with('#')).filter_map(|row| {
        let mut cells = row.split('\t');
        Some([cells.next()?, cells.next()?, cells.next()?])
    })
}

static SUBJECTS: LazyLock<Vec<Subject>> = LazyLock::new(|| {
    let subject = |[name, sort, groups]: [&'static str; 3]| {
        Some(Subject {
            name,
            owned: sort.ends_with('!'),
            sort: Sort::of(sort.trim_end_matches('!'))?,
            words: Groups::of(groups),
        })
    };
    rows().filter_map(subject).collect()
});

/// Words that part figures of one subject, by its name.
static MODES: LazyLock<Vec<(&'static str, Phrases)>> = LazyLock::new(|| {
    rows().filter(|row| row[0] == "mode").map(|row| (row[1], Phrases::of(row[2]))).collect()
});

/// A figure, and where it stands.
type Told<'a> = (Value, &'a Quantity);

/// The figures of each account.
type Accounts<'a> = BTreeMap<usize, Vec<Told<'a>>>;

/// The differences between the figures of each subject.
pub(super) fn find(scene: &Scene<'_>) -> Vec<Found> {
    let mut told: BTreeMap<(&str, &str), (usize, Accounts<'_>)> = BTreeMap::new();
    for (at, account) in scene.accounts.iter().enumerate() {
        if account.copy_of.is_some() {
            continue;
        }
        for line in account.lines.clone() {
            for (subject, quantity) in of_line(scene, line) {
                let value = Value { line, span: quantity.span };
                let name = SUBJECTS.get(subject).map_or("", |known| known.name);
                let key = (name, amounts::size(quantity).0);
                let known = told.entry(key).or_insert_with(|| (subject, Accounts::new()));
                known.1.entry(at).or_default().push((value, quantity));
            }
        }
    }
    let each = told
        .into_values()
        .filter_map(|(subject, accounts)| Some((SUBJECTS.get(subject)?, accounts)));
    each.filter_map(|(subject, accounts)| difference(scene, subject, &accounts)).collect()
}

/// The subjects of the figures of a line.
fn of_line<'a>(scene: &'a Scene<'_>, line: usize) -> Vec<(usize, &'a Quantity)> {
    let own = &scene.lines[line];
    let told = plain(scene, line).into_iter();
    told.filter_map(|amount| Some((subject(own, amount)?, amount))).collect()
}

/// The figures of a line that are all of something as it stands.
fn plain<'a>(scene: &'a Scene<'_>, line: usize) -> Vec<&'a Quantity> {
    let own = &scene.lines[line];
    if own.tokens.is_empty() || tolls::is_of_others(own) {
        return Vec::new();
    }
    let told = counting::told(scene, line).into_iter();
    let told = told.filter(|amount| {
        scope::is_now(own, amount)
            && !(counting::is_part(scene, (line, amount)) && amount.milli % 1000 == 0)
            && tolls::frame(own, amount).is_none_or(|told| told.frame == "jobs")
            && !is_half(own, amount)
            && !is_joined(own, amount)
    });
    told.collect()
}

/// Whether an amount is one beside another: `46 passengers and a driver`.
fn is_joined(line: &Line, amount: &Quantity) -> bool {
    const BEHIND: usize = 4;
    let next = line.end_of(amount.number);
    let behind = line.tokens.get(next..(next + BEHIND).min(line.tokens.len())).unwrap_or_default();
    behind.array_windows::<2>().any(|[join, one]| {
        matches!(join.folded.as_str(), "and" | "plus")
            && matches!(one.folded.as_str(), "a" | "an" | "one")
    })
}

/// Whether a length of time is told in two figures: `six years and four months`.
fn is_half(line: &Line, amount: &Quantity) -> bool {
    const BETWEEN: usize = 2;
    if amounts::size(amount).0 != "time" {
        return false;
    }
    let first = line.start_of(amount.span);
    let next = line.end_of(amount.span);
    let before = line.tokens.get(first.saturating_sub(BETWEEN)..first).unwrap_or_default();
    let after = line.tokens.get(next..(next + BETWEEN).min(line.tokens.len())).unwrap_or_default();
    let joins = |token: &Token| matches!(token.folded.as_str(), "and" | "и" | "y" | "und" | "et");
    let figure = |token: Option<&Token>| token.is_some_and(|token| token.figure);
    after.first().is_some_and(joins) && figure(after.get(1))
        || before.last().is_some_and(joins) && is_length(before.first())
}

/// Whether a word is one for a length of time.
fn is_length(token: Option<&Token>) -> bool {
    token.is_some_and(|token| {
        let units = ["year", "month", "week", "day", "hour", "minute"];
        units.iter().any(|unit| token.folded.strip_prefix(unit).is_some_and(|end| end.len() < 2))
    })
}

/// What a figure is told of: the subject whose words stand nearest; of two as near, that with more of them.
fn subject(line: &Line, amount: &Quantity) -> Option<usize> {
    let near = near(line, amount.number);
    let of_sort = SUBJECTS.iter().enumerate().filter(|(_, subject)| subject.sort.fits(amount));
    let found = of_sort.filter_map(|(at, subject)| {
        let away = subject.words.away_by(line, &near, |place, group| {
            let counted = place == 0 && subject.sort == Sort::Count;
            if counted { counted_away(line, amount, group) } else { distance(line, &near, group) }
        })?;
        Some((away, std::cmp::Reverse(subject.words.all.len()), at))
    });
    found.min().map(|(.., at)| at)
}

/// The words near a value, with how far away they are.
pub(super) fn near(line: &Line, span: Span) -> Vec<(usize, usize)> {
    let first = line.start_of(span);
    let next = line.end_of(span);
    let mut found = Vec::new();
    let mut away = 0;
    for at in (0..first).rev() {
        let breaks = line.tokens.get(at + 1).is_some_and(|token| token.after_break);
        away += if breaks { BREAK } else { 1 };
        if away > REACH {
            break;
        }
        found.push((at, away));
    }
    away = 0;
    for (at, token) in line.tokens.iter().enumerate().skip(next) {
        away += if token.after_break { BREAK } else { 1 };
        if away > REACH {
            break;
        }
        found.push((at, away));
    }
    found
}

/// How far the nearest of some phrases stands from a figure.
fn distance(line: &Line, near: &[(usize, usize)], phrases: &Phrases) -> Option<usize> {
    let fits = near.iter().filter(|(at, _)| phrases.standing(line, *at).is_some());
    fits.map(|(_, away)| *away).min()
}

/// How far what is counted stands from its figure: right behind it, or before one that stands bare.
fn counted_away(line: &Line, amount: &Quantity, nouns: &Phrases) -> Option<usize> {
    const BEHIND: usize = 4;
    const AHEAD: usize = 8;
    let is = |token: &Token| nouns.has(token);
    let first = line.start_of(amount.number);
    let next = line.end_of(amount.number);
    let behind = line.tokens.get(next..(next + BEHIND).min(line.tokens.len())).unwrap_or_default();
    let own = behind.iter().take_while(|token| !token.after_break && !token.figure);
    if let Some(away) = own.clone().position(is) {
        return Some(away);
    }
    // Something else is counted.
    let bare = amount.counted.is_empty() || behind.first().is_none_or(|token| token.after_break);
    if !bare {
        return None;
    }
    let ahead = line.tokens.get(first.saturating_sub(AHEAD)..first).unwrap_or_default();
    let away = ahead.iter().rev().take_while(|token| !token.figure).position(is)?;
    Some(away + 1)
}

/// The difference in one subject, from the figures of each account.
fn difference(scene: &Scene<'_>, subject: &Subject, accounts: &Accounts<'_>) -> Option<Found> {
    let clear = accounts.values().filter(|told| agree(told));
    let clear: Vec<Told<'_>> = clear.filter_map(|told| told.first().copied()).collect();
    let lowest = clear.iter().min_by_key(|(_, figure)| amounts::size(figure).1)?;
    let highest = clear.iter().max_by_key(|(_, figure)| amounts::size(figure).1)?;
    let apart = |one: &Told<'_>, other: &Told<'_>| are_apart(scene, subject, *one, *other);
    // Each against the lowest and the highest: no more work than there are accounts.
    let mut differing: Vec<Told<'_>> = Vec::new();
    for one in &clear {
        for end in [lowest, highest] {
            if apart(one, end) {
                differing.extend([*one, *end]);
            }
        }
    }
    if differing.is_empty() {
        return None;
    }
    let mut values: Vec<Value> = differing.iter().map(|(value, _)| *value).collect();
    values.sort_unstable();
    values.dedup();
    let modes: BTreeSet<Vec<usize>> =
        values.iter().map(|value| modes(&scene.lines[value.line], subject)).collect();
    let nature = if modes.len() > 1 { Nature::Scope } else { nature::of_numbers(scene, &values)? };
    Some(Found { kind: DifferenceKind::Number, nature, values })
}

/// The words in a line that narrow a subject.
fn modes(line: &Line, subject: &Subject) -> Vec<usize> {
    let own = MODES.iter().enumerate().filter(|(_, (name, _))| *name == subject.name);
    own.filter(|(_, (_, phrases))| phrases.places(line).next().is_some())
        .map(|(at, _)| at)
        .collect()
}

/// Whether all figures of an account are one.
fn agree(told: &[Told<'_>]) -> bool {
    let Some((_, first)) = told.first() else { return false };
    told.iter().all(|(_, other)| amounts::compare(first, other) == Fit::Same)
}

/// Whether two figures of one subject are not one, though nothing says that they are of two things.
fn are_apart(scene: &Scene<'_>, subject: &Subject, a: Told<'_>, b: Told<'_>) -> bool {
    let ((x, one), (y, other)) = (a, b);
    let (few, many) = (amounts::size(one).1, amounts::size(other).1);
    let (few, many) = (few.min(many), few.max(many));
    let placed = ((x.line, one), (y.line, other));
    scene.account(x.line).origin != scene.account(y.line).origin
        && matches!(amounts::compare(one, other), Fit::Apart | Fit::Open)
        && many <= few.saturating_mul(TIMES)
        && scope::is_one(scene, placed.0, placed.1)
        && may_be(&scene.lines[x.line], one) == may_be(&scene.lines[y.line], other)
        && scope::are_narrowed_alike(scene, placed.0, placed.1)
        && !counting::told_there(scene, placed.0, y.line)
        && !counting::told_there(scene, placed.1, x.line)
        && !counting::are_elsewhere(scene, x.line, y.line)
        && !align::of_others(scene, x.line, y.line)
        && !(subject.owned && is_of_another(scene, x.line, y.line))
        && !at_other_times(scene, x, y)
}

/// Whether a figure is told of what only may come.
fn may_be(line: &Line, amount: &Quantity) -> bool {
    const BEFORE: usize = 6;
    let first = line.start_of(amount.span);
    let near = line.tokens.get(first.saturating_sub(BEFORE)..first).unwrap_or_default();
    near.iter().any(|token| matches!(token.folded.as_str(), "could" | "may" | "might"))
}

/// Whether two lines name bodies or people, and none in common.
fn is_of_another(scene: &Scene<'_>, a: usize, b: usize) -> bool {
    let owners = |line: usize| -> BTreeSet<usize> {
        let own = &scene.lines[line];
        let meant = own.entities.difference(&own.sayers).copied();
        let owner = |at: &usize| {
            let kind = scene.entities.get(*at).map(|known| known.kind);
            matches!(kind, Some(EntityKind::Organization | EntityKind::Person))
        };
        meant.filter(owner).collect()
    };
    let (ours, theirs) = (owners(a), owners(b));
    !ours.is_empty() && !theirs.is_empty() && ours.is_disjoint(&theirs)
}

/// Whether years stand beside two figures, and none in common.
fn at_other_times(scene: &Scene<'_>, a: Value, b: Value) -> bool {
    /// Bytes from a figure in which a date is one of its own.
    const BESIDE: usize = 40;
    let times = |value: Value| -> BTreeSet<&str> {
        let all = &scene.account(value.line).notes.dates;
        let own = scene.lines[value.line].dates.iter().filter_map(|&at| all.get(at));
        let beside = own.filter(|date| {
            let (first, last) = (date.span.end(), date.span.start());
            value.span.start().saturating_sub(first).max(last.saturating_sub(value.span.end()))
                <= BESIDE
        });
        let long = beside.filter(|date| {
            matches!(date.precision, Precision::Month | Precision::Year | Precision::Day)
        });
        long.filter_map(|date| date.value.get(..4)).collect()
    };
    let (ours, theirs) = (times(a), times(b));
    !ours.is_empty() && !theirs.is_empty() && ours.is_disjoint(&theirs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole() {
        assert!(SUBJECTS.len() > 40);
        assert!(SUBJECTS.iter().all(|subject| !subject.words.all.is_empty()));
        let named = |name: &str| SUBJECTS.iter().any(|subject| subject.name == name);
        assert!(MODES.iter().all(|(name, _)| named(name)));
        let read = rows().filter(|row| row[0] != "mode").count();
        assert_eq!(read, SUBJECTS.len());
    }
}
