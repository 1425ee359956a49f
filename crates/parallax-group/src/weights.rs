//! How much a term says, from how many articles use it.
//!
//! With two articles the count says nothing, with ten thousand it says all:
//! the count within the run is smoothed by what the kind of term leads to
//! expect, as if that many articles had been read before.

use crate::profile::{Feature, Kind, Profile};
use std::collections::BTreeMap;

/// Articles that the expectation is worth. Chosen on runs of 5 to 10 000 articles.
const PRIOR_ARTICLES: f32 = 300.0;

/// Expected share of articles that use a name, a telling number, a plain
/// number, an unlisted word: rough figures for news, to be outvoted by counts.
const NAME_SHARE: f32 = 0.004;
const NUMBER_SHARE: f32 = 0.006;
const PLAIN_NUMBER_SHARE: f32 = 0.25;
const UNLISTED_SHARE: f32 = 0.02;

/// Words in the article that the expectation for a listed word supposes.
const ARTICLE_WORDS: f32 = 300.0;

/// Names say who and where, numbers how many: what tells events of one kind apart.
const NAME_FACTOR: f32 = 1.5;
const NUMBER_FACTOR: f32 = 0.8;

/// A term's number in the run, dense from 0.
pub(crate) type Term = u32;

/// A vector over terms, sorted by term.
pub(crate) type Vector = Vec<(Term, f32)>;

/// The terms of a run with how many articles use each.
#[derive(Debug, Default)]
pub(crate) struct Weights {
    terms: BTreeMap<u64, Term>,
    seen: Vec<Seen>,
    articles: f32,
}

#[derive(Clone, Copy, Debug)]
struct Seen {
    articles: f32,
    expected: f32,
}

impl Weights {
    /// Counts the terms of one more article, and numbers them.
    pub(crate) fn count(&mut self, profile: &Profile) -> (Vector, Vector) {
        self.articles += 1.0;
        (self.number(&profile.words), self.number(&profile.neutral))
    }

    fn number(&mut self, features: &[Feature]) -> Vector {
        let mut vector: Vector = features
            .iter()
            .map(|feature| {
                let next = u32::try_from(self.seen.len()).unwrap_or(u32::MAX);
                let term = *self.terms.entry(feature.key).or_insert(next);
                let expected = expected(feature.kind);
                if term == next {
                    self.seen.push(Seen { articles: 0.0, expected });
                }
                if let Some(seen) = usize::try_from(term).ok().and_then(|at| self.seen.get_mut(at))
                {
                    seen.articles += 1.0;
                    // Written as a name by some and as a word by others: the rarer reading counts.
                    seen.expected = seen.expected.min(expected);
                }
                (term, feature.weight * factor(feature.kind))
            })
            .collect();
        vector.sort_unstable_by_key(|&(term, _)| term);
        vector
    }

    /// How much the term says: 0 for one in every article.
    pub(crate) fn rarity(&self, term: Term) -> f32 {
        let seen = usize::try_from(term).ok().and_then(|at| self.seen.get(at));
        seen.map_or(0.0, |seen| {
            let having = seen.articles + PRIOR_ARTICLES * seen.expected;
            ((self.articles + PRIOR_ARTICLES) / having).ln().max(0.0)
        })
    }

    /// How many articles use the term.
    pub(crate) fn articles_with(&self, term: Term) -> f32 {
        usize::try_from(term)
            .ok()
            .and_then(|at| self.seen.get(at))
            .map_or(0.0, |seen| seen.articles)
    }

    /// How many articles were counted.
    pub(crate) fn articles(&self) -> f32 {
        self.articles
    }

    /// How many terms there are.
    pub(crate) fn terms(&self) -> usize {
        self.seen.len()
    }

    /// The vector times rarity, scaled to length 1.
    pub(crate) fn weigh(&self, counted: &Vector) -> Vector {
        let mut weighed: Vector =
            counted.iter().map(|&(term, weight)| (term, weight * self.rarity(term))).collect();
        let length = weighed.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
        if length > 0.0 {
            for (_, weight) in &mut weighed {
                *weight /= length;
            }
        }
        weighed
    }
}

fn expected(kind: Kind) -> f32 {
    match kind {
        Kind::Name => NAME_SHARE,
        Kind::Number => NUMBER_SHARE,
        Kind::PlainNumber => PLAIN_NUMBER_SHARE,
        Kind::Word(0) => UNLISTED_SHARE,
        // Ten times the Zipf frequency, the logarithm of uses in 10^9 words.
        Kind::Word(common) => {
            let share = 10_f32.powf(f32::from(common) / 10.0 - 9.0);
            1.0 - (-share * ARTICLE_WORDS).exp()
        }
    }
}

const fn factor(kind: Kind) -> f32 {
    match kind {
        Kind::Name => NAME_FACTOR,
        Kind::Number => NUMBER_FACTOR,
        Kind::PlainNumber | Kind::Word(_) => 1.0,
    }
}
