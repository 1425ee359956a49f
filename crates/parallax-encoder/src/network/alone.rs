//! The part of the network that looks at one token alone, and what was computed of it, kept for when the token comes again.
//!
//! A few thousand tokens make up most of what is written, and this part is two thirds of all products. What is kept is what
//! would be computed again, to the bit: it changes how long a text takes, never what it means.

use super::{BRANCHES, Kernel, Matrix, Network, WIDTHS, Whole};
use std::{
    collections::BTreeMap,
    fmt,
    sync::{Arc, Mutex, PoisonError},
};

/// Tokens that are kept at most; each takes 15 kB.
///
/// Of the tokens of news in sixteen languages, a story at a time, nine in ten are among the last so many.
const MOST: usize = 4096;

/// What a token decides alone, one behind the other: its row, the row narrowed for all branches, and for each
/// branch what it adds to each place that looks at it.
#[derive(Clone)]
pub(crate) struct Alone(Arc<[f32]>);

/// What was computed of tokens, by the last digits of their numbers.
pub(crate) struct Kept(Vec<Mutex<Option<(u32, Alone)>>>);

impl Kept {
    pub(crate) fn new() -> Self {
        Self((0..MOST).map(|_| Mutex::new(None)).collect())
    }

    fn slot(&self, token: u32) -> &Mutex<Option<(u32, Alone)>> {
        &self.0[token as usize % MOST]
    }

    fn get(&self, token: u32) -> Option<Alone> {
        // What is kept is whole at any moment.
        let slot = self.slot(token).lock().unwrap_or_else(PoisonError::into_inner);
        slot.as_ref().filter(|(known, _)| *known == token).map(|(_, alone)| alone.clone())
    }

    fn keep(&self, token: u32, alone: &Alone) {
        let mut slot = self.slot(token).lock().unwrap_or_else(PoisonError::into_inner);
        *slot = Some((token, alone.clone()));
    }
}

impl fmt::Debug for Kept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Kept({})", self.0.len())
    }
}

impl Alone {
    /// The row of the token table.
    pub(super) fn row(&self, network: &Network) -> &[f32] {
        &self.0[..network.sizes.token]
    }

    /// The row narrowed for a branch.
    pub(super) fn narrowed(&self, network: &Network, branch: usize) -> &[f32] {
        let width = network.sizes.branch;
        &self.0[network.sizes.token + branch * width..][..width]
    }

    /// What it adds to the place that a branch looks at it from, in the step of this number.
    pub(super) fn part(&self, network: &Network, branch: usize, step: usize) -> &[f32] {
        let width = network.sizes.branch;
        let before: usize = WIDTHS[..branch].iter().map(|(places, _)| places).sum();
        let parts = network.sizes.token + BRANCHES * width;
        &self.0[parts + (before + step) * width..][..width]
    }
}

impl Network {
    /// What each of `tokens` decides alone; `row` writes the row of a token.
    pub(super) fn alone(
        &self,
        kernel: Kernel,
        tokens: &[u32],
        kept: &Kept,
        row: impl Fn(u32, &mut [f32]),
    ) -> Vec<Alone> {
        let known: Vec<Option<Alone>> = tokens.iter().map(|&token| kept.get(token)).collect();
        let missing = tokens.iter().zip(&known).filter(|(_, known)| known.is_none());
        let mut missing: Vec<u32> = missing.map(|(&token, _)| token).collect();
        missing.sort_unstable();
        missing.dedup();
        let computed = self.computed(kernel, &missing, row);
        for (token, alone) in &computed {
            kept.keep(*token, alone);
        }
        let of = |(known, token): (Option<Alone>, &u32)| {
            known.unwrap_or_else(|| computed[token].clone())
        };
        known.into_iter().zip(tokens).map(of).collect()
    }

    fn computed(
        &self,
        kernel: Kernel,
        tokens: &[u32],
        row: impl Fn(u32, &mut [f32]),
    ) -> BTreeMap<u32, Alone> {
        let (whole, width) = (self.sizes.token, self.sizes.branch);
        let side_by_side = width * BRANCHES;
        let mut rows = vec![0.0; tokens.len() * whole];
        for (token, out) in tokens.iter().zip(rows.chunks_exact_mut(whole)) {
            row(*token, out);
        }
        let left = Whole::each(kernel, &rows, whole, self.project.matrix.most());
        let mut narrowed = self.project.applied(kernel, left.rows(0));
        for row in narrowed.chunks_exact_mut(side_by_side) {
            self.branch_norm.apply(kernel, row);
        }
        let parts = self.parts(kernel, &narrowed, tokens.len());
        let in_parts = parts.len() / tokens.len().max(1);
        let each = tokens.iter().enumerate().map(|(at, token)| {
            let mut all = Vec::with_capacity(whole + side_by_side + in_parts);
            all.extend_from_slice(&rows[at * whole..][..whole]);
            all.extend_from_slice(&narrowed[at * side_by_side..][..side_by_side]);
            all.extend_from_slice(&parts[at * in_parts..][..in_parts]);
            (*token, Alone(all.into()))
        });
        each.collect()
    }

    /// What `count` narrowed rows add to the places that look at them.
    fn parts(&self, kernel: Kernel, narrowed: &[f32], count: usize) -> Vec<f32> {
        let width = self.sizes.branch;
        let places: usize = WIDTHS.iter().map(|(places, _)| places).sum();
        let mut parts = vec![0.0; count * places * width];
        if count == 0 {
            return parts;
        }
        let most = self.branches.iter().flat_map(|branch| &branch.first).map(Matrix::most).min();
        let narrowed = Whole::each(kernel, narrowed, width * BRANCHES, most.unwrap_or(i16::MAX));
        let mut place = 0;
        for (number, branch) in self.branches.iter().enumerate() {
            for matrix in &branch.first {
                let left = narrowed.rows(number * width);
                matrix.add_product(kernel, left, &mut parts[place * width..], places * width);
                place += 1;
            }
        }
        parts
    }
}
