//! Where blocks of the body may stand.

use super::children;
use crate::html::{flow::Block, tree::Tree};
use std::ops::Range;

/// The container, and what belongs to it.
pub(super) struct Places {
    pub(super) container: usize,
    /// The container, and elements beside it that are made alike.
    ranges: Vec<Range<usize>>,
    /// Between the headline and the container, where only prose is body.
    before: Range<usize>,
}

impl Places {
    pub(super) fn of(tree: &Tree<'_>, container: usize, headline: Option<&Block>) -> Self {
        const LEVELS: usize = 3;
        let own = container..tree.node(container).end;
        let mut ranges = Vec::from([own]);
        let path = std::iter::once(container).chain(tree.above(container)).take(LEVELS);
        for id in path.filter(|&id| tree.node(id).get("class").is_some_and(|c| !c.is_empty())) {
            let node = tree.node(id);
            let alike = |other: usize| {
                let other = tree.node(other);
                other.tag == node.tag && other.get("class") == node.get("class")
            };
            // What precedes is reached from the headline.
            let after = children(tree, node.parent).filter(|&other| other > id && alike(other));
            ranges.extend(after.map(|other| other..tree.node(other).end));
        }
        let before = headline.map_or(0..0, |block| block.last + 1..container);
        Self { container, ranges: merged(ranges), before }
    }

    /// Whether a block stands where the body may.
    pub(super) fn hold(&self, block: &Block) -> bool {
        const LINE: usize = 100;
        // A byline and a date may be as long as a short sentence, and end in no stop.
        let sentence = block.size >= LINE || !block.words().ends_with(char::is_alphanumeric);
        let next = self.ranges.partition_point(|range| range.start <= block.first);
        let last = next.checked_sub(1).and_then(|at| self.ranges.get(at));
        last.is_some_and(|range| range.contains(&block.first))
            || (self.before.contains(&block.first) && block.prose > 0 && sentence)
    }
}

/// Ranges in order, overlapping ones as one.
fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| range.start);
    let mut merged: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}
