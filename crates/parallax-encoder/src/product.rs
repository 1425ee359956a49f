//! Products of matrices, the same bits on every processor.
//!
//! Each number of a product is one chain of fused multiply-adds, in the order of the inner dimension. Vectors run across
//! columns, never along the chain, so how wide they are changes nothing; see [`kernels`].

mod kernels;

use crate::weights::{Numbers, Unusable};
pub(crate) use kernels::Kernel;

/// Columns of one panel.
pub(crate) const PANEL: usize = 32;
/// Steps along the inner dimension before the next rows are taken: a block of a panel stays in the first cache.
const BLOCK: usize = 256;

/// Sixteen numbers on a cache line of their own.
#[derive(Clone, Copy)]
#[repr(align(64))]
pub(crate) struct Line(pub(crate) [f32; 16]);

/// A matrix of weights, as panels of [`PANEL`] columns; the rows of a panel follow one another.
pub(crate) struct Matrix {
    rows: usize,
    columns: usize,
    lines: Vec<Line>,
}

/// A matrix of numbers: rows `stride` apart, which may be less than they are long, so that they overlap.
#[derive(Clone, Copy)]
pub(crate) struct Rows<'a> {
    pub numbers: &'a [f32],
    pub stride: usize,
    pub count: usize,
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
        let all = columns * count;
        // The bytes are asked for before the memory, so that damaged sizes cost none.
        let parts: Vec<(f32, &[u8])> = (0..count)
            .map(|_| {
                Ok((numbers.float()?, numbers.take(rows * columns).ok_or(Unusable::WrongLength)?))
            })
            .collect::<Result<_, Unusable>>()?;
        let mut matrix = Self {
            rows,
            columns: all,
            lines: vec![Line([0.0; 16]); all.div_ceil(PANEL) * rows * 2],
        };
        for (part, (step, whole)) in parts.into_iter().enumerate() {
            for (row, whole) in whole.chunks_exact(columns).enumerate() {
                for (column, whole) in whole.iter().enumerate() {
                    *matrix.number(row, part * columns + column) =
                        f32::from(whole.cast_signed()) * step;
                }
            }
        }
        Ok(matrix)
    }

    /// The same matrix as `count` others, each with so many of its rows, from the first on.
    pub(crate) fn into_bands(self, count: usize) -> Vec<Self> {
        let rows = self.rows / count;
        let band = |number: usize| {
            let panels = self.lines.chunks_exact(self.rows * 2);
            let lines = panels.flat_map(|panel| &panel[number * rows * 2..(number + 1) * rows * 2]);
            Self { rows, columns: self.columns, lines: lines.copied().collect() }
        };
        (0..count).map(band).collect()
    }

    fn number(&mut self, row: usize, column: usize) -> &mut f32 {
        let line = ((column / PANEL) * self.rows + row) * 2 + column % PANEL / 16;
        &mut self.lines[line].0[column % 16]
    }

    pub(crate) fn columns(&self) -> usize {
        self.columns
    }

    /// Adds `left` times this matrix to `sums`, whose rows are `stride` apart.
    pub(crate) fn add_product(
        &self,
        kernel: Kernel,
        left: Rows<'_>,
        sums: &mut [f32],
        stride: usize,
    ) {
        if left.count == 0 {
            return;
        }
        assert!(
            (left.count - 1) * left.stride + self.rows <= left.numbers.len()
                && (left.count - 1) * stride + self.columns <= sums.len()
                && self.columns <= stride,
            "a product fits its matrices"
        );
        for start in (0..self.rows).step_by(BLOCK) {
            let length = BLOCK.min(self.rows - start);
            for (number, panel) in self.lines.chunks_exact(self.rows * 2).enumerate() {
                let panel = &panel[start * 2..(start + length) * 2];
                let first = number * PANEL;
                let width = PANEL.min(self.columns - first);
                let left = Rows { numbers: &left.numbers[start..], ..left };
                if width == PANEL {
                    kernel.add(left, panel, &mut sums[first..], stride);
                } else {
                    add_narrow(kernel, left, panel, &mut sums[first..], stride, width);
                }
            }
        }
    }
}

/// The last panel may be narrower than the others: it is computed whole, beside, and the columns that exist are taken.
fn add_narrow(
    kernel: Kernel,
    left: Rows<'_>,
    panel: &[Line],
    sums: &mut [f32],
    stride: usize,
    width: usize,
) {
    let mut whole = vec![0.0; left.count * PANEL];
    for (whole, sums) in whole.chunks_exact_mut(PANEL).zip(sums.chunks(stride)) {
        whole[..width].copy_from_slice(&sums[..width]);
    }
    kernel.add(left, panel, &mut whole, PANEL);
    for (whole, sums) in whole.chunks_exact(PANEL).zip(sums.chunks_mut(stride)) {
        sums[..width].copy_from_slice(&whole[..width]);
    }
}
