//! Which articles are copies of another: one text, lightly edited or not.
//!
//! Candidates share rare runs of words; the runs of both then decide. What
//! stands in quotation marks is weighed apart: two accounts of one speech share
//! its words and are no copies for it.

mod folds;
mod holders;
mod index;
mod runs;
mod spelling;

pub use folds::folds;
pub use index::{Copy, CopyIndex};
pub use runs::Runs;

use parallax_model::Article;
use std::collections::BTreeMap;

/// For each of `articles`, given oldest first, the article whose copy it is:
/// the agency's own page where `is_agency` says that one copy is, else the oldest.
pub(crate) fn copies(
    articles: &[&Article],
    is_agency: impl Fn(usize) -> bool,
) -> Vec<Option<usize>> {
    let parents = parents(articles);
    let mut families: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for index in 0..articles.len() {
        families.entry(root(&parents, index)).or_default().push(index);
    }
    let mut copy_of = vec![None; articles.len()];
    for family in families.values().filter(|family| family.len() > 1) {
        let original =
            family.iter().copied().find(|&index| is_agency(index)).or(family.first().copied());
        for &index in family {
            copy_of[index] = original.filter(|&original| original != index);
        }
    }
    copy_of
}

fn root(parents: &[usize], mut index: usize) -> usize {
    while parents[index] != index {
        index = parents[index];
    }
    index
}

/// Each text's oldest relative of which it is a copy, itself where there is none.
fn parents(articles: &[&Article]) -> Vec<usize> {
    let mut index = CopyIndex::new();
    let mut parents: Vec<usize> = (0..articles.len()).collect();
    for (at, article) in articles.iter().enumerate() {
        let Some(copy) = index.admit(Runs::of(article)) else { continue };
        // One family for all the older texts that it copies.
        let originals: Vec<usize> =
            copy.also.iter().chain([&copy.of]).map(|&other| root(&parents, other)).collect();
        if let Some(&oldest) = originals.iter().min() {
            for original in originals {
                parents[original] = oldest;
            }
            parents[at] = oldest;
        }
    }
    parents
}
