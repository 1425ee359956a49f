//! Whether two sentences tell one thing, weighed over what is seen of them: learned beforehand, and explained.

use crate::{
    align,
    figures::Figures,
    frames::Frames,
    likeness::{Likeness, likeness},
    quotations::Utterances,
    rarity::log2,
    scene::Scene,
    senses::Senses,
};
use parallax_model::QuotationKind;
use std::{collections::BTreeMap, sync::LazyLock};

/// What is seen of a pair, by name, in its order.
pub(crate) const NAMES: [&str; 15] = [
    "meaning",
    "margin",
    "likeness",
    "meaning-likeness",
    "words",
    "amounts",
    "frames",
    "other-amounts",
    "dates",
    "other-days",
    "other-people",
    "utterance",
    "other-words",
    "place",
    "crowd",
];

/// What is seen of a pair of sentences; shares and nearness in thousandths.
pub(crate) type Seen = [i64; NAMES.len()];

/// What is seen of pairs of lines, the lesser line first, by pair.
pub(crate) struct Sights(pub(crate) Vec<((usize, usize), Seen)>);

impl Sights {
    /// What is seen of a pair; nothing of one whose meaning is not known.
    pub(crate) fn get(&self, pair: (usize, usize)) -> Option<&Seen> {
        let at = self.0.binary_search_by_key(&pair, |(known, _)| *known).ok()?;
        self.0.get(at).map(|(_, seen)| seen)
    }
}

/// Millionths of the logarithm of the odds, for one of each feature; first those that hold for any pair.
static WEIGHTS: LazyLock<(i64, Seen)> = LazyLock::new(|| {
    let rows = include_str!("../data/pair-weights.tsv").lines().filter(|row| !row.starts_with('#'));
    let known: BTreeMap<&str, i64> = rows
        .filter_map(|row| row.split_once('\t'))
        .filter_map(|(name, weight)| Some((name, weight.parse().ok()?)))
        .collect();
    let weight = |name: &str| known.get(name).copied().unwrap_or(0);
    (weight("any"), NAMES.map(weight))
});

/// The logarithm of the odds that two sentences tell one thing, in thousandths.
pub(crate) fn odds(seen: &Seen) -> i64 {
    let (any, weights) = &*WEIGHTS;
    let sum: i64 = seen.iter().zip(weights).map(|(value, weight)| value * weight).sum();
    (any + sum) / 1000
}

/// What each feature adds to the odds, in thousandths, after what holds for any pair.
pub(crate) fn parts(seen: &Seen) -> impl Iterator<Item = (&'static str, i64, i64)> {
    let (any, weights) = &*WEIGHTS;
    let features = NAMES.into_iter().zip(seen).zip(weights);
    let each = features.map(|((name, &value), weight)| (name, value, value * weight / 1000));
    std::iter::once(("any", 1, any / 1000)).chain(each.collect::<Vec<_>>())
}

/// What pairs of a story are held against: what its sentences mean, and how often each amount is given.
pub(crate) struct Seer<'a> {
    scene: &'a Scene<'a>,
    utterances: &'a Utterances,
    senses: &'a Senses,
    figures: Figures<'a>,
    frames: Frames,
}

impl<'a> Seer<'a> {
    pub(crate) fn new(
        scene: &'a Scene<'a>,
        utterances: &'a Utterances,
        senses: &'a Senses,
    ) -> Self {
        Self { scene, utterances, senses, figures: Figures::of(scene), frames: Frames::of(scene) }
    }

    /// What is seen of each of `candidates` whose meaning is known.
    pub(crate) fn seen(&self, candidates: &[(usize, usize)]) -> Sights {
        let mut near: Vec<((usize, usize), i64)> = candidates
            .iter()
            .filter_map(|&(a, b)| Some(((a, b), self.senses.nearness(self.scene, a, b)?)))
            .collect();
        near.sort_unstable();
        near.dedup();
        let rivals = Rivals::of(self.scene, &near);
        let each = near.iter().map(|&((a, b), near)| {
            let margins = [(a, b), (b, a)].map(|(a, b)| rivals.margin(self.scene, a, b, near));
            ((a, b), self.look((a, b), near, margins.into_iter().min().unwrap_or(0)))
        });
        Sights(each.collect())
    }

    fn look(&self, (a, b): (usize, usize), near: i64, margin: i64) -> Seen {
        let scene = self.scene;
        let Likeness { shared, sure, .. } = likeness(scene, a, b);
        let sure = i64::from(sure);
        let amounts = self.figures.shared(a, b);
        [
            near,
            margin,
            sure,
            near * sure / 1000,
            i64::from(shared.words),
            amounts.worth,
            self.frames.shared(scene, a, b),
            i64::from(amounts.others),
            i64::from(shared.dates),
            i64::from(are_of_other_days(scene, a, b)),
            i64::from(align::of_others(scene, a, b)),
            i64::from(self.utterances.share(a, b)),
            i64::from(are_other_words(scene, self.utterances, a, b)),
            (place(scene, a) - place(scene, b)).abs(),
            crowd(scene, a, b),
        ]
    }
}

/// How many sentences each of two had to choose from, as a logarithm in thousandths: the longer an account, the
/// more of its sentences are like another by chance. A few are held to be as many as these.
fn crowd(scene: &Scene<'_>, a: usize, b: usize) -> i64 {
    const FEW: usize = 8;
    /// The natural logarithm of two, in thousandths, for each eighth of a doubling.
    const DOUBLED: (i64, i64) = (693, 8);
    let lines = scene.account(a).lines.len().max(scene.account(b).lines.len()).max(FEW);
    i64::from(log2(lines)) * DOUBLED.0 / DOUBLED.1
}

/// Whether two lines are somebody's words for a good part, and no utterance is in both.
fn are_other_words(scene: &Scene<'_>, utterances: &Utterances, a: usize, b: usize) -> bool {
    /// The part of a line that is words in marks, in tenths.
    const SPOKEN: usize = 4;
    let spoken = |line: usize| {
        let (own, notes) = (&scene.lines[line], scene.account(line).notes);
        let quotations = own.quotations.iter().filter_map(|&at| notes.quotations.get(at));
        let marked = quotations.filter(|quotation| quotation.kind != QuotationKind::Indirect);
        let inside = marked.map(|quotation| {
            let start = quotation.span.start().max(own.span.start());
            quotation.span.end().min(own.span.end()).saturating_sub(start)
        });
        inside.sum::<usize>() * 10 >= own.span.len() * SPOKEN
    };
    spoken(a) && spoken(b) && !utterances.share(a, b)
}

/// Whether two lines name days, and none in common.
fn are_of_other_days(scene: &Scene<'_>, a: usize, b: usize) -> bool {
    fn days<'a>(scene: &'a Scene<'_>, line: usize) -> impl Iterator<Item = &'a str> {
        let all = &scene.account(line).notes.dates;
        let own = scene.lines[line].dates.iter().filter_map(|&at| all.get(at));
        own.filter_map(|date| date.value.get(..10))
    }
    let both_name = days(scene, a).next().is_some() && days(scene, b).next().is_some();
    both_name && !days(scene, a).any(|one| days(scene, b).any(|other| one == other))
}

/// How far into its account a line is, in thousandths.
fn place(scene: &Scene<'_>, line: usize) -> i64 {
    let lines = &scene.account(line).lines;
    let part = |number: usize| i64::try_from(number).unwrap_or(0);
    part(line - lines.start) * 1000 / part(lines.len()).max(1)
}

/// The nearest two of each line in each other account.
struct Rivals(Vec<((usize, usize), [i64; 2])>);

/// What an account is held to have that has no second candidate: sentences of one story are as near by chance.
const BY_CHANCE: i64 = 100;

impl Rivals {
    fn of(scene: &Scene<'_>, near: &[((usize, usize), i64)]) -> Self {
        let each = near.iter().flat_map(|&((a, b), near)| {
            let to = |line: usize| scene.lines[line].account;
            [((a, to(b)), near), ((b, to(a)), near)]
        });
        let mut each: Vec<((usize, usize), i64)> = each.collect();
        each.sort_unstable();
        let best = each.chunk_by(|one, other| one.0 == other.0).filter_map(|all| {
            let (key, _) = all.first()?;
            let mut nearest = all.iter().rev().map(|(_, near)| (*near).max(BY_CHANCE));
            let mut next = || nearest.next().unwrap_or(BY_CHANCE);
            Some((*key, [next(), next()]))
        });
        Self(best.collect())
    }

    /// How far a pair is above the best other of `from` in the account of `to`, or below it.
    fn margin(&self, scene: &Scene<'_>, from: usize, to: usize, near: i64) -> i64 {
        let key = (from, scene.lines[to].account);
        let known = self.0.binary_search_by_key(&key, |(known, _)| *known).ok();
        let known = known.and_then(|at| self.0.get(at)).map(|(_, best)| *best);
        let [first, second] = known.unwrap_or([BY_CHANCE; 2]);
        near - if near >= first { second } else { first }
    }
}

#[cfg(test)]
mod tests {
    use super::{NAMES, WEIGHTS, odds};

    #[test]
    fn every_feature_has_a_weight() {
        assert_eq!(WEIGHTS.1.iter().filter(|weight| **weight != 0).count(), NAMES.len());
    }

    #[test]
    fn nearer_sentences_are_likelier_one() {
        // Of eight sentences in each account.
        let (mut far, mut near) = ([0; NAMES.len()], [0; NAMES.len()]);
        (far[NAMES.len() - 1], near[NAMES.len() - 1]) = (2079, 2079);
        (far[0], near[0]) = (100, 800);
        assert!(odds(&near) > odds(&far) && odds(&far) < 0);
    }
}
