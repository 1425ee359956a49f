//! What stands in the elements around a block, and how these are made.

use super::{BODY, LINKS, Make, Page, Row, SIZE, share, small};
use crate::html::{
    flow::Block,
    tree::{Tag, Tree},
};

impl Page<'_> {
    pub(super) fn company_of(&self, at: usize, row: &mut Row) {
        let tree = self.view.tree;
        let block = &self.view.blocks[at];
        let all = self.before.last().map_or(0, |sum| sum[BODY]);
        let [inner, outer] = make(tree, block);
        for make in [[inner, outer], [inner, (Tag::Page, "")]] {
            row.push(share(self.makes.get(&make).copied().unwrap_or(0), all));
        }
        row.push(self.leads(block));
        for text in [block.first, block.last] {
            let near = tree.above(text).take_while(|&id| id != block.element);
            row.push(i16::from(near.take(4).any(|id| tree.node(id).tag == Tag::A)));
        }
        let mut id = block.element;
        for _ in 0..3 {
            let node = tree.node(id);
            let class = node.get("class").unwrap_or_default();
            let alike = self.alike.get(&(node.parent, node.tag, class)).copied().unwrap_or(0);
            id = node.parent;
            let first = self.firsts.partition_point(|&first| first < id);
            let last = self.firsts.partition_point(|&first| first < tree.node(id).end);
            let size = self.inside(id, SIZE);
            row.extend([
                alike,
                small(last - first),
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

/// How the element of a block and the one around it are made.
pub(super) fn make<'a>(tree: &'a Tree, block: &Block) -> Make<'a> {
    let of = |id: usize| (tree.node(id).tag, tree.node(id).get("class").unwrap_or_default());
    [of(block.element), of(tree.node(block.element).parent)]
}
