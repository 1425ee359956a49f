//! Finds the strands that an article may belong to, by the terms they share.

use crate::{
    bundle::Bundle,
    table::Table,
    vector::{self, Vector},
};

/// Terms of an article in each name space by which it is sought and noted.
const SOUGHT: usize = 40;

/// Strands remembered for a term: the newest.
const HOLDERS: usize = 128;

/// Strands given for an article.
const NEAREST: usize = 24;

/// Which strands hold a term, for every term.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Default)]
pub(super) struct Index {
    /// By term, in which list its holders are.
    lists: Table<usize>,
    holders: Vec<Holders>,
    /// By strand: how much it shares with the article in hand; 0 between searches.
    shared: Vec<f32>,
}

/// The newest strands that hold a term.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug, Default)]
struct Holders {
    strands: Vec<usize>,
    /// Where the next one is written when all places are taken.
    next: usize,
}

/// The terms by which an article is sought and noted.
pub(super) fn terms(bundle: &Bundle) -> Vector {
    let words = bundle.tellings().iter().map(|(_, telling)| telling.words.entries());
    let vectors = words.chain([bundle.neutral().entries()]);
    vectors.flat_map(|vector| vector::heaviest(vector, SOUGHT)).collect()
}

impl Index {
    /// The strands that share most with `terms`, most first.
    pub(super) fn near(&mut self, terms: &[(u32, f32)]) -> Vec<usize> {
        let mut touched = Vec::new();
        for &(term, weight) in terms {
            let Some(&list) = self.lists.get(term) else { continue };
            for &strand in &self.holders[list].strands {
                if self.shared[strand] == 0.0 {
                    touched.push(strand);
                }
                self.shared[strand] += weight * weight;
            }
        }
        let near =
            touched.into_iter().map(|strand| (std::mem::take(&mut self.shared[strand]), strand));
        nearest(near.collect(), NEAREST)
    }

    /// Notes that the strand holds `terms`.
    pub(super) fn note(&mut self, terms: &[(u32, f32)], strand: usize) {
        if self.shared.len() <= strand {
            self.shared.resize(strand + 1, 0.0);
        }
        for &(term, _) in terms {
            let new = self.holders.len();
            let list = *self.lists.entry(term, || new);
            if list == new {
                self.holders.push(Holders::default());
            }
            self.holders[list].note(strand);
        }
    }
}

impl Holders {
    fn note(&mut self, strand: usize) {
        if self.strands.contains(&strand) {
            return;
        }
        if self.strands.len() < HOLDERS {
            self.strands.push(strand);
        } else {
            self.strands[self.next] = strand;
            self.next = (self.next + 1) % HOLDERS;
        }
    }
}

/// The first `most` of `scored` by score, the older first where two are equal.
pub(super) fn nearest(mut scored: Vec<(f32, usize)>, most: usize) -> Vec<usize> {
    let order = |a: &(f32, usize), b: &(f32, usize)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
    if scored.len() > most && most > 0 {
        scored.select_nth_unstable_by(most - 1, order);
        scored.truncate(most);
    }
    scored.sort_unstable_by(order);
    scored.into_iter().map(|(_, place)| place).collect()
}
