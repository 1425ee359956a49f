//! Small decision trees, added up: how what is shared is weighed.

use crate::traits::{self, Traits};
use std::sync::LazyLock;

/// The trees learned from translated articles.
pub(crate) static JUDGE: LazyLock<Trees> =
    LazyLock::new(|| Trees::read(include_str!("../data/judge.tsv")));

/// Trees whose answers are added up.
#[derive(Debug)]
pub(crate) struct Trees {
    nodes: Vec<Node>,
    roots: Vec<usize>,
}

#[derive(Clone, Copy, Debug)]
enum Node {
    Leaf(f32),
    /// Up to `at_most` the next node goes on, above it the node `above`.
    Split {
        of: usize,
        at_most: f32,
        above: usize,
    },
}

impl Trees {
    /// Reads one tree a line, its nodes in prefix order.
    pub(crate) fn read(table: &str) -> Self {
        let mut trees = Self { nodes: Vec::new(), roots: Vec::new() };
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let root = trees.nodes.len();
            if trees.read_node(&mut line.split('\t')).is_some() {
                trees.roots.push(root);
            }
        }
        trees
    }

    fn read_node<'a>(&mut self, words: &mut impl Iterator<Item = &'a str>) -> Option<()> {
        let (name, number) = words.next()?.split_once(' ')?;
        let number = number.parse().ok()?;
        let at = self.nodes.len();
        self.nodes.push(Node::Leaf(number));
        if let Some(of) = traits::TRAITS.iter().position(|known| *known == name) {
            self.read_node(words)?;
            let above = self.nodes.len();
            self.nodes[at] = Node::Split { of, at_most: number, above };
            self.read_node(words)?;
        }
        Some(())
    }

    /// Whether there is no tree.
    pub(crate) fn is_empty(&self) -> bool {
        self.roots.is_empty()
    }

    /// The sum of what the trees say of `traits`.
    pub(crate) fn weigh(&self, traits: &Traits) -> f32 {
        self.roots.iter().map(|&root| self.answer(root, traits)).sum()
    }

    fn answer(&self, mut at: usize, traits: &Traits) -> f32 {
        loop {
            match self.nodes[at] {
                Node::Leaf(value) => return value,
                Node::Split { of, at_most, .. } if traits.0[of] <= at_most => at += 1,
                Node::Split { above, .. } => at = above,
            }
        }
    }
}
