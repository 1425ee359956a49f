//! Learned weights as they are read at run time: what each answer gains by a feature.
//!
//! A feature is known by its place and a check beside it, so that features
//! that were never learned, or were left out, weigh nothing.

/// Whatever can say what features are worth: a shipped table, or one that still learns.
pub(crate) trait Score<const N: usize> {
    /// What each answer gains by all of `features`.
    fn score(&self, features: &[u64]) -> [i32; N];
}

/// Where a feature is looked for: two neighbouring places.
#[inline]
#[expect(
    clippy::cast_possible_truncation,
    reason = "a place is made of the upper bits, at most 32"
)]
pub(crate) const fn places(feature: u64, bits: u32) -> [usize; 2] {
    let at = (feature >> (64 - bits)) as usize;
    [at, at ^ 1]
}

/// What stands beside a feature to tell it from others at its place; never zero.
#[inline]
pub(crate) const fn check(feature: u64) -> u16 {
    let [low, high, ..] = feature.to_le_bytes();
    u16::from_le_bytes([low | 1, high])
}

/// Weights for three answers: what the first two gain over the last.
pub(crate) struct Narrow {
    bits: u32,
    /// A check and the weights.
    rows: Vec<[u8; 4]>,
}

/// Answers of a narrow table.
pub(crate) const NARROW: usize = 3;

impl Narrow {
    /// Four bytes a row; as many rows as a power of two.
    pub(crate) fn new(bytes: &[u8]) -> Self {
        let rows: Vec<[u8; 4]> =
            bytes.chunks_exact(4).filter_map(|row| row.try_into().ok()).collect();
        Self { bits: bits_of(rows.len()), rows }
    }
}

/// The power of two that `count` is; a table of fewer than two rows finds nothing.
fn bits_of(count: usize) -> u32 {
    count.max(2).ilog2()
}

/// A row of a narrow table, read.
struct Row {
    check: u16,
    more: i32,
    less: i32,
}

impl Row {
    #[inline]
    fn of([low, high, more, less]: [u8; 4]) -> Self {
        let gain = |byte| i32::from(i8::from_ne_bytes([byte]));
        Self { check: u16::from_le_bytes([low, high]), more: gain(more), less: gain(less) }
    }
}

impl Score<NARROW> for Narrow {
    #[inline]
    fn score(&self, features: &[u64]) -> [i32; NARROW] {
        let (mut first, mut second) = (0, 0);
        for &feature in features {
            let check = check(feature);
            let [one, other] = places(feature, self.bits)
                .map(|at| Row::of(self.rows.get(at).copied().unwrap_or_default()));
            // No branch: the rows lie far apart, and none is to wait for the one before.
            let here = i32::from(one.check == check);
            let there = (1 - here) * i32::from(other.check == check);
            first += here * one.more + there * other.more;
            second += here * one.less + there * other.less;
        }
        [first, second, 0]
    }
}

/// Weights for many answers, only those written down that matter.
pub(crate) struct Wide {
    bits: u32,
    slots: Vec<Slot>,
    /// Answers and their weights.
    gains: Vec<(u8, i8)>,
}

#[derive(Clone, Copy, Default)]
struct Slot {
    start: u32,
    count: u8,
    check: u16,
}

impl Wide {
    /// A count and a check for each place, as many as a power of two; then the
    /// answers and weights of all.
    pub(crate) fn new(heads: &[u8], gains: &[u8]) -> Self {
        let mut start = 0;
        let slot = |head: &[u8]| {
            let check = u16::from_le_bytes([head[1], head[2]]);
            let slot = Slot { start, count: head[0], check };
            start += u32::from(head[0]);
            slot
        };
        let slots: Vec<Slot> = heads.chunks_exact(3).map(slot).collect();
        let gains = gains.chunks_exact(2).map(|gain| (gain[0], i8::from_ne_bytes([gain[1]])));
        Self { bits: bits_of(slots.len()), slots, gains: gains.collect() }
    }
}

/// Most features of a wide table that are looked up together.
const AT_ONCE: usize = 40;

impl Wide {
    /// The slots of those features that were learned, and how many there are. Without a branch:
    /// the slots lie far apart in memory, and none is to wait for the one before.
    #[inline]
    fn slots_of(&self, features: &[u64]) -> ([Slot; AT_ONCE], usize) {
        let mut found = [Slot::default(); AT_ONCE];
        let mut count = 0;
        for &feature in features.iter().take(AT_ONCE) {
            let check = check(feature);
            let [one, two] = places(feature, self.bits)
                .map(|at| self.slots.get(at).copied().unwrap_or_default());
            let slot = if one.check == check { one } else { two };
            found[count] = slot;
            count += usize::from(slot.check == check);
        }
        (found, count)
    }
}

impl<const N: usize> Score<N> for Wide {
    #[inline]
    fn score(&self, features: &[u64]) -> [i32; N] {
        let mut sums = [0; N];
        for some in features.chunks(AT_ONCE) {
            let (found, count) = self.slots_of(some);
            for slot in found.iter().take(count) {
                let start = slot.start as usize;
                let gains = self.gains.get(start..start + usize::from(slot.count));
                for &(answer, weight) in gains.unwrap_or_default() {
                    if let Some(sum) = sums.get_mut(usize::from(answer)) {
                        *sum += i32::from(weight);
                    }
                }
            }
        }
        sums
    }
}

/// The first of the largest among the first `count` scores.
#[inline]
pub(crate) fn best<const N: usize>(scores: &[i32; N], count: usize) -> usize {
    let mut found = 0;
    for (at, score) in scores.iter().enumerate().take(count) {
        if *score > scores[found] {
            found = at;
        }
    }
    found
}
