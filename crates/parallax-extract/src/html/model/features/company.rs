//! What stands in the elements around a block, and how these are made.

use super::{BODY, LINKS, Page, Row, SIZE, share, small};
use crate::html::{
    flow::Block,
    tree::{Tag, Tree},
};
use xxhash_rust::xxh3::xxh3_64_with_seed;

impl Page<'_> {
    pub(super) fn company_of(&self, at: usize, row: &mut Row) {
        let tree = self.view.tree;
        let block = &self.view.blocks[at];
        let all = self.before.last().map_or(0, |sum| sum[BODY]);
        for make in makes(tree, &self.looks, block) {
            row.push(share(self.makes.of_hash(make), all));
        }
        row.push(self.leads(block));
        for text in [block.first, block.last] {
            let near = tree.above(text).take_while(|&id| id != block.element);
            row.push(i16::from(near.take(4).any(|id| tree.node(id).tag == Tag::A)));
        }
        let mut id = block.element;
        for _ in 0..3 {
            let node = tree.node(id);
            let like = like(tree, &self.looks, id);
            let alike = small(self.alike.of_hash(like));
            id = node.parent;
            let blocks = self.place(tree.node(id).end) - self.place(id);
            let size = self.inside(id, SIZE);
            row.extend([
                alike,
                small(blocks),
                share(self.inside(id, LINKS), size),
                share(self.inside(id, BODY), size),
                self.part(id, BODY),
                small(self.pictures[node.end.max(id)] - self.pictures[id]),
            ]);
        }
    }

    /// Where the first link of a block leads: 0 nowhere, 1 on this page, 2 on
    /// this site, 3 anywhere, 4 to no page.
    fn leads(&self, block: &Block) -> i16 {
        let tree = self.view.tree;
        let around = tree.above(block.first).take_while(|&id| id >= block.element);
        let link = around.chain(block.first..=block.last).find_map(|id| {
            let node = tree.node(id);
            (node.tag == Tag::A).then(|| node.get("href")).flatten()
        });
        match link {
            None => 0,
            Some(link) if link.starts_with('#') => 1,
            Some(link) if link.starts_with("http") || link.starts_with("//") => 3,
            Some(link) if link.contains(':') => 4,
            Some(_) => 2,
        }
    }
}

/// How each element is made, by tag and class, as a hash; 0 where not yet looked at.
pub(super) struct Looks(Vec<u64>);

impl Looks {
    pub(super) fn of(tree: &Tree<'_>) -> Self {
        Self(vec![0; tree.nodes().len()])
    }

    /// Looks at an element, unless it was.
    pub(super) fn look(&mut self, tree: &Tree<'_>, id: usize) {
        if let Some(look @ 0) = self.0.get_mut(id) {
            let node = tree.node(id);
            *look = made(node.tag, node.get("class").unwrap_or_default());
        }
    }

    fn at(&self, id: usize) -> u64 {
        self.0.get(id).copied().unwrap_or_default()
    }
}

/// What is counted by hashes: sums, in the order of the hashes.
pub(super) struct Totals(Vec<(u64, usize)>);

impl Totals {
    pub(super) fn of(mut counted: Vec<(u64, usize)>) -> Self {
        counted.sort_unstable();
        counted.dedup_by(|next, sum| {
            let same = next.0 == sum.0;
            sum.1 += if same { next.1 } else { 0 };
            same
        });
        Self(counted)
    }

    fn of_hash(&self, hash: u64) -> usize {
        let at = self.0.binary_search_by_key(&hash, |(counted, _)| *counted);
        at.ok().and_then(|at| self.0.get(at)).map_or(0, |(_, sum)| *sum)
    }
}

/// What an element has in common with those made alike in the same place.
pub(super) fn like(tree: &Tree<'_>, looks: &Looks, id: usize) -> u64 {
    both(looks.at(id), tree.node(id).parent as u64)
}

/// How the element of a block and the one around it are made, and the first alone.
pub(super) fn makes(tree: &Tree<'_>, looks: &Looks, block: &Block) -> [u64; 2] {
    let inner = looks.at(block.element);
    [looks.at(tree.node(block.element).parent), made(Tag::Page, "")].map(|outer| both(inner, outer))
}

fn made(tag: Tag, class: &str) -> u64 {
    xxh3_64_with_seed(class.as_bytes(), tag as u64).max(1)
}

/// Two hashes in one.
fn both(one: u64, other: u64) -> u64 {
    xxh3_64_with_seed(&one.to_le_bytes(), other)
}
