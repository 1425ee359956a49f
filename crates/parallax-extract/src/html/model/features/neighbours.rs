//! What stands before, after and above a block.

use super::{BODY, LINKS, Page, Row, SIZE, apart, element::kind, rule, share, small};
use crate::html::model::cues;

impl Page<'_> {
    pub(super) fn neighbours_of(&self, at: usize, row: &mut Row) {
        let view = self.view;
        let parent = |at: usize| view.blocks.get(at).map(|b| view.tree.node(b.element).parent);
        for other in [at.checked_sub(1), Some(at + 1), at.checked_sub(2), Some(at + 2)] {
            let block = other.and_then(|at| view.blocks.get(at));
            let (Some(other), Some(block)) = (other, block) else {
                row.extend([-1; 6]);
                continue;
            };
            row.extend([
                small(block.size),
                small(block.link_share()),
                rule(view.verdicts[other]),
                kind(view.tree.node(block.element).tag),
                self.ends[other],
                i16::from(parent(other) == parent(at)),
            ]);
        }
        let from = self.headings[at].unwrap_or(0);
        let to = self.sections[at];
        let sum = |at: usize| self.before[at];
        let (first, last) = (sum(from), sum(to.max(from)));
        let heading = self.headings[at].map_or([-1; 4], |heading| {
            [
                apart(heading, at),
                rule(view.verdicts[heading]),
                small(view.blocks[heading].size),
                kind(view.tree.node(view.blocks[heading].element).tag),
            ]
        });
        row.extend(heading);
        row.extend([
            small(to - from),
            share(last[LINKS] - first[LINKS], last[SIZE] - first[SIZE]),
            share(last[BODY] - first[BODY], last[SIZE] - first[SIZE]),
        ]);
    }

    /// Cues in a block and in the heading above it.
    pub(super) fn cues_of(&self, at: usize, row: &mut Row) {
        row.extend(cues::counts(self.view.blocks[at].words()));
        let above = self.headings[at].and_then(|heading| self.heading_cues.get(&heading));
        row.extend(above.copied().unwrap_or_default());
    }
}
