//! Pairs of values of two lines that are not one value, for learning which of them are told of one thing.

use super::{Value, dates, frame, numbers};
use crate::scene::Scene;

/// What kind of values a pair is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Number,
    Date,
}

impl Kind {
    pub(crate) const ALL: [Self; 2] = [Self::Number, Self::Date];

    /// Its name in the table of weights.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Date => "date",
        }
    }

    /// What is seen of a pair of this kind, by name, in its order.
    pub(crate) fn features(self) -> impl Iterator<Item = &'static str> {
        let own = match self {
            Self::Number => &numbers::SEEN,
            Self::Date => &dates::SEEN,
        };
        frame::NAMES.iter().chain(own).copied()
    }
}

/// How much is seen of values besides the words around them, whatever their kind.
pub(crate) const OWN: usize = 12;

/// What is seen of a pair of values besides the words around them, in thousandths, as its kind has it.
pub(crate) type Own = [i64; OWN];

/// All that is seen of a pair of values, in the order of [`Kind::features`].
pub(crate) fn seen(scene: &Scene<'_>, (a, b): (Value, Value), own: &Own) -> Vec<i64> {
    let around = frame::seen(scene, a, b).into_iter();
    around.chain(own.iter().copied()).collect()
}

/// A pair of values, and what is seen of it.
pub(crate) struct Candidate {
    pub(crate) kind: Kind,
    pub(crate) values: (Value, Value),
    pub(crate) seen: Vec<i64>,
}

/// The pairs of values of two lines that are not one value.
pub(crate) fn all(scene: &Scene<'_>, a: usize, b: usize) -> Vec<Candidate> {
    let pairs = |kind: Kind| match kind {
        Kind::Number => numbers::observed(scene, a, b),
        Kind::Date => dates::observed(scene, a, b),
    };
    let each = Kind::ALL
        .into_iter()
        .flat_map(|kind| pairs(kind).into_iter().map(move |(x, y, own)| (kind, (x, y), own)));
    each.map(|(kind, values, own)| Candidate { kind, values, seen: seen(scene, values, &own) })
        .collect()
}
