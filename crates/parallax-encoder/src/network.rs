//! The network: from rows of the token table to 512 numbers of unit length.
//!
//! What a token alone decides is computed once and kept ([`Alone`]): its row, that row narrowed, and what it adds to each
//! place that a first convolution looks at it from. What follows depends on whole texts. They lie in one buffer, one row a
//! token. A second convolution multiplies each row by itself too, once for each place that looks at it, and adds what that gives to
//! those of its text: so each row is rounded by its own largest number. Each number depends on its own text alone.

mod alone;
mod norm;
mod rows;

use crate::{
    elementary::{sum, tanh},
    product::{Added, Kernel, Matrix, Put, Whole},
    weights::{Numbers, Sizes, Unusable},
};
use alone::Alone;
pub(crate) use alone::Kept;
use norm::{Norm, NormedSum};
use rows::{FirstRow, Row, SecondRow, cut_below_zero};
use std::{array, ops::Range};

/// Tokens a convolution looks at, and how many of them come before.
const WIDTHS: [(usize, usize); BRANCHES] = [(2, 0), (3, 1), (5, 2)];
const BRANCHES: usize = 3;
/// What a row that is normed as a whole is made of: a token's own, and of each branch what the convolutions made of it.
const PARTS: usize = BRANCHES + 1;
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

/// Two convolutions of one width.
struct Branch {
    first: Convolution,
    second: Convolution,
}

/// A matrix for each place it looks at, and what is added to their sum.
struct Convolution {
    places: Vec<Matrix>,
    bias: Vec<f32>,
}

/// A product and what is added to it.
struct Layer {
    matrix: Matrix,
    bias: Vec<f32>,
}

/// A few texts: their tokens, one behind the other, and where each text's are.
pub(crate) struct Batch<'a> {
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
            let mut convolution = || Convolution::read(width, sizes.branch, &mut numbers);
            branches.push(Branch { first: convolution()?, second: convolution()? });
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
            branch.second.applied(kernel, batch.texts, WIDTHS[number].1, &hidden)
        };
        let deep: Vec<Vec<f32>> = self.branches.iter().enumerate().map(convolved).collect();
        self.summed(kernel, batch, &alone, &deep)
    }

    /// A first convolution, cut below zero, with what went into it added.
    fn convolved_first(
        &self,
        kernel: Kernel,
        batch: &Batch<'_>,
        branch: usize,
        alone: &[Alone],
    ) -> Vec<f32> {
        let width = self.sizes.branch;
        let bias = &self.branches[branch].first.bias;
        let (looks_at, before) = WIDTHS[branch];
        let mut out = vec![0.0; batch.tokens.len() * width];
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
        for (text, sums) in batch.texts.iter().zip(sums.chunks_exact_mut(all)) {
            for place in text.clone() {
                let deep = |number: usize| &deep[number][place * branch..][..branch];
                let parts = array::from_fn(|part| match part.checked_sub(1) {
                    Some(number) => deep(number),
                    None => alone[place].row(self),
                });
                kernel.run(NormedSum { norm: &self.norm, parts, sums });
            }
        }
        sums
    }

    /// What texts mean, a row each, by what their tokens add up to and how many those are.
    pub(crate) fn meanings(&self, kernel: Kernel, sums: &[f32], lengths: &[usize]) -> Vec<f32> {
        let sums = Whole::twice(kernel, sums, self.sums());
        let width = self.sizes.summed;
        let mut reduced = vec![0.0; lengths.len() * width];
        for sums in &sums {
            self.reduce.matrix.add_product(kernel, sums.rows(), &mut reduced, width);
        }
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
        let added = |columns: usize, parts: &[(&Matrix, &[Whole; 2])]| {
            let mut sums = vec![0.0; texts * columns];
            for (matrix, left) in parts {
                for left in *left {
                    matrix.add_product(kernel, left.rows(), &mut sums, columns);
                }
            }
            sums
        };
        let cut = |mut sums: Vec<f32>, width: usize| {
            cut_below_zero(&mut sums);
            Whole::twice(kernel, &sums, width)
        };
        let summed = Whole::twice(kernel, summed, width);
        let first = added(narrow, &[(&self.first, &summed)]);
        let first = cut(first, narrow);
        let second = added(narrow, &[(&self.second[0], &summed), (&self.second[1], &first)]);
        let second = cut(second, narrow);
        let third = added(wide, &[(&self.third, &second)]);
        let third = cut(third, wide);
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

impl Convolution {
    /// Reads what looks at `places` rows of as many numbers as it makes.
    fn read(places: usize, width: usize, numbers: &mut Numbers<'_>) -> Result<Self, Unusable> {
        let Layer { matrix, bias } = Layer::read(places * width, width, numbers)?;
        Ok(Self { places: matrix.into_bands(places), bias })
    }

    /// The convolution of `rows`, of which each place sees so many `before` it, cut below zero, with what went into it added.
    fn applied(
        &self,
        kernel: Kernel,
        texts: &[Range<usize>],
        before: usize,
        rows: &[f32],
    ) -> Vec<f32> {
        let width = self.bias.len();
        let whole = Whole::each(kernel, rows, width);
        let texts: Vec<&Range<usize>> =
            texts.iter().flat_map(|text| text.clone().map(move |_| text)).collect();
        let mut out = Vec::with_capacity(rows.len());
        // Each place sees its own row: what that gives is put where the rest is added.
        if let Some(own) = self.places.get(before) {
            own.product(kernel, whole.rows(), |_, products| {
                kernel.run(Put { numbers: &mut out, products });
            });
        }
        for (step, matrix) in self.places.iter().enumerate().filter(|(step, _)| *step != before) {
            matrix.product(kernel, whole.rows(), |at, products| {
                // The place that has this row so many steps after the first it sees; nothing outside the text does.
                let place =
                    (at + before).checked_sub(step).filter(|place| texts[at].contains(place));
                if let Some(place) = place {
                    let sums = &mut out[place * width..][..width];
                    kernel.run(Added { sums, products });
                }
            });
        }
        for (out, entered) in out.chunks_exact_mut(width).zip(rows.chunks_exact(width)) {
            kernel.run(SecondRow(Row { bias: &self.bias, entered, out }));
        }
        out
    }
}

impl Layer {
    fn read(rows: usize, columns: usize, numbers: &mut Numbers<'_>) -> Result<Self, Unusable> {
        Ok(Self { matrix: Matrix::read(rows, columns, numbers)?, bias: numbers.floats(columns)? })
    }
}
