//! Whether a thing was done: one account says that it was, another that it was not, each in sentences of its own.
//!
//! `No distress call was received` and `the crew radioed for help` share no word: what is asked of many an event, and
//! how either answer is put, is in a table. Only where an account gives one answer; what somebody says in his own
//! words is his, and no account's.

use super::{Found, Value, counting, nature, negation};
use crate::{
    align,
    lists::{self, Words},
    meaning,
    phrases::Phrases,
    scene::{Line, Scene},
};
use parallax_model::{DifferenceKind, Nature, Span};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

/// Words between those that say together what is done, and what a break between clauses counts for.
const REACH: usize = 6;
const BREAK: usize = 3;
/// Words before a deed in which a negation denies it.
const DENIED: usize = 7;
/// How near two sentences must be in meaning, in thousandths, where that is known.
const NEAR: i16 = 200;

/// Which deeds count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// What was done.
    Past,
    /// What is to be done as well.
    Future,
    /// What was not done at first and then was, as time went on.
    Grows,
}

struct Deed {
    name: &'static str,
    kind: Kind,
    yes: Vec<Phrases>,
    no: Phrases,
}

static DEEDS: LazyLock<Vec<Deed>> = LazyLock::new(|| {
    let rows = include_str!("../../data/deeds.tsv").lines().filter(|row| !row.starts_with('#'));
    let deed = |row: &'static str| {
        let mut cells = row.split('\t');
        let name = cells.next()?;
        let kind = match cells.next()? {
            "past" => Kind::Past,
            "future" => Kind::Future,
            "grows" => Kind::Grows,
            _ => return None,
        };
        let yes = cells.next()?.split(" & ").map(Phrases::of).collect();
        Some(Deed { name, kind, yes, no: Phrases::of(cells.next()?) })
    };
    rows.filter_map(deed).collect()
});

/// What an account says of a deed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Answer {
    done: bool,
    value: Value,
}

/// The deeds that some accounts affirm and others deny.
pub(super) fn find(scene: &Scene<'_>) -> Vec<Found> {
    let mut told: BTreeMap<&str, (&Deed, BTreeMap<usize, Vec<Answer>>)> = BTreeMap::new();
    for (at, account) in scene.accounts.iter().enumerate() {
        if account.copy_of.is_some() {
            continue;
        }
        for line in account.lines.clone() {
            for deed in DEEDS.iter() {
                if let Some(answer) = answer(scene, line, deed) {
                    let known = told.entry(deed.name).or_insert_with(|| (deed, BTreeMap::new()));
                    known.1.entry(at).or_default().push(answer);
                }
            }
        }
    }
    let each = told.into_values().filter_map(|(deed, accounts)| {
        let clear = accounts.into_values().filter_map(|told| clear(deed, told));
        difference(scene, deed, &clear.flatten().collect::<Vec<Answer>>())
    });
    each.collect()
}

/// The answers of an account, if it gives one; of what is to come the first, for what was to come before is told after it.
fn clear(deed: &Deed, mut told: Vec<Answer>) -> Option<Vec<Answer>> {
    let first = told.first()?.done;
    if told.iter().all(|one| one.done == first) {
        return Some(told);
    }
    told.truncate(1);
    (deed.kind == Kind::Future).then_some(told)
}

/// The difference between the answers of accounts that each give one.
fn difference(scene: &Scene<'_>, deed: &Deed, answers: &[Answer]) -> Option<Found> {
    let mut values = BTreeSet::new();
    let mut pairs = Vec::new();
    for yes in answers.iter().filter(|one| one.done) {
        for no in answers.iter().filter(|one| !one.done) {
            if are_of_one(scene, yes.value, no.value) {
                values.extend([yes.value, no.value]);
                pairs.push((yes.value, no.value));
            }
        }
    }
    let nature = nature_of(scene, deed, &pairs);
    (!pairs.is_empty()).then(|| Found {
        kind: DifferenceKind::Negation,
        nature,
        values: values.into_iter().collect(),
    })
}

/// Later knowledge where one answer came after the other, and what was told of may change or an account takes it back.
fn nature_of(scene: &Scene<'_>, deed: &Deed, pairs: &[(Value, Value)]) -> Nature {
    static YIELDS: Words = Words::new(|| lists::words("yields"));
    let later = |(yes, no): &(Value, Value)| {
        let (Some(first), Some(second)) =
            (nature::moment(scene, no.line), nature::moment(scene, yes.line))
        else {
            return false;
        };
        let last = if first < second { yes } else { no };
        let tokens = &scene.lines[last.line].tokens;
        let yields =
            tokens.iter().any(|token| YIELDS.iter().any(|word| token.folded.starts_with(word)));
        nature::is_later(scene, &[*yes, *no])
            && match deed.kind {
                Kind::Future => true,
                Kind::Grows => first < second,
                Kind::Past => yields || nature::revises(scene, last.line),
            }
    };
    if pairs.iter().all(later) { Nature::Update } else { Nature::Conflict }
}

/// Whether two answers are to one question, as far as who and where tell.
fn are_of_one(scene: &Scene<'_>, a: Value, b: Value) -> bool {
    static NOBODY: Words = Words::new(|| lists::words("nobody"));
    let all = [a, b].iter().any(|value| {
        let tokens = scene.lines[value.line].tokens.iter();
        tokens
            .filter(|token| token.span.end() <= value.span.end())
            .any(|token| NOBODY.contains(&token.folded.as_str()))
    });
    scene.account(a.line).origin != scene.account(b.line).origin
        && !counting::are_elsewhere(scene, a.line, b.line)
        && (all || !align::of_others(scene, a.line, b.line))
        && meaning::nearness(scene, a.line, b.line).is_none_or(|near| near >= NEAR)
}

/// What a line says of a deed, if it says so plainly.
fn answer(scene: &Scene<'_>, at: usize, deed: &Deed) -> Option<Answer> {
    let line = &scene.lines[at];
    if line.tokens.is_empty() || scene.text(at).trim_end().ends_with('?') {
        return None;
    }
    let value = |span: Span| Value { line: at, span };
    let plain = |span: Span| !negation::spoken(scene, at, span);
    if let Some((first, last)) = place(line, &deed.no) {
        let span = line.tokens.get(first)?.span.to(line.tokens.get(last)?.span);
        let open = negation::opened(line, first) && deed.kind != Kind::Future;
        return (plain(span) && !open).then_some(Answer { done: false, value: value(span) });
    }
    let said = |&(first, _): &(usize, usize)| {
        line.tokens.get(first).is_some_and(|verb| !negation::is_compound(scene, line, verb))
    };
    let (groups, verb) = (deed.yes.get(1..)?, places(line, deed.yes.first()?).find(said)?);
    let (mut first, mut last) = verb;
    for group in groups {
        let gap = |&(start, end): &(usize, usize)| gap(line, verb, (start, end));
        let near = places(line, group).min_by_key(gap).filter(|place| gap(place) <= REACH)?;
        (first, last) = (first.min(near.0), last.max(near.1));
    }
    let verb = verb.0;
    let denial =
        (verb.saturating_sub(DENIED)..last).rev().find(|at| negation::denies_at(line, *at));
    let broken = |from: usize| {
        line.tokens.get(from + 1..=verb).unwrap_or_default().iter().any(|token| token.after_break)
    };
    if let Some(from) = denial.filter(|from| *from >= verb || !broken(*from)) {
        let span = line.tokens.get(from.min(first))?.span.to(line.tokens.get(last)?.span);
        return plain(span).then_some(Answer { done: false, value: value(span) });
    }
    let from = with_auxiliaries(line, first);
    let span = line.tokens.get(from)?.span.to(line.tokens.get(last)?.span);
    let open = match deed.kind {
        Kind::Future => negation::is_asked(line, verb),
        Kind::Past | Kind::Grows => negation::opened(line, verb),
    };
    (plain(span) && !open).then_some(Answer { done: true, value: value(span) })
}

/// How many words stand between two places of a line; a break between clauses counts for several.
fn gap(line: &Line, one: (usize, usize), other: (usize, usize)) -> usize {
    let (first, second) = (one.min(other), one.max(other));
    let between = line.tokens.get(first.1 + 1..=second.0).unwrap_or_default();
    let breaks = between.iter().filter(|token| token.after_break).count();
    between.len() + breaks * BREAK
}

/// Where the first of some phrases stands: its first word and its last.
fn place(line: &Line, phrases: &Phrases) -> Option<(usize, usize)> {
    places(line, phrases).next()
}

/// Where some phrases stand.
fn places(line: &Line, phrases: &Phrases) -> impl Iterator<Item = (usize, usize)> {
    phrases.places(line).map(|(at, words)| (at, at + words.saturating_sub(1)))
}

/// The place of the small words right before a deed: `has been`, `is to`.
fn with_auxiliaries(line: &Line, first: usize) -> usize {
    const MOST: usize = 3;
    static SMALL: Words = Words::new(|| lists::words("auxiliaries"));
    let more = ["to", "be", "would", "will", "not"];
    let small = |at: &usize| {
        let next = line.tokens.get(at + 1).is_some_and(|next| !next.after_break);
        let word = line.tokens.get(*at).map_or("", |token| token.folded.as_str());
        next && (SMALL.contains(&word) || more.contains(&word))
    };
    (first.saturating_sub(MOST)..first).rev().take_while(small).last().unwrap_or(first)
}

#[cfg(test)]
mod tests {
    use super::DEEDS;

    #[test]
    fn the_table_is_whole() {
        let rows = include_str!("../../data/deeds.tsv").lines().filter(|row| !row.starts_with('#'));
        assert_eq!(DEEDS.len(), rows.count());
        assert!(DEEDS.iter().all(|deed| !deed.no.is_empty() && !deed.yes.is_empty()));
    }
}
