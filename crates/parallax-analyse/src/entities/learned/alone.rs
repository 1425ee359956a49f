//! What a word tells by itself, of itself and of the words around it.

use super::{facts::Facts, features::pair};
use parallax_language::sequence::feature;

/// What a word tells by itself of the word that it stands `off` words behind.
pub(super) fn alone(facts: &Facts, off: isize, into: &mut Vec<u32>) {
    let place = u32::try_from(off + 2).unwrap_or_default();
    into.push(feature(20 + place, facts.word));
    into.push(feature(25 + place, facts.shape));
    into.extend(bits(facts.lists).map(|bit| feature(50 + place, bit)));
    match off {
        0 => own(facts, into),
        -1 => into.extend([feature(34, facts.bare), feature(41, facts.tails[2])]),
        1 => into.extend([feature(35, facts.bare), feature(42, facts.tails[2])]),
        _ => {}
    }
    if let Some(place) = [-2, -1, 1, 2].iter().position(|at| *at == off) {
        let templates = (90..).skip(place).step_by(4);
        into.extend(templates.zip(facts.class).map(|(template, class)| feature(template, class)));
    }
}

/// What a word tells by itself of itself.
fn own(facts: &Facts, into: &mut Vec<u32>) {
    into.push(feature(0, 0));
    into.extend((1..).zip(facts.tails).map(|(template, tail)| feature(template, tail)));
    into.extend((6..).zip(facts.heads).map(|(template, head)| feature(template, head)));
    into.extend([
        feature(12, facts.shape ^ facts.tails[2]),
        feature(13, facts.common),
        feature(14, facts.shape.wrapping_add(facts.common)),
        feature(16, facts.bare),
    ]);
    for (template, class) in (17..).zip(facts.class) {
        into.push(feature(template, class));
        into.push(feature(template + 100, pair(class, facts.shape)));
    }
    into.extend(bits(facts.lists).map(|bit| feature(62, pair(bit, facts.shape))));
}

/// The bits that are set, from the lowest on.
pub(super) fn bits(mut bits: u64) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let bit = bits.trailing_zeros();
        bits &= bits.wrapping_sub(1);
        (bit < u64::BITS).then_some(bit)
    })
}
