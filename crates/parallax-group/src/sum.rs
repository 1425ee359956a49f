//! Vectors of length 1 added up, and how alike two such sums are.

use crate::{
    finder::Finder,
    vector::{self, Product, Vector},
};
use std::sync::OnceLock;

/// Entries over which the lightest are dropped, and how many then stay.
const MOST_ENTRIES: usize = 1200;
const KEPT_ENTRIES: usize = 700;

/// Closeness supposed of a sum of one vector, and how many pairs that is worth.
const SUPPOSED: f32 = 0.3;
const SUPPOSED_PAIRS: f32 = 3.0;

/// The weight in a vector of length 1 of a term that an article makes something of.
const USUAL: f32 = 0.05;

/// Vectors of length 1, added up.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, Default)]
pub(crate) struct Sum {
    /// How many vectors.
    count: f32,
    /// How many terms they have between them, those in common counted again.
    terms: f32,
    entries: Vector,
    /// Made when it is first wanted.
    #[cfg_attr(feature = "serde", serde(skip))]
    finder: OnceLock<Finder>,
    /// The squared length of the sum.
    squared: f32,
}

/// How alike two sums are.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Alike {
    /// The mean likeness of a vector of the one to a vector of the other.
    pub(crate) pairs: f32,
    /// The cosine of the two middles.
    pub(crate) middles: f32,
    /// `pairs` beside what vectors of one sum are alike among themselves.
    pub(crate) contrast: f32,
    /// Over how many terms it is spread.
    pub(crate) breadth: f32,
}

/// How far the cosine of two middles is trusted over the mean of their pairs.
/// Chosen on clusters of whole articles and of headlines.
const MIDDLE: f32 = 0.7;

impl Alike {
    /// Between the mean likeness of pairs and the cosine of the middles.
    pub(crate) fn likeness(self) -> f32 {
        let (pairs, middles) = (self.pairs.max(0.0), self.middles.max(0.0));
        pairs.powf(1.0 - MIDDLE) * middles.powf(MIDDLE)
    }
}

impl Sum {
    /// A sum of one vector.
    pub(crate) fn one(entries: Vector) -> Self {
        let squared = entries.iter().map(|(_, weight)| weight * weight).sum();
        Self { count: 1.0, terms: entries.len() as f32, entries, finder: OnceLock::new(), squared }
    }

    /// How many vectors.
    pub(crate) fn count(&self) -> f32 {
        self.count
    }

    /// How many terms a vector has, on average.
    pub(crate) fn terms(&self) -> f32 {
        self.terms / self.count.max(1.0)
    }

    /// The terms of the sum, by key.
    pub(crate) fn entries(&self) -> &[(u32, f32)] {
        &self.entries
    }

    /// Adds the vectors of `other`.
    pub(crate) fn add(&mut self, other: &Self) {
        let (entries, shared) = vector::added(&self.entries, &other.entries);
        self.squared += other.squared + 2.0 * shared;
        self.entries = entries;
        self.count += other.count;
        self.terms += other.terms;
        if self.entries.len() > MOST_ENTRIES {
            self.entries = vector::heaviest(&self.entries, KEPT_ENTRIES);
            self.entries.sort_unstable_by_key(|&(term, _)| term);
        }
        self.finder = OnceLock::new();
    }

    /// Takes out the vectors of `other`, which are among its own.
    pub(crate) fn take_out(&mut self, other: &Self) {
        let less: Vector = other.entries.iter().map(|&(term, weight)| (term, -weight)).collect();
        let (entries, shared) = vector::added(&self.entries, &less);
        self.squared = (self.squared + other.squared + 2.0 * shared).max(0.0);
        self.entries = entries;
        self.entries.retain(|&(_, weight)| weight > 1e-6);
        self.finder = OnceLock::new();
        self.count -= other.count;
        self.terms -= other.terms;
    }

    /// How alike the two are.
    pub(crate) fn alike(&self, other: &Self) -> Alike {
        if self.squared <= 0.0 || other.squared <= 0.0 {
            return Alike::default();
        }
        let Product { whole, breadth } = self.product(other);
        let pairs = whole / (self.count * other.count);
        Alike {
            pairs,
            middles: whole / (self.squared * other.squared).sqrt(),
            contrast: pairs / (self.closeness() * other.closeness()).sqrt(),
            breadth,
        }
    }

    /// The share of the terms of `other` that vectors of the sum have, each by the square
    /// of its weight there.
    pub(crate) fn covers(&self, other: &Self) -> f32 {
        let finder = self.finder.get_or_init(|| Finder::of(&self.entries));
        let (mut covered, mut whole) = (0.0, 0.0);
        for &(key, weight) in &other.entries {
            let own = finder.weight(&self.entries, key) / self.count.max(1.0);
            covered += weight * weight * (own / USUAL).min(1.0);
            whole += weight * weight;
        }
        covered / f32::max(whole, f32::MIN_POSITIVE)
    }

    /// The product of the two: the terms of the shorter are sought in the longer.
    fn product(&self, other: &Self) -> Product {
        let (short, long) =
            if self.entries.len() <= other.entries.len() { (self, other) } else { (other, self) };
        let finder = long.finder.get_or_init(|| Finder::of(&long.entries));
        finder.product(&long.entries, &short.entries)
    }

    /// The mean likeness of two different vectors of the sum, as far as is known.
    fn closeness(&self) -> f32 {
        closeness(self.count, self.squared)
    }
}

/// The mean likeness of two different vectors of so many, by the squared length of their sum.
pub(crate) fn closeness(count: f32, squared: f32) -> f32 {
    let inner = (squared - count).max(0.0);
    (inner + SUPPOSED * SUPPOSED_PAIRS) / (count * (count - 1.0) + SUPPOSED_PAIRS)
}

#[cfg(test)]
mod tests {
    use super::Sum;
    use crate::vector::{self, Vector};

    fn vector(terms: &[u32]) -> Vector {
        vector::unit(terms.iter().map(|&term| (term, 1.0)).collect())
    }

    #[test]
    fn one_vector_is_like_itself() {
        let sum = Sum::one(vector(&[1, 5, 9]));
        assert!((sum.alike(&sum).pairs - 1.0).abs() < 1e-5);
        assert!((sum.alike(&sum).middles - 1.0).abs() < 1e-5);
    }

    #[test]
    fn nothing_in_common_is_nothing_alike() {
        let (a, b) = (Sum::one(vector(&[1, 5])), Sum::one(vector(&[2, 6])));
        assert!(a.alike(&b).pairs.abs() < 1e-6);
        assert!(a.alike(&Sum::default()).pairs.abs() < 1e-6);
    }
}
