//! Which sentences of different articles tell the same thing.

use crate::{
    earlier,
    likeness::{Likeness, likeness},
    meaning, pair,
    quotations::Utterances,
    rarity::log2,
    scene::Scene,
};
use parallax_model::{EntityKind, QuotationKind};
use std::collections::{BTreeMap, BTreeSet};

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
const NEARLY_BEST: u32 = 80;
/// The weight from which one long sentence is linked to several short ones.
const ONE_TO_FEW: u32 = 350;
/// What it adds that both sentences open their accounts.
const BOTH_LEAD: u32 = 80;
/// What it takes away that both are speech in marks, and not the same.
const OTHER_WORDS: u32 = 120;
/// What it takes away that they name people, and no one in common.
const OTHER_PEOPLE: u32 = 70;
/// Sentences a word may be in and still lead from one to another.
const LEADS_TO: usize = 60;

/// The logarithm of the odds from which two sentences are held to tell one thing, in thousandths.
///
/// Chosen above even odds, since real news has more sentences that are near by chance than the stories it was
/// learned from: there nine of ten pairs above it are right, each story weighed by what the others taught.
const LEAST_ODDS: i64 = 400;

/// The same for two sentences of one language of which the words alone do not say so:
/// of those that only the learned odds held together, too many spoke of one matter and
/// told two things.
const LEAST_ODDS_ALONE: i64 = 1800;

/// The odds below which two sentences are left apart though their words would link them.
const HARDLY_LIKELY: i64 = -1000;

/// Two lines and how surely they tell one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Link {
    pub(crate) weight: u32,
    pub(crate) a: usize,
    pub(crate) b: usize,
}

/// The links between lines of different articles, by weight, best first.
///
/// A line is linked to the best line of each other article, and to a second
/// that is nearly as good, if the choice is mutual. Copies are left out: their
/// lines go where the original's go.
pub(crate) fn links(scene: &Scene<'_>, utterances: &Utterances) -> Vec<Link> {
    let linked = LINKED_AT_LEAST.max(LINKED * log2(scene.lines.len() / FEW) / 8);
    let mut likely: BTreeMap<(usize, usize), u32> = BTreeMap::new();
    let candidates = candidates(scene, utterances);
    let meant = pair::pairs(scene, utterances, &candidates);
    for (a, b) in candidates {
        let pair = meant.get(&(a, b));
        let words = pair.map_or_else(|| likeness(scene, a, b), |pair| pair.words);
        let weight = worded(scene, utterances, (a, b), words);
        if let Some(pair) = pair {
            let odds = pair::odds(&pair.seen);
            let one_language = scene.account(a).language == scene.account(b).language;
            let link = match (one_language, weight >= linked) {
                // Which of several partners is the best is told by the words.
                (true, true) => (odds >= HARDLY_LIKELY).then_some(weight),
                (true, false) => (odds >= LEAST_ODDS_ALONE).then_some(linked),
                (false, _) => (odds >= LEAST_ODDS).then_some(weight_of(odds)),
            };
            likely.extend(link.map(|weight| ((a, b), weight)));
        } else if weight >= linked {
            likely.insert((a, b), weight);
        }
    }
    // The best partner of each line in each other account.
    let mut best: BTreeMap<(usize, usize), u32> = BTreeMap::new();
    for (&(a, b), &weight) in &likely {
        for (from, to) in [(a, b), (b, a)] {
            let top = best.entry((from, scene.lines[to].account)).or_default();
            *top = (*top).max(weight);
        }
    }
    let near = |from: usize, to: usize, weight: u32| {
        let top = best.get(&(from, scene.lines[to].account)).copied().unwrap_or(0);
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
    links.sort_by_key(|link| (std::cmp::Reverse(link.weight), link.a, link.b));
    links
}

/// How surely two lines tell one thing by their words, speakers and places, in thousandths.
pub(crate) fn worded(
    scene: &Scene<'_>,
    utterances: &Utterances,
    (a, b): (usize, usize),
    words: Likeness,
) -> u32 {
    let one = utterances.share(a, b);
    let mut weight = weigh(words, one);
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

/// What a link weighs whose odds were learned: even odds as much as a fair likeness of words.
fn weight_of(odds: i64) -> u32 {
    u32::try_from(300 + odds / 10).unwrap_or(0)
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

/// Whether two lines name people and no one in common.
pub(crate) fn of_others(scene: &Scene<'_>, a: usize, b: usize) -> bool {
    let people = |line: usize| -> BTreeSet<usize> {
        let person = |at: &&usize| {
            scene.entities.get(**at).is_some_and(|known| known.kind == EntityKind::Person)
        };
        scene.lines[line].entities.iter().filter(person).copied().collect()
    };
    let (ours, theirs) = (people(a), people(b));
    !ours.is_empty() && !theirs.is_empty() && ours.is_disjoint(&theirs)
}

/// How surely two lines tell one thing, in thousandths.
fn weigh(found: Likeness, utterance: bool) -> u32 {
    let enough = found.shared.balanced() >= LEAST_SHARED && found.things >= LEAST_THINGS;
    let words = if enough { found.sure } else { 0 };
    if utterance { (SHARED_UTTERANCE + words / 4).max(words) } else { words }
}

/// Pairs of lines of different articles that share an utterance, are near in meaning, or are of one language and
/// share a rare word or an entity.
pub(crate) fn candidates(scene: &Scene<'_>, utterances: &Utterances) -> Vec<(usize, usize)> {
    let mut holders: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    // What a sentence says was reported earlier is no account of now.
    let own = |line: usize| scene.account(line).copy_of.is_none() && !earlier::reports(scene, line);
    for (at, line) in scene.lines.iter().enumerate().filter(|(at, _)| own(*at)) {
        let language = scene.accounts[line.account].language.primary();
        let words = line.tokens.iter().filter(|token| token.weight > 0);
        let mut keys: Vec<String> =
            words.map(|token| format!("{language} {}", token.stem)).collect();
        keys.extend(
            line.entities
                .iter()
                .filter(|_| !line.tokens.is_empty())
                .map(|e| format!("{language} #{e}")),
        );
        keys.sort_unstable();
        keys.dedup();
        for key in keys {
            holders.entry(key).or_default().push(at);
        }
    }
    let mut pairs: Vec<(usize, usize)> = utterances.pairs();
    pairs.retain(|&(a, b)| own(a) && own(b));
    pairs.extend(meaning::near(scene, (0..scene.lines.len()).filter(|line| own(*line))));
    for lines in holders.into_values().filter(|lines| lines.len() <= LEADS_TO) {
        for (at, &a) in lines.iter().enumerate() {
            let rest = lines.iter().skip(at + 1);
            pairs.extend(rest.map(|&b| (a, b)));
        }
    }
    pairs.retain(|&(a, b)| scene.lines[a].account != scene.lines[b].account);
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}
