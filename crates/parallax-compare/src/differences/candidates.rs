//! Pairs of values of two lines that are not one value, for learning which of them are told of one thing.

use super::{Value, dates, frame, numbers};
use crate::scene::Scene;

/// What is seen of a pair of values besides the words around them, by name, in its order.
///
/// Of figures. Of dates the first seven are: a deed in both clauses, the same sort of place in the sentence,
/// the same word before, a day somebody said so, both news or both not, told from today, one of several.
pub(crate) const NAMES: [&str; 12] = [
    "counted-one",
    "counted-perhaps",
    "bare",
    "listed",
    "one-of-several",
    "aside",
    "far-apart",
    "of-others",
    "told-there",
    "part",
    "loose",
    "same-precision",
];

/// What is seen of a pair of values besides the words around them, in thousandths.
pub(crate) type Own = [i64; NAMES.len()];

/// A pair of values, and what is seen of it.
pub(crate) struct Candidate {
    pub(crate) kind: &'static str,
    pub(crate) values: (Value, Value),
    pub(crate) seen: Vec<i64>,
}

/// The pairs of values of two lines that are not one value.
pub(crate) fn all(scene: &Scene<'_>, a: usize, b: usize) -> Vec<Candidate> {
    let of = |kind: &'static str, pairs: Vec<(Value, Value, Own)>| {
        pairs.into_iter().map(move |(x, y, own)| {
            let seen = frame::seen(scene, x, y).into_iter().chain(own).collect();
            Candidate { kind, values: (x, y), seen }
        })
    };
    let figures = of("number", numbers::observed(scene, a, b));
    figures.chain(of("date", dates::observed(scene, a, b))).collect()
}
