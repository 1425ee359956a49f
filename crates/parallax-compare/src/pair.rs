//! Whether two sentences tell one thing, weighed over what is seen of them: learned beforehand, and explained.

use crate::{
    align,
    likeness::{Evidence, Likeness, likeness},
    meaning,
    quotations::Utterances,
    scene::Scene,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

/// What is seen of a pair, by name, in its order.
pub(crate) const NAMES: [&str; 19] = [
    "sure",
    "things",
    "amounts",
    "dates",
    "place",
    "lead",
    "utterance",
    "other-people",
    "meaning",
    "margin",
    "languages",
    "meaning-languages",
    "meaning-meaning",
    "meaning-sure",
    "sure-sure",
    "sure-languages",
    "names-alone",
    "speech",
    "other-days",
];

/// What is seen of a pair of sentences; shares and nearness in thousandths.
pub(crate) type Seen = [i64; NAMES.len()];

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

/// A pair whose meaning is known: what is seen of it, and what its words share.
pub(crate) struct Pair {
    pub(crate) seen: Seen,
    pub(crate) words: Likeness,
}

/// Each of `candidates` whose meaning is known.
pub(crate) fn pairs(
    scene: &Scene<'_>,
    utterances: &Utterances,
    candidates: &[(usize, usize)],
) -> BTreeMap<(usize, usize), Pair> {
    let near: BTreeMap<(usize, usize), i64> = candidates
        .iter()
        .filter_map(|&(a, b)| Some(((a, b), i64::from(meaning::nearness(scene, a, b)?))))
        .collect();
    let rivals = Rivals::of(scene, &near);
    let each = near.iter().map(|(&(a, b), &near)| {
        let margin = rivals.margin(scene, a, b, near).min(rivals.margin(scene, b, a, near));
        let words = likeness(scene, a, b);
        ((a, b), Pair { seen: seen(scene, utterances, (a, b), words, near, margin), words })
    });
    each.collect()
}

fn seen(
    scene: &Scene<'_>,
    utterances: &Utterances,
    (a, b): (usize, usize),
    found: Likeness,
    near: i64,
    margin: i64,
) -> Seen {
    let one_language = scene.account(a).language == scene.account(b).language;
    let one_utterance = utterances.share(a, b);
    let sure = i64::from(found.sure);
    let languages = i64::from(!one_language);
    [
        sure,
        i64::try_from(found.things).unwrap_or(0),
        i64::from(found.shared.amounts),
        i64::from(found.shared.dates),
        (place(scene, a) - place(scene, b)).abs(),
        i64::from(align::is_lead(scene, a)) + i64::from(align::is_lead(scene, b)),
        i64::from(one_utterance),
        i64::from(align::of_others(scene, a, b)),
        near,
        margin,
        languages,
        near * languages,
        near * near / 1000,
        near * sure / 1000,
        sure * sure / 1000,
        sure * languages,
        i64::from(are_names_alone(found.shared)),
        i64::from(!one_utterance && speaks(scene, a) && speaks(scene, b)),
        i64::from(are_of_other_days(scene, a, b)),
    ]
}

/// The worth of words, amounts and days, in thousandths, below which what two sentences share is names.
const HARDLY_ANY: u32 = 700;

/// Whether two sentences share who they are about, and hardly a word of what is told of them.
fn are_names_alone(shared: Evidence) -> bool {
    shared.entities > 0 && shared.words + shared.amounts + shared.dates < HARDLY_ANY
}

/// Whether a line holds reported words.
fn speaks(scene: &Scene<'_>, line: usize) -> bool {
    !scene.lines[line].quotations.is_empty()
}

/// Whether two lines name days, and none in common.
fn are_of_other_days(scene: &Scene<'_>, a: usize, b: usize) -> bool {
    let days = |line: usize| -> BTreeSet<String> {
        let all = &scene.account(line).notes.dates;
        let own = scene.lines[line].dates.iter().filter_map(|&at| all.get(at));
        own.filter_map(|date| Some(date.value.get(..10)?.to_owned())).collect()
    };
    let (ours, theirs) = (days(a), days(b));
    !ours.is_empty() && !theirs.is_empty() && ours.is_disjoint(&theirs)
}

/// How far into its account a line is, in thousandths.
fn place(scene: &Scene<'_>, line: usize) -> i64 {
    let lines = &scene.account(line).lines;
    let part = |number: usize| i64::try_from(number).unwrap_or(0);
    part(line - lines.start) * 1000 / part(lines.len()).max(1)
}

/// The nearest two of each line in each other account.
struct Rivals(BTreeMap<(usize, usize), [i64; 2]>);

/// What an account is held to have that has no second candidate: sentences of one story are as near by chance.
const BY_CHANCE: i64 = 200;

impl Rivals {
    fn of(scene: &Scene<'_>, near: &BTreeMap<(usize, usize), i64>) -> Self {
        let mut best: BTreeMap<(usize, usize), [i64; 2]> = BTreeMap::new();
        for (&(a, b), &near) in near {
            for (from, to) in [(a, b), (b, a)] {
                let top = best.entry((from, scene.lines[to].account)).or_insert([BY_CHANCE; 2]);
                if near > top[0] {
                    *top = [near, top[0]];
                } else {
                    top[1] = top[1].max(near);
                }
            }
        }
        Self(best)
    }

    /// How far a pair is above the best other of `from` in the account of `to`, or below it.
    fn margin(&self, scene: &Scene<'_>, from: usize, to: usize, near: i64) -> i64 {
        let key = (from, scene.lines[to].account);
        let [first, second] = self.0.get(&key).copied().unwrap_or([BY_CHANCE; 2]);
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
        let (mut far, mut near) = ([0; NAMES.len()], [0; NAMES.len()]);
        (far[8], far[12]) = (300, 90);
        (near[8], near[12]) = (900, 810);
        assert!(odds(&near) > odds(&far) && odds(&far) < 0);
    }
}
