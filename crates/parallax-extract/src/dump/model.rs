//! The learned model: how much speaks for a block being a paragraph, and which blocks are.

use super::features::Row;
use std::sync::LazyLock;

const TREES: &str = include_str!("../../data/lines/dump-model.txt");
static MODEL: LazyLock<Vec<Tree>> = LazyLock::new(|| {
    let rows = TREES.lines().filter(|row| !row.starts_with('#'));
    rows.filter_map(Tree::read).collect()
});

/// Thousandths of log odds that each change between paragraphs and other blocks
/// costs. Chosen by folds: of 0, 250, 500 and 1000, the best over all sets.
const SWITCH: i64 = 300;

/// One question of a tree, or its answer.
#[derive(Clone, Copy, Debug)]
enum Node {
    /// Goes to the next node where the feature is at most the limit, else to `right`.
    Ask { feature: usize, most: i16, right: usize },
    /// Thousandths of log odds.
    Say(i64),
}

/// A decision tree, parents before children.
#[derive(Debug)]
struct Tree(Vec<Node>);

impl Tree {
    /// Reads a tree; `None` where the line is none.
    fn read(line: &str) -> Option<Self> {
        let mut nodes: Vec<Node> = Vec::new();
        // Questions whose right branch has not begun yet.
        let mut open: Vec<usize> = Vec::new();
        for token in line.split(' ') {
            if let Some(value) = token.strip_prefix('=') {
                nodes.push(Node::Say(value.parse().ok()?));
                let next = nodes.len();
                if let Some(Node::Ask { right, .. }) = open.pop().and_then(|at| nodes.get_mut(at)) {
                    *right = next;
                }
            } else {
                let (feature, most) = token.split_once(':')?;
                let (feature, most) = (feature.parse().ok()?, most.parse().ok()?);
                open.push(nodes.len());
                nodes.push(Node::Ask { feature, most, right: 0 });
            }
        }
        let answers = nodes.iter().filter(|node| matches!(node, Node::Say(_))).count();
        // A whole tree has one answer more than questions.
        (open.is_empty() && answers * 2 == nodes.len() + 1).then_some(Self(nodes))
    }

    fn answer(&self, row: &Row) -> i64 {
        let mut at = 0;
        // Children come after their parents, so that each step goes on.
        while let Some(node) = self.0.get(at) {
            match *node {
                Node::Say(value) => return value,
                Node::Ask { feature, most, right } => {
                    let low = row.get(feature).is_some_and(|value| *value <= most);
                    at = if low { at + 1 } else { right.max(at + 1) };
                }
            }
        }
        0
    }
}

/// Whether each block is a paragraph: the likeliest sequence on the whole page.
pub(super) fn paragraphs(rows: &[Row]) -> Vec<bool> {
    let scores = rows.iter().map(|row| MODEL.iter().map(|tree| tree.answer(row)).sum());
    likeliest(&scores.collect::<Vec<i64>>())
}

/// The best sequence of yes and no for these log odds, each change paid for.
fn likeliest(scores: &[i64]) -> Vec<bool> {
    let (mut no, mut yes) = (0, -SWITCH);
    let mut came: Vec<(bool, bool)> = Vec::with_capacity(scores.len());
    for score in scores {
        let (no_from_yes, yes_from_no) = (yes - SWITCH > no, no - SWITCH > yes);
        came.push((no_from_yes, !yes_from_no));
        (no, yes) = (no.max(yes - SWITCH), yes.max(no - SWITCH) + score);
    }
    let mut state = yes - SWITCH > no;
    let mut found: Vec<bool> = came
        .iter()
        .rev()
        .map(|&(no_from_yes, yes_from_yes)| {
            let own = state;
            state = if state { yes_from_yes } else { no_from_yes };
            own
        })
        .collect();
    found.reverse();
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dump::features::WIDTH;

    #[test]
    fn every_line_of_the_data_is_a_tree() {
        let lines = TREES.lines().filter(|row| !row.starts_with('#')).count();
        assert!(lines > 0);
        assert_eq!(MODEL.len(), lines);
        let asks = MODEL.iter().flat_map(|tree| &tree.0);
        assert!(
            asks.into_iter()
                .all(|node| !matches!(node, Node::Ask { feature, .. } if *feature >= WIDTH))
        );
    }

    #[test]
    fn a_tree_is_walked_to_its_answer() {
        let tree = Tree::read("0:5 1:2 =1 =2 =3").expect("it is a tree");
        let mut row = [0; WIDTH];
        assert_eq!(tree.answer(&row), 1);
        row[1] = 3;
        assert_eq!(tree.answer(&row), 2);
        row[0] = 6;
        assert_eq!(tree.answer(&row), 3);
        assert!(Tree::read("0:5 =1").is_none());
    }

    #[test]
    fn a_short_doubt_does_not_break_a_text() {
        assert_eq!(likeliest(&[900, 900, -100, 900]), [true; 4]);
        assert_eq!(likeliest(&[900, -900, -900, 900]), [true, false, false, true]);
        assert_eq!(likeliest(&[-900, 100, -900]), [false; 3]);
        assert_eq!(likeliest(&[]), [false; 0]);
    }
}
