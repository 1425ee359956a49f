//! Directions of an encoder's space added up, and how alike two such sums are.

use crate::{
    embedding::{self, Embedding},
    sum::Alike,
};

/// Closeness supposed of a sum of one direction, and how many pairs that is worth.
const SUPPOSED: f32 = 0.6;
const SUPPOSED_PAIRS: f32 = 3.0;

/// No closer ought articles on one event to be: copies are.
const CLOSEST: f32 = 0.7;

/// Directions of length 1, added up.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug)]
pub(crate) struct Meaning {
    count: f32,
    sum: Box<[f32]>,
    squared: f32,
}

impl Meaning {
    /// A sum of one direction.
    pub(crate) fn of(embedding: &Embedding) -> Self {
        Self { count: 1.0, sum: embedding.unit(), squared: 1.0 }
    }

    /// How many directions.
    pub(crate) fn count(&self) -> f32 {
        self.count
    }

    /// Adds the directions of `other`.
    pub(crate) fn add(&mut self, other: &Self) {
        self.squared += other.squared + 2.0 * embedding::product(&self.sum, &other.sum);
        self.count += other.count;
        for (ours, theirs) in self.sum.iter_mut().zip(&other.sum) {
            *ours += theirs;
        }
    }

    /// Takes out the directions of `other`, which are among its own.
    pub(crate) fn take_out(&mut self, other: &Self) {
        let shared = embedding::product(&self.sum, &other.sum);
        self.squared = (self.squared + other.squared - 2.0 * shared).max(0.0);
        self.count -= other.count;
        for (ours, theirs) in self.sum.iter_mut().zip(&other.sum) {
            *ours -= theirs;
        }
    }

    /// How alike the two are.
    pub(crate) fn alike(&self, other: &Self) -> Alike {
        let whole = embedding::product(&self.sum, &other.sum);
        let pairs = whole / (self.count * other.count);
        Alike {
            pairs,
            middles: whole / (self.squared * other.squared).max(f32::MIN_POSITIVE).sqrt(),
            contrast: pairs / (self.closeness() * other.closeness()).sqrt(),
            breadth: 0.0,
        }
    }

    fn closeness(&self) -> f32 {
        let pairs = self.count * (self.count - 1.0);
        let inner = (self.squared - self.count).max(0.0);
        let mean = (inner + SUPPOSED * SUPPOSED_PAIRS) / (pairs + SUPPOSED_PAIRS);
        mean.min(CLOSEST)
    }
}
