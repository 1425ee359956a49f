//! Rows that are centred, given unit variance and scaled by what was learned.

use super::{PARTS, TINY};
use crate::{
    elementary::sum,
    product::{Kernel, Work},
    weights::{Numbers, Unusable},
};

/// What a row is scaled by after it was centred and given unit variance, and what is added.
pub(super) struct Norm {
    pub(super) scale: Vec<f32>,
    pub(super) shift: Vec<f32>,
}

impl Norm {
    pub(super) fn read(columns: usize, numbers: &mut Numbers<'_>) -> Result<Self, Unusable> {
        Ok(Self { scale: numbers.floats(columns)?, shift: numbers.floats(columns)? })
    }

    /// Centres a row, gives it unit variance and scales it.
    pub(super) fn apply(&self, kernel: Kernel, row: &mut [f32]) {
        kernel.run(Normed { norm: self, row });
    }
}

struct Normed<'a> {
    norm: &'a Norm,
    row: &'a mut [f32],
}

/// Adds to sums what a row becomes that is made of parts.
pub(super) struct NormedSum<'a> {
    pub(super) norm: &'a Norm,
    pub(super) parts: [&'a [f32]; PARTS],
    pub(super) sums: &'a mut [f32],
}

impl Work for Normed<'_> {
    type Made = ();

    #[inline(always)]
    fn done(self) {
        let (mean, share) = centre([&*self.row]);
        let learned = self.norm.scale.iter().zip(&self.norm.shift);
        for (number, (scale, shift)) in self.row.iter_mut().zip(learned) {
            *number = (*number - mean) * share * scale + shift;
        }
    }
}

impl Work for NormedSum<'_> {
    type Made = ();

    #[inline(always)]
    fn done(self) {
        let (mean, share) = centre(self.parts);
        let Norm { scale, shift } = self.norm;
        let mut start = 0;
        for part in self.parts {
            let end = start + part.len();
            let learned = scale[start..end].iter().zip(&shift[start..end]);
            let sums = self.sums[start..end].iter_mut();
            for ((sum, number), (scale, shift)) in sums.zip(part).zip(learned) {
                *sum += (number - mean) * share * scale + shift;
            }
            start = end;
        }
    }
}

/// The mean of a row, given in parts, and what makes its variance one.
#[inline(always)]
fn centre<const PARTS: usize>(parts: [&[f32]; PARTS]) -> (f32, f32) {
    let (mut count, mut all) = (0, 0.0);
    for part in parts {
        count += part.len();
        all += sum(part, |x| x);
    }
    let mean = all / count as f32;
    let mut squares = 0.0;
    for part in parts {
        squares += sum(part, |x| (x - mean) * (x - mean));
    }
    (mean, 1.0 / (squares / count as f32 + TINY).sqrt())
}
