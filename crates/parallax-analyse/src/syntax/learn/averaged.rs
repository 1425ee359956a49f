//! A table of weights that learns.

use crate::syntax::table::Score;

/// Weights of `N` answers a feature, with the sums that make their averages over all steps.
pub(crate) struct Averaged<const N: usize> {
    steps: i64,
    /// Open addressing: a feature and the row it has; zero is free.
    index: Vec<(u64, u32)>,
    weights: Vec<[i32; N]>,
    /// Each change, times the step it was made in.
    timed: Vec<[i64; N]>,
    /// How often each feature was asked to change.
    asked: Vec<u32>,
}

/// A feature learns only when it was asked to so often: rare ones are left out,
/// and the others learn to do without them.
const PATIENCE: u32 = 8;

impl<const N: usize> Averaged<N> {
    pub(crate) fn new() -> Self {
        Self {
            steps: 1,
            index: vec![(0, 0); 1 << 12],
            weights: Vec::new(),
            timed: Vec::new(),
            asked: Vec::new(),
        }
    }

    /// One more example was looked at.
    pub(crate) const fn step(&mut self) {
        self.steps += 1;
    }

    /// Makes `right` likelier and `wrong` less so.
    pub(crate) fn learn(&mut self, features: &[u64], right: usize, wrong: usize) {
        for &feature in features {
            let at = self.row_for(feature);
            self.asked[at] += 1;
            if self.asked[at] < PATIENCE {
                continue;
            }
            for (answer, change) in [(right, 1), (wrong, -1)] {
                self.weights[at][answer] += change;
                self.timed[at][answer] += i64::from(change) * self.steps;
            }
        }
    }

    /// Every feature with the average weights it came to, scaled to whole numbers.
    pub(crate) fn averages(&self) -> Vec<(u64, [f64; N])> {
        let steps = self.steps as f64;
        let mut all: Vec<(u64, [f64; N])> = self
            .index
            .iter()
            .filter(|(feature, _)| *feature != 0)
            .map(|&(feature, row)| {
                let row = row as usize;
                let mut average = [0.0; N];
                for ((average, now), timed) in
                    average.iter_mut().zip(&self.weights[row]).zip(&self.timed[row])
                {
                    *average = f64::from(*now) - *timed as f64 / steps;
                }
                (feature, average)
            })
            .collect();
        all.sort_unstable_by_key(|(feature, _)| *feature);
        all
    }

    fn place(&self, feature: u64) -> usize {
        let mask = self.index.len() - 1;
        let mut at = usize::try_from(feature >> 20).unwrap_or(0) & mask;
        while self.index[at].0 != 0 && self.index[at].0 != feature {
            at = (at + 1) & mask;
        }
        at
    }

    fn row_for(&mut self, feature: u64) -> usize {
        let at = self.place(feature);
        if self.index[at].0 == feature {
            return self.index[at].1 as usize;
        }
        let row = self.weights.len();
        self.weights.push([0; N]);
        self.timed.push([0; N]);
        self.asked.push(0);
        self.index[at] =
            (feature, u32::try_from(row).expect("fewer features than four thousand million"));
        if self.weights.len() * 2 > self.index.len() {
            self.grow();
        }
        row
    }

    fn grow(&mut self) {
        let larger = vec![(0, 0); self.index.len() * 2];
        let old = std::mem::replace(&mut self.index, larger);
        for entry in old.into_iter().filter(|entry| entry.0 != 0) {
            let at = self.place(entry.0);
            self.index[at] = entry;
        }
    }
}

impl<const N: usize> Score<N> for Averaged<N> {
    fn score(&self, features: &[u64]) -> [i32; N] {
        let mut sums = [0; N];
        for &feature in features {
            let (known, row) = self.index[self.place(feature)];
            if known == feature {
                for (sum, weight) in sums.iter_mut().zip(&self.weights[row as usize]) {
                    *sum += weight;
                }
            }
        }
        sums
    }
}
