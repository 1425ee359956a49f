//! Things joined by the odds of their pairs, the likeliest first, on average of all pairs between two groups.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BinaryHeap},
};

/// Odds of the pairs that are known; the smaller number first.
pub(super) type Odds = BTreeMap<(usize, usize), i64>;

/// One joining: the groups by their first members, the odds at which, and the members of both.
pub(super) struct Joining {
    pub(super) odds: i64,
    pub(super) ours: Vec<usize>,
    pub(super) theirs: Vec<usize>,
}

/// The number of the group each of `count` things is in, numbered in order of first members.
///
/// Groups are joined down to `least`; pairs that are not known have the odds `otherwise`, which is less.
pub(super) fn joined(count: usize, odds: &Odds, otherwise: i64, least: i64) -> Vec<usize> {
    let mut group: Vec<usize> = (0..count).collect();
    join(count, odds, otherwise, least, |joining| {
        let first = joining.ours.iter().chain(&joining.theirs).min().copied().unwrap_or(0);
        for &member in joining.ours.iter().chain(&joining.theirs) {
            group[member] = first;
        }
    });
    numbered(&group)
}

/// Groups named by their first members, numbered in order.
fn numbered(group: &[usize]) -> Vec<usize> {
    let mut numbers = BTreeMap::new();
    let number = |first: &usize| {
        let next = numbers.len();
        *numbers.entry(*first).or_insert(next)
    };
    group.iter().map(number).collect()
}

/// Gives every joining down to `least`, in order.
pub(super) fn join(
    count: usize,
    odds: &Odds,
    otherwise: i64,
    least: i64,
    mut each: impl FnMut(&Joining),
) {
    let mut groups = Groups::of(count, odds, otherwise, least);
    while let Some((odds, a, b)) = groups.likeliest() {
        let (ours, theirs) = (groups.members[a].clone(), groups.members[b].clone());
        each(&Joining { odds, ours, theirs });
        groups.join(a, b);
    }
}

struct Groups {
    otherwise: i64,
    least: i64,
    members: Vec<Vec<usize>>,
    /// By neighbour: what the known pairs between both add up to above `otherwise`.
    near: Vec<BTreeMap<usize, i64>>,
    /// Times a group has grown: what was said of it before is old.
    grown: Vec<u32>,
    queue: BinaryHeap<Step>,
}

/// Odds, both groups, and how often they had grown.
type Step = (i64, Reverse<(usize, usize)>, [u32; 2]);

impl Groups {
    fn of(count: usize, odds: &Odds, otherwise: i64, least: i64) -> Self {
        let mut near = vec![BTreeMap::new(); count];
        for (&(a, b), value) in odds.iter().filter(|((a, b), _)| a < b && *b < count) {
            near[a].insert(b, value - otherwise);
            near[b].insert(a, value - otherwise);
        }
        let members = (0..count).map(|one| vec![one]).collect();
        let grown = vec![0; count];
        let mut groups = Self { otherwise, least, members, near, grown, queue: BinaryHeap::new() };
        for a in 0..count {
            groups.offer(a, |b| b > a);
        }
        groups
    }

    /// Queues the joinings of a group with its neighbours.
    fn offer(&mut self, a: usize, wanted: impl Fn(usize) -> bool) {
        for (&b, sum) in self.near[a].iter().filter(|(b, _)| wanted(**b)) {
            let pairs = self.members[a].len() * self.members[b].len();
            let odds = self.otherwise + sum / i64::try_from(pairs).unwrap_or(i64::MAX);
            if odds >= self.least {
                let (low, high) = (a.min(b), a.max(b));
                self.queue.push((odds, Reverse((low, high)), [self.grown[low], self.grown[high]]));
            }
        }
    }

    fn likeliest(&mut self) -> Option<(i64, usize, usize)> {
        while let Some((odds, Reverse((a, b)), grown)) = self.queue.pop() {
            if grown == [self.grown[a], self.grown[b]] {
                return Some((odds, a, b));
            }
        }
        None
    }

    /// Puts group `b` into group `a`.
    fn join(&mut self, a: usize, b: usize) {
        let gone = std::mem::take(&mut self.members[b]);
        self.members[a].extend(gone);
        for (other, sum) in std::mem::take(&mut self.near[b]) {
            self.near[other].remove(&b);
            if other != a {
                *self.near[a].entry(other).or_default() += sum;
                *self.near[other].entry(a).or_default() += sum;
            }
        }
        self.grown[a] += 1;
        self.grown[b] += 1;
        self.offer(a, |_| true);
    }
}

#[cfg(test)]
mod tests {
    use super::{Odds, joined};

    fn check(odds: &[(usize, usize, i64)], expected: &[usize]) {
        let odds: Odds = odds.iter().map(|&(a, b, value)| ((a, b), value)).collect();
        assert_eq!(joined(expected.len(), &odds, -1000, 0), expected);
    }

    #[test]
    fn the_likeliest_are_joined_first() {
        check(&[(0, 1, 100), (1, 2, 900)], &[0, 1, 1]);
        check(&[(0, 1, 900), (1, 2, 100)], &[0, 0, 1]);
    }

    #[test]
    fn a_group_joins_on_the_average_of_all_its_pairs() {
        check(&[(0, 1, 900), (1, 2, 800), (0, 2, -700)], &[0, 0, 0]);
        check(&[(0, 1, 900), (1, 2, 800), (0, 2, -900)], &[0, 0, 1]);
    }

    #[test]
    fn nothing_is_joined_without_odds() {
        check(&[], &[0, 1, 2]);
    }
}
