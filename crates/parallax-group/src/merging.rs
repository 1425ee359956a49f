//! Joins bundles that tell of one event, the likeliest first.

use crate::{
    bundle::Bundle,
    judge::{Chance, Judge},
};
use std::{
    cmp::Reverse,
    collections::{BTreeSet, BinaryHeap},
};

/// A step of merging: how likely, then the older pair first, then how often
/// each had grown when they were measured.
type Step = (Chance, Reverse<(usize, usize)>, (u32, u32));

/// Which bundles are one story: lists of indices, each sorted, by the first.
///
/// `given` lists groups that are one story in any case, `near` pairs worth
/// measuring; all others are taken for unlike. Steps under `least` are not made.
pub(crate) fn merge(
    bundles: Vec<Bundle>,
    given: &[Vec<usize>],
    near: &[(usize, usize)],
    judge: Judge,
    least: Chance,
) -> Vec<Vec<usize>> {
    let mut groups = Groups::new(bundles, near, judge, least);
    for family in given {
        groups.join_family(family);
    }
    for &(a, b) in near {
        groups.measure(a.min(b), a.max(b));
    }
    while let Some((_, Reverse((older, younger)), grown)) = groups.steps.pop() {
        if groups.grown(older, younger) == Some(grown) {
            groups.join(older, younger);
        }
    }
    let mut groups: Vec<Vec<usize>> =
        groups.members.into_iter().filter(|members| !members.is_empty()).collect();
    for members in &mut groups {
        members.sort_unstable();
    }
    groups.sort_unstable();
    groups
}

struct Groups {
    bundles: Vec<Option<Bundle>>,
    /// How often each has taken in another.
    grown: Vec<u32>,
    members: Vec<Vec<usize>>,
    /// Which group each was taken in by, itself while it stands.
    into: Vec<usize>,
    near: Vec<BTreeSet<usize>>,
    steps: BinaryHeap<Step>,
    judge: Judge,
    least: Chance,
}

impl Groups {
    fn new(bundles: Vec<Bundle>, near: &[(usize, usize)], judge: Judge, least: Chance) -> Self {
        let mut sets = vec![BTreeSet::new(); bundles.len()];
        for &(a, b) in near.iter().filter(|(a, b)| a != b) {
            sets[a].insert(b);
            sets[b].insert(a);
        }
        let count = bundles.len();
        Self {
            bundles: bundles.into_iter().map(Some).collect(),
            grown: vec![0; count],
            members: (0..count).map(|index| vec![index]).collect(),
            into: (0..count).collect(),
            near: sets,
            steps: BinaryHeap::new(),
            judge,
            least,
        }
    }

    /// How often each had grown, while both stand.
    fn grown(&self, older: usize, younger: usize) -> Option<(u32, u32)> {
        let stands = self.bundles[older].is_some() && self.bundles[younger].is_some();
        stands.then(|| (self.grown[older], self.grown[younger]))
    }

    fn measure(&mut self, older: usize, younger: usize) {
        let (Some(a), Some(b)) = (&self.bundles[older], &self.bundles[younger]) else { return };
        let chance = self.judge.chance(a, b);
        if older != younger && chance >= self.least {
            let grown = (self.grown[older], self.grown[younger]);
            self.steps.push((chance, Reverse((older, younger)), grown));
        }
    }

    fn root(&self, mut index: usize) -> usize {
        while self.into[index] != index {
            index = self.into[index];
        }
        index
    }

    fn join_family(&mut self, family: &[usize]) {
        for pair in family.windows(2) {
            let (a, b) = (self.root(pair[0]), self.root(pair[1]));
            if a != b {
                self.take_in(a.min(b), a.max(b));
            }
        }
    }

    fn join(&mut self, older: usize, younger: usize) {
        self.take_in(older, younger);
        let neighbours: Vec<usize> = self.near[older].iter().copied().collect();
        for neighbour in neighbours {
            self.measure(older.min(neighbour), older.max(neighbour));
        }
    }

    fn take_in(&mut self, older: usize, younger: usize) {
        let Some(taken) = self.bundles[younger].take() else { return };
        if let Some(bundle) = &mut self.bundles[older] {
            bundle.add(&taken);
        }
        self.into[younger] = older;
        self.grown[older] += 1;
        let members = std::mem::take(&mut self.members[younger]);
        self.members[older].extend(members);
        for neighbour in std::mem::take(&mut self.near[younger]) {
            self.near[neighbour].remove(&younger);
            if neighbour != older {
                self.near[older].insert(neighbour);
                self.near[neighbour].insert(older);
            }
        }
    }
}
