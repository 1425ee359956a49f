//! Lines of different accounts that are near each other, though not near enough to tell one thing.
//!
//! What is near may be the same told otherwise: of an account that holds it nobody should say that it is silent.

use crate::{meaning, scene::Scene};
use std::collections::BTreeSet;

/// Lines of a story up to which the near ones are looked for.
const MOST_LINES: usize = 2500;
/// Sentences a word may be in and still lead from one to another.
const LEADS_TO: usize = 60;
/// The share of their words' worth that near lines have in common, in thousandths.
///
/// Chosen with the nearness of meaning on the development stories: there nine of ten accounts that hold no line
/// near a claim do not tell it.
const NEAR_WORDS: u32 = 70;
/// The nearness of meaning of near lines, in thousandths.
const NEAR_MEANING: i16 = 350;
/// What is added to all that could be shared: little in common is no sign where there is little.
const DOUBT: u32 = 2000;

/// Pairs of near lines, each way round.
#[derive(Debug, Default)]
pub(crate) struct Near(BTreeSet<(usize, usize)>);

impl Near {
    /// Finds them; none in a story too large.
    pub(crate) fn of(scene: &Scene<'_>) -> Self {
        if scene.lines.len() > MOST_LINES {
            return Self::default();
        }
        let mut near = by_words(scene);
        near.extend(meaning::pairs_nearer(scene, 0..scene.lines.len(), NEAR_MEANING));
        Self(near.into_iter().flat_map(|(a, b)| [(a, b), (b, a)]).collect())
    }

    /// The lines near `line`.
    pub(crate) fn to(&self, line: usize) -> impl Iterator<Item = usize> {
        self.0.range((line, 0)..(line + 1, 0)).map(|(_, other)| *other)
    }
}

fn by_words(scene: &Scene<'_>) -> Vec<(usize, usize)> {
    let mut held: Vec<(&str, u32, usize, u32)> = Vec::new();
    let mut worth = vec![0_u32; scene.lines.len()];
    for (at, line) in scene.lines.iter().enumerate() {
        let language = scene.account(at).language.primary();
        let mut seen = BTreeSet::new();
        for token in line.tokens.iter().filter(|token| token.weight > 0) {
            if seen.insert(token.key) {
                held.push((language, token.key, at, token.weight));
                worth[at] += token.weight;
            }
        }
    }
    held.sort_unstable();
    let mut shared: Vec<(usize, usize, u32)> = Vec::new();
    for holders in held.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        if holders.len() > LEADS_TO {
            continue;
        }
        for (at, one) in holders.iter().enumerate() {
            let rest = holders.iter().skip(at + 1);
            let apart = rest.filter(|two| scene.lines[one.2].account != scene.lines[two.2].account);
            shared.extend(apart.map(|two| (one.2, two.2, one.3.min(two.3))));
        }
    }
    shared.sort_unstable();
    let pairs = shared.chunk_by(|one, two| (one.0, one.1) == (two.0, two.1));
    let near = pairs.filter_map(|pair| {
        let (a, b, _) = *pair.first()?;
        let common: u32 = pair.iter().map(|(_, _, worth)| *worth).sum();
        let all = worth[a].midpoint(worth[b]);
        (common * 1000 >= NEAR_WORDS * (all + DOUBT)).then_some((a, b))
    });
    near.collect()
}
