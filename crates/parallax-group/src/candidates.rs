//! Which pairs of bundles are worth measuring: those that share telling terms.

use crate::{
    bundle::Bundle,
    weights::{Term, Weights},
};

/// Terms of a bundle by which it is sought.
const SOUGHT: usize = 400;

/// A term in more articles than the first figure, and than this share of all,
/// or in more than the last, points to nobody in particular.
const CROWD: f32 = 150.0;
const CROWD_SHARE: f32 = 0.12;
const GREAT_CROWD: f32 = 2500.0;

/// Product over shared telling terms under which a pair is left out.
const FAINT: f32 = 0.03;

/// The pairs kept for each bundle, and for each of very many.
const KEPT: usize = 60;
const KEPT_OF_MANY: usize = 16;
const MANY: usize = 50_000;

/// Pairs `(older, younger)` of `bundles` that share telling terms, at most
/// [`KEPT`] older ones for each in words and as many in names and numbers.
pub(crate) fn pairs(bundles: &[Bundle], weights: &Weights) -> Vec<(usize, usize)> {
    let mut seeker = Seeker::new(bundles.len(), weights);
    let mut pairs = Vec::new();
    for (index, bundle) in bundles.iter().enumerate() {
        for terms in bundle.heaviest(SOUGHT) {
            let older = seeker.seek(index, &terms);
            pairs.extend(older.into_iter().map(|older| (older, index)));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

struct Seeker<'a> {
    weights: &'a Weights,
    /// Above this a term is a crowd's.
    most: f32,
    /// The bundles that hold each term.
    holders: Vec<Vec<(usize, f32)>>,
    /// Products with the bundle in hand; 0 between two searches.
    products: Vec<f32>,
    kept: usize,
}

impl<'a> Seeker<'a> {
    fn new(bundles: usize, weights: &'a Weights) -> Self {
        Self {
            weights,
            most: (CROWD_SHARE * weights.articles()).clamp(CROWD, GREAT_CROWD),
            holders: vec![Vec::new(); weights.terms()],
            products: vec![0.0; bundles],
            kept: if bundles > MANY { KEPT_OF_MANY } else { KEPT },
        }
    }

    /// The bundles that share most with `terms`, which are noted as those of `index`.
    fn seek(&mut self, index: usize, terms: &[(Term, f32)]) -> Vec<usize> {
        let mut touched = Vec::new();
        for &(term, weight) in terms {
            if self.weights.articles_with(term) > self.most {
                continue;
            }
            let place = usize::try_from(term).ok();
            let Some(holders) = place.and_then(|at| self.holders.get_mut(at)) else { continue };
            for &(other, theirs) in holders.iter() {
                if self.products[other] == 0.0 {
                    touched.push(other);
                }
                self.products[other] += weight * theirs;
            }
            holders.push((index, weight));
        }
        let close = touched
            .into_iter()
            .map(|other| (std::mem::take(&mut self.products[other]), other))
            .filter(|&(product, other)| product >= FAINT && other != index)
            .collect();
        nearest(close, self.kept)
    }
}

/// The first `most` of `scored` by score, the older first where two are equal.
pub(crate) fn nearest(mut scored: Vec<(f32, usize)>, most: usize) -> Vec<usize> {
    let order = |a: &(f32, usize), b: &(f32, usize)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
    if scored.len() > most && most > 0 {
        scored.select_nth_unstable_by(most - 1, order);
        scored.truncate(most);
    }
    scored.sort_unstable_by(order);
    scored.into_iter().map(|(_, place)| place).collect()
}
