//! Trees of questions, and what each answer is worth.

use std::sync::LazyLock;

const TABLE: &str = include_str!("../../../data/model/blocks.tsv");

/// A question about one number of a block, or what the answers come to; eight
/// bytes, since a page asks tens of thousands.
#[derive(Clone, Copy, Debug)]
enum Node {
    /// Whether number `feature` is at most `most`; the next node where it is,
    /// else the one `no` further on.
    Ask { feature: u8, most: i16, no: u16 },
    /// Thousandths of log odds that the block is body.
    Worth(i32),
}

/// The trees, one after the other in one list, and where each begins.
struct Trees {
    base: i32,
    nodes: Vec<Node>,
    roots: Vec<usize>,
}

static TREES: LazyLock<Trees> = LazyLock::new(|| {
    let mut trees = Trees { base: 0, nodes: Vec::new(), roots: Vec::new() };
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        if let Some(base) = line.strip_prefix("base\t") {
            trees.base = base.parse().unwrap_or(0);
        } else {
            trees.roots.push(trees.nodes.len());
            trees.plant(&mut line.split(' '));
        }
    }
    trees
});

impl Trees {
    /// Reads a tree: a question `3<7`, the tree of yes, the tree of no; or a worth.
    fn plant<'a>(&mut self, words: &mut impl Iterator<Item = &'a str>) {
        let Some(word) = words.next() else { return };
        let at = self.nodes.len();
        let Some((feature, most)) = word.split_once('<') else {
            return self.nodes.push(Node::Worth(word.parse().unwrap_or(0)));
        };
        let (feature, most) = (feature.parse().unwrap_or(0), most.parse().unwrap_or(0));
        self.nodes.push(Node::Ask { feature, most, no: 0 });
        self.plant(words);
        let further = u16::try_from(self.nodes.len() - at).unwrap_or(u16::MAX);
        if let Some(Node::Ask { no: place, .. }) = self.nodes.get_mut(at) {
            *place = further;
        }
        self.plant(words);
    }

    fn worth(&self, root: usize, row: &[i16]) -> i32 {
        let mut at = root;
        loop {
            match self.nodes.get(at) {
                Some(&Node::Ask { feature, most, no }) => {
                    let yes = row.get(usize::from(feature)).is_some_and(|&n| n <= most);
                    at += if yes { 1 } else { usize::from(no) };
                }
                Some(&Node::Worth(worth)) => return worth,
                None => return 0,
            }
        }
    }
}

/// Thousandths of log odds that a block of these numbers is body.
pub(crate) fn score(row: &[i16]) -> i32 {
    let trees = &*TREES;
    trees.base + trees.roots.iter().map(|&root| trees.worth(root, row)).sum::<i32>()
}

#[cfg(test)]
mod tests {
    use super::{super::features::NAMES, Node, TREES};

    #[test]
    fn every_question_is_about_a_number_there_is_and_leads_on() {
        let trees = &*TREES;
        assert!(!trees.roots.is_empty());
        for (at, node) in trees.nodes.iter().enumerate() {
            if let Node::Ask { feature, no, .. } = node {
                let no = at + usize::from(*no);
                assert!(usize::from(*feature) < NAMES.len());
                assert!(no > at + 1 && no < trees.nodes.len());
            }
        }
    }
}
