//! Which articles are copies of another: one text, lightly edited or not.
//!
//! Candidates share rare runs of words; the runs of both then decide. What
//! stands in quotation marks is weighed apart: two accounts of one speech share
//! its words and are no copies for it.

mod shingles;
mod spelling;

use parallax_model::Article;
use shingles::Shingles;
use std::collections::BTreeMap;

/// Share of the shorter text's runs that the longer must hold. Wire copy with
/// one word in twenty changed keeps some 0.7, independent accounts stay under 0.2.
const COPIED: f32 = 0.45;

/// The same for two texts of one outlet, whose follow-ups repeat their background.
const COPIED_AT_HOME: f32 = 0.8;

/// Runs that both must hold: less is a slogan or a form of words.
const SHORTEST: usize = 12;

/// Articles remembered for one run of words: all copies share it with the oldest.
const HOLDERS: usize = 8;

/// Share of the sampled runs that makes a pair worth comparing in full.
const PROMISING: f32 = 0.15;

/// For each of `articles`, given oldest first, the article whose copy it is:
/// the agency's own page where `is_agency` says that one copy is, else the oldest.
pub(crate) fn copies(
    articles: &[&Article],
    outlet: impl Fn(usize) -> Option<String>,
    is_agency: impl Fn(usize) -> bool,
) -> Vec<Option<usize>> {
    let shingles: Vec<Shingles> = articles.iter().map(|article| Shingles::of(article)).collect();
    let parents = parents(&shingles, &outlet);
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

/// Each text's closest older text of which it is a copy, itself where there is none.
fn parents(shingles: &[Shingles], outlet: &impl Fn(usize) -> Option<String>) -> Vec<usize> {
    let mut holders: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    let mut parents: Vec<usize> = (0..shingles.len()).collect();
    for (index, ours) in shingles.iter().enumerate() {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for shingle in ours.sample() {
            let holders = holders.entry(shingle).or_default();
            for &holder in holders.iter() {
                *shared.entry(holder).or_default() += 1;
            }
            if holders.len() < HOLDERS {
                holders.push(index);
            }
        }
        let own = ours.sample().count();
        let promising = shared.into_iter().filter(|&(other, count)| {
            count as f32 >= PROMISING * own.min(shingles[other].sample().count()) as f32
        });
        let copied = promising.filter(|&(other, _)| {
            let at_home = outlet(index).is_some() && outlet(index) == outlet(other);
            is_copy(&shingles[other], ours, if at_home { COPIED_AT_HOME } else { COPIED })
        });
        // One family for all the older texts that it copies.
        let originals: Vec<usize> = copied.map(|(other, _)| root(&parents, other)).collect();
        if let Some(&oldest) = originals.iter().min() {
            for original in originals {
                parents[original] = oldest;
            }
            parents[index] = oldest;
        }
    }
    parents
}

fn is_copy(a: &Shingles, b: &Shingles, least: f32) -> bool {
    let (shared, share) = held(a.all(), b.all());
    let (_, plain) = held(a.plain(), b.plain());
    shared >= SHORTEST && share >= least && plain >= least
}

/// How many runs both hold, and which share of the shorter list that is.
fn held(a: &[u64], b: &[u64]) -> (usize, f32) {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let shared = short.iter().filter(|shingle| long.binary_search(shingle).is_ok()).count();
    (shared, if short.is_empty() { 0.0 } else { shared as f32 / short.len() as f32 })
}
