//! The part of the network that looks at one token alone, and what was computed of it, kept for when the token comes again.
//!
//! A few thousand tokens make up most of what is written, and this part is two thirds of all products. What is kept is what
//! would be computed again, to the bit: it changes how long a text takes, never what it means.

use super::{BRANCHES, Kernel, Network, WIDTHS, Whole};
use std::{
    collections::BTreeMap,
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// Tokens that are kept at most, four places each; a token takes 15 kB.
///
/// Of the tokens of news in sixteen languages, a story at a time, some eight in ten are among so many.
const SETS: usize = 768;
const PLACES: usize = 4;

/// How often a token is asked for before it takes as many others to drive it out as ever.
const WORTH_AT_MOST: u8 = 3;

/// What a token decides alone, one behind the other: its row, the row narrowed for all branches, and for each
/// branch what it adds to each place that looks at it.
#[derive(Clone)]
pub(crate) struct Alone(Arc<[f32]>);

/// What was computed of tokens, by the last digits of their numbers.
pub(crate) struct Kept(Vec<Mutex<[Option<Place>; PLACES]>>);

/// What is kept in one place.
struct Place {
    token: u32,
    alone: Alone,
    /// How often it was asked for, less how often another wanted its place.
    worth: u8,
}

impl Kept {
    pub(crate) fn new() -> Self {
        Self((0..SETS).map(|_| Mutex::default()).collect())
    }

    fn set(&self, token: u32) -> MutexGuard<'_, [Option<Place>; PLACES]> {
        // What is kept is whole at any moment.
        self.0[token as usize % SETS].lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn get(&self, token: u32) -> Option<Alone> {
        let mut set = self.set(token);
        let place = set.iter_mut().flatten().find(|place| place.token == token)?;
        place.worth = WORTH_AT_MOST.min(place.worth + 1);
        Some(place.alone.clone())
    }

    /// Keeps it in the place of the one that is worth least, if that is worth nothing; else all are worth less from now on.
    fn keep(&self, token: u32, alone: &Alone) {
        let mut set = self.set(token);
        let worth = |place: &&mut Option<Place>| place.as_ref().map(|place| place.worth);
        match set.iter_mut().min_by_key(worth) {
            Some(place) if worth(&place).is_none_or(|worth| worth == 0) => {
                *place = Some(Place { token, alone: alone.clone(), worth: 0 });
            }
            _ => set.iter_mut().flatten().for_each(|place| place.worth -= 1),
        }
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
        if tokens.is_empty() {
            return BTreeMap::new();
        }
        let (whole, width) = (self.sizes.token, self.sizes.branch);
        let parts = whole + width * BRANCHES;
        let places: usize = WIDTHS.iter().map(|(places, _)| places).sum();
        let all = parts + places * width;
        let mut numbers = vec![0.0; tokens.len() * all];
        for (token, out) in tokens.iter().zip(numbers.chunks_exact_mut(all)) {
            row(*token, &mut out[..whole]);
        }
        self.narrow(kernel, &mut numbers, all);
        self.multiply(kernel, &mut numbers, all);
        let each = tokens.iter().zip(numbers.chunks_exact(all));
        each.map(|(token, numbers)| (*token, Alone(numbers.into()))).collect()
    }

    /// Puts behind each row, `stride` apart, what it is narrowed to.
    fn narrow(&self, kernel: Kernel, rows: &mut [f32], stride: usize) {
        let (whole, side_by_side) = (self.sizes.token, self.sizes.branch * BRANCHES);
        let matrix = &self.project.matrix;
        let left = Whole::parts(kernel, rows, stride, 0..whole);
        for row in rows.chunks_exact_mut(stride) {
            row[whole..][..side_by_side].copy_from_slice(&self.project.bias);
        }
        matrix.add_product(kernel, left.rows(), rows.get_mut(whole..).unwrap_or_default(), stride);
        for row in rows.chunks_exact_mut(stride) {
            self.branch_norm.apply(kernel, &mut row[whole..][..side_by_side]);
        }
    }

    /// Puts behind each narrowed row what it adds to the places that look at it.
    fn multiply(&self, kernel: Kernel, rows: &mut [f32], stride: usize) {
        let (whole, width) = (self.sizes.token, self.sizes.branch);
        let parts = whole + width * BRANCHES;
        let mut place = parts;
        for (number, branch) in self.branches.iter().enumerate() {
            let start = whole + number * width;
            let narrowed = Whole::parts(kernel, rows, stride, start..start + width);
            for matrix in &branch.first.places {
                let sums = rows.get_mut(place..).unwrap_or_default();
                matrix.add_product(kernel, narrowed.rows(), sums, stride);
                place += width;
            }
        }
    }
}
