//! Trees of questions, and what each answer is worth.

use std::sync::LazyLock;

const TABLE: &str = include_str!("../../../data/model/blocks.tsv");

/// Questions a tree asks one after the other, at most.
const DEEPEST: usize = 5;

/// As many answers as so many questions can have.
const ANSWERS: usize = 1 << DEEPEST;

/// Whether a number of a block is at most `most`.
#[derive(Clone, Copy, Debug)]
struct Question {
    feature: u8,
    most: i16,
}

/// A tree as broad as it can be: below question `n` stand `2n`, where it is
/// answered yes, and `2n + 1`. A page asks tens of thousands, so nothing is
/// decided on the way: what needs no further question asks some all the same.
#[derive(Clone, Debug)]
struct Tree {
    questions: [Question; ANSWERS],
    /// Thousandths of log odds that the block is body.
    worths: [i32; ANSWERS],
}

/// The trees, and what they add to.
struct Trees {
    base: i32,
    all: Vec<Tree>,
}

static TREES: LazyLock<Trees> = LazyLock::new(|| {
    let mut trees = Trees { base: 0, all: Vec::new() };
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        if let Some(base) = line.strip_prefix("base\t") {
            trees.base = base.parse().unwrap_or(0);
        } else {
            let mut tree = Tree::bare();
            tree.plant(&mut line.split(' '), 1, ANSWERS);
            trees.all.push(tree);
        }
    }
    trees
});

impl Tree {
    fn bare() -> Self {
        let always = Question { feature: 0, most: i16::MAX };
        Self { questions: [always; ANSWERS], worths: [0; ANSWERS] }
    }

    /// Reads a tree: a question `3<7`, the tree of yes, the tree of no; or a
    /// worth. It stands at `at` and has room for so many answers.
    fn plant<'a>(&mut self, words: &mut impl Iterator<Item = &'a str>, at: usize, room: usize) {
        let Some(word) = words.next() else { return };
        if let Some((feature, most)) = word.split_once('<') {
            if let Some(question) = self.questions.get_mut(at) {
                let (feature, most) = (feature.parse(), most.parse());
                *question =
                    Question { feature: feature.unwrap_or(0), most: most.unwrap_or(i16::MAX) };
            }
            self.plant(words, 2 * at, room / 2);
            self.plant(words, 2 * at + 1, room / 2);
        } else if let Some(worth) = self.worths.get_mut((at * room) % ANSWERS) {
            *worth = word.parse().unwrap_or(0);
        }
    }

    fn worth(&self, row: &Numbers) -> i32 {
        let mut at = 1;
        for _ in 0..DEEPEST {
            let question = self.questions[at % ANSWERS];
            at = 2 * at + usize::from(row[usize::from(question.feature)] > question.most);
        }
        self.worths[at % ANSWERS]
    }
}

/// As many numbers as a question can name.
type Numbers = [i16; 1 << u8::BITS];

/// Thousandths of log odds that a block of these numbers is body.
pub(crate) fn score(row: &[i16]) -> i32 {
    let mut numbers = [0; 1 << u8::BITS];
    numbers.iter_mut().zip(row).for_each(|(to, from)| *to = *from);
    TREES.base + TREES.all.iter().map(|tree| tree.worth(&numbers)).sum::<i32>()
}

#[cfg(test)]
mod tests {
    use super::{super::features::NAMES, DEEPEST, TABLE, TREES};

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
}
