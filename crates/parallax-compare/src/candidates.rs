//! Pairs of sentences that may tell one thing and are worth a closer look.

use crate::{earlier, quotations::Utterances, scene::Scene, senses::Senses};

/// Sentences a word may be in and still lead from one to another.
const LEADS_TO: usize = 60;

/// Pairs of lines of different articles that share an utterance, are near in meaning, or are of one language and
/// share a rare word or an entity.
pub(crate) fn candidates(
    scene: &Scene<'_>,
    utterances: &Utterances,
    senses: &Senses,
) -> Vec<(usize, usize)> {
    // What a sentence says was reported earlier is no account of now.
    let told =
        |line: usize| scene.account(line).copy_of.is_none() && !earlier::reports(scene, line);
    let told: Vec<bool> = (0..scene.lines.len()).map(told).collect();
    let own = |line: usize| told.get(line).copied().unwrap_or(false);
    let mut pairs: Vec<(usize, usize)> = utterances.pairs();
    pairs.retain(|&(a, b)| own(a) && own(b));
    pairs.extend(senses.near(scene, (0..scene.lines.len()).filter(|line| own(*line))));
    let mut held = held(scene, own);
    held.sort_unstable();
    held.dedup();
    let holders = held.chunk_by(|one, other| one.0 == other.0);
    for lines in holders.filter(|lines| lines.len() <= LEADS_TO) {
        for (at, &(_, a)) in lines.iter().enumerate() {
            let rest = lines.iter().skip(at + 1);
            pairs.extend(rest.map(|&(_, b)| (a, b)));
        }
    }
    pairs.retain(|&(a, b)| scene.lines[a].account != scene.lines[b].account);
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// A word or an entity of one language, by number: what leads from one line to another.
type Lead = (usize, Sort, usize);

/// What a lead is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    Word,
    Entity,
}

/// What the lines hold that are `own`, each with its line.
fn held(scene: &Scene<'_>, own: impl Fn(usize) -> bool) -> Vec<(Lead, usize)> {
    let mut languages: Vec<&str> = Vec::new();
    let mut held = Vec::new();
    for (at, line) in scene.lines.iter().enumerate().filter(|(at, _)| own(*at)) {
        let name = scene.accounts[line.account].language.primary();
        let language = languages.iter().position(|known| *known == name).unwrap_or_else(|| {
            languages.push(name);
            languages.len() - 1
        });
        let words = line.tokens.iter().filter(|token| token.weight > 0);
        held.extend(words.map(|token| ((language, Sort::Word, token.key as usize), at)));
        let entities = line.entities.iter().filter(|_| !line.tokens.is_empty());
        held.extend(entities.map(|&entity| ((language, Sort::Entity, entity), at)));
    }
    held
}
