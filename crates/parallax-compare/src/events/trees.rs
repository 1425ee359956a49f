//! Small decision trees, added up, over whole numbers.

/// Trees whose answers are added up.
#[derive(Debug)]
pub(super) struct Trees {
    nodes: Vec<Node>,
    roots: Vec<usize>,
}

#[derive(Clone, Copy, Debug)]
enum Node {
    Leaf(i64),
    /// Up to `at_most` the next node goes on, above it the node `above`.
    Split {
        of: usize,
        at_most: i64,
        above: usize,
    },
}

impl Trees {
    /// Reads one tree a line, its nodes in prefix order; traits by their `names`.
    pub(super) fn read(table: &str, names: &[&str]) -> Self {
        let mut trees = Self { nodes: Vec::new(), roots: Vec::new() };
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let root = trees.nodes.len();
            match trees.read_node(&mut line.split('\t'), names) {
                Some(()) => trees.roots.push(root),
                None => trees.nodes.truncate(root),
            }
        }
        trees
    }

    fn read_node<'a>(
        &mut self,
        words: &mut impl Iterator<Item = &'a str>,
        names: &[&str],
    ) -> Option<()> {
        let (name, number) = words.next()?.split_once(' ')?;
        let number = number.parse().ok()?;
        let at = self.nodes.len();
        self.nodes.push(Node::Leaf(number));
        if name != "=" {
            let of = names.iter().position(|known| *known == name)?;
            self.read_node(words, names)?;
            let above = self.nodes.len();
            self.nodes[at] = Node::Split { of, at_most: number, above };
            self.read_node(words, names)?;
        }
        Some(())
    }

    /// The sum of what the trees say, in thousandths.
    pub(super) fn weigh(&self, seen: &[i64]) -> i64 {
        self.roots.iter().map(|&root| self.answer(root, seen)).sum()
    }

    fn answer(&self, mut at: usize, seen: &[i64]) -> i64 {
        loop {
            match self.nodes[at] {
                Node::Leaf(value) => return value,
                Node::Split { of, at_most, .. } if seen[of] <= at_most => at += 1,
                Node::Split { above, .. } => at = above,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Trees;

    #[test]
    fn answers_of_all_trees_are_added_up() {
        let trees =
            Trees::read("# about\ntall 5\t= 1\t= 20\n= 300\nbroken 1\t= 2\n", &["wide", "tall"]);
        assert_eq!(trees.weigh(&[0, 5]), 301);
        assert_eq!(trees.weigh(&[0, 6]), 320);
    }
}
