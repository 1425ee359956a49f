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
    /// Neighbouring places; no two neighbours have one check.
    pairs: Vec<[Row; 2]>,
}

/// A check and the weights.
#[derive(Clone, Copy, Default)]
struct Row {
    check: u16,
    gains: [i8; 2],
}

/// Answers of a narrow table.
pub(crate) const NARROW: usize = 3;

impl Narrow {
    /// Four bytes a row; as many rows as a power of two.
    pub(crate) fn new(bytes: &[u8]) -> Self {
        let row = |[low, high, more, less]: [u8; 4]| Row {
            check: u16::from_le_bytes([low, high]),
            gains: [more.cast_signed(), less.cast_signed()],
        };
        let rows = bytes.as_chunks().0;
        let pairs = rows.as_chunks().0.iter().map(|pair: &[_; 2]| pair.map(row)).collect();
        Self { bits: bits_of(rows.len()), pairs }
    }

    /// What a feature gains; nothing where it was not learned.
    #[inline]
    fn gains(&self, feature: u64) -> [i8; 2] {
        let [at, _] = places(feature, self.bits);
        let [even, odd] = self.pairs.get(at / 2).copied().unwrap_or_default();
        let check = check(feature);
        let other = if odd.check == check { odd.gains } else { [0; 2] };
        if even.check == check { even.gains } else { other }
    }
}

/// The power of two that `count` is; a table of fewer than two rows finds nothing.
fn bits_of(count: usize) -> u32 {
    count.max(2).ilog2()
}

impl Score<NARROW> for Narrow {
    #[inline]
    fn score(&self, features: &[u64]) -> [i32; NARROW] {
        let (mut first, mut second) = (0, 0);
        // No branch: the rows lie far apart, and none is to wait for the one before.
        for &feature in features {
            let [more, less] = self.gains(feature);
            first += i32::from(more);
            second += i32::from(less);
        }
        [first, second, 0]
    }
}

/// Most answers of a wide table.
pub(crate) const WIDEST: usize = 64;

/// What each answer gains by one feature; together in memory.
#[derive(Clone)]
#[repr(align(64))]
struct Gains([i8; WIDEST]);

/// Weights for many answers.
pub(crate) struct Wide {
    bits: u32,
    /// The checks of neighbouring places; no two neighbours have the same.
    checks: Vec<[u16; 2]>,
    /// What is gained at each place.
    gains: Vec<Gains>,
}

impl Wide {
    /// A count and a check for each place, as many as a power of two; then the
    /// answers and weights of all.
    pub(crate) fn new(heads: &[u8], gains: &[u8]) -> Self {
        let heads = heads.as_chunks::<3>().0;
        let mut rest = gains.as_chunks::<2>().0.iter();
        let gains: Vec<Gains> = heads
            .iter()
            .map(|[count, ..]| Gains::of(rest.by_ref().take((*count).into())))
            .collect();
        let check = |[_, low, high]: [u8; 3]| u16::from_le_bytes([low, high]);
        let checks = heads.as_chunks().0.iter().map(|pair| pair.map(check)).collect();
        Self { bits: bits_of(gains.len()), checks, gains }
    }

    /// Adds up what the features are worth; each sum has two bytes.
    #[inline]
    fn sums(&self, features: &[u64]) -> [i16; WIDEST] {
        let (found, count) = self.places_of(features);
        let mut sums = [0_i16; WIDEST];
        for gains in found.iter().take(count).filter_map(|at| self.gains.get(*at as usize)) {
            for (sum, gain) in sums.iter_mut().zip(&gains.0) {
                *sum += i16::from(*gain);
            }
        }
        sums
    }

    /// Where those features stand that were learned, and how many there are. Without a branch:
    /// the places lie far apart in memory, and none is to wait for the one before.
    #[inline]
    fn places_of(&self, features: &[u64]) -> ([u32; AT_ONCE], usize) {
        let mut found = [0; AT_ONCE];
        let mut count = 0;
        for &feature in features.iter().take(AT_ONCE) {
            let check = check(feature);
            let [at, _] = places(feature, self.bits);
            let [even, odd] = self.checks.get(at / 2).copied().unwrap_or_default();
            let at = if even == check { at & !1 } else { at | 1 };
            found[count] = u32::try_from(at).unwrap_or(u32::MAX);
            count += usize::from(even == check || odd == check);
        }
        (found, count)
    }
}

impl Gains {
    fn of<'a>(written: impl Iterator<Item = &'a [u8; 2]>) -> Self {
        let mut gains = [0; WIDEST];
        for [answer, gain] in written {
            if let Some(slot) = gains.get_mut(usize::from(*answer)) {
                *slot = gain.cast_signed();
            }
        }
        Self(gains)
    }
}

/// Most features of a wide table that are looked up together; their sum has two bytes.
const AT_ONCE: usize = 40;

impl<const N: usize> Score<N> for Wide {
    #[inline]
    fn score(&self, features: &[u64]) -> [i32; N] {
        let mut scores = [0; N];
        for some in features.chunks(AT_ONCE) {
            for (score, sum) in scores.iter_mut().zip(self.sums(some)) {
                *score += i32::from(sum);
            }
        }
        scores
    }
}

/// The first of the largest among the first `count` scores.
#[inline]
pub(crate) fn best<const N: usize>(scores: &[i32; N], count: usize) -> usize {
    let scores = scores.get(..count).unwrap_or(scores);
    let most = scores.iter().fold(i32::MIN, |most, score| most.max(*score));
    scores.iter().position(|score| *score == most).unwrap_or(0)
}
