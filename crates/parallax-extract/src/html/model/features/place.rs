//! Where a block stands on its page.

use super::super::told;
use super::{BODY, LINKS, PROSE, Page, Row, SIZE, apart, share, small};

impl Page<'_> {
    pub(super) fn place_of(&self, at: usize, row: &mut Row) {
        let view = self.view;
        let block = &view.blocks[at];
        let container = view.container;
        let inside = view.tree.within(block.first, container);
        let depth = view.tree.above(block.first).position(|id| id == container);
        let (first, last) = self.bodies.unwrap_or((0, 0));
        let all = self.before.last().map_or(0, |sum| sum[BODY]);
        let done = self.before[at][BODY];
        row.extend([
            if inside {
                small(depth.unwrap_or(0))
            } else if block.first < container {
                -1
            } else {
                -2
            },
            view.headline.map_or(999, |headline| apart(headline, at)),
            apart(first, at),
            apart(last, at),
            share(done, all),
            small((all - done) / 10),
            self.around(at, 6, BODY, true),
            self.around(at, 6, BODY, false),
            self.around(at, 6, LINKS, true),
            self.around(at, 6, LINKS, false),
            small(view.blocks.len()),
            small(all / 10),
            share(all, self.before.last().map_or(0, |sum| sum[SIZE])),
            self.part(container, PROSE),
        ]);
        row.extend(told::shares(&view.told, block.words()));
    }

    /// What the blocks before or after hold, as a share of their characters.
    fn around(&self, at: usize, count: usize, what: usize, before: bool) -> i16 {
        let range = if before { at.saturating_sub(count)..at } else { at + 1..at + 1 + count };
        let sum = |at: usize| self.before[at.min(self.before.len() - 1)];
        let (from, to) = (sum(range.start), sum(range.end));
        share(to[what] - from[what], to[SIZE] - from[SIZE])
    }

    /// What an element holds.
    pub(super) fn inside(&self, id: usize, what: usize) -> usize {
        let end = self.place(self.view.tree.node(id).end);
        self.before[end][what] - self.before[self.place(id)][what]
    }

    /// The share of the page's that an element holds.
    pub(super) fn part(&self, id: usize, what: usize) -> i16 {
        share(self.inside(id, what), self.before.last().map_or(0, |sum| sum[what]))
    }
}
