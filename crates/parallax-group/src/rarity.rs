//! How much a term says, from how many articles use it.
//!
//! With two articles the count says nothing, with ten thousand it says all:
//! the count within the run is smoothed by what the kind of term leads to
//! expect, as if that many articles had been read before.

use crate::{
    signature::{Signature, Term},
    table::Table,
    vector::{self, Vector},
};

/// Articles that the expectation is worth. Chosen on runs of 5 to 10 000 articles.
const PRIOR_ARTICLES: f32 = 300.0;

/// The share of articles that are expected to tell a figure, what those say that many tell, and
/// what those say that hardly any do. Chosen on clusters of English news.
const FIGURE_SHARE: f32 = 0.002;
const COMMON: f32 = 2.5;
const RARE: f32 = 4.5;

/// Terms from which on those that were met once are forgotten now and then.
const MANY_TERMS: usize = 3_000_000;

/// How many articles use each term.
#[derive(Debug, Default)]
pub struct Rarity {
    terms: Table<Seen>,
    articles: f32,
}

/// A term that was met.
#[derive(Clone, Copy, Debug)]
struct Seen {
    articles: f32,
    expected: f32,
}

impl Rarity {
    /// Counts one more article.
    pub fn count(&mut self, article: &Signature) {
        self.articles += 1.0;
        for term in article.words.iter().chain(&article.neutral) {
            let seen =
                self.terms.entry(term.key, || Seen { articles: 0.0, expected: term.expected });
            seen.articles += 1.0;
            // Written as a name by some and as a word by others: the rarer reading counts.
            seen.expected = seen.expected.min(term.expected);
        }
        for &figure in &article.figures {
            let unseen = || Seen { articles: 0.0, expected: FIGURE_SHARE };
            self.terms.entry(figure, unseen).articles += 1.0;
        }
    }

    /// How many articles were counted.
    pub(crate) fn articles(&self) -> f32 {
        self.articles
    }

    /// The terms as a vector of length 1, each by what it says.
    pub(crate) fn weigh(&self, terms: &[Term]) -> Vector {
        let weighed = terms.iter().map(|term| (term.key, term.weight * self.says(term)));
        vector::unit(weighed.filter(|(_, weight)| *weight > 0.0).collect())
    }

    /// The telling figures of an article, each by how far it is one that few articles tell, 0 to 1.
    pub(crate) fn weigh_figures(&self, figures: &[u32]) -> Vector {
        let weight = |key: u32| {
            let says = self.says(&Term { key, weight: 1.0, expected: FIGURE_SHARE });
            ((says - COMMON) / (RARE - COMMON)).clamp(0.0, 1.0)
        };
        let weighed = figures.iter().map(|&key| (key, weight(key)));
        weighed.filter(|(_, weight)| *weight > 0.0).collect()
    }

    /// Forgets the terms that were met but once, where there are very many.
    pub(crate) fn forget(&mut self) {
        if self.terms.len() > MANY_TERMS {
            self.terms.retain(|seen| seen.articles > 1.0);
        }
    }

    /// How much the term says: 0 for one in every article.
    fn says(&self, term: &Term) -> f32 {
        let (articles, expected) = match self.terms.get(term.key) {
            Some(seen) => (seen.articles, seen.expected),
            None => (1.0, term.expected),
        };
        let having = articles + PRIOR_ARTICLES * expected;
        ((self.articles + PRIOR_ARTICLES) / having).ln().max(0.0)
    }
}

/// Kept as a list by key, so that the same counts are the same bytes.
#[cfg(feature = "serde")]
impl serde::Serialize for Rarity {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut terms: Vec<(u32, f32, f32)> =
            self.terms.iter().map(|(key, seen)| (key, seen.articles, seen.expected)).collect();
        terms.sort_unstable_by_key(|(key, _, _)| *key);
        (self.articles, terms).serialize(to)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Rarity {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let (articles, kept): (f32, Vec<(u32, f32, f32)>) = serde::Deserialize::deserialize(from)?;
        let mut terms = Table::default();
        for (key, articles, expected) in kept {
            *terms.entry(key, || Seen { articles, expected }) = Seen { articles, expected };
        }
        Ok(Self { terms, articles })
    }
}
