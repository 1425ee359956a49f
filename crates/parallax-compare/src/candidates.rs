//! Pairs of sentences that may tell one thing and are worth a closer look.

use crate::{earlier, quotations::Utterances, scene::Scene, senses::Senses};
use std::collections::BTreeMap;

/// Sentences a word may be in and still lead from one to another.
const LEADS_TO: usize = 60;

/// Pairs of lines of different articles that share an utterance, are near in meaning, or are of one language and
/// share a rare word or an entity.
pub(crate) fn candidates(
    scene: &Scene<'_>,
    utterances: &Utterances,
    senses: &Senses,
) -> Vec<(usize, usize)> {
    let mut holders: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    // What a sentence says was reported earlier is no account of now.
    let own = |line: usize| scene.account(line).copy_of.is_none() && !earlier::reports(scene, line);
    for (at, line) in scene.lines.iter().enumerate().filter(|(at, _)| own(*at)) {
        let language = scene.accounts[line.account].language.primary();
        let words = line.tokens.iter().filter(|token| token.weight > 0);
        let mut keys: Vec<String> =
            words.map(|token| format!("{language} {}", token.stem)).collect();
        keys.extend(
            line.entities
                .iter()
                .filter(|_| !line.tokens.is_empty())
                .map(|e| format!("{language} #{e}")),
        );
        keys.sort_unstable();
        keys.dedup();
        for key in keys {
            holders.entry(key).or_default().push(at);
        }
    }
    let mut pairs: Vec<(usize, usize)> = utterances.pairs();
    pairs.retain(|&(a, b)| own(a) && own(b));
    pairs.extend(senses.near(scene, (0..scene.lines.len()).filter(|line| own(*line))));
    for lines in holders.into_values().filter(|lines| lines.len() <= LEADS_TO) {
        for (at, &a) in lines.iter().enumerate() {
            let rest = lines.iter().skip(at + 1);
            pairs.extend(rest.map(|&b| (a, b)));
        }
    }
    pairs.retain(|&(a, b)| scene.lines[a].account != scene.lines[b].account);
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}
