//! Products of matrices, the same bits on every processor.
//!
//! What was learned are whole numbers of eight bits, and what they are multiplied by is rounded to such ([`Whole`]). So every
//! product is exact, in whatever order it is added up; see [`kernels`].

mod kernels;
mod whole;

use crate::weights::{Numbers, Unusable};
pub(crate) use kernels::{Kernel, Work};
pub(crate) use whole::{Rows, Whole};

/// Columns of one panel.
pub(crate) const PANEL: usize = 32;
/// Steps along the inner dimension that are taken together.
pub(crate) const STEPS: usize = 4;
/// Columns of one line.
pub(crate) const LINE: usize = 16;
/// Lines of a panel for the steps that are taken together.
pub(crate) const LINES: usize = PANEL / LINE;
/// Steps along the inner dimension, by four, before the next rows are taken: a block of a panel stays in the first cache.
const BLOCK: usize = 256;
/// Rows that are multiplied by all of a matrix before the next: their sums stay in the second cache.
const TOGETHER: usize = 96;
/// Rows of a matrix at most: no sum of so many products overflows, even of numbers that are made positive.
const MOST_ROWS: usize = 1 << 15;

/// Four steps of sixteen columns, the four of a column side by side, on a cache line of their own.
#[derive(Clone, Copy)]
#[repr(align(64))]
pub(crate) struct Line(pub(crate) [i8; LINE * STEPS]);

/// Steps of some columns.
#[derive(Clone, Copy)]
pub(crate) struct Panel<'a> {
    pub(crate) lines: &'a [Line],
    /// Where these are the first steps: what all weights of each column add up to.
    pub(crate) of_all: Option<&'a [i32; PANEL]>,
}

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
    fn each(self) -> impl Iterator<Item = f32> + use<'a> {
        let row = self.row;
        self.whole
            .iter()
            .zip(self.columns)
            .map(move |(whole, column)| *whole as f32 * (row * column))
    }
}

/// A matrix of weights, as panels of [`PANEL`] columns; the steps of a panel follow one another, four by four.
pub(crate) struct Matrix {
    rows: usize,
    lines: Vec<Line>,
    /// What the weights of each column of each panel add up to.
    sums: Vec<i32>,
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
        if rows > MOST_ROWS {
            return Err(Unusable::WrongSizes);
        }
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
                    matrix.put(row, part * columns + column, whole.cast_signed());
                }
            }
        }
        Ok(matrix)
    }

    fn of_zeros(rows: usize, steps: Vec<f32>) -> Self {
        let panels = steps.len().div_ceil(PANEL);
        let lines = vec![Line([0; LINE * STEPS]); panels * rows.div_ceil(STEPS) * LINES];
        Self { rows, lines, sums: vec![0; panels * PANEL], steps }
    }

    /// The same matrix as `count` others, each with so many of its rows, from the first on.
    pub(crate) fn into_bands(self, count: usize) -> Vec<Self> {
        let rows = self.rows / count;
        let band = |first: usize| {
            let mut band = Self::of_zeros(rows, self.steps.clone());
            for row in 0..rows {
                for column in 0..self.steps.len() {
                    let (line, place) = self.place(first + row, column);
                    band.put(row, column, self.lines[line].0[place]);
                }
            }
            band
        };
        (0..count).map(|number| band(number * rows)).collect()
    }

    /// Writes a number where there was none.
    fn put(&mut self, row: usize, column: usize, number: i8) {
        let (line, place) = self.place(row, column);
        self.lines[line].0[place] = number;
        self.sums[column] += i32::from(number);
    }

    /// The line a number is in, and where there.
    fn place(&self, row: usize, column: usize) -> (usize, usize) {
        let panel = column / PANEL * self.rows.div_ceil(STEPS);
        let line = (panel + row / STEPS) * LINES + column % PANEL / LINE;
        (line, column % LINE * STEPS + row % STEPS)
    }

    pub(crate) fn columns(&self) -> usize {
        self.steps.len()
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
        self.product(kernel, left, |_, products| {
            kernel.run(Added { sums: rows.next().unwrap_or_default(), products });
        });
    }

    /// Hands on `left` times this matrix: of each row its place and its numbers.
    pub(crate) fn product(
        &self,
        kernel: Kernel,
        left: Rows<'_>,
        mut take: impl FnMut(usize, Multiples<'_>),
    ) {
        let (columns, fours) = (self.columns(), self.rows.div_ceil(STEPS));
        let wide = columns.next_multiple_of(PANEL);
        let mut whole = vec![0_i32; left.steps.len().min(TOGETHER) * wide];
        for first in (0..left.steps.len()).step_by(TOGETHER) {
            let left = left.part(first, TOGETHER);
            for start in (0..fours).step_by(BLOCK) {
                let end = fours.min(start + BLOCK);
                let left = left.from(start * STEPS);
                let panels = self.lines.chunks_exact(fours * LINES);
                let panels = panels.zip(self.sums.as_chunks::<PANEL>().0).enumerate();
                for (number, (lines, of_columns)) in panels {
                    let lines = &lines[start * LINES..end * LINES];
                    let panel = Panel { lines, of_all: (start == 0).then_some(of_columns) };
                    kernel.add(left, panel, &mut whole[number * PANEL..], wide);
                }
            }
            for (at, (whole, step)) in whole.chunks_exact(wide).zip(left.steps).enumerate() {
                take(first + at, Multiples { whole, row: *step, columns: &self.steps });
            }
        }
    }
}

/// Puts a row of a product behind what was put before.
pub(crate) struct Put<'a> {
    pub(crate) numbers: &'a mut Vec<f32>,
    pub(crate) products: Multiples<'a>,
}

impl Work for Put<'_> {
    type Made = ();

    #[inline(always)]
    fn done(self) {
        self.numbers.extend(self.products.each());
    }
}

/// Adds a row of a product to sums.
pub(crate) struct Added<'a> {
    pub(crate) sums: &'a mut [f32],
    pub(crate) products: Multiples<'a>,
}

impl Work for Added<'_> {
    type Made = ();

    #[inline(always)]
    fn done(self) {
        for (sum, number) in self.sums.iter_mut().zip(self.products.each()) {
            *sum += number;
        }
    }
}
