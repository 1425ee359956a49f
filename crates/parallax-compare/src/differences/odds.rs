//! The odds that two values are told of one thing: learned beforehand from pairs of sentences.

use super::{
    Value,
    candidates::{self, Own},
    frame::{self, Seen},
};
use crate::scene::Scene;
use std::{collections::BTreeMap, sync::LazyLock};

/// Millionths of the logarithm of the odds by kind and feature.
static WEIGHTS: LazyLock<BTreeMap<(&str, &str), i64>> = LazyLock::new(|| {
    let rows = include_str!("../../data/value-weights.tsv").lines();
    let known = rows.filter(|row| !row.starts_with('#')).filter_map(|row| {
        let mut fields = row.split('\t');
        Some(((fields.next()?, fields.next()?), fields.next()?.parse().ok()?))
    });
    known.collect()
});

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
    let weight = |name: &str| WEIGHTS.get(&(kind, name)).copied().unwrap_or(0);
    let each = frame::NAMES.iter().zip(seen).chain(candidates::NAMES.iter().zip(own));
    let sum: i64 = each.map(|(name, value)| weight(name) * value / 1000).sum();
    let products = PRODUCTS.iter().map(|(name, one, other)| {
        let both = seen.get(*one).zip(seen.get(*other));
        both.map_or(0, |(one, other)| weight(name) * (one * other / 1000) / 1000)
    });
    (weight("any") + sum + products.sum::<i64>()) / 1000
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
