//! Trees of questions, and what each answer is worth.

use std::sync::LazyLock;

const TABLE: &str = include_str!("../../../data/model/blocks.tsv");

/// Questions a tree asks one after the other, at most.
const DEEPEST: usize = 5;

/// As many answers as so many questions can have.
const ANSWERS: usize = 1 << DEEPEST;

/// A tree as broad as it can be: below question `n` stand `2n`, where it is
/// answered yes, and `2n + 1`. It asks whether a number of the block is at most
/// so much. A page asks tens of thousands, so nothing is
/// decided on the way: what needs no further question asks some all the same.
#[derive(Clone, Debug)]
struct Tree {
    features: [u8; ANSWERS],
    most: [i16; ANSWERS],
    /// Thousandths of log odds that the block is body.
    worths: [i16; ANSWERS],
}

/// The trees, and what they add to.
struct Trees {
    base: i32,
    all: Vec<Tree>,
    /// Of each [`TURN`] of trees, what it and all after it add at least and at most.
    bounds: Vec<(i32, i32)>,
}

/// Trees asked before it is seen whether the others could still change the answer.
const TURN: usize = 20;

static TREES: LazyLock<Trees> = LazyLock::new(|| {
    let mut trees = Trees { base: 0, all: Vec::new(), bounds: Vec::new() };
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        if let Some(base) = line.strip_prefix("base\t") {
            trees.base = base.parse().unwrap_or(0);
        } else {
            let mut tree = Tree::bare();
            tree.plant(&mut line.split(' '), 1, ANSWERS);
            trees.all.push(tree);
        }
    }
    // Those that say most are asked first.
    trees.all.sort_by_key(|tree| tree.bound(i16::min) - tree.bound(i16::max));
    let (mut least, mut most) = (0, 0);
    for turn in trees.all.chunks(TURN).rev() {
        least += turn.iter().map(|tree| tree.bound(i16::min)).sum::<i32>();
        most += turn.iter().map(|tree| tree.bound(i16::max)).sum::<i32>();
        trees.bounds.push((least, most));
    }
    trees.bounds.reverse();
    trees
});

impl Tree {
    fn bare() -> Self {
        Self { features: [0; ANSWERS], most: [i16::MAX; ANSWERS], worths: [0; ANSWERS] }
    }

    /// Reads a tree: a question `3<7`, the tree of yes, the tree of no; or a
    /// worth. It stands at `at` and has room for so many answers.
    fn plant<'a>(&mut self, words: &mut impl Iterator<Item = &'a str>, at: usize, room: usize) {
        let Some(word) = words.next() else { return };
        if let Some((feature, most)) = word.split_once('<') {
            self.features[at % ANSWERS] = feature.parse().unwrap_or(0);
            self.most[at % ANSWERS] = most.parse().unwrap_or(i16::MAX);
            self.plant(words, 2 * at, room / 2);
            self.plant(words, 2 * at + 1, room / 2);
        } else if let Some(worth) = self.worths.get_mut((at * room) % ANSWERS) {
            *worth = word.parse().unwrap_or(0);
        }
    }

    /// The least or greatest worth, or nothing, whichever is farther.
    fn bound(&self, farther: fn(i16, i16) -> i16) -> i32 {
        i32::from(self.worths.iter().copied().fold(0, farther))
    }

    fn worth(&self, row: &Numbers) -> i32 {
        let mut at = 1;
        for _ in 0..DEEPEST {
            let number = row[usize::from(self.features[at % ANSWERS])];
            at = 2 * at + usize::from(number > self.most[at % ANSWERS]);
        }
        i32::from(self.worths[at % ANSWERS])
    }
}

/// As many numbers as a question can name.
type Numbers = [i16; 1 << u8::BITS];

/// Whether the thousandths of log odds that a block of these numbers is body
/// are more than `limit`; no tree is asked that could not change the answer.
pub(crate) fn exceed(row: &[i16], limit: i32) -> bool {
    let mut numbers = [0; 1 << u8::BITS];
    numbers.iter_mut().zip(row).for_each(|(to, from)| *to = *from);
    let mut odds = TREES.base;
    for (turn, (least, most)) in TREES.all.chunks(TURN).zip(&TREES.bounds) {
        if odds + least > limit || odds + most <= limit {
            return odds + least > limit;
        }
        odds += turn.iter().map(|tree| tree.worth(&numbers)).sum::<i32>();
    }
    odds > limit
}

#[cfg(test)]
mod tests {
    use super::{super::features::NAMES, DEEPEST, TABLE, TREES, exceed};

    /// Questions asked one after the other, at most; all are about a number there is.
    fn depth<'a>(words: &mut impl Iterator<Item = &'a str>) -> usize {
        let Some((feature, _)) = words.next().unwrap().split_once('<') else { return 0 };
        assert!(feature.parse::<usize>().unwrap() < NAMES.len());
        1 + depth(words).max(depth(words))
    }

    #[test]
    fn every_tree_is_as_deep_as_there_is_room_for() {
        let lines = TABLE.lines().filter(|line| !line.starts_with('#') && line.contains('<'));
        assert!(lines.clone().all(|line| depth(&mut line.split(' ')) <= DEEPEST));
        assert_eq!(TREES.all.len(), lines.count());
    }

    #[test]
    fn asking_fewer_trees_is_asking_all() {
        for seed in 0..400_i16 {
            let number = |at: i16| at.wrapping_mul(seed).wrapping_mul(37) % 103;
            let row: Vec<i16> = (1..).take(NAMES.len()).map(number).collect();
            let mut numbers = [0; 1 << u8::BITS];
            numbers[..row.len()].copy_from_slice(&row);
            let odds = TREES.base + TREES.all.iter().map(|tree| tree.worth(&numbers)).sum::<i32>();
            assert!(exceed(&row, odds - 1) && !exceed(&row, odds));
            assert_eq!(exceed(&row, 200), odds > 200);
        }
    }
}
