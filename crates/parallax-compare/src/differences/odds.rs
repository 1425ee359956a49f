//! The odds that two values are told of one thing: learned beforehand from pairs of sentences.

use super::{
    Value,
    candidates::{self, Kind, Own},
    frame,
};
use crate::{rarity::log2, scene::Scene};
use std::{collections::BTreeMap, sync::LazyLock};

/// Millionths of the logarithm of the odds: what holds for any pair, each feature of the kind, each product.
struct Weights {
    any: i64,
    each: Vec<i64>,
    products: [i64; PRODUCTS.len()],
}

static WEIGHTS: LazyLock<[Weights; Kind::ALL.len()]> = LazyLock::new(|| {
    let rows = include_str!("../../data/value-weights.tsv").lines();
    let known: BTreeMap<(&str, &str), i64> = rows
        .filter(|row| !row.starts_with('#'))
        .filter_map(|row| {
            let mut fields = row.split('\t');
            Some(((fields.next()?, fields.next()?), fields.next()?.parse().ok()?))
        })
        .collect();
    Kind::ALL.map(|kind| {
        let weight = |name: &str| known.get(&(kind.name(), name)).copied().unwrap_or(0);
        Weights {
            any: weight("any"),
            each: kind.features().map(weight).collect(),
            products: PRODUCTS.map(|(name, ..)| weight(name)),
        }
    })
});

/// Products of what is seen, by name: where one makes the other say more.
const PRODUCTS: [(&str, usize, usize); 4] = [
    ("sure-around", 0, 2),
    ("around-around", 2, 2),
    ("meaning-around", 1, 2),
    ("order-order", 3, 3),
];

/// The logarithm of the odds that two values are told of one thing, in thousandths.
pub(super) fn odds(scene: &Scene<'_>, kind: Kind, values: (Value, Value), own: &Own) -> i64 {
    of(kind, &candidates::seen(scene, values, own))
}

fn of(kind: Kind, seen: &[i64]) -> i64 {
    let Weights { any, each, products } = &WEIGHTS[kind as usize];
    let sum: i64 = each.iter().zip(seen).map(|(weight, value)| weight * value / 1000).sum();
    let products = PRODUCTS.iter().zip(products).map(|((_, one, other), weight)| {
        let both = seen.get(*one).zip(seen.get(*other));
        both.map_or(0, |(one, other)| weight * (one * other / 1000) / 1000)
    });
    (any + sum + products.sum::<i64>()) / 1000
}

/// The odds from which two values of lines that are held to tell one thing are told of one thing, where the story
/// has hardly more sentences than a few, and what each doubling of them adds: the more sentences, the more that look
/// alike by chance. Logarithms, in thousandths.
///
/// Chosen out of fold on pairs of sentences, on the development stories and by reading the bundled ones.
const ENOUGH: i64 = -300;
const EACH_DOUBLING: i64 = 350;
/// Sentences from which that is counted.
const FEW: usize = 8;

/// The odds from which two values are told of one thing; each doubt makes chance weigh once more.
pub(super) fn enough(scene: &Scene<'_>, doubts: i64) -> i64 {
    let doublings = i64::from(log2(scene.lines.len() / FEW));
    ENOUGH + EACH_DOUBLING * doublings * (1 + doubts) / 8
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

fn at(seen: &frame::Seen, name: &str) -> i64 {
    let place = frame::NAMES.iter().position(|known| *known == name);
    place.and_then(|at| seen.get(at)).copied().unwrap_or(0)
}
