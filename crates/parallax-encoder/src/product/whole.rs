//! Numbers as whole multiples of a step.

use super::{Kernel, STEPS, Work};
use crate::elementary::largest;
use std::ops::Range;

/// What the largest number of a row becomes: as far from zero to one side as to the other.
const MOST: i8 = 127;
/// Numbers behind the last row: steps are taken by four.
const BESIDE: usize = STEPS - 1;

/// Rows of numbers, each as a whole multiple of its row's step.
pub(crate) struct Whole {
    /// A few more than the rows take, so that the last of them have others beside them.
    numbers: Vec<i8>,
    width: usize,
    /// What one stands for, by row.
    steps: Vec<f32>,
}

/// Rows to be multiplied: `stride` apart.
#[derive(Clone, Copy)]
pub(crate) struct Rows<'a> {
    pub numbers: &'a [i8],
    pub stride: usize,
    /// What one stands for in each row.
    pub steps: &'a [f32],
}

impl Rows<'_> {
    /// So many of the rows, from row `first` on; fewer at the end.
    pub(crate) fn part(self, first: usize, count: usize) -> Self {
        let end = self.steps.len().min(first + count);
        let numbers = self.numbers.get(first * self.stride..).unwrap_or_default();
        Self { numbers, steps: self.steps.get(first..end).unwrap_or_default(), ..self }
    }

    /// The same rows without so many of their first numbers.
    pub(crate) fn from(self, first: usize) -> Self {
        Self { numbers: self.numbers.get(first..).unwrap_or_default(), ..self }
    }
}

impl Whole {
    /// Rounds rows of `width` numbers: the largest of a row becomes [`MOST`].
    pub(crate) fn each(kernel: Kernel, numbers: &[f32], width: usize) -> Self {
        Self::parts(kernel, numbers, width, 0..width)
    }

    /// The same, and what that left of them rounded once more: their sum is right to fifteen bits.
    pub(crate) fn twice(kernel: Kernel, numbers: &[f32], width: usize) -> [Self; 2] {
        let first = Self::each(kernel, numbers, width);
        let mut left = numbers.to_vec();
        let rows = left.chunks_exact_mut(width).zip(first.numbers.chunks_exact(width));
        for ((left, whole), step) in rows.zip(&first.steps) {
            for (number, whole) in left.iter_mut().zip(whole) {
                *number -= f32::from(*whole) * step;
            }
        }
        let second = Self::each(kernel, &left, width);
        [first, second]
    }

    /// Rounds the numbers at `place` of rows that are `stride` apart, each row by itself.
    pub(crate) fn parts(
        kernel: Kernel,
        numbers: &[f32],
        stride: usize,
        place: Range<usize>,
    ) -> Self {
        let (width, rows) = (place.len(), numbers.chunks_exact(stride));
        let mut whole = vec![0; rows.len() * width + BESIDE];
        let steps = rows
            .zip(whole.chunks_exact_mut(width))
            .map(|(row, whole)| kernel.run(Rounded { numbers: &row[place.clone()], whole }));
        Self { steps: steps.collect(), numbers: whole, width }
    }

    /// The rows.
    pub(crate) fn rows(&self) -> Rows<'_> {
        Rows { numbers: &self.numbers, stride: self.width, steps: &self.steps }
    }
}

/// Writes numbers as whole multiples of a step, of which the largest is [`MOST`]; gives the step.
struct Rounded<'a> {
    numbers: &'a [f32],
    whole: &'a mut [i8],
}

impl Work for Rounded<'_> {
    type Made = f32;

    #[inline(always)]
    fn done(self) -> f32 {
        let step = largest(self.numbers) / f32::from(MOST);
        let share = if step > 0.0 { 1.0 / step } else { 0.0 };
        for (whole, number) in self.whole.iter_mut().zip(self.numbers) {
            *whole = rounded(number * share);
        }
        step
    }
}

/// The nearest whole number, of two as near the even one, for what is no further from zero than an `i8` can be.
///
/// In plain arithmetic, which every processor does in vectors: added to this number, nothing is left behind the point.
#[inline]
fn rounded(number: f32) -> i8 {
    const NO_FRACTIONS: f32 = 12_582_912.0;
    let bits = (number + NO_FRACTIONS).to_bits().wrapping_sub(NO_FRACTIONS.to_bits());
    #[expect(clippy::cast_possible_truncation, reason = "the low bits hold the whole number")]
    let low = bits as u8;
    low.cast_signed()
}

#[cfg(test)]
mod tests {
    use super::{Kernel, Whole, rounded};

    #[test]
    fn what_lies_between_two_goes_to_the_nearer_or_even_one() {
        for (number, expected) in
            [(0.5, 0), (1.5, 2), (-2.5, -2), (-7.51, -8), (127.0, 127), (-127.2, -127)]
        {
            assert_eq!(rounded(number), expected, "{number}");
        }
    }

    #[test]
    fn a_row_of_zeros_and_one_beyond_numbers_are_rounded_too() {
        let whole =
            Whole::each(Kernel::fastest(), &[0.0, 0.0, f32::INFINITY, f32::NAN, 3.0, -1.5], 2);
        assert_eq!(whole.rows().numbers[..2], [0, 0]);
        assert_eq!(whole.rows().numbers[4..6], [127, -64]);
    }
}
