//! From averages to the small tables that are shipped.

use super::averaged::Averaged;
use crate::syntax::table::{NARROW, check, places};

/// The share of weights, in thousandths, that may be cut off at the largest number that is kept.
const CUT: usize = 2;

/// A feature and its weights, made small.
type Row<const N: usize> = (u64, [i8; N]);

/// The most telling features first, as they find a place; each place holds one.
fn placed<const N: usize>(averages: Vec<(u64, [f64; N])>, bits: u32) -> Vec<Option<Row<N>>> {
    let mut sizes: Vec<f64> = averages
        .iter()
        .flat_map(|(_, row)| row.iter().map(|weight| weight.abs()))
        .filter(|size| *size > 0.0)
        .collect();
    sizes.sort_unstable_by(f64::total_cmp);
    let largest =
        sizes.get(sizes.len().saturating_sub(1 + sizes.len() * CUT / 1000)).copied().unwrap_or(1.0);
    let mut order: Vec<(f64, Row<N>)> = averages
        .into_iter()
        .map(|(feature, row)| {
            let size: f64 = row.iter().map(|weight| weight.abs()).sum();
            (size, (feature, row.map(|weight| small(weight * 127.0 / largest))))
        })
        .collect();
    order.sort_by(|one, other| other.0.total_cmp(&one.0));
    let mut slots: Vec<Option<Row<N>>> = vec![None; 1 << bits];
    for (_, row) in order {
        if row.1.iter().all(|weight| *weight == 0) {
            continue;
        }
        let [one, two] = places(row.0, bits);
        let taken = |at: usize| slots[at].is_some_and(|held| check(held.0) == check(row.0));
        if taken(one) || taken(two) {
            continue;
        }
        if let Some(free) = [one, two].into_iter().find(|&at| slots[at].is_none()) {
            slots[free] = Some(row);
        }
    }
    slots
}

#[expect(clippy::cast_possible_truncation, reason = "clamped to what fits")]
fn small(weight: f64) -> i8 {
    weight.round().clamp(-127.0, 127.0) as i8
}

/// A narrow table's bytes: a check, and what the first answers gain over the last.
pub(crate) fn narrow(learned: &Averaged<NARROW>, bits: u32) -> Vec<u8> {
    let gains = learned.averages().into_iter();
    let gains = gains.map(|(feature, [one, two, last])| (feature, [one - last, two - last]));
    let row = |slot: Option<Row<2>>| {
        slot.map_or([0; 4], |(feature, [one, two])| {
            let [low, high] = check(feature).to_le_bytes();
            [low, high, one.to_ne_bytes()[0], two.to_ne_bytes()[0]]
        })
    };
    placed(gains.collect(), bits).into_iter().flat_map(row).collect()
}

/// A wide table's bytes: counts and checks, then answers and weights.
pub(crate) fn wide<const N: usize>(learned: &Averaged<N>, bits: u32) -> [Vec<u8>; 2] {
    let (mut heads, mut gains) = (Vec::new(), Vec::new());
    for slot in placed(learned.averages(), bits) {
        let before = gains.len();
        let mut seen = 0;
        if let Some((feature, weights)) = slot {
            seen = check(feature);
            let answers = weights.into_iter().enumerate().filter(|(_, weight)| *weight != 0);
            for (answer, weight) in answers {
                gains.extend([u8::try_from(answer).unwrap_or(0), weight.to_ne_bytes()[0]]);
            }
        }
        let [low, high] = seen.to_le_bytes();
        heads.extend([u8::try_from((gains.len() - before) / 2).unwrap_or(0), low, high]);
    }
    [heads, gains]
}
