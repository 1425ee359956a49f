//! Joins bundles that tell of one event, the most alike first.

use crate::{bundle::Bundle, events::Bar};
use std::{
    cmp::Reverse,
    collections::{BTreeSet, BinaryHeap},
};

/// A step of merging: how alike, in millionths, then the older pair first, then
/// how large both were when they were measured.
type Step = (u32, Reverse<(usize, usize)>, (u32, u32));

/// Which bundles are one story: lists of indices, each sorted, by the first.
///
/// `given` lists groups that are one story in any case (sorted, no index in
/// two of them), `near` pairs worth
/// measuring; all others are taken for unlike.
pub(crate) fn merge(
    bundles: Vec<Bundle>,
    given: &[Vec<usize>],
    near: &[(usize, usize)],
    bar: Bar,
) -> Vec<Vec<usize>> {
    let mut groups = Groups::new(bundles, near, bar);
    for family in given {
        if let [oldest, others @ ..] = family.as_slice() {
            for &other in others {
                groups.join(*oldest, other);
            }
        }
    }
    while let Some((_, Reverse((older, younger)), sizes)) = groups.steps.pop() {
        if groups.sizes(older, younger) == Some(sizes) {
            groups.join(older, younger);
        }
    }
    let mut groups: Vec<Vec<usize>> =
        groups.members.into_iter().filter(|members| !members.is_empty()).collect();
    groups.sort_unstable();
    groups
}

struct Groups {
    bundles: Vec<Option<Bundle>>,
    members: Vec<Vec<usize>>,
    near: Vec<BTreeSet<usize>>,
    steps: BinaryHeap<Step>,
    bar: Bar,
}

impl Groups {
    fn new(bundles: Vec<Bundle>, near: &[(usize, usize)], bar: Bar) -> Self {
        let mut sets = vec![BTreeSet::new(); bundles.len()];
        for &(a, b) in near {
            sets[a].insert(b);
            sets[b].insert(a);
        }
        let members = (0..bundles.len()).map(|index| vec![index]).collect();
        let bundles = bundles.into_iter().map(Some).collect();
        let mut groups = Self { bundles, members, near: sets, steps: BinaryHeap::new(), bar };
        for &(a, b) in near {
            groups.measure(a.min(b), a.max(b));
        }
        groups
    }

    fn sizes(&self, older: usize, younger: usize) -> Option<(u32, u32)> {
        let size =
            |at: usize| self.bundles[at].as_ref().and(u32::try_from(self.members[at].len()).ok());
        Some((size(older)?, size(younger)?))
    }

    fn measure(&mut self, older: usize, younger: usize) {
        let (Some(a), Some(b)) = (&self.bundles[older], &self.bundles[younger]) else { return };
        let alike = a.likeness(b);
        if self.bar.passes(alike, (a.size(), b.size()))
            && let Some(sizes) = self.sizes(older, younger)
        {
            self.steps.push((millionths(alike), Reverse((older, younger)), sizes));
        }
    }

    fn join(&mut self, older: usize, younger: usize) {
        let Some(taken) = self.bundles[younger].take() else { return };
        if let Some(bundle) = &mut self.bundles[older] {
            bundle.add(&taken);
        }
        let members = std::mem::take(&mut self.members[younger]);
        self.members[older].extend(members);
        self.members[older].sort_unstable();
        for neighbour in std::mem::take(&mut self.near[younger]) {
            self.near[neighbour].remove(&younger);
            if neighbour != older {
                self.near[older].insert(neighbour);
                self.near[neighbour].insert(older);
            }
        }
        let neighbours: Vec<usize> = self.near[older].iter().copied().collect();
        for neighbour in neighbours {
            self.measure(older.min(neighbour), older.max(neighbour));
        }
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
fn millionths(alike: f32) -> u32 {
    (alike.clamp(0.0, 4.0) * 1e6) as u32
}
