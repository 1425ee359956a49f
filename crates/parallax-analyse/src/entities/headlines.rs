//! Known names in lines where capitals say nothing.

use super::{
    clusters::{Cluster, MOST_TRIED},
    tokens::Tokens,
};
use parallax_language::names::{bare, same_word};
use std::collections::BTreeMap;

/// Finds known names in lines where capitals say nothing.
pub(super) fn find_in_headlines(tokens: &Tokens<'_>, clusters: &mut [Cluster]) {
    let mut index: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, cluster) in clusters.iter().enumerate() {
        for word in &cluster.words {
            let known = index.entry(word.clone()).or_default();
            if known.len() < MOST_TRIED {
                known.push(at);
            }
        }
    }
    let mut at = 0;
    while at < tokens.all.len() {
        let hit = (tokens.is_loud(at) && tokens.all[at].capital)
            .then(|| index.get(&bare(tokens.word(at))))
            .flatten()
            .and_then(|known| longest_match(tokens, clusters, known, at));
        match hit {
            Some((cluster, to)) => {
                clusters[cluster].mention(tokens, at, to);
                at = to;
            }
            None => at += 1,
        }
    }
}

/// The cluster that most words from `at` on name.
fn longest_match(
    tokens: &Tokens<'_>,
    clusters: &[Cluster],
    known: &[usize],
    at: usize,
) -> Option<(usize, usize)> {
    let mut best: Option<(usize, usize)> = None;
    for &cluster in known {
        let words = &clusters[cluster].words;
        let person = clusters[cluster].is_person();
        let Some(first) = words.iter().position(|word| same_word(word, &bare(tokens.word(at))))
        else {
            continue;
        };
        let mut to = at + 1;
        while words.get(first + to - at).is_some_and(|word| *word == bare(tokens.word(to))) {
            to += 1;
        }
        let whole = to - at == words.len();
        let family = person && first > 0 && first + (to - at) == words.len();
        if (whole || family) && best.is_none_or(|(_, end)| to > end) {
            best = Some((cluster, to));
        }
    }
    best
}
