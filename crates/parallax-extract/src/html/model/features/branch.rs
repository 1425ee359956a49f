//! The part of the page a block stands in, seen from the container of the body.

use super::{BODY, LINKS, PROSE, Page, Row, SIZE, share, small};

impl Page<'_> {
    pub(super) fn branch_of(&self, at: usize, row: &mut Row) {
        let tree = self.view.tree;
        let first = self.view.blocks[at].first;
        let around = std::iter::once(self.view.container).chain(tree.above(self.view.container));
        let shared = around.enumerate().find(|(_, id)| tree.within(first, *id));
        let (up, shared) = shared.unwrap_or((0, 0));
        let mut branch = first;
        for id in tree.above(first).take_while(|id| *id != shared) {
            branch = id;
        }
        let end = tree.node(branch).end;
        let blocks = self.place(end) - self.place(branch);
        let (size, all) = (self.inside(branch, SIZE), self.inside(shared, SIZE));
        let before =
            self.before[self.place(branch)][PROSE] - self.before[self.place(shared)][PROSE];
        let after = self.inside(shared, PROSE) - before - self.inside(branch, PROSE);
        let page = self.before.last().map_or(0, |sum| sum[PROSE]);
        row.extend([
            small(up),
            small(blocks),
            share(self.inside(branch, LINKS), size),
            share(self.inside(branch, BODY), size),
            self.part(branch, PROSE),
            share(before, page),
            share(after, page),
            share(self.inside(shared, BODY), all),
            share(self.inside(shared, LINKS), all),
        ]);
    }

    /// How many blocks begin before a node.
    pub(super) fn place(&self, node: usize) -> usize {
        self.places.get(node).map_or(self.view.blocks.len(), |&place| place as usize)
    }
}
