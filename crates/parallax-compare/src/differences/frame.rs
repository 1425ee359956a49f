//! How tightly the words around two values agree: whether the sentences say the same of them.

use super::{Value, slot};
use crate::{
    align,
    likeness::likeness,
    meaning,
    scene::{Line, Scene, Token},
};
use parallax_language::Language;
use std::collections::BTreeSet;

/// What is seen of the words around two values, by name, in its order.
pub(crate) const NAMES: [&str; 20] = [
    "sure",
    "meaning",
    "around",
    "in-order",
    "word-before",
    "word-after",
    "content-before",
    "content-after",
    "deed",
    "names-both",
    "names-one",
    "first-same",
    "first-other",
    "amounts-both",
    "amounts-one",
    "days-both",
    "days-apart",
    "leads",
    "one-spoken",
    "length",
];

/// What is seen of a pair of values; shares in thousandths.
pub(crate) type Seen = [i64; NAMES.len()];

/// Words of a line that are laid side by side; a sentence is hardly ever longer.
const MOST_WORDS: usize = 80;

/// How near two sentences of one claim usually are, in thousandths, where it is not known.
const USUAL: i16 = 550;

/// What is seen of the sentences around two values.
pub(crate) fn seen(scene: &Scene<'_>, a: Value, b: Value) -> Seen {
    let (ours, theirs) = (&scene.lines[a.line], &scene.lines[b.line]);
    let found = likeness(scene, a.line, b.line);
    let near = meaning::nearness(scene, a.line, b.line).unwrap_or(USUAL);
    let (x, y) = (Beside::of(ours, a), Beside::of(theirs, b));
    let language = scene.account(a.line).language;
    let fit = |one: Option<&Token>, other: Option<&Token>| {
        let both = one.zip(other);
        both.map_or(0, |(one, other)| i64::from(slot::fit(language, one, other)) * 100)
    };
    let deed = x.deeds(language, &y).max(y.deeds(language, &x));
    let word = |one: Option<&Token>, other: Option<&Token>| match (one, other) {
        (Some(one), Some(other)) => i64::from(one.folded == other.folded) * 1000,
        (None, None) => 1000,
        _ => 0,
    };
    let names = Shared::of(&named(scene, a), &named(scene, b));
    let (first, other) = (first_named(ours, a), first_named(theirs, b));
    let both = first.zip(other);
    let amounts = amounts(scene, a, b);
    let days = Shared::of(&days(scene, a), &days(scene, b));
    let spoken = |value: Value| {
        scene.lines[value.line].quotations.iter().any(|&at| {
            let quotation = scene.account(value.line).notes.quotations.get(at);
            quotation.is_some_and(|one| {
                one.span.overlaps(value.span) && one.kind != parallax_model::QuotationKind::Indirect
            })
        })
    };
    let all =
        [a.line, b.line].map(|line| i64::from(crate::likeness::evidence(scene, line).total()));
    [
        i64::from(found.sure),
        i64::from(near),
        around(scene, a, b),
        in_order(ours, a, theirs, b),
        word(x.before, y.before),
        word(x.after, y.after),
        fit(x.content_before, y.content_before),
        fit(x.content_after, y.content_after),
        deed,
        names.both.min(4) * 1000,
        names.one.min(4) * 1000,
        i64::from(both.is_some_and(|(one, other)| one == other)) * 1000,
        i64::from(both.is_some_and(|(one, other)| one != other)) * 1000,
        amounts.0.min(3) * 1000,
        amounts.1.min(3) * 1000,
        days.both.min(2) * 1000,
        i64::from(days.both == 0 && days.ours > 0 && days.theirs > 0) * 1000,
        (i64::from(align::is_lead(scene, a.line)) + i64::from(align::is_lead(scene, b.line))) * 500,
        i64::from(spoken(a) != spoken(b)) * 1000,
        all[0].min(all[1]) * 1000 / all[0].max(all[1]).max(1),
    ]
}

/// The words that stand next to a value.
struct Beside<'a> {
    before: Option<&'a Token>,
    after: Option<&'a Token>,
    content_before: Option<&'a Token>,
    content_after: Option<&'a Token>,
    deeds_before: Vec<&'a Token>,
    deeds_after: Vec<&'a Token>,
}

/// Words on each side of a value that may say what is told of it.
const DEEDS: usize = 2;

impl<'a> Beside<'a> {
    fn of(line: &'a Line, value: Value) -> Self {
        let (first, last) = places(line, value);
        let before = line.tokens.get(..first).unwrap_or_default();
        let after = line.tokens.get(last..).unwrap_or_default();
        let content = |token: &&Token| token.weight > 0 && !token.figure;
        let deed = |token: &&Token| content(token) && !token.capital && token.named.is_none();
        // A value that a comma sets off on both sides belongs to the next clause as well.
        let opens =
            |at: usize| at == 0 || line.tokens.get(at).is_some_and(|token| token.after_break);
        let led = before.last().is_some_and(|token| token.weight == 0);
        let set_off = opens(first) || led && opens(first.saturating_sub(1));
        let start =
            before.iter().rposition(|token| token.after_break).filter(|_| !set_off).unwrap_or(0);
        let behind = before.get(start..).unwrap_or_default().iter().rev();
        let ahead = after.iter().take_while(move |token| set_off || !token.after_break);
        Self {
            before: before.last(),
            after: after.first(),
            content_before: before.iter().rev().find(content),
            content_after: after.iter().find(content),
            deeds_before: behind.filter(deed).take(DEEDS).collect(),
            deeds_after: ahead.filter(deed).take(DEEDS).collect(),
        }
    }

    /// How far the nearest word on one side is one of the near words of `other`, in thousandths.
    fn deeds(&self, language: Language, other: &Self) -> i64 {
        let nearest = [self.deeds_before.first(), self.deeds_after.first()];
        let theirs = other.deeds_before.iter().chain(&other.deeds_after);
        let fits = theirs.flat_map(|one| {
            let near = nearest.into_iter().flatten();
            near.map(|near| i64::from(slot::fit(language, near, one)) * 100)
        });
        fits.max().unwrap_or(0)
    }
}

/// The places of the words of a value: the first, and the one after the last.
fn places(line: &Line, value: Value) -> (usize, usize) {
    let first = line.start_of(value.span);
    let last = line.end_of(value.span);
    (first, last.max(first))
}

/// The share of the words around both values that stand around both, the nearer the heavier.
fn around(scene: &Scene<'_>, a: Value, b: Value) -> i64 {
    let language = scene.account(a.line).language;
    let ours = weighed(&scene.lines[a.line], a);
    let mut theirs = weighed(&scene.lines[b.line], b);
    let total = |all: &[(i64, &Token)]| all.iter().map(|(worth, _)| worth).sum::<i64>();
    let all = total(&ours) + total(&theirs);
    let mut shared = 0;
    for (worth, token) in &ours {
        let best = theirs.iter().enumerate().map(|(at, (other, it))| {
            (
                (worth + other) * i64::from(slot::fit(language, token, it)) / 10,
                std::cmp::Reverse(at),
            )
        });
        if let Some((both, std::cmp::Reverse(at))) = best.max().filter(|(both, _)| *both > 0) {
            shared += both;
            theirs.swap_remove(at);
        }
    }
    shared * 1000 / all.max(1)
}

/// The content words of a line with their worth, less the further from the value.
fn weighed(line: &Line, value: Value) -> Vec<(i64, &Token)> {
    /// Words that a break between clauses counts for.
    const BREAK: usize = 3;
    /// Words after which a word counts half.
    const HALF: usize = 5;
    let (first, last) = places(line, value);
    let mut all = Vec::new();
    let worth = |token: &Token, away: usize| {
        let content = token.weight > 0 && !token.figure && !token.saying;
        content.then(|| {
            i64::from(token.weight) * 1000
                / i64::try_from(1000 + away * 1000 / HALF).unwrap_or(i64::MAX)
        })
    };
    let mut away = 0;
    for at in (0..first).rev() {
        let Some(token) = line.tokens.get(at) else { continue };
        let breaks = line.tokens.get(at + 1).is_some_and(|next| next.after_break);
        away += if breaks { BREAK } else { 1 };
        all.extend(worth(token, away).map(|worth| (worth, token)));
    }
    away = 0;
    for token in line.tokens.get(last..).unwrap_or_default() {
        away += if token.after_break { BREAK } else { 1 };
        all.extend(worth(token, away).map(|worth| (worth, token)));
    }
    all
}

/// The share of the words of both lines that they have in one order, the values left out.
fn in_order(ours: &Line, a: Value, theirs: &Line, b: Value) -> i64 {
    fn words(line: &Line, value: Value) -> Vec<&str> {
        let outside = line.tokens.iter().filter(|token| !token.span.overlaps(value.span));
        outside.take(MOST_WORDS).map(|token| token.folded.as_str()).collect()
    }
    let (x, y) = (words(ours, a), words(theirs, b));
    let mut row = vec![0i64; y.len() + 1];
    for one in &x {
        let mut corner = 0;
        for (at, other) in y.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if one == other { corner + 1 } else { above.max(row[at]) };
            corner = above;
        }
    }
    let all = i64::try_from(x.len() + y.len()).unwrap_or(i64::MAX);
    row.last().copied().unwrap_or(0) * 2000 / all.max(1)
}

/// What two sets have in common and what only one has.
struct Shared {
    both: i64,
    one: i64,
    ours: i64,
    theirs: i64,
}

impl Shared {
    fn of<T: Ord>(a: &BTreeSet<T>, b: &BTreeSet<T>) -> Self {
        let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        let both = number(a.intersection(b).count());
        let (ours, theirs) = (number(a.len()), number(b.len()));
        Self { both, one: ours + theirs - 2 * both, ours, theirs }
    }
}

/// The entities a line names, save in the value and as who says so.
fn named(scene: &Scene<'_>, value: Value) -> BTreeSet<usize> {
    let outside = scene.lines[value.line]
        .tokens
        .iter()
        .filter(|token| !token.span.overlaps(value.span) && !token.saying);
    outside.filter_map(|token| token.named).collect()
}

/// The first entity a line names, save in the value and as who says so.
fn first_named(line: &Line, value: Value) -> Option<usize> {
    let mut outside =
        line.tokens.iter().filter(|token| !token.span.overlaps(value.span) && !token.saying);
    outside.find_map(|token| token.named)
}

/// How many other amounts both lines tell, and how many only one does.
fn amounts(scene: &Scene<'_>, a: Value, b: Value) -> (i64, i64) {
    let told = |value: Value| -> Vec<i128> {
        let all = &scene.account(value.line).notes.quantities;
        let own = scene.lines[value.line].quantities.iter().filter_map(|&at| all.get(at));
        own.filter(|one| !one.span.overlaps(value.span)).map(|one| one.milli).collect()
    };
    let (ours, mut theirs) = (told(a), told(b));
    let all = ours.len() + theirs.len();
    let mut both = 0;
    for one in ours {
        if let Some(at) = theirs.iter().position(|other| *other == one) {
            theirs.swap_remove(at);
            both += 1;
        }
    }
    (both, i64::try_from(all).unwrap_or(i64::MAX) - 2 * both)
}

/// The days a line names, save in the value.
fn days(scene: &Scene<'_>, value: Value) -> BTreeSet<String> {
    let all = &scene.account(value.line).notes.dates;
    let own = scene.lines[value.line].dates.iter().filter_map(|&at| all.get(at));
    let other = own.filter(|date| !date.span.overlaps(value.span));
    other.filter_map(|date| Some(date.value.get(..10)?.to_owned())).collect()
}
