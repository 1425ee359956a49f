//! Products of matrices, the same bits on every processor.
//!
//! What was learned are whole numbers of eight bits; what they are multiplied by is rounded to whole numbers of up to sixteen
//! ([`Whole`]), as many as no sum overflows by. So every product is exact, in whatever order it is added up; see [`kernels`].

mod kernels;
mod whole;

use crate::weights::{Numbers, Unusable};
pub(crate) use kernels::{Kernel, Work};
pub(crate) use whole::{Rows, Whole};

/// Columns of one panel.
pub(crate) const PANEL: usize = 32;
/// Lines of a panel for two steps along the inner dimension.
pub(crate) const LINES: usize = 2;
/// Steps along the inner dimension, by two, before the next rows are taken: a block of a panel stays in the first cache.
const BLOCK: usize = 256;
/// Rows that are multiplied by all of a matrix before the next: their sums stay in the second cache.
const TOGETHER: usize = 96;
/// What no weight is further from zero than.
const LARGEST_WEIGHT: i32 = 128;

/// Two steps of sixteen columns, the two of a column side by side, on a cache line of their own.
#[derive(Clone, Copy)]
#[repr(align(64))]
pub(crate) struct Line(pub(crate) [i16; 32]);

/// A row of a product: whole multiples of a step of the row and one of the column.
#[derive(Clone, Copy)]
pub(crate) struct Multiples<'a> {
    whole: &'a [i32],
    row: f32,
    columns: &'a [f32],
}

impl<'a> Multiples<'a> {
    /// The numbers.
    #[inline(always)]
    pub(crate) fn each(self) -> impl Iterator<Item = f32> + use<'a> {
        let row = self.row;
        self.whole
            .iter()
            .zip(self.columns)
            .map(move |(whole, column)| *whole as f32 * (row * column))
    }
}

/// A matrix of weights, as panels of [`PANEL`] columns; the steps of a panel follow one another, two by two.
pub(crate) struct Matrix {
    rows: usize,
    lines: Vec<Line>,
    /// What one of the whole numbers of a column stands for.
    steps: Vec<f32>,
}

impl Matrix {
    /// Reads a step and whole numbers, row by row.
    pub(crate) fn read(
        rows: usize,
        columns: usize,
        numbers: &mut Numbers<'_>,
    ) -> Result<Self, Unusable> {
        Self::read_side_by_side(rows, columns, 1, numbers)
    }

    /// Reads `count` matrices of one shape and puts them side by side.
    pub(crate) fn read_side_by_side(
        rows: usize,
        columns: usize,
        count: usize,
        numbers: &mut Numbers<'_>,
    ) -> Result<Self, Unusable> {
        // The bytes are asked for before the memory, so that damaged sizes cost none.
        let parts: Vec<(f32, &[u8])> = (0..count)
            .map(|_| {
                Ok((numbers.float()?, numbers.take(rows * columns).ok_or(Unusable::WrongLength)?))
            })
            .collect::<Result<_, Unusable>>()?;
        let steps = parts.iter().flat_map(|(step, _)| std::iter::repeat_n(*step, columns));
        let mut matrix = Self::of_zeros(rows, steps.collect());
        for (part, (_, whole)) in parts.into_iter().enumerate() {
            for (row, whole) in whole.chunks_exact(columns).enumerate() {
                for (column, whole) in whole.iter().enumerate() {
                    *matrix.number(row, part * columns + column) = i16::from(whole.cast_signed());
                }
            }
        }
        Ok(matrix)
    }

    fn of_zeros(rows: usize, steps: Vec<f32>) -> Self {
        let lines = steps.len().div_ceil(PANEL) * rows.div_ceil(2) * LINES;
        Self { rows, lines: vec![Line([0; 32]); lines], steps }
    }

    /// The same matrix as `count` others, each with so many of its rows, from the first on.
    pub(crate) fn into_bands(mut self, count: usize) -> Vec<Self> {
        let rows = self.rows / count;
        let mut band = |first: usize| {
            let mut band = Self::of_zeros(rows, self.steps.clone());
            for row in 0..rows {
                for column in 0..self.steps.len() {
                    *band.number(row, column) = *self.number(first + row, column);
                }
            }
            band
        };
        (0..count).map(|number| band(number * rows)).collect()
    }

    fn number(&mut self, row: usize, column: usize) -> &mut i16 {
        let panel = column / PANEL * self.rows.div_ceil(2);
        let line = (panel + row / 2) * LINES + column % PANEL / 16;
        &mut self.lines[line].0[column % 16 * 2 + row % 2]
    }

    pub(crate) fn columns(&self) -> usize {
        self.steps.len()
    }

    /// The largest whole number that rows may hold which are multiplied by it: no sum overflows.
    pub(crate) fn most(&self) -> i16 {
        let rows = i32::try_from(self.rows).unwrap_or(i32::MAX).max(1);
        i16::try_from(i32::MAX / LARGEST_WEIGHT / rows).unwrap_or(i16::MAX)
    }

    /// Adds `left` times this matrix to `sums`, whose rows are `stride` apart.
    pub(crate) fn add_product(
        &self,
        kernel: Kernel,
        left: Rows<'_>,
        sums: &mut [f32],
        stride: usize,
    ) {
        let mut rows = sums.chunks_mut(stride);
        self.product(kernel, left, |_, numbers| {
            kernel.run(Added { sums: rows.next().unwrap_or_default(), numbers });
        });
    }

    /// Hands on `left` times this matrix: of each row its place and its numbers.
    pub(crate) fn product(
        &self,
        kernel: Kernel,
        left: Rows<'_>,
        mut take: impl FnMut(usize, Multiples<'_>),
    ) {
        let (columns, pairs) = (self.columns(), self.rows.div_ceil(2));
        let wide = columns.next_multiple_of(PANEL);
        let mut whole = vec![0_i32; left.steps.len().min(TOGETHER) * wide];
        for first in (0..left.steps.len()).step_by(TOGETHER) {
            let left = left.part(first, TOGETHER);
            for start in (0..pairs).step_by(BLOCK) {
                let end = pairs.min(start + BLOCK);
                let left = left.from(start * 2);
                for (number, panel) in self.lines.chunks_exact(pairs * LINES).enumerate() {
                    let panel = &panel[start * LINES..end * LINES];
                    kernel.add(left, panel, &mut whole[number * PANEL..], wide, start == 0);
                }
            }
            for (at, (whole, step)) in whole.chunks_exact(wide).zip(left.steps).enumerate() {
                take(first + at, Multiples { whole, row: *step, columns: &self.steps });
            }
        }
    }
}

struct Added<'a> {
    sums: &'a mut [f32],
    numbers: Multiples<'a>,
}

impl Work for Added<'_> {
    type Made = ();

    #[inline(always)]
    fn done(self) {
        for (sum, number) in self.sums.iter_mut().zip(self.numbers.each()) {
            *sum += number;
        }
    }
}
