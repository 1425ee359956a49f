//! What a block stands in.

use super::{PROSE, Page, Row, rule, small};
use crate::html::{flow::Block, hints::Named, tree::Tag};

/// Elements looked through around a block.
const FARTHEST: usize = 40;

/// How many kinds of surroundings there are.
const SURROUNDINGS: usize = 9;

/// The kinds of surroundings an element makes.
fn surroundings(tag: Tag) -> Option<usize> {
    Some(match tag {
        Tag::Li => 0,
        Tag::Table => 1,
        Tag::Blockquote => 2,
        Tag::Article | Tag::Main => 3,
        Tag::Section => 4,
        Tag::Aside | Tag::Nav | Tag::Footer | Tag::Form => 5,
        Tag::Header | Tag::Hgroup => 6,
        Tag::Figure | Tag::Details => 7,
        Tag::Dl => 8,
        _ => return None,
    })
}

impl Page<'_> {
    pub(super) fn element_of(&self, at: usize, row: &mut Row) {
        let (tree, zones) = (self.view.tree, self.view.zones);
        let block = &self.view.blocks[at];
        let path = || std::iter::once(block.element).chain(tree.above(block.element));
        let mut steps = [-1; SURROUNDINGS];
        for (step, id) in path().take(FARTHEST).enumerate() {
            if let Some(around) = surroundings(tree.node(id).tag)
                && steps[around] < 0
            {
                steps[around] = small(step);
            }
        }
        let hint = |named: Option<Named>| named.map_or(-1, |named| named.hint as i16);
        row.push(kind(tree.node(block.element).tag));
        row.extend(steps);
        row.extend([
            self.style(block),
            hint(zones.named(block.element)),
            hint(path().take(6).find_map(|id| zones.named(id))),
            zones.hint(block.first).map_or(-1, |hint| hint as i16),
            zones.root(block.first).map_or(-1, |root| self.part(root, PROSE)),
            rule(self.view.verdicts[at]),
        ]);
    }

    /// Bold, slanted or linked as a whole.
    fn style(&self, block: &Block) -> i16 {
        let tree = self.view.tree;
        let within = |wanted: fn(Tag) -> bool| {
            [block.first, block.last].into_iter().all(|text| {
                tree.above(text)
                    .take_while(|&id| id != block.element)
                    .any(|id| wanted(tree.node(id).tag))
            })
        };
        i16::from(within(|tag| matches!(tag, Tag::B | Tag::Strong)))
            + 2 * i16::from(within(|tag| matches!(tag, Tag::I | Tag::Em)))
            + 4 * i16::from(within(|tag| tag == Tag::A))
    }
}

/// Elements by what they hold.
pub(super) fn kind(tag: Tag) -> i16 {
    match tag {
        Tag::P => 0,
        Tag::Blockquote => 1,
        Tag::Pre => 2,
        Tag::Li => 3,
        Tag::Dd => 4,
        Tag::Dt => 5,
        Tag::Td => 6,
        Tag::Th => 7,
        Tag::H2 => 8,
        Tag::H3 => 9,
        Tag::H4 => 10,
        Tag::H5 | Tag::H6 => 11,
        Tag::H1 => 12,
        Tag::Div => 13,
        Tag::Section | Tag::Article | Tag::Main | Tag::Body => 14,
        Tag::Header => 15,
        Tag::Figcaption | Tag::Figure | Tag::Caption => 16,
        Tag::Button | Tag::Label | Tag::Form | Tag::Legend => 17,
        _ => 18,
    }
}
