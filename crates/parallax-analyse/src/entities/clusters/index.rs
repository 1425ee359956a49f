//! Where clusters are found by their names.

use super::super::lists;
use parallax_language::names::spelling;
use std::collections::BTreeMap;

/// Clusters by each word of their name, so that a short form need not be tried on all.
#[derive(Default)]
pub(super) struct Index {
    pub(super) words: BTreeMap<String, Vec<usize>>,
    pub(super) initials: BTreeMap<String, Vec<usize>>,
    pub(super) names: BTreeMap<Vec<String>, usize>,
}

/// Most clusters that are tried for one short form; a page with more names of one word is a list.
pub(crate) const MOST_TRIED: usize = 32;

impl Index {
    pub(super) fn add(&mut self, cluster: usize, words: &[String]) {
        self.names.entry(spelt(words)).or_insert(cluster);
        for word in words {
            let known = self.words.entry(word.clone()).or_default();
            if known.len() < MOST_TRIED && known.last() != Some(&cluster) {
                known.push(cluster);
            }
        }
        if words.len() > 1 {
            for initials in initials(words) {
                let known = self.initials.entry(initials).or_default();
                if known.len() < MOST_TRIED {
                    known.push(cluster);
                }
            }
        }
    }
}

/// The words of a name without the differences of spelling between outlets.
pub(super) fn spelt(words: &[String]) -> Vec<String> {
    words.iter().map(|word| spelling(word)).collect()
}

/// The first letters of a name, with and without its small words.
fn initials(words: &[String]) -> Vec<String> {
    let first = |word: &String| word.chars().next();
    let all: String = words.iter().filter_map(first).collect();
    let large: String =
        words.iter().filter(|word| !lists::is_stop(word)).filter_map(first).collect();
    if all == large { vec![all] } else { vec![all, large] }
}
