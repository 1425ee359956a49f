//! Which sentence of a wire text each sentence of its copy is.

use crate::scene::{Line, Scene};
use std::collections::BTreeMap;

/// The share of words two sentences have in common to be one and its copy, in hundredths.
const COPIED: usize = 60;

/// For each line of a copy, the original's line it copies; lines that are new are left out.
pub(crate) fn originals(scene: &Scene<'_>) -> BTreeMap<usize, usize> {
    let mut found = BTreeMap::new();
    for account in &scene.accounts {
        let Some(original) = account.copy_of.and_then(|at| scene.accounts.get(at)) else {
            continue;
        };
        let mut by_word: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for line in original.lines.clone() {
            for token in &scene.lines[line].tokens {
                let lines = by_word.entry(&token.folded).or_default();
                if lines.last() != Some(&line) && lines.len() < 8 {
                    lines.push(line);
                }
            }
        }
        let words: Vec<Vec<&str>> =
            original.lines.clone().map(|line| sorted(&scene.lines[line])).collect();
        for line in account.lines.clone() {
            let own = sorted(&scene.lines[line]);
            let tokens = scene.lines[line].tokens.iter();
            let mut near: Vec<usize> = tokens
                .filter_map(|token| by_word.get(token.folded.as_str()))
                .flatten()
                .copied()
                .collect();
            near.sort_unstable();
            near.dedup();
            let likes = near.into_iter().map(|other| {
                (alike(&own, &words[other - original.lines.start]), std::cmp::Reverse(other))
            });
            if let Some((share, std::cmp::Reverse(other))) =
                likes.max().filter(|(s, _)| *s >= COPIED)
            {
                debug_assert!(share <= 100);
                found.insert(line, root(&found, other));
            }
        }
    }
    found
}

/// A copy of a copy leads to the first.
fn root(found: &BTreeMap<usize, usize>, line: usize) -> usize {
    found.get(&line).copied().unwrap_or(line)
}

/// The words of a line in alphabetical order.
fn sorted(line: &Line) -> Vec<&str> {
    let mut words: Vec<&str> = line.tokens.iter().map(|token| &*token.folded).collect();
    words.sort_unstable();
    words
}

/// The share of words in common, in hundredths, of two lines whose words are sorted.
fn alike(ours: &[&str], theirs: &[&str]) -> usize {
    let (mut at, mut to, mut same) = (0, 0, 0);
    while let (Some(x), Some(y)) = (ours.get(at), theirs.get(to)) {
        match x.cmp(y) {
            std::cmp::Ordering::Equal => (at, to, same) = (at + 1, to + 1, same + 1),
            std::cmp::Ordering::Less => at += 1,
            std::cmp::Ordering::Greater => to += 1,
        }
    }
    200 * same / (ours.len() + theirs.len()).max(1)
}
