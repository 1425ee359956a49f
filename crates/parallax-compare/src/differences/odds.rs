//! The odds that two values are told of one thing: learned beforehand from pairs of sentences.

use super::{
    Value,
    candidates::{self, Own},
    frame::{self, Seen},
};
use crate::scene::Scene;
use std::{collections::BTreeMap, sync::LazyLock};

/// Millionths of the logarithm of the odds for what is seen of two values of one kind.
struct Weights {
    /// For any two.
    any: i64,
    /// For each feature, those of the words around them first.
    each: Vec<i64>,
    products: [i64; PRODUCTS.len()],
}

/// The weights by kind.
static WEIGHTS: LazyLock<BTreeMap<&'static str, Weights>> = LazyLock::new(|| {
    let mut kinds: BTreeMap<&str, BTreeMap<&str, i64>> = BTreeMap::new();
    let rows = include_str!("../../data/value-weights.tsv").lines();
    for row in rows.filter(|row| !row.starts_with('#')) {
        let mut fields = row.split('\t');
        let (Some(kind), Some(name), Some(weight)) = (fields.next(), fields.next(), fields.next())
        else {
            continue;
        };
        if let Ok(weight) = weight.parse() {
            kinds.entry(kind).or_default().insert(name, weight);
        }
    }
    kinds.into_iter().map(|(kind, known)| (kind, Weights::of(&known))).collect()
});

impl Weights {
    fn of(known: &BTreeMap<&str, i64>) -> Self {
        let weight = |name: &str| known.get(name).copied().unwrap_or(0);
        let names = frame::NAMES.iter().chain(&candidates::NAMES);
        Self {
            any: weight("any"),
            each: names.map(|name| weight(name)).collect(),
            products: PRODUCTS.map(|(name, ..)| weight(name)),
        }
    }
}

/// Products of what is seen, by name: where one makes the other say more.
const PRODUCTS: [(&str, usize, usize); 4] = [
    ("sure-around", 0, 2),
    ("around-around", 2, 2),
    ("meaning-around", 1, 2),
    ("order-order", 3, 3),
];

/// The logarithm of the odds that two values are told of one thing, in thousandths.
pub(super) fn odds(scene: &Scene<'_>, kind: &str, (a, b): (Value, Value), own: &Own) -> i64 {
    of(kind, &frame::seen(scene, a, b), own)
}

fn of(kind: &str, seen: &Seen, own: &Own) -> i64 {
    let Some(weights) = WEIGHTS.get(kind) else { return 0 };
    let each = seen.iter().chain(own).zip(&weights.each);
    let sum: i64 = each.map(|(value, weight)| weight * value / 1000).sum();
    let products = PRODUCTS.iter().zip(weights.products).map(|((_, one, other), weight)| {
        let both = seen.get(*one).zip(seen.get(*other));
        both.map_or(0, |(one, other)| weight * (one * other / 1000) / 1000)
    });
    (weights.any + sum + products.sum::<i64>()) / 1000
}

/// The share of words in one order from which two sentences are one, edited, in thousandths.
const ONE_SENTENCE: i64 = 700;
/// How far one word must stand for another, in thousandths.
const ONE_DEED: i64 = 800;

/// Whether the word next to one value, a name aside, is near the other too.
pub(super) fn share_a_deed(scene: &Scene<'_>, (a, b): (Value, Value)) -> bool {
    let seen = frame::seen(scene, a, b);
    at(&seen, "deed") >= ONE_DEED || at(&seen, "in-order") >= ONE_SENTENCE
}

fn at(seen: &Seen, name: &str) -> i64 {
    let place = frame::NAMES.iter().position(|known| *known == name);
    place.and_then(|at| seen.get(at)).copied().unwrap_or(0)
}
