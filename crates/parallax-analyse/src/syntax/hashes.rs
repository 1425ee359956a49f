//! Features and words as numbers.

/// Mixes a template's number with up to three values into a feature.
///
/// All bits are as good as random.
#[inline]
pub(crate) const fn mix(template: u64, a: u32, b: u32, c: u32) -> u64 {
    let pair = ((a as u64) << 32) | b as u64;
    let one =
        (pair ^ template.wrapping_mul(0x9E37_79B9_7F4A_7C15)).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    let two = (one ^ (one >> 32) ^ ((c as u64) << 7)).wrapping_mul(0xA076_1D64_78BD_642F);
    let three = (two ^ (two >> 29)).wrapping_mul(0x8EBC_6AF0_9C88_C6E3);
    three ^ (three >> 32)
}

/// A running hash of letters (FNV-1a).
#[derive(Clone, Copy)]
pub(crate) struct Letters(u32);

impl Letters {
    pub(crate) const fn new() -> Self {
        Self(0x811C_9DC5)
    }

    #[inline]
    pub(crate) const fn with(self, letter: char) -> Self {
        Self((self.0 ^ letter as u32).wrapping_mul(0x0100_0193))
    }

    #[inline]
    pub(crate) const fn value(self) -> u32 {
        self.0 ^ (self.0 >> 15)
    }
}
