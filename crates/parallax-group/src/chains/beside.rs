//! Two stories beside each other: what both are about.

use super::{
    Weights,
    portrait::{Feature, Features, Portrait},
};
use std::collections::{BTreeMap, BTreeSet};

/// What an earlier and a later story have in common.
#[derive(Debug)]
pub(super) struct Beside {
    /// How alike they are in names, and in other words: cosines.
    pub(super) names: f32,
    pub(super) words: f32,
    /// Names and words that both have in headline or lead, as the later writes them, the
    /// heaviest first.
    pub(super) shared_names: Vec<String>,
    pub(super) shared_words: Vec<String>,
    /// How many of these words are not in every fourth story, and how many few stories have.
    pub(super) telling_words: usize,
    pub(super) rare_words: usize,
    /// What the heaviest name that both have weighs in the one that makes less of it.
    pub(super) name: f32,
    /// How much heavier a name is in the one, and another in the other, beside that: two
    /// matches of one team have two opponents.
    pub(super) rivals: f32,
    /// The share of what leads the earlier story that stands in the later.
    pub(super) told: f32,
}

/// How heavy a word is that one story in twenty has, and one that every fourth has.
const RARE: f32 = 3.0;
const TELLING: f32 = 1.5;

/// How long the names and the words of a story are, as vectors.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lengths {
    names: f32,
    words: f32,
}

impl Lengths {
    pub(super) fn of(portrait: &Portrait, weights: &Weights) -> Self {
        let weighed = Weighed { weights };
        Self { names: weighed.length(&portrait.names), words: weighed.length(&portrait.words) }
    }
}

impl Beside {
    /// Of two stories, each with its lengths.
    pub(super) fn of(
        (earlier, before): (&Portrait, Lengths),
        (later, after): (&Portrait, Lengths),
        weights: &Weights,
    ) -> Self {
        let weighed = Weighed { weights };
        let same = same_names(&earlier.names, &later.names, &weighed);
        let (names, shared_names) =
            weighed.alike(&earlier.names, &later.names, &same, before.names * after.names);
        let words_in_both = same_keys(&earlier.words, &later.words);
        let (words, shared_words) =
            weighed.alike(&earlier.words, &later.words, &words_in_both, before.words * after.words);
        let weighing =
            |least: f32| shared_words.iter().filter(|key| weighed.rarity(**key) >= least).count();
        let written = |keys: &[u64], features: &Features| {
            keys.iter().filter_map(|key| Some(features.get(key)?.written.clone())).collect()
        };
        let both = weighed.heaviest_of_both(&earlier.names, &later.names, &same);
        Self {
            names,
            words,
            telling_words: weighing(TELLING),
            rare_words: weighing(RARE),
            shared_names: written(&shared_names, &later.names),
            shared_words: written(&shared_words, &later.words),
            name: both,
            rivals: weighed.rivals(&earlier.names, &later.names, &same)
                / both.max(f32::MIN_POSITIVE),
            told: weighed.told(earlier, &same, &words_in_both),
        }
    }
}

/// For features of the earlier story the one of the later that is the same.
type Same = BTreeMap<u64, u64>;

fn same_keys(ours: &Features, theirs: &Features) -> Same {
    ours.keys().filter(|key| theirs.contains_key(*key)).map(|&key| (key, key)).collect()
}

/// The same names, and those of which one is a part of the other, each once.
fn same_names(ours: &Features, theirs: &Features, weighed: &Weighed<'_>) -> Same {
    let mut same = same_keys(ours, theirs);
    let mut by_part: BTreeMap<u64, Vec<u64>> = BTreeMap::new();
    for (&key, feature) in theirs.iter().filter(|(key, _)| !ours.contains_key(*key)) {
        for part in feature.parts.keys() {
            by_part.entry(part).or_default().push(key);
        }
    }
    let mut left: Vec<(f32, u64)> = ours
        .iter()
        .filter(|(key, _)| !theirs.contains_key(*key))
        .map(|(key, feature)| (weighed.of(*key, feature), *key))
        .collect();
    left.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut taken = BTreeSet::new();
    for (_, key) in left {
        let Some(feature) = ours.get(&key) else { continue };
        let near = feature.parts.keys().filter_map(|part| by_part.get(&part)).flatten();
        let fits = near.filter(|other| {
            let other = theirs.get(*other);
            other.is_some_and(|other| feature.parts.are_one(&other.parts))
        });
        let free = fits.filter(|other| !taken.contains(*other)).copied();
        let order = |other: &u64| weighed.rarity(key).min(weighed.rarity(*other));
        let best = free.max_by(|a, b| order(a).total_cmp(&order(b)).then(b.cmp(a)));
        if let Some(other) = best {
            taken.insert(other);
            same.insert(key, other);
        }
    }
    same
}

/// Features weighed by how few stories have them.
struct Weighed<'a> {
    weights: &'a Weights,
}

impl Weighed<'_> {
    fn rarity(&self, key: u64) -> f32 {
        self.weights.get(&key).copied().unwrap_or_default()
    }

    fn of(&self, key: u64, feature: &Feature) -> f32 {
        feature.weight * self.rarity(key)
    }

    fn length(&self, features: &Features) -> f32 {
        features.iter().map(|(key, one)| self.of(*key, one).powi(2)).sum::<f32>().sqrt()
    }

    /// The cosine of two lists of features, of which the product of the lengths is given, and
    /// which that lead in both are the same, as the later has them, the heaviest first.
    fn alike(
        &self,
        ours: &Features,
        theirs: &Features,
        same: &Same,
        lengths: f32,
    ) -> (f32, Vec<u64>) {
        let mut product = 0.0;
        let mut shared: Vec<(f32, u64)> = Vec::new();
        for (our, their) in same {
            let (Some(one), Some(other)) = (ours.get(our), theirs.get(their)) else { continue };
            let rarity = self.rarity(*our).min(self.rarity(*their));
            let both = one.weight * other.weight * rarity * rarity;
            product += both;
            if one.leads && other.leads {
                shared.push((both, *their));
            }
        }
        shared.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let shared = shared.into_iter().map(|(_, key)| key).collect();
        (if lengths > 0.0 { product / lengths } else { 0.0 }, shared)
    }

    fn heaviest_of_both(&self, ours: &Features, theirs: &Features, same: &Same) -> f32 {
        let both = same.iter().filter_map(|(our, their)| {
            let one = self.of(*our, ours.get(our)?);
            Some(one.min(self.of(*their, theirs.get(their)?)))
        });
        both.fold(0.0, f32::max)
    }

    /// How much heavier a name is in the one, and another in the other, whichever is less.
    fn rivals(&self, ours: &Features, theirs: &Features, same: &Same) -> f32 {
        let back: Same = same.iter().map(|(our, their)| (*their, *our)).collect();
        let own = |ours: &Features, theirs: &Features, same: &Same| {
            let more = ours.iter().map(|(key, one)| {
                let other = same.get(key).and_then(|other| Some((*other, theirs.get(other)?)));
                self.of(*key, one) - other.map_or(0.0, |(key, other)| self.of(key, other))
            });
            more.fold(0.0, f32::max)
        };
        own(ours, theirs, same).min(own(theirs, ours, &back))
    }

    fn told(&self, earlier: &Portrait, names: &Same, words: &Same) -> f32 {
        let (mut all, mut told) = (0.0, 0.0);
        for (features, same) in [(&earlier.names, names), (&earlier.words, words)] {
            for (key, feature) in features.iter().filter(|(_, feature)| feature.leads) {
                let weight = self.of(*key, feature);
                all += weight;
                told += if same.contains_key(key) { weight } else { 0.0 };
            }
        }
        if all > 0.0 { told / all } else { 0.0 }
    }
}
