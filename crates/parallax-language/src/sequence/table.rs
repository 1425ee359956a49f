//! Weights by feature, looked up where they lie.

/// Slots of a two-byte mark and one weight a label. A feature's slot is told by its low bits, its mark
/// by the others; where slots are taken the next free one serves. A mark of zero is a free slot.
#[derive(Clone, Debug)]
pub(super) struct Table<'a> {
    slots: &'a [u8],
    bits: u32,
    labels: usize,
}

/// Most slots, as a power of two.
const MOST_BITS: u32 = 20;

impl<'a> Table<'a> {
    /// The table that lies in `bytes`, if they are of its size and a slot is free.
    pub(super) fn read(bytes: &'a [u8], bits: u32, labels: usize) -> Option<Self> {
        let whole = bits <= MOST_BITS && bytes.len() == (labels + 2) << bits;
        let free = || bytes.chunks_exact(labels + 2).any(|slot| slot.starts_with(&[0, 0]));
        (whole && free()).then_some(Self { slots: bytes, bits, labels })
    }

    /// The weights of a feature by label, and whatever lies behind them; none if the model has
    /// not seen it.
    pub(super) fn weights(&self, feature: u32) -> &'a [u8] {
        let mark = mark(feature, self.bits).to_le_bytes();
        let mut at = first_slot(feature, self.bits);
        loop {
            let start = at * (self.labels + 2);
            let Some((known, weights)) =
                self.slots.get(start..).and_then(<[u8]>::split_first_chunk::<2>)
            else {
                return &[];
            };
            if *known == mark {
                return weights;
            }
            if *known == [0, 0] {
                return &[];
            }
            at = (at + 1) & ((1 << self.bits) - 1);
        }
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
            let mut at = first_slot(feature, bits);
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

fn first_slot(feature: u32, bits: u32) -> usize {
    let low = feature & ((1 << bits) - 1);
    usize::try_from(low).unwrap_or_default()
}

/// What tells features of one slot apart; never zero.
fn mark(feature: u32, bits: u32) -> u16 {
    let [low, high, ..] = (feature.rotate_right(bits)).to_le_bytes();
    u16::from_le_bytes([low, high]).max(1)
}
