//! Joins bundles that tell of one event, the likeliest first.

use crate::{
    bundle::Bundle,
    judge::{Chance, Judge},
    traits::Traits,
};
use std::{
    borrow::Cow,
    cmp::Reverse,
    collections::{BTreeSet, BinaryHeap},
};

/// A step of merging: how likely, then the older pair first, then how often
/// each had grown when they were measured.
type Step = (Chance, Reverse<(usize, usize)>, (u32, u32));

/// Articles up to which a group is left over, and from which one takes in such.
const LEFT_OVER: usize = 3;
const HOST: usize = 8;

/// Bundles in a group from which on it is large.
const LARGE: usize = 32;

/// How likely a group that is left over must be part of its host, and how much
/// likelier than of any other, in thousandths of a logit.
const PLAUSIBLE: i32 = -2500;
const BY_FAR: i32 = 1000;

/// Which bundles are one story: lists of indices, each sorted, by the first.
///
/// `given` lists groups that are one story in any case, `near` pairs worth
/// measuring; all others are taken for unlike. Steps under `least` are not made.
pub(crate) fn merge(
    bundles: &[&Bundle],
    given: &[Vec<usize>],
    near: &[(usize, usize)],
    judge: Judge<'_>,
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
        match groups.grown(older, younger) {
            Some(now) if now == grown => groups.join(older, younger),
            Some(_) => groups.measure(older, younger),
            None => {}
        }
    }
    groups.attach();
    let mut groups: Vec<Vec<usize>> =
        groups.members.into_iter().filter(|members| !members.is_empty()).collect();
    for members in &mut groups {
        members.sort_unstable();
    }
    groups.sort_unstable();
    groups
}

/// Every step in turn with what the judge sees, where only those that `right` allows are made.
pub(crate) fn taught(
    bundles: &[&Bundle],
    near: &[(usize, usize)],
    judge: Judge<'_>,
    least: Chance,
    right: impl Fn(usize, usize) -> bool,
) -> Vec<(usize, usize, Traits)> {
    let mut groups = Groups::new(bundles, near, judge, least);
    let mut steps = Vec::new();
    for &(a, b) in near {
        groups.measure(a.min(b), a.max(b));
    }
    while let Some((_, Reverse((older, younger)), grown)) = groups.steps.pop() {
        if groups.grown(older, younger) != Some(grown) {
            continue;
        }
        if let (Some(a), Some(b)) = (&groups.bundles[older], &groups.bundles[younger]) {
            steps.push((older, younger, judge.traits(a, b)));
        }
        if right(older, younger) {
            groups.join(older, younger);
        }
    }
    steps
}

struct Groups<'a> {
    /// Those that took in none are as they were given.
    bundles: Vec<Option<Cow<'a, Bundle>>>,
    /// How often each has taken in another.
    grown: Vec<u32>,
    members: Vec<Vec<usize>>,
    /// Which group each was taken in by, itself while it stands.
    into: Vec<usize>,
    near: Vec<BTreeSet<usize>>,
    steps: BinaryHeap<Step>,
    judge: Judge<'a>,
    least: Chance,
}

impl<'a> Groups<'a> {
    fn new(
        bundles: &[&'a Bundle],
        near: &[(usize, usize)],
        judge: Judge<'a>,
        least: Chance,
    ) -> Self {
        let mut sets = vec![BTreeSet::new(); bundles.len()];
        for &(a, b) in near.iter().filter(|(a, b)| a != b) {
            sets[a].insert(b);
            sets[b].insert(a);
        }
        let count = bundles.len();
        Self {
            bundles: bundles.iter().map(|bundle| Some(Cow::Borrowed(*bundle))).collect(),
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
        if older == younger {
            return;
        }
        if let Some(chance) = self.judge.chance_from(self.least, a, b) {
            let grown = (self.grown[older], self.grown[younger]);
            self.steps.push((chance, Reverse((older, younger)), grown));
        }
    }

    /// Joins what was left over to the one large group that it is by far the likeliest part of.
    fn attach(&mut self) {
        let left = (0..self.bundles.len()).filter_map(|at| Some((self.host(at)?, at)));
        for (host, small) in left.collect::<Vec<_>>() {
            self.take_in(host, small);
        }
    }

    /// The large group that a small one is by far the likeliest part of.
    fn host(&self, small: usize) -> Option<usize> {
        let bundle = self.bundles[small].as_ref().filter(|bundle| bundle.size() <= LEFT_OVER)?;
        let near = self.near[small].iter().filter_map(|&other| {
            let host = self.bundles[other].as_ref().filter(|host| host.size() >= HOST)?;
            Some((self.judge.odds_of_part(bundle, host), other))
        });
        let mut near: Vec<_> = near.collect();
        near.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        let &(best, host) = near.first()?;
        let by = near.get(1).map_or(i32::MAX, |&(second, _)| best - second);
        (best >= PLAUSIBLE && by >= BY_FAR).then_some(host)
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

    /// Joins two groups. What a large one may be joined with next is measured anew only
    /// when it has doubled: one article more hardly moves its middle.
    fn join(&mut self, older: usize, younger: usize) {
        let joined = self.members[younger].len();
        self.take_in(older, younger);
        let members = self.members[older].len();
        if members > LARGE && !crosses(members - joined, members) {
            return;
        }
        let neighbours: Vec<usize> = self.near[older].iter().copied().collect();
        for neighbour in neighbours {
            self.measure(older.min(neighbour), older.max(neighbour));
        }
    }

    fn take_in(&mut self, older: usize, younger: usize) {
        let Some(taken) = self.bundles[younger].take() else { return };
        if let Some(bundle) = &mut self.bundles[older] {
            bundle.to_mut().add(&taken);
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

/// Whether a power of two lies between the two, or is the second.
fn crosses(before: usize, after: usize) -> bool {
    before.checked_ilog2() != after.checked_ilog2()
}
