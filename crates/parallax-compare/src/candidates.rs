//! Pairs of sentences that may tell one thing and are worth a closer look.

use crate::{
    amounts, earlier, likeness::amounts_of, quotations::Utterances, rarity::log2, scene::Scene,
    senses::Senses,
};
use parallax_model::Quantity;
use std::collections::BTreeMap;

/// Sentences a word may be in and still lead from one to another.
const LEADS_TO: usize = 60;

/// Pairs of lines of different articles that share an utterance, are near in meaning, or are of one language and
/// share a rare word, an entity or an amount of much one size.
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

/// What leads from one line to another, as one number: a word, an entity or a size of one language.
type Lead = u64;

/// The lead of that language and sort, by its number, which is below the count of a story's words.
fn lead(language: usize, sort: Sort, number: usize) -> Lead {
    (language as u64) << 48 | (sort as u64) << 40 | number as u64
}

/// What a lead is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    Word,
    Entity,
    Size,
}

/// What the lines hold that are `own`, each with its line.
fn held(scene: &Scene<'_>, own: impl Fn(usize) -> bool) -> Vec<(Lead, usize)> {
    let mut languages: Vec<&str> = Vec::new();
    let mut held = Vec::new();
    let mut sizes: BTreeMap<(&str, u32), usize> = BTreeMap::new();
    for (at, line) in scene.lines.iter().enumerate().filter(|(at, _)| own(*at)) {
        let name = scene.accounts[line.account].language.primary();
        let language = languages.iter().position(|known| *known == name).unwrap_or_else(|| {
            languages.push(name);
            languages.len() - 1
        });
        let words = line.tokens.iter().filter(|token| token.weight > 0);
        held.extend(words.map(|token| (lead(language, Sort::Word, token.key as usize), at)));
        let entities = line.entities.iter().filter(|_| !line.tokens.is_empty());
        held.extend(entities.map(|&entity| (lead(language, Sort::Entity, entity), at)));
        for amount in amounts_of(scene, at).filter(|_| !line.tokens.is_empty()) {
            for size in sizes_of(amount) {
                let next = sizes.len();
                let number = *sizes.entry(size).or_insert(next);
                held.push((lead(language, Sort::Size, number), at));
            }
        }
    }
    held
}

/// What an amount measures and about how much of it: two ranges of some two tenths that overlap, so that what is
/// rounded meets. Nothing for a few of something, which stand everywhere.
fn sizes_of(amount: &Quantity) -> impl Iterator<Item = (&str, u32)> {
    const FEW: i128 = 3000;
    let few = amount.unit.is_empty() && amount.milli.abs() <= FEW;
    let (measures, size) = amounts::size(amount);
    let eighths = log2(usize::try_from(size.unsigned_abs()).unwrap_or(usize::MAX));
    let ranges = [eighths / 2 * 2, eighths.div_ceil(2) * 2 + 1];
    ranges.into_iter().filter(move |_| !few).map(move |range| (measures, range))
}
