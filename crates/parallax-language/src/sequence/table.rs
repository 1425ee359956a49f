//! Weights by feature: how they are shipped, and how they are looked up.

use super::MOST_LABELS;

/// Most slots, as a power of two.
const MOST_BITS: u32 = 20;

/// Most slots that may be taken in a row, and the bits that takes.
const TAKEN_BITS: u32 = 32 - MOST_BITS;
const MOST_TAKEN: u32 = (1 << TAKEN_BITS) - 1;

/// Most slots of one mark.
const MOST_ALIKE: usize = 32;

/// How many features are looked up together; their sum has two bytes.
const AT_ONCE: usize = 32;

/// The shipped table, arranged for looking up.
///
/// Shipped are slots of a two-byte mark and one weight a label. A feature's slot is told by its low
/// bits, its mark by the others; where slots are taken the next free one serves. A mark of zero is a
/// free slot. The slots are nearly all taken, so that walking from one to the next is long: here
/// those of one mark stand together, and each knows from how far it is walked to.
#[derive(Clone, Debug)]
pub(super) struct Table {
    bits: u32,
    /// Where the rows of each mark start; one more for the end.
    starts: Vec<u32>,
    /// By mark, then by slot.
    rows: Vec<Row>,
}

/// A slot that is taken.
#[derive(Clone, Copy, Debug, Default)]
struct Row {
    /// The slot, and in the lowest bits how many slots before it lead to it and to no other of its mark.
    place: u32,
    /// What every label gains; none behind the last label.
    weights: [i8; MOST_LABELS],
}

impl Table {
    /// Reads what [`Table::write`] wrote, if the bytes are of that size, and neither too many slots are
    /// taken in a row nor too many have one mark.
    pub(super) fn read(bytes: &[u8], bits: u32, labels: usize) -> Option<Self> {
        let whole = bits <= MOST_BITS && bytes.len() == (labels + 2) << bits;
        let slots: Vec<(u16, &[u8])> = bytes
            .chunks_exact(labels + 2)
            .filter_map(|slot| slot.split_first_chunk::<2>())
            .map(|(mark, weights)| (u16::from_le_bytes(*mark), weights))
            .collect();
        let taken = taken(&slots).filter(|_| whole)?;
        let mut order: Vec<(u16, u32)> =
            (0..).zip(&slots).map(|(slot, (mark, _))| (*mark, slot)).collect();
        order.retain(|(mark, _)| *mark > 0);
        order.sort_unstable();
        let mut rows = Vec::with_capacity(order.len());
        for alike in order.chunk_by(|one, other| one.0 == other.0) {
            // A walk ends at the first of this mark: what lies before that is not the next one's.
            let others = alike.iter().cycle().skip(alike.len() - 1);
            for ((_, slot), (_, other)) in alike.iter().zip(others) {
                let between = slot.wrapping_sub(other + 1) & ((1 << bits) - 1);
                let before = between.min(*taken.get(*slot as usize)?);
                let weights = padded(slots.get(*slot as usize)?.1);
                rows.push(Row { place: slot << TAKEN_BITS | before, weights });
            }
        }
        let most = order.chunk_by(|one, other| one.0 == other.0).map(<[_]>::len).max();
        let fits = most.is_none_or(|most| most <= MOST_ALIKE);
        fits.then(|| Self { bits, starts: starts(&order), rows })
    }

    /// Adds what the features weigh to `sums`; those that the model has not seen weigh nothing.
    ///
    /// The rows are found for many features before their weights are added: they lie far apart in
    /// memory, and none is to wait for the one before.
    pub(super) fn add(&self, features: &[u32], sums: &mut [i32; MOST_LABELS]) {
        for features in features.chunks(AT_ONCE) {
            let (found, count) = self.rows_of(features);
            let rows = found.iter().take(count).filter_map(|row| self.rows.get(*row as usize));
            let mut some = [0_i16; MOST_LABELS];
            for row in rows {
                for (sum, weight) in some.iter_mut().zip(row.weights) {
                    *sum += i16::from(weight);
                }
            }
            for (sum, some) in sums.iter_mut().zip(some) {
                *sum += i32::from(some);
            }
        }
    }

    /// The rows that a walk comes to from the slots of the features, and how many there are: at most
    /// one a feature, for each slot leads to one row of a mark.
    #[inline]
    fn rows_of(&self, features: &[u32]) -> ([u32; AT_ONCE], usize) {
        let mut found = [0; AT_ONCE];
        let mut count = 0;
        let slots = (1 << self.bits) - 1;
        for &feature in features {
            let mark = usize::from(mark(feature, self.bits));
            let first = first_slot(feature, self.bits);
            let starts = self.starts.get(mark..mark + 2).unwrap_or_default();
            let &[from, to] = starts else { continue };
            let mut look = |row: u32, counts: bool| {
                let place = self.rows.get(row as usize).map_or(0, |row| row.place);
                let steps = (place >> TAKEN_BITS).wrapping_sub(first) & slots;
                if let Some(found) = found.get_mut(count) {
                    *found = row;
                }
                count += usize::from(counts) * usize::from(steps <= place & MOST_TAKEN);
            };
            // Few marks have more than two rows.
            look(from, from < to);
            look(from + 1, from + 1 < to);
            for row in from + 2..to {
                look(row, true);
            }
        }
        (found, count)
    }

    /// The bytes of a table of these weights; what finds no room is left out.
    pub(super) fn write(
        bits: u32,
        labels: usize,
        weights: impl Iterator<Item = (u32, Vec<i8>)>,
    ) -> Vec<u8> {
        let size = labels + 2;
        let mut slots = vec![0_u8; size << bits];
        let mut room = (1_usize << bits) - 1;
        for (feature, weights) in weights {
            let mut at = first_slot(feature, bits) as usize;
            while room > 0 && slots[at * size..at * size + 2] != [0, 0] {
                at = (at + 1) & ((1 << bits) - 1);
            }
            if room == 0 {
                break;
            }
            room -= 1;
            slots[at * size..at * size + 2].copy_from_slice(&mark(feature, bits).to_le_bytes());
            for (slot, weight) in slots[at * size + 2..(at + 1) * size].iter_mut().zip(weights) {
                *slot = weight.cast_unsigned();
            }
        }
        slots
    }
}

/// How many slots before each are taken, up to the last free one; `None` where none is free, or too
/// many are taken in a row.
fn taken(slots: &[(u16, &[u8])]) -> Option<Vec<u32>> {
    let is_free = |at: usize| slots.get(at).is_some_and(|(mark, _)| *mark == 0);
    let free = (0..slots.len()).find(|at| is_free(*at))?;
    let mut taken = vec![0; slots.len()];
    let mut far = 0;
    // From a free slot on, around the end.
    for at in (free..slots.len()).chain(0..free) {
        *taken.get_mut(at)? = far;
        far = if is_free(at) { 0 } else { far + 1 };
    }
    taken.iter().all(|taken| *taken <= MOST_TAKEN).then_some(taken)
}

fn padded(row: &[u8]) -> [i8; MOST_LABELS] {
    let mut weights = [0; MOST_LABELS];
    for (weight, byte) in weights.iter_mut().zip(row) {
        *weight = byte.cast_signed();
    }
    weights
}

/// Where each mark starts in slots sorted by it; one more for the end.
fn starts(order: &[(u16, u32)]) -> Vec<u32> {
    let mut starts = vec![0_u32; usize::from(u16::MAX) + 2];
    for (mark, _) in order {
        if let Some(after) = starts.get_mut(usize::from(*mark) + 1) {
            *after += 1;
        }
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    starts
}

#[inline]
const fn first_slot(feature: u32, bits: u32) -> u32 {
    feature & ((1 << bits) - 1)
}

/// What tells features of one slot apart; never zero.
#[inline]
fn mark(feature: u32, bits: u32) -> u16 {
    let [low, high, ..] = (feature.rotate_right(bits)).to_le_bytes();
    u16::from_le_bytes([low, high]).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What walking from slot to slot finds.
    fn walked(bytes: &[u8], bits: u32, labels: usize, feature: u32) -> Option<Vec<i8>> {
        let mut at = first_slot(feature, bits) as usize;
        loop {
            let (mark, weights) = bytes.chunks_exact(labels + 2).nth(at)?.split_at(2);
            if mark == [0, 0] {
                return None;
            }
            if mark == super::mark(feature, bits).to_le_bytes() {
                return Some(weights.iter().map(|weight| weight.cast_signed()).collect());
            }
            at = (at + 1) & ((1 << bits) - 1);
        }
    }

    proptest! {
        #[test]
        fn a_feature_weighs_what_walking_finds(
            known in prop::collection::vec(0_u32..2000, 0..40),
            asked in prop::collection::vec(0_u32..2000, 0..200),
        ) {
            let weights = known.iter().zip(1_i8..).map(|(feature, at)| (*feature, vec![at, -at]));
            let bytes = Table::write(5, 2, weights);
            let table = Table::read(&bytes, 5, 2).expect("what was written can be read");
            for feature in known.into_iter().chain(asked) {
                let mut sums = [0; MOST_LABELS];
                table.add(&[feature], &mut sums);
                let walked = walked(&bytes, 5, 2, feature).unwrap_or(vec![0, 0]);
                prop_assert_eq!(&sums[..2], [i32::from(walked[0]), i32::from(walked[1])]);
            }
        }
    }
}
