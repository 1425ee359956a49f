//! Which articles tell of one event.

use crate::{
    bundle::Bundle,
    candidates, merging,
    profile::Profile,
    weights::{Vector, Weights},
};
use std::collections::BTreeMap;

/// How alike two large bundles must be to be one event, in a large run. Chosen
/// for few false merges on English and Vietnamese news.
const LEAST: f32 = 0.16;

/// The same in a run of few articles, which says little of what is common.
const LEAST_IN_FEW: f32 = 0.27;

/// Articles in a run that bring the bar half way from the one to the other.
const FEW: f32 = 50.0;

/// How much higher the bar is for two single articles than for two large bundles.
const SINGLE: f32 = 0.06;

/// How alike two bundles must be to be one event.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bar {
    least: f32,
}

impl Bar {
    /// The bar for a run of so many articles.
    pub(crate) fn for_run(articles: usize) -> Self {
        let few = FEW / (FEW + articles as f32);
        Self { least: LEAST + (LEAST_IN_FEW - LEAST) * few }
    }

    /// The same bar, higher by so much.
    pub(crate) fn raised(self, by: f32) -> Self {
        Self { least: self.least + by }
    }

    /// Whether bundles of these sizes, so much alike, are one event.
    pub(crate) fn passes(self, alike: f32, sizes: (usize, usize)) -> bool {
        let pairs = (sizes.0 as f32 * sizes.1 as f32).max(1.0);
        alike >= self.least + SINGLE / pairs.sqrt()
    }
}

/// Groups articles, given oldest first, into events: sorted lists of indices,
/// the oldest event first. Copies of one text are one event.
pub(crate) fn events(profiles: &[Profile], copy_of: &[Option<usize>]) -> Vec<Vec<usize>> {
    let mut weights = Weights::default();
    let counted: Vec<(Vector, Vector)> =
        profiles.iter().map(|profile| weights.count(profile)).collect();
    let bundles = profiles
        .iter()
        .zip(counted)
        .map(|(profile, (words, neutral))| {
            let (words, neutral) = (weights.weigh(&words), weights.weigh(&neutral));
            Bundle::of(profile.language, profile.day, words, neutral)
        })
        .collect();
    let mut families: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, original) in copy_of.iter().enumerate() {
        families.entry(original.unwrap_or(index)).or_default().push(index);
    }
    let families: Vec<Vec<usize>> = families.into_values().collect();
    group(bundles, &families, &weights, Bar::for_run(profiles.len()))
}

/// Joins `bundles`, given oldest first, into events; `families` are joined in any case.
pub(crate) fn group(
    bundles: Vec<Bundle>,
    families: &[Vec<usize>],
    weights: &Weights,
    bar: Bar,
) -> Vec<Vec<usize>> {
    let near = candidates::pairs(&bundles, weights);
    merging::merge(bundles, families, &near, bar)
}
