//! Numbers as whole multiples of a step.

use super::{Kernel, Work};
use crate::elementary::largest;
use std::ops::Range;

/// Rows of numbers, each as a whole multiple of its row's step.
pub(crate) struct Whole {
    /// One more than the rows take, so that the last of an odd number of them has another beside it.
    numbers: Vec<i16>,
    width: usize,
    /// What one stands for, by row.
    steps: Vec<f32>,
}

/// Rows to be multiplied: `stride` apart, which may be less than they are long, so that they overlap.
#[derive(Clone, Copy)]
pub(crate) struct Rows<'a> {
    pub numbers: &'a [i16],
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
    /// Rounds rows of `width` numbers: the largest of a row becomes `most`.
    pub(crate) fn each(kernel: Kernel, numbers: &[f32], width: usize, most: i16) -> Self {
        Self::parts(kernel, numbers, width, 0..width, most)
    }

    /// Rounds the numbers at `place` of rows that are `stride` apart, each row by itself.
    pub(crate) fn parts(
        kernel: Kernel,
        numbers: &[f32],
        stride: usize,
        place: Range<usize>,
        most: i16,
    ) -> Self {
        let (width, rows) = (place.len(), numbers.chunks_exact(stride));
        let mut whole = vec![0; rows.len() * width + 1];
        let steps = rows
            .zip(whole.chunks_exact_mut(width))
            .map(|(row, whole)| kernel.run(Rounded { numbers: &row[place.clone()], whole, most }));
        Self { steps: steps.collect(), numbers: whole, width }
    }

    /// Rounds rows of `width` numbers, where those of each of `parts` have one step; rows in none of them become zeros.
    pub(crate) fn together(
        kernel: Kernel,
        numbers: &[f32],
        width: usize,
        parts: impl Iterator<Item = Range<usize>>,
        most: i16,
    ) -> Self {
        let mut whole = vec![0; numbers.len() + 1];
        let mut steps = vec![0.0; numbers.len() / width];
        for rows in parts {
            let place = rows.start * width..rows.end * width;
            let numbers = &numbers[place.clone()];
            let whole = &mut whole[place];
            steps[rows].fill(kernel.run(Rounded { numbers, whole, most }));
        }
        Self { numbers: whole, width, steps }
    }

    /// The rows, from the column `first` on.
    pub(crate) fn rows(&self, first: usize) -> Rows<'_> {
        Rows { numbers: &self.numbers[first..], stride: self.width, steps: &self.steps }
    }

    /// For each row but `gap` at either end: what begins `before` rows ahead of it and reaches as far as is asked for.
    pub(crate) fn windows(&self, gap: usize, before: usize) -> Rows<'_> {
        Rows {
            numbers: &self.numbers[(gap - before) * self.width..],
            stride: self.width,
            steps: &self.steps[gap..self.steps.len() - gap],
        }
    }
}

/// Writes numbers as whole multiples of a step, of which the largest is `most`; gives the step.
struct Rounded<'a> {
    numbers: &'a [f32],
    whole: &'a mut [i16],
    most: i16,
}

impl Work for Rounded<'_> {
    type Made = f32;

    #[inline(always)]
    fn done(self) -> f32 {
        let step = largest(self.numbers) / f32::from(self.most);
        let share = if step > 0.0 { 1.0 / step } else { 0.0 };
        for (whole, number) in self.whole.iter_mut().zip(self.numbers) {
            *whole = rounded(number * share);
        }
        step
    }
}

/// The nearest whole number, of two as near the even one, for what is no further from zero than an `i16` can be.
///
/// In plain arithmetic, which every processor does in vectors: added to this number, nothing is left behind the point.
#[inline]
fn rounded(number: f32) -> i16 {
    const NO_FRACTIONS: f32 = 12_582_912.0;
    let bits = (number + NO_FRACTIONS).to_bits().wrapping_sub(NO_FRACTIONS.to_bits());
    #[expect(clippy::cast_possible_truncation, reason = "the low half holds the whole number")]
    let low = bits as u16;
    low.cast_signed()
}

#[cfg(test)]
mod tests {
    use super::{Kernel, Whole, rounded};

    #[test]
    fn what_lies_between_two_goes_to_the_nearer_or_even_one() {
        for (number, expected) in
            [(0.5, 0), (1.5, 2), (-2.5, -2), (-7.51, -8), (32_767.0, 32_767), (-32_767.2, -32_767)]
        {
            assert_eq!(rounded(number), expected, "{number}");
        }
    }

    #[test]
    fn a_row_of_zeros_and_one_beyond_numbers_are_rounded_too() {
        let whole =
            Whole::each(Kernel::fastest(), &[0.0, 0.0, f32::INFINITY, f32::NAN, 3.0, -1.5], 2, 100);
        assert_eq!(whole.rows(0).numbers[..2], [0, 0]);
        assert_eq!(whole.rows(4).numbers[..2], [100, -50]);
    }
}
