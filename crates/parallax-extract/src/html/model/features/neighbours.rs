//! What stands before, after and above a block.

use super::{
    BODY, LINKS, Page, Row, SIZE, View, apart, element::kind, rule, share, small, words::ends,
};
use crate::html::model::cues;

/// Size, links, rule, element and end of each block.
pub(super) fn seen(view: &View<'_>) -> Vec<[i16; 5]> {
    let blocks = view.blocks.iter().zip(&view.verdicts);
    let seen = blocks.map(|(block, verdict)| {
        [
            small(block.size),
            small(block.link_share()),
            rule(*verdict),
            kind(view.tree.node(block.element).tag),
            ends(block.words()),
        ]
    });
    seen.collect()
}

impl Page<'_> {
    pub(super) fn neighbours_of(&self, at: usize, row: &mut Row) {
        let view = self.view;
        let parent = |at: usize| view.blocks.get(at).map(|b| view.tree.node(b.element).parent);
        for other in [at.checked_sub(1), Some(at + 1), at.checked_sub(2), Some(at + 2)] {
            let seen = other.and_then(|other| Some((other, self.seen.get(other)?)));
            let Some((other, seen)) = seen else {
                row.extend([-1; 6]);
                continue;
            };
            row.extend(seen);
            row.push(i16::from(parent(other) == parent(at)));
        }
        let from = self.headings[at].unwrap_or(0);
        let to = self.sections[at];
        let sum = |at: usize| self.before[at];
        let (first, last) = (sum(from), sum(to.max(from)));
        let heading = self.headings[at].map_or([-1; 4], |heading| {
            let [size, _, rule, kind, _] = self.seen[heading];
            [apart(heading, at), rule, size, kind]
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
