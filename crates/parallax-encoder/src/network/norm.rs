//! Rows that are centred, given unit variance and scaled by what was learned.

use super::TINY;
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

/// Adds to sums what a row becomes.
pub(super) struct NormedSum<'a> {
    pub(super) norm: &'a Norm,
    pub(super) row: &'a [f32],
    pub(super) sums: &'a mut [f32],
}

impl Work for Normed<'_> {
    type Made = ();

    #[inline(always)]
    fn done(self) {
        let (mean, share) = centre(self.row);
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
        let (mean, share) = centre(self.row);
        let learned = self.norm.scale.iter().zip(&self.norm.shift);
        for ((sum, number), (scale, shift)) in self.sums.iter_mut().zip(self.row).zip(learned) {
            *sum += (number - mean) * share * scale + shift;
        }
    }
}

/// The mean of a row, and what makes its variance one.
#[inline(always)]
fn centre(row: &[f32]) -> (f32, f32) {
    let count = row.len() as f32;
    let mean = sum(row, |x| x) / count;
    let variance = sum(row, |x| (x - mean) * (x - mean)) / count;
    (mean, 1.0 / (variance + TINY).sqrt())
}
