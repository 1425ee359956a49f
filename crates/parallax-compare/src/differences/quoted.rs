//! One utterance with changed words.

use super::{Found, Value};
use crate::{
    lists::{self, Words},
    quotations::{Quote, Utterances},
    scene::Scene,
    wording,
};
use parallax_language::{Language, is_stop_word, names, stem};
use parallax_model::{DifferenceKind, Nature, QuotationKind, Span};
use std::collections::BTreeMap;

/// Words that change what the word after them says; a quotation that drops one is no mere cut.
static DEGREES: Words = Words::new(|| lists::words("degrees"));

/// The share of a wording found in the fullest for words between to be changed ones, in hundredths.
const ALIKE: usize = 70;
/// The longest fragment whose lost first word is a change and not a cut.
const SHORT: usize = 3;

/// The changed words of each group of quotations.
pub(super) fn find(scene: &Scene<'_>, utterances: &Utterances) -> Vec<Found> {
    let mut found = Vec::new();
    for group in &utterances.groups {
        let spoken: Vec<&Quote> = group
            .iter()
            .filter_map(|&at| utterances.quotes.get(at))
            .filter(|quote| quote.kind != QuotationKind::Indirect && !quote.lines.is_empty())
            .filter(|quote| scene.accounts[quote.account].copy_of.is_none())
            .collect();
        // A translation has no word in common with what it translates.
        for spoken in by_language(scene, spoken) {
            found.extend(changes(scene, &spoken));
            found.extend(lost_degree(scene, &spoken));
        }
    }
    found
}

fn by_language<'a>(scene: &Scene<'_>, spoken: Vec<&'a Quote>) -> Vec<Vec<&'a Quote>> {
    let mut groups: Vec<(Language, Vec<&Quote>)> = Vec::new();
    for quote in spoken {
        let language = scene.accounts[quote.account].language;
        match groups.iter_mut().find(|(known, _)| *known == language) {
            Some((_, group)) => group.push(quote),
            None => groups.push((language, vec![quote])),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// Words changed against the fullest wording, one difference for each place.
fn changes(scene: &Scene<'_>, group: &[&Quote]) -> Vec<Found> {
    let mut by_fullness: Vec<&Quote> = group.to_vec();
    by_fullness
        .sort_by_key(|quote| (std::cmp::Reverse(quote.words.len()), quote.span, quote.account));
    let Some((pivot, others)) = by_fullness.split_first() else { return Vec::new() };
    let mut places: BTreeMap<(usize, usize), Vec<Value>> = BTreeMap::new();
    for other in others.iter().filter(|other| other.account != pivot.account) {
        let overlap = wording::overlap(&pivot.words, &other.words);
        // Pieces of one utterance are in a group and need not be alike.
        if overlap.pairs.len() * 100 < other.words.len() * ALIKE {
            continue;
        }
        for change in wording::changes(&pivot.words, &other.words, &overlap) {
            let (ours, theirs) = (&pivot.words[change.ours.clone()], &other.words[change.theirs]);
            let aside = in_brackets(scene, pivot, ours) || in_brackets(scene, other, theirs);
            if aside || !says_other(scene, pivot, ours, theirs) {
                continue;
            }
            let Some(value) = value(scene, other, theirs) else { continue };
            places.entry((change.ours.start, change.ours.end)).or_default().push(value);
        }
    }
    let told = places.into_iter().filter_map(|((start, end), mut values)| {
        values.insert(0, value(scene, pivot, pivot.words.get(start..end)?)?);
        Some(Found { kind: DifferenceKind::Quotation, nature: Nature::Wording, values })
    });
    told.collect()
}

/// Whether changed words say something else: not another form, spelling or figure of the same.
fn says_other(
    scene: &Scene<'_>,
    quote: &Quote,
    ours: &[(String, Span)],
    theirs: &[(String, Span)],
) -> bool {
    let language = scene.accounts[quote.account].language;
    let content = |words: &[(String, Span)]| -> Vec<String> {
        let kept = words.iter().filter(|(word, _)| !is_stop_word(language, word));
        kept.map(|(word, _)| stem(language, word)).collect()
    };
    let figures = |words: &[(String, Span)]| {
        words.iter().any(|(word, _)| word.chars().any(|letter| letter.is_ascii_digit()))
    };
    let (before, after) = (content(ours), content(theirs));
    let joined =
        |words: &[(String, Span)]| words.iter().map(|(w, _)| w.as_str()).collect::<String>();
    // "ice breaker" may be cut after its first word.
    let begins = |one: &str, other: &str| one.starts_with(other) || other.starts_with(one);
    before != after
        && !before.is_empty()
        && !after.is_empty()
        && figures(ours) == figures(theirs)
        && !begins(&joined(ours), &joined(theirs))
        && !one_name(ours, theirs)
}

/// Whether changed words are one name, spelled or shortened in two ways.
fn one_name(ours: &[(String, Span)], theirs: &[(String, Span)]) -> bool {
    let name = |words: &[(String, Span)]| {
        words.iter().map(|(word, _)| word.as_str()).collect::<Vec<&str>>().join(" ")
    };
    let (one, other) = (name(ours), name(theirs));
    let initials = |words: &[(String, Span)]| -> String {
        words.iter().filter_map(|(word, _)| word.chars().next()).collect()
    };
    let short =
        ours.len() > 1 && initials(ours) == other || theirs.len() > 1 && initials(theirs) == one;
    let spelled = ours.len() == theirs.len()
        && ours.iter().zip(theirs).all(|((x, _), (y, _))| names::same_word(x, y));
    short || spelled
}

/// Whether words stand in brackets: the outlet's, not the speaker's.
fn in_brackets(scene: &Scene<'_>, quote: &Quote, words: &[(String, Span)]) -> bool {
    let text = scene.accounts[quote.account].article.text.as_str();
    let before = words.first().and_then(|(_, span)| text.get(..span.start()));
    before.is_some_and(|before| before.ends_with(['(', '[']))
}

/// A short fragment without the degree word that another account quotes before it.
fn lost_degree(scene: &Scene<'_>, group: &[&Quote]) -> Vec<Found> {
    let mut found = Vec::new();
    for short in group.iter().filter(|quote| quote.words.len() <= SHORT) {
        for full in group.iter().filter(|full| full.account != short.account) {
            let overlap = wording::overlap(&short.words, &full.words);
            let Some(&(0, at)) = overlap.pairs.first().filter(|_| overlap.exact()) else {
                continue;
            };
            if full.words.len() <= short.words.len() {
                continue;
            }
            let lost = at.checked_sub(1).and_then(|before| full.words.get(before));
            let degree = lost.is_some_and(|(word, _)| DEGREES.contains(&word.as_str()));
            if !degree || said_outside(scene, short) {
                continue;
            }
            let whole = full.words.get(at - 1..at + short.words.len()).unwrap_or_default();
            let values = value(scene, short, &short.words).zip(value(scene, full, whole));
            found.extend(values.map(|(a, b)| Found {
                kind: DifferenceKind::Quotation,
                nature: Nature::Wording,
                values: vec![a, b],
            }));
        }
    }
    found
}

/// Whether the outlet puts a degree word of its own before the marks: very “good”.
fn said_outside(scene: &Scene<'_>, quote: &Quote) -> bool {
    let Some(start) = quote.words.first().map(|(_, span)| span.start()) else { return false };
    let line = quote.lines.first().map(|&line| &scene.lines[line]);
    let before = line
        .and_then(|line| line.tokens.iter().take_while(|token| token.span.end() <= start).last());
    before.is_some_and(|token| DEGREES.contains(&token.folded.as_str()))
}

/// The place of words of a quotation, with the line they stand in.
fn value(scene: &Scene<'_>, quote: &Quote, words: &[(String, Span)]) -> Option<Value> {
    let span = words.first()?.1.to(words.last()?.1);
    let holder = |line: &&usize| scene.lines[**line].span.overlaps(span);
    let line = quote.lines.iter().find(holder).or(quote.lines.first())?;
    Some(Value { line: *line, span })
}
