//! Which sentences of different articles tell the same thing.

use crate::{
    candidates::candidates,
    likeness::{Likeness, likeness},
    pair::{self, Seer, Sights},
    quotations::Utterances,
    rarity::log2,
    scene::Scene,
    senses::Senses,
};
use parallax_model::QuotationKind;
use std::{cmp::Reverse, collections::BTreeSet};

/// What a link weighs when both sentences hold one utterance, in thousandths.
///
/// Chosen with the other thresholds here on the development stories.
const SHARED_UTTERANCE: u32 = 700;
/// The weight from which two sentences are held to tell one thing, for each time
/// the sentences of the story double: more of them, more likenesses by chance.
const LINKED: u32 = 62;
/// Sentences from which that is counted.
const FEW: usize = 8;
/// The weight where a story has hardly more sentences than that.
const LINKED_AT_LEAST: u32 = 150;
/// The evidence two sentences must share at least, in thousandths.
const LEAST_SHARED: u32 = 1500;
/// The separate things they must share: one rare word is in two sentences by chance.
const LEAST_THINGS: usize = 2;
/// A sentence has a second partner in an article if it is nearly as good as the best.
const NEARLY_BEST: u32 = 150;
/// The weight from which one long sentence is linked to several short ones.
const ONE_TO_FEW: u32 = 600;
/// What it adds that both sentences open their accounts.
const BOTH_LEAD: u32 = 80;
/// What it takes away that both are speech in marks, and not the same.
const OTHER_WORDS: u32 = 120;
/// What it takes away that they name people, and no one in common.
const OTHER_PEOPLE: u32 = 70;

/// The logarithm of the odds, in thousandths, from which two sentences whose meaning is known are held to tell one thing,
/// if neither has a likelier partner in the other's account.
///
/// Even odds: out of fold on stories they were not learned from, nine in ten of the pairs so joined are right, and on
/// real news, where the odds of the pairs that were read held what they promise, four in five.
const LEAST_ODDS: i64 = 0;
/// The odds below which two sentences are in no claim together, though a third links them.
///
/// Chosen on the development stories.
const HARDLY_LIKELY: i64 = -1000;
/// What a link weighs at even odds, and how much odds weigh beside it, as a fraction: a partner nearly as good as
/// the best is one in e less likely, and what is linked to several is so at e squared to one.
const EVEN: i64 = 300;
const EACH: (i64, i64) = (3, 20);

/// Two lines and how surely they tell one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Link {
    pub(crate) weight: u32,
    pub(crate) a: usize,
    pub(crate) b: usize,
}

/// Which lines of a story may tell one thing.
#[derive(Default)]
pub(crate) struct Links {
    /// Pairs of lines of different articles that do, by weight, best first.
    pub(crate) best: Vec<Link>,
    /// All pairs that well may, the lesser line first.
    pub(crate) possible: BTreeSet<(usize, usize)>,
}

/// The links between lines of different articles.
///
/// A line is linked to the best line of each other article, and to a second
/// that is nearly as good, if the choice is mutual. Copies are left out: their
/// lines go where the original's go.
pub(crate) fn links(scene: &Scene<'_>, utterances: &Utterances) -> Links {
    if !scene.has_several() {
        return Links::default();
    }
    let (candidates, seen) = seen(scene, utterances);
    let linked = LINKED_AT_LEAST.max(LINKED * log2(scene.lines.len() / FEW) / 8);
    let mut links = Links::default();
    let mut likely = Vec::new();
    for (a, b) in candidates {
        let (weight, is_one, may_be) = if let Some(seen) = seen.get((a, b)) {
            let odds = pair::odds(seen);
            (weight_of(odds), odds >= LEAST_ODDS, odds >= HARDLY_LIKELY)
        } else {
            let weight = worded(scene, utterances, (a, b));
            (weight, weight >= linked, weight * 2 >= linked)
        };
        if is_one {
            likely.push(((a, b), weight));
        }
        if may_be {
            links.possible.insert((a.min(b), a.max(b)));
        }
    }
    links.best = mutual(scene, utterances, likely);
    links
}

/// The pairs worth a look, and what is seen of those whose meaning is known.
pub(crate) fn seen(scene: &Scene<'_>, utterances: &Utterances) -> (Vec<(usize, usize)>, Sights) {
    let senses = Senses::of(scene);
    let candidates = candidates(scene, utterances, &senses);
    let seen = Seer::new(scene, utterances, &senses).seen(&candidates);
    (candidates, seen)
}

/// The likely pairs that are each other's best, or nearly so, by weight, best first.
fn mutual(
    scene: &Scene<'_>,
    utterances: &Utterances,
    likely: Vec<((usize, usize), u32)>,
) -> Vec<Link> {
    // The best partner of each line in each other account.
    let account = |line: usize| scene.lines[line].account;
    let each = likely.iter().flat_map(|&((a, b), weight)| {
        [(a, account(b), Reverse(weight)), (b, account(a), Reverse(weight))]
    });
    let mut best: Vec<(usize, usize, Reverse<u32>)> = each.collect();
    best.sort_unstable();
    best.dedup_by_key(|(from, to, _)| (*from, *to));
    let near = |from: usize, to: usize, weight: u32| {
        let at = best.binary_search_by_key(&(from, account(to)), |(from, to, _)| (*from, *to));
        let top = at.ok().and_then(|at| best.get(at)).map_or(0, |(_, _, Reverse(top))| *top);
        weight + NEARLY_BEST >= top
    };
    let mut links: Vec<Link> = likely
        .into_iter()
        .filter(|&((a, b), weight)| {
            let (best_of_a, best_of_b) = (near(a, b, weight), near(b, a, weight));
            let mutual = best_of_a && best_of_b;
            let one_to_few = (best_of_a || best_of_b) && weight >= ONE_TO_FEW;
            mutual || one_to_few || utterances.share(a, b)
        })
        .map(|((a, b), weight)| Link { weight, a, b })
        .collect();
    links.sort_by_key(|link| (Reverse(link.weight), link.a, link.b));
    links
}

/// How surely two lines tell one thing by their words, speakers and places, in thousandths.
fn worded(scene: &Scene<'_>, utterances: &Utterances, (a, b): (usize, usize)) -> u32 {
    let one = utterances.share(a, b);
    let mut weight = weigh(likeness(scene, a, b), one);
    if !one && is_speech(scene, a) && is_speech(scene, b) {
        weight = weight.saturating_sub(OTHER_WORDS);
    }
    if !one && of_others(scene, a, b) {
        weight = weight.saturating_sub(OTHER_PEOPLE);
    }
    if weight > 0 && is_lead(scene, a) && is_lead(scene, b) {
        weight += BOTH_LEAD;
    }
    weight
}

/// What a link weighs whose odds were learned.
fn weight_of(odds: i64) -> u32 {
    u32::try_from(EVEN + odds * EACH.0 / EACH.1).unwrap_or(0)
}

/// Whether a line is the first of its body: most accounts open with the same thing.
pub(crate) fn is_lead(scene: &Scene<'_>, line: usize) -> bool {
    scene.account(line).lines.start == line
}

/// Whether a line is nothing but somebody's own words.
fn is_speech(scene: &Scene<'_>, line: usize) -> bool {
    let (own, notes) = (&scene.lines[line], scene.account(line).notes);
    let mut spoken = own.quotations.iter().filter_map(|&at| notes.quotations.get(at));
    spoken.any(|quotation| {
        let start = quotation.span.start().max(own.span.start());
        let inside = quotation.span.end().min(own.span.end()).saturating_sub(start);
        quotation.kind == QuotationKind::Direct && inside * 10 >= own.span.len() * 7
    })
}

/// Whether two lines name people and no one in common, nor two of one surname: a name may be spelled in two ways.
pub(crate) fn of_others(scene: &Scene<'_>, a: usize, b: usize) -> bool {
    let people = |line: usize| scene.lines[line].known.people();
    let (ours, theirs) = (people(a), people(b));
    let surname = |at: &usize| scene.entities.get(*at)?.name.split_whitespace().last();
    !ours.is_empty()
        && !theirs.is_empty()
        && !ours.iter().any(|one| theirs.contains(one))
        && !ours.iter().any(|one| theirs.iter().any(|other| surname(one) == surname(other)))
}

/// How surely two lines tell one thing, in thousandths.
fn weigh(found: Likeness, utterance: bool) -> u32 {
    let enough = found.shared.balanced() >= LEAST_SHARED && found.things >= LEAST_THINGS;
    let words = if enough { found.sure } else { 0 };
    if utterance { (SHARED_UTTERANCE + words / 4).max(words) } else { words }
}
