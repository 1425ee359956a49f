//! The network: from rows of the token table to 512 numbers of unit length.
//!
//! What a token alone decides is computed once and kept ([`Alone`]): its row, that row narrowed, and what it adds to each
//! place that a first convolution looks at it from. What follows depends on whole texts. They lie in one buffer, one row a
//! token, with two rows of zeros before, between and after them, so that a convolution is a product with overlapping rows
//! and none looks into its neighbour. Each number depends on its own text alone.

mod alone;
mod norm;
mod rows;

use crate::{
    elementary::{sum, tanh},
    product::{Kernel, Matrix, Whole},
    weights::{Numbers, Sizes, Unusable},
};
use alone::Alone;
pub(crate) use alone::Kept;
use norm::{Norm, NormedSum};
use rows::{FirstRow, Row, SecondRow, cut_below_zero};
use std::{array, ops::Range};

/// Rows of zeros between two texts: as far as the widest convolution looks to either side.
pub(crate) const GAP: usize = 2;
/// Tokens a convolution looks at, and how many of them come before.
const WIDTHS: [(usize, usize); BRANCHES] = [(2, 0), (3, 1), (5, 2)];
const BRANCHES: usize = 3;
/// Tokens that the widest convolution looks at.
const MOST_PARTS: usize = 5;
/// What keeps a division from zero: the model's own figure.
const TINY: f32 = 1e-12;

/// The learned numbers.
pub(crate) struct Network {
    sizes: Sizes,
    project: Layer,
    branch_norm: Norm,
    branches: Vec<Branch>,
    norm: Norm,
    reduce: Layer,
    first: Matrix,
    second: [Matrix; 2],
    third: Matrix,
    last: [Matrix; 2],
}

/// Two convolutions of one width: of the first, a matrix for each place it looks at.
struct Branch {
    first: Vec<Matrix>,
    bias: Vec<f32>,
    second: Layer,
}

/// A product and what is added to it.
struct Layer {
    matrix: Matrix,
    bias: Vec<f32>,
}

/// A few texts: their rows, and where each text's rows are.
pub(crate) struct Batch<'a> {
    /// Rows of all texts, with gaps.
    pub rows: usize,
    pub texts: &'a [Range<usize>],
    pub tokens: &'a [u32],
}

impl Network {
    /// Reads the section: matrices and vectors in the order of `scripts/weights.py`.
    pub(crate) fn read(sizes: Sizes, section: &[u8]) -> Result<Self, Unusable> {
        let mut numbers = Numbers::of(section);
        let side_by_side = sizes.branch * BRANCHES;
        let all = sizes.token + side_by_side;
        let matrix = Matrix::read_side_by_side(sizes.token, sizes.branch, BRANCHES, &mut numbers)?;
        let project = Layer { matrix, bias: numbers.floats(side_by_side)? };
        let branch_norm = Norm::read(side_by_side, &mut numbers)?;
        let mut branches = Vec::with_capacity(BRANCHES);
        for (width, _) in WIDTHS {
            let mut layer = || Layer::read(width * sizes.branch, sizes.branch, &mut numbers);
            let Layer { matrix, bias } = layer()?;
            branches.push(Branch { first: matrix.into_bands(width), bias, second: layer()? });
        }
        let norm = Norm::read(all, &mut numbers)?;
        let reduce = Layer::read(all, sizes.summed, &mut numbers)?;
        let mut matrix = |rows, columns| Matrix::read(rows, columns, &mut numbers);
        let network = Self {
            first: matrix(sizes.summed, sizes.narrow)?,
            second: [matrix(sizes.summed, sizes.narrow)?, matrix(sizes.narrow, sizes.narrow)?],
            third: matrix(sizes.narrow, sizes.wide)?,
            last: [matrix(sizes.narrow, sizes.result)?, matrix(sizes.wide, sizes.result)?],
            sizes,
            project,
            branch_norm,
            branches,
            norm,
            reduce,
        };
        if numbers.is_empty() { Ok(network) } else { Err(Unusable::WrongLength) }
    }

    /// Numbers of a text before its tokens are taken together.
    pub(crate) fn sums(&self) -> usize {
        self.norm.scale.len()
    }

    /// What the tokens of each text of a batch add up to, a row a text; `row` writes the row of a token.
    pub(crate) fn added_up(
        &self,
        kernel: Kernel,
        batch: &Batch<'_>,
        kept: &Kept,
        row: impl Fn(u32, &mut [f32]),
    ) -> Vec<f32> {
        let alone = self.alone(kernel, batch.tokens, kept, row);
        let convolved = |(number, branch): (usize, &Branch)| {
            let hidden = self.convolved_first(kernel, batch, number, &alone);
            convolved(kernel, batch, &branch.second, WIDTHS[number].1, &hidden)
        };
        let deep: Vec<Vec<f32>> = self.branches.iter().enumerate().map(convolved).collect();
        self.summed(kernel, batch, &alone, &deep)
    }

    /// A first convolution, cut below zero, with what went into it added; the gaps stay zeros.
    fn convolved_first(
        &self,
        kernel: Kernel,
        batch: &Batch<'_>,
        branch: usize,
        alone: &[Alone],
    ) -> Vec<f32> {
        let width = self.sizes.branch;
        let bias = &self.branches[branch].bias;
        let (looks_at, before) = WIDTHS[branch];
        let mut out = vec![0.0; batch.rows * width];
        for text in batch.texts {
            for place in text.clone() {
                // What lies outside the text adds nothing.
                let first = before.saturating_sub(place - text.start);
                let end = looks_at.min(text.end - place + before);
                let part = |step: usize| alone[place + step - before].part(self, branch, step);
                let parts: [&[f32]; MOST_PARTS] =
                    array::from_fn(|at| part((first + at).min(end - 1)));
                let row = Row {
                    bias,
                    entered: alone[place].narrowed(self, branch),
                    out: &mut out[place * width..][..width],
                };
                match (parts, end - first) {
                    ([a, ..], 1) => kernel.run(FirstRow { parts: [a], row }),
                    ([a, b, ..], 2) => kernel.run(FirstRow { parts: [a, b], row }),
                    ([a, b, c, ..], 3) => kernel.run(FirstRow { parts: [a, b, c], row }),
                    ([a, b, c, d, _], 4) => kernel.run(FirstRow { parts: [a, b, c, d], row }),
                    (parts, _) => kernel.run(FirstRow { parts, row }),
                }
            }
        }
        out
    }

    /// A row for each text: its tokens added up, however many they are.
    fn summed(
        &self,
        kernel: Kernel,
        batch: &Batch<'_>,
        alone: &[Alone],
        deep: &[Vec<f32>],
    ) -> Vec<f32> {
        let (all, branch) = (self.sums(), self.sizes.branch);
        let mut sums = vec![0.0; batch.texts.len() * all];
        let mut row = Vec::with_capacity(all);
        for (text, sums) in batch.texts.iter().zip(sums.chunks_exact_mut(all)) {
            for place in text.clone() {
                row.clear();
                row.extend_from_slice(alone[place].row(self));
                for deep in deep {
                    row.extend_from_slice(&deep[(place - GAP) * branch..][..branch]);
                }
                kernel.run(NormedSum { norm: &self.norm, row: &row, sums });
            }
        }
        sums
    }

    /// What texts mean, a row each, by what their tokens add up to and how many those are.
    pub(crate) fn meanings(&self, kernel: Kernel, sums: &[f32], lengths: &[usize]) -> Vec<f32> {
        let sums = Whole::each(kernel, sums, self.sums(), self.reduce.matrix.most());
        let width = self.sizes.summed;
        let mut reduced = vec![0.0; lengths.len() * width];
        self.reduce.matrix.add_product(kernel, sums.rows(0), &mut reduced, width);
        for (length, row) in lengths.iter().zip(reduced.chunks_exact_mut(width)) {
            let length = *length as f32;
            let share = 1.0 / length.sqrt();
            for (number, bias) in row.iter_mut().zip(&self.reduce.bias) {
                *number = (*number + length * bias) * share;
            }
        }
        self.finished(kernel, &reduced)
    }

    /// The four layers at the end, with their short cuts, and unit length.
    fn finished(&self, kernel: Kernel, summed: &[f32]) -> Vec<f32> {
        let Sizes { summed: width, narrow, wide, result, .. } = self.sizes;
        let texts = summed.len() / width;
        let added = |columns: usize, parts: &[(&Matrix, &Whole)]| {
            let mut sums = vec![0.0; texts * columns];
            for (matrix, left) in parts {
                matrix.add_product(kernel, left.rows(0), &mut sums, columns);
            }
            sums
        };
        let cut = |mut sums: Vec<f32>, width: usize, most: i16| {
            cut_below_zero(&mut sums);
            Whole::each(kernel, &sums, width, most)
        };
        let summed = Whole::each(kernel, summed, width, self.first.most());
        let first = added(narrow, &[(&self.first, &summed)]);
        let first = cut(first, narrow, self.second[1].most());
        let second = added(narrow, &[(&self.second[0], &summed), (&self.second[1], &first)]);
        let second = cut(second, narrow, self.third.most());
        let third = added(wide, &[(&self.third, &second)]);
        let third = cut(third, wide, self.last[1].most());
        let mut last = added(result, &[(&self.last[0], &second), (&self.last[1], &third)]);
        for row in last.chunks_exact_mut(result) {
            for number in row.iter_mut() {
                *number = tanh(*number);
            }
            let share = 1.0 / sum(row, |x| x * x).max(TINY).sqrt();
            for number in row.iter_mut() {
                *number *= share;
            }
        }
        last
    }
}

/// A convolution, cut below zero, with what went into it added; rows of the first gap are left out, and those of
/// the others mean nothing.
fn convolved(
    kernel: Kernel,
    batch: &Batch<'_>,
    layer: &Layer,
    before: usize,
    rows: &[f32],
) -> Vec<f32> {
    let width = layer.matrix.columns();
    let texts = batch.texts.iter().map(Range::clone);
    let whole = Whole::together(kernel, rows, width, texts, layer.matrix.most());
    // The first and the last rows are gaps: nothing is asked of them, and windows do not reach over the ends.
    let left = whole.windows(GAP, before);
    let mut out = vec![0.0; left.steps.len() * width];
    layer.matrix.product(kernel, left, |at, products| {
        let row = Row {
            bias: &layer.bias,
            entered: &rows[(at + GAP) * width..][..width],
            out: &mut out[at * width..][..width],
        };
        kernel.run(SecondRow { products, row });
    });
    out
}

impl Layer {
    fn read(rows: usize, columns: usize, numbers: &mut Numbers<'_>) -> Result<Self, Unusable> {
        Ok(Self { matrix: Matrix::read(rows, columns, numbers)?, bias: numbers.floats(columns)? })
    }
}
