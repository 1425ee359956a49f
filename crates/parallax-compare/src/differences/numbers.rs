//! Figures for one thing that cannot be one figure.

use super::{Found, Value, gather, line_pairs, nature, slot};
use crate::{
    amounts::{self, Fit},
    scene::{Line, Scene},
};
use parallax_language::{Language, lexicon::related, stem};
use parallax_model::{DifferenceKind, Quantity};
use std::collections::{BTreeMap, BTreeSet};

/// The worth of the words that must stand around two figures, in thousandths.
///
/// This and the next chosen on the development stories, for few false differences.
const SLOT: u32 = 1900;
/// The same where both count one thing that is not just people.
const SLOT_COUNTED: u32 = 1100;

/// The worth of those of them that are no names.
const DEEDS: u32 = 700;

/// Figures in a sentence up to which it is clear what each is a figure of.
const MOST_FIGURES: usize = 4;

/// Words for people: to count them says little of what is counted.
const PEOPLE: &[&str] = &[
    "person",
    "people",
    "man",
    "men",
    "woman",
    "women",
    "crew",
    "resident",
    "citizen",
    "individual",
    "human",
    "fan",
    "spectator",
    "supporter",
    "visitor",
    "protester",
    "demonstrator",
    "marcher",
    "rioter",
    "passenger",
    "victim",
    "civilian",
    "sailor",
    "member",
    "other",
    "inhabitant",
    "crowd",
    "человек",
    "люди",
    "персона",
    "житель",
];

/// The differences between figures in one claim.
pub(super) fn find(scene: &Scene<'_>, draft: &[usize]) -> Vec<Found> {
    let mut apart = Vec::new();
    for (a, b) in line_pairs(scene, draft) {
        if !super::tell_one_thing(scene, a, b) {
            continue;
        }
        apart.extend(pairs(scene, a, b));
    }
    let sets = gather(apart).into_iter().filter(|values| one_an_account(scene, values.iter()));
    sets.map(|values| Found {
        kind: DifferenceKind::Number,
        nature: nature::of_numbers(scene, &values),
        values,
    })
    .collect()
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

fn quantities<'a>(scene: &'a Scene<'_>, line: usize) -> Vec<&'a Quantity> {
    let all = &scene.account(line).notes.quantities;
    let own = scene.lines[line].quantities.iter().filter_map(|&at| all.get(at));
    own.filter(|amount| is_told(&scene.lines[line], amount)).collect()
}

/// Whether a figure tells an amount: not an age, not a part of a name or a day.
fn is_told(line: &Line, amount: &Quantity) -> bool {
    let first = line.tokens.partition_point(|token| token.span.end() <= amount.span.start());
    let next = line.tokens.partition_point(|token| token.span.start() < amount.span.end());
    let after = line.tokens.get(next);
    if after.is_some_and(|token| token.folded == "old") {
        return false;
    }
    if !amount.unit.is_empty() || !amount.counted.is_empty() {
        return true;
    }
    // "Week 15", "October 30": the number is part of a name; "Ana Vik, 21,": it is an age.
    let named = first.checked_sub(1).and_then(|at| line.tokens.get(at));
    let named = named.is_some_and(|token| token.capital);
    let set_off = line.tokens.get(first).is_some_and(|token| token.after_break);
    !(named || set_off && after.is_none_or(|token| token.after_break))
}

/// The figures of two lines that stand in one slot and do not fit.
fn pairs(scene: &Scene<'_>, a: usize, b: usize) -> Vec<(Value, Value)> {
    let (ours, theirs) = (quantities(scene, a), quantities(scene, b));
    if ours.len().max(theirs.len()) > MOST_FIGURES {
        return Vec::new();
    }
    let text = |line: usize| scene.account(line).article.text.as_str();
    let fit = |x: &Quantity, y: &Quantity| {
        let words = (amounts::words_of(text(a), x), amounts::words_of(text(b), y));
        amounts::compare((x, words.0), (y, words.1))
    };
    let mut likely: Vec<(u32, Value, Value)> = Vec::new();
    for x in &ours {
        // A figure that fits one of the other line is told there.
        if theirs.iter().any(|y| fit(x, y) == Fit::Same && may_count_one(scene, (a, x), (b, y))) {
            continue;
        }
        for y in &theirs {
            let loose = amounts::far_apart(x, y) || is_part(x) || is_part(y);
            if loose || fit(x, y) != Fit::Apart || ours.iter().any(|z| fit(z, y) == Fit::Same) {
                continue;
            }
            let (needed, deeds) = match counting(scene, (a, x), (b, y)) {
                Counting::One => (SLOT_COUNTED, 0),
                Counting::Perhaps => (SLOT, DEEDS),
                Counting::Others => continue,
            };
            let worth = slot::shared(scene, (a, x.span), (b, y.span));
            if worth >= needed && slot::shared_deeds(scene, (a, x.span), (b, y.span)) >= deeds {
                let one = Value { line: a, span: x.span };
                likely.push((worth, one, Value { line: b, span: y.span }));
            }
        }
    }
    one_to_one(likely)
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

/// Whether a figure is a bare part of something: `half`, `a third`.
fn is_part(amount: &Quantity) -> bool {
    amount.unit.is_empty() && amount.milli % 1000 != 0
}

/// Whether two figures count one thing.
enum Counting {
    One,
    Perhaps,
    Others,
}

fn may_count_one(scene: &Scene<'_>, a: (usize, &Quantity), b: (usize, &Quantity)) -> bool {
    !matches!(counting(scene, a, b), Counting::Others)
}

fn counting(scene: &Scene<'_>, a: (usize, &Quantity), b: (usize, &Quantity)) -> Counting {
    let language = scene.account(a.0).language;
    let (ours, theirs) = (a.1.counted.as_str(), b.1.counted.as_str());
    match (ours.is_empty(), theirs.is_empty()) {
        (true, true) if a.1.unit.is_empty() => Counting::Others,
        (true, false) if !stands_near(scene, a, theirs) => Counting::Others,
        (false, true) if !stands_near(scene, b, ours) => Counting::Others,
        (true, _) | (_, true) => Counting::Perhaps,
        _ if ours == theirs && !is_people(language, ours) => Counting::One,
        _ if is_people(language, ours) && is_people(language, theirs) => Counting::Perhaps,
        _ if ours == theirs || related(ours, theirs).is_some() => Counting::Perhaps,
        _ => Counting::Others,
    }
}

/// Whether what another figure counts stands near a bare one: `its crew of 14`.
///
/// People are counted without a word for them where they are killed or held.
fn stands_near(scene: &Scene<'_>, (line, amount): (usize, &Quantity), counted: &str) -> bool {
    let language = scene.account(line).language;
    let near = slot::around(&scene.lines[line], amount.span);
    near.iter().any(|token| token.stem == counted)
        || is_people(language, counted)
            && near.iter().any(|token| is_people(language, &token.stem) || happens(&token.stem))
}

/// What happens to people that are counted.
const HAPPENS: &[&str] =
    &["kill", "dead", "die", "death", "toll", "injur", "wound", "hurt", "arrest", "detain", "miss"];

fn happens(stem: &str) -> bool {
    HAPPENS.contains(&stem)
}

fn is_people(language: Language, counted: &str) -> bool {
    PEOPLE.iter().any(|word| *word == counted || stem(language, word) == counted)
}
