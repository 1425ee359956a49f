//! How well clusters fit those that are known.

use std::collections::BTreeMap;

/// B-cubed (Amigó et al. 2009) and pairwise precision, in shares of 1.
pub(crate) struct BCubed {
    pub(crate) precision: f64,
    pub(crate) recall: f64,
    /// The share of joined pairs that belong together.
    pub(crate) pairs: f64,
}

impl BCubed {
    /// Of what was clustered and what is known, item by item.
    pub(crate) fn of<C: Ord, G: Ord>(clusters: &[C], gold: &[G]) -> Self {
        let both = counts(clusters.iter().zip(gold));
        let (ours, theirs) = (counts(clusters.iter()), counts(gold.iter()));
        let items = clusters.len().max(1) as f64;
        let squares = |over: &dyn Fn(&(&C, &G)) -> f64| {
            both.iter().map(|(pair, count)| count * count / over(pair)).sum::<f64>() / items
        };
        let pairs = |counts: &mut dyn Iterator<Item = f64>| {
            counts.map(|count| count * (count - 1.0) / 2.0).sum::<f64>()
        };
        let joined = pairs(&mut ours.values().copied());
        Self {
            precision: squares(&|(cluster, _)| ours[cluster]),
            recall: squares(&|(_, gold)| theirs[gold]),
            pairs: pairs(&mut both.values().copied()) / joined.max(1.0),
        }
    }
}

fn counts<T: Ord>(items: impl Iterator<Item = T>) -> BTreeMap<T, f64> {
    let mut counts = BTreeMap::new();
    for item in items {
        *counts.entry(item).or_insert(0.0) += 1.0;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::BCubed;

    #[test]
    fn one_cluster_of_two_stories_is_half_right() {
        let all = BCubed::of(&[1, 1, 1, 1], &["a", "a", "b", "b"]);
        assert!((all.precision - 0.5).abs() < 1e-9 && (all.recall - 1.0).abs() < 1e-9);
        assert!((all.pairs - 2.0 / 6.0).abs() < 1e-9);
    }
}
