//! Whether two figures count one thing.

use super::slot;
use crate::{
    amounts::{self, Fit},
    lists::{self, Words},
    scene::{Line, Scene, Token},
};
use parallax_language::{Language, lexicon::related, stem, words};
use parallax_model::{EntityKind, Quantity};
use std::{collections::BTreeSet, sync::LazyLock};

/// Whether two figures count one thing.
pub(super) enum Counting {
    One,
    Perhaps,
    Others,
}

/// An amount and the line it stands in.
pub(super) type Placed<'a> = (usize, &'a Quantity);

/// The amounts a line tells.
pub(super) fn told<'a>(scene: &'a Scene<'_>, line: usize) -> Vec<&'a Quantity> {
    let all = &scene.account(line).notes.quantities;
    let own = scene.lines[line].quantities.iter().filter_map(|&at| all.get(at));
    own.filter(|amount| is_told(&scene.lines[line], amount)).collect()
}

/// Words whose number tells which of many one is.
static NUMBERED: Words = Words::new(|| lists::words("numbered"));

/// Whether a figure tells an amount: not an age, not a part of a name or a day.
fn is_told(line: &Line, amount: &Quantity) -> bool {
    let (first, after) = (before(line, amount), after(line, amount));
    // "One of them", "one English climber": more an article than a count.
    let one = amount.milli == 1000 && amount.unit.is_empty();
    let ahead = first.checked_sub(1).and_then(|at| line.tokens.get(at));
    // `Week 15 loss`, `Gate 4 queue`.
    let numbered =
        ahead.is_some_and(|token| token.capital && NUMBERED.contains(&token.folded.as_str()));
    if one || numbered || after.is_some_and(|token| token.folded == "old") {
        return false;
    }
    if !amount.unit.is_empty() || !amount.counted.is_empty() {
        return true;
    }
    // "Week 15", "October 30": the number is part of a name; "Ana Vik, 21,": it is an age.
    let named = ahead.is_some_and(|token| token.capital);
    let set_off = line.tokens.get(first).is_some_and(|token| token.after_break);
    !(named || set_off && after.is_none_or(|token| token.after_break))
}

/// Whether a line counts the same sort of thing more than once: then each figure is of a part.
pub(super) fn is_one_of_several(scene: &Scene<'_>, (line, amount): Placed<'_>) -> bool {
    let all = told(scene, line);
    let alike = all.into_iter().filter(|other| {
        other.unit == amount.unit && other.counted == amount.counted && other.span != amount.span
    });
    !(amount.counted.is_empty() && amount.unit.is_empty()) && alike.count() > 0
}

/// Whether a figure stands beside another: `4,000 foreign and 900 local`, `9 of the 16`, or in brackets after it.
pub(super) fn is_listed(scene: &Scene<'_>, (line, amount): Placed<'_>) -> bool {
    const BESIDE: usize = 4;
    static JOINS: Words = Words::new(|| lists::words("joins"));
    let text = scene.account(line).article.text.as_str();
    let bracket = text.get(..amount.span.start()).is_some_and(|before| before.ends_with('('));
    let own = &scene.lines[line];
    let first = before(own, amount);
    let next = own.end_of(amount.span);
    let joined = |part: &[Token]| {
        let figure = part.iter().position(|token| token.figure);
        let join = part.iter().position(|token| JOINS.contains(&token.folded.as_str()));
        figure.zip(join)
    };
    let earlier = own.tokens.get(first.saturating_sub(BESIDE)..first).and_then(joined);
    let later = own.tokens.get(next..(next + BESIDE).min(own.tokens.len())).and_then(joined);
    let of = own.tokens.get(next).is_some_and(|token| token.folded == "of");
    bracket
        || earlier.is_some_and(|(figure, join)| figure < join)
        || !of && later.is_some_and(|(figure, join)| join < figure)
}

/// Whether a figure stands in a clause that only tells how it came to the rest: `after two people died`.
pub(super) fn is_aside(scene: &Scene<'_>, (line, amount): Placed<'_>) -> bool {
    const BESIDE: usize = 3;
    static ASIDES: Words = Words::new(|| lists::words("asides"));
    let own = &scene.lines[line];
    let first = before(own, amount);
    let near = own.tokens.get(first.saturating_sub(BESIDE)..first).unwrap_or_default();
    near.iter().any(|token| ASIDES.contains(&token.folded.as_str()))
}

/// Whether one percentage is a share of something and the other a change or a rate.
fn share_and_rate(scene: &Scene<'_>, a: Placed<'_>, b: Placed<'_>) -> bool {
    let share = |(line, amount): Placed<'_>| {
        after(&scene.lines[line], amount).is_some_and(|token| token.folded == "of")
    };
    a.1.unit == "percent" && b.1.unit == "percent" && share(a) != share(b)
}

/// How many words stand before an amount.
fn before(line: &Line, amount: &Quantity) -> usize {
    line.start_of(amount.span)
}

/// The word after an amount.
fn after<'a>(line: &'a Line, amount: &Quantity) -> Option<&'a Token> {
    line.tokens.get(line.end_of(amount.span))
}

/// Whether the account of line `b` tells the amount too, in whatever sentence.
///
/// Then its other figures are of other things.
pub(super) fn told_there(scene: &Scene<'_>, (_, x): Placed<'_>, b: usize) -> bool {
    let one_sort = |y: &Quantity| {
        let unit = x.unit == y.unit && x.milli == y.milli;
        let bare = x.counted.is_empty() && y.counted.is_empty();
        !x.unit.is_empty() && unit && bare || !x.counted.is_empty() && x.counted == y.counted
    };
    let account = scene.account(b);
    account.lines.clone().any(|at| {
        let line = &scene.lines[at];
        let mut all = line.quantities.iter().filter_map(|&at| account.notes.quantities.get(at));
        all.any(|y| one_sort(y) && amounts::compare(x, y) == Fit::Same && is_told(line, y))
    })
}

/// What stands after `of` where a whole is known.
static DEFINITE: Words = Words::new(|| lists::words("definite"));

/// Whether an amount is set out as a part of something: `half`, `two of the injured`.
pub(super) fn is_part(scene: &Scene<'_>, (line, amount): Placed<'_>) -> bool {
    let line = &scene.lines[line];
    let at = line.start_of(amount.number) + 1;
    let (of, whole) = (line.tokens.get(at), line.tokens.get(at + 1));
    let of = of.is_some_and(|token| token.folded == "of" && !token.after_break);
    let definite = whole.is_some_and(|token| DEFINITE.contains(&token.folded.as_str()));
    let share = amount.unit.is_empty();
    share && (of && definite || amount.milli % 1000 != 0)
}

/// Whether two figures are of two people or two places, as far as the names beside them tell.
pub(super) fn of_others(scene: &Scene<'_>, (a, x): Placed<'_>, (b, y): Placed<'_>) -> bool {
    let (ours, theirs) = (owner(scene, a, x), owner(scene, b, y));
    let people = matches!((ours, theirs), (Some(one), Some(other)) if one != other);
    people || are_elsewhere(scene, a, b)
}

/// Whether two lines name places, and none in common.
pub(super) fn are_elsewhere(scene: &Scene<'_>, a: usize, b: usize) -> bool {
    let (here, there) = (scene.lines[a].known.places(), scene.lines[b].known.places());
    let name = |place: &usize| scene.entities.get(*place).map_or("", |known| known.name.as_str());
    let mut pairs = here.iter().flat_map(|one| there.iter().map(move |other| (one, other)));
    let near = pairs.any(|(one, other)| one == other || share_a_word(name(one), name(other)));
    !here.is_empty() && !there.is_empty() && !near
}

/// Whether two names have a word in common: `Harrow`, `Harrow Bridge`.
fn share_a_word(one: &str, other: &str) -> bool {
    words(one).any(|x| words(other).any(|y| x.of(one).eq_ignore_ascii_case(y.of(other))))
}

/// The last person named before an amount, save who says so.
fn owner(scene: &Scene<'_>, line: usize, amount: &Quantity) -> Option<usize> {
    let own = &scene.lines[line];
    let named = own.tokens.get(..before(own, amount)).unwrap_or_default().iter().rev();
    let mut people = named.filter(|token| !token.saying).filter_map(|token| token.named);
    people.find(|&entity| is(scene, entity, EntityKind::Person))
}

fn is(scene: &Scene<'_>, entity: usize, kind: EntityKind) -> bool {
    scene.entities.get(entity).is_some_and(|known| known.kind == kind)
}

/// Whether two figures count one thing, by the words that say what is counted.
pub(super) fn counting(scene: &Scene<'_>, a: Placed<'_>, b: Placed<'_>) -> Counting {
    let language = scene.account(a.0).language;
    let (ours, theirs) = (a.1.counted.as_str(), b.1.counted.as_str());
    match (ours.is_empty(), theirs.is_empty()) {
        _ if share_and_rate(scene, a, b) => Counting::Others,
        (true, true) if a.1.unit.is_empty() => beside(scene, a, b),
        (true, false) if !stands_near(scene, a, theirs) => beside(scene, a, b),
        (false, true) if !stands_near(scene, b, ours) => beside(scene, a, b),
        (true, _) | (_, true) => Counting::Perhaps,
        _ if ours == theirs && !is_people(language, ours) => Counting::One,
        _ if counts_people(language, ours, theirs) => Counting::Perhaps,
        _ if ours == theirs || related(ours, theirs).is_some() => Counting::Perhaps,
        _ => Counting::Others,
    }
}

/// Whether a word stands after two numbers, one of them bare, that may be what both count.
fn beside(scene: &Scene<'_>, a: Placed<'_>, b: Placed<'_>) -> Counting {
    const AFTER: usize = 4;
    static JOINS: Words = Words::new(|| lists::words("clauses"));
    fn nouns<'a>(scene: &'a Scene<'_>, (line, amount): Placed<'_>) -> Vec<&'a Token> {
        let own = &scene.lines[line];
        let next = own.end_of(amount.span);
        let after = own.tokens.get(next..(next + AFTER).min(own.tokens.len())).unwrap_or_default();
        let joins = |token: &Token| JOINS.contains(&token.folded.as_str());
        let clause = after.iter().take_while(|token| !token.after_break && !joins(token));
        clause.filter(|token| token.weight > 0 && !token.capital && !token.figure).collect()
    }
    let language = scene.account(a.0).language;
    let (ours, theirs) = (nouns(scene, a), nouns(scene, b));
    let one = ours.iter().any(|x| theirs.iter().any(|y| slot::fit(language, x, y) >= ONE_NOUN));
    if one { Counting::Perhaps } else { Counting::Others }
}

/// How far one word must stand for another to be what both count, in tenths.
const ONE_NOUN: u32 = 8;

/// Whether both are words for people, one of them at least for people of any sort.
fn counts_people(language: Language, ours: &str, theirs: &str) -> bool {
    let people = [ours, theirs].map(|counted| is_people(language, counted));
    let agents = [ours, theirs].map(|counted| is_agent(language, counted));
    match people {
        [true, other] => other || agents[1],
        [false, other] => other && agents[0],
    }
}

/// What stands right before a count that a toll has come to.
static STANDS_AT: Words = Words::new(|| lists::words("stands at"));

/// Whether what another figure counts stands near a bare one: `its crew of 14`.
///
/// People are counted without a word for them where they are killed or held.
fn stands_near(scene: &Scene<'_>, (line, amount): Placed<'_>, counted: &str) -> bool {
    const BESIDE: usize = 4;
    let language = scene.account(line).language;
    let own = &scene.lines[line];
    let first = before(own, amount);
    let beside = own.tokens.get(first.saturating_sub(BESIDE)..first + BESIDE);
    let beside = beside.or_else(|| own.tokens.get(first.saturating_sub(BESIDE)..));
    let people = is_people(language, counted);
    // "The death toll from the fire on the quay rose to five."
    let toll = own.tokens.get(..first).unwrap_or_default();
    let stands = toll.last().is_some_and(|token| STANDS_AT.contains(&token.folded.as_str()));
    if people && stands && toll.iter().any(|token| happens(&token.stem)) {
        return true;
    }
    beside.unwrap_or_default().iter().any(|token| {
        let fits = token.stem == counted && token.span.end() <= amount.span.start();
        fits || people && (is_people(language, &token.stem) || happens(&token.stem))
    })
}

/// Whether a word tells what happens to people that are counted.
fn happens(stem: &str) -> bool {
    static HAPPENS: Words = Words::new(|| lists::words("happens"));
    HAPPENS.contains(&stem)
}

/// Words for people.
static PEOPLE: Words = Words::new(|| lists::words("people"));

/// Their stems in the languages that are asked for most.
static STEMS_OF_PEOPLE: LazyLock<Vec<(Language, BTreeSet<String>)>> = LazyLock::new(|| {
    let of = |language| (language, PEOPLE.iter().map(|word| stem(language, word)).collect());
    [Language::ENGLISH, Language::RUSSIAN, Language::SPANISH].map(of).into()
});

fn is_people(language: Language, counted: &str) -> bool {
    PEOPLE.contains(&counted)
        || match STEMS_OF_PEOPLE.iter().find(|(known, _)| *known == language) {
            Some((_, stems)) => stems.contains(counted),
            None => PEOPLE.iter().any(|word| stem(language, word) == counted),
        }
}

/// Whether an English word is made as words for people at work are: `docker`, `machinist`.
fn is_agent(language: Language, counted: &str) -> bool {
    static AGENTS: Words = Words::new(|| lists::words("agents"));
    const LEAST_LETTERS: usize = 6;
    let long = counted.len() >= LEAST_LETTERS && language == Language::ENGLISH;
    long && AGENTS.iter().any(|ending| counted.ends_with(ending))
}
