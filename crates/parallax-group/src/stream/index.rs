//! Finds the bundles that an article may belong to, by the terms they share.

use crate::{bundle::Bundle, candidates::nearest, weights::Term};

/// Terms of an article in each name space by which it is sought and noted.
const SOUGHT: usize = 48;

/// Bundles remembered for a term: the newest.
const HOLDERS: usize = 400;

/// Bundles given for an article.
const NEAREST: usize = 24;

/// Which bundles hold a term, for every term.
#[derive(Debug, Default)]
pub(crate) struct Index {
    /// By term: numbers of bundles, ascending.
    holders: Vec<Vec<u32>>,
    /// By bundle: how much it shares with the article in hand; 0 between searches.
    shared: Vec<f32>,
}

/// The terms by which a bundle is sought and noted.
pub(crate) fn terms(bundle: &Bundle) -> Vec<(Term, f32)> {
    bundle.heaviest(SOUGHT).into_iter().flatten().collect()
}

impl Index {
    /// The bundles, of `bundles` in all, that share most with `terms`, most first.
    pub(crate) fn near(&mut self, terms: &[(Term, f32)], bundles: usize) -> Vec<usize> {
        self.shared.resize(bundles, 0.0);
        let mut touched = Vec::new();
        for &(term, weight) in terms {
            let holders = usize::try_from(term).ok().and_then(|at| self.holders.get(at));
            for bundle in holders.into_iter().flatten() {
                let Ok(bundle) = usize::try_from(*bundle) else { continue };
                let Some(shared) = self.shared.get_mut(bundle) else { continue };
                if *shared == 0.0 {
                    touched.push(bundle);
                }
                *shared += weight * weight;
            }
        }
        let near = touched
            .into_iter()
            .map(|bundle| (std::mem::take(&mut self.shared[bundle]), bundle))
            .collect();
        nearest(near, NEAREST)
    }

    /// Notes that the bundle numbered `bundle` holds `terms`.
    pub(crate) fn note(&mut self, terms: &[(Term, f32)], bundle: usize) {
        let Ok(bundle) = u32::try_from(bundle) else { return };
        for &(term, _) in terms {
            let Ok(term) = usize::try_from(term) else { continue };
            if self.holders.len() <= term {
                self.holders.resize(term + 1, Vec::new());
            }
            let holders = &mut self.holders[term];
            if let Err(place) = holders.binary_search(&bundle) {
                holders.insert(place, bundle);
                if holders.len() > HOLDERS {
                    holders.remove(0);
                }
            }
        }
    }
}
