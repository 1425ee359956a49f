//! Which blocks are the body of the article.
//!
//! First the element that holds most of the prose and little else, then each
//! block inside it by itself; what is still unsure, the [`model`] weighs.

mod block;
mod container;
mod edges;
mod places;
mod strangers;

use super::{
    Page,
    flow::Block,
    model::{self, View},
    tree::{Tag, Tree},
    zones::{Prose, kind},
};
use parallax_model::BoilerplateKind;
use places::Places;

/// A page with less prose than this, in characters, has no article.
const LEAST_PROSE: usize = 60;

/// A line without a full stop and shorter than this is no paragraph by itself.
const SHORT: usize = 40;

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// The headline.
    Headline,
    /// The summary under the headline.
    Standfirst,
    /// A paragraph of the body.
    Body,
    /// A line that leads to another page.
    Teaser,
    /// Words with a picture.
    Picture,
    /// A line of tags.
    Tags,
    /// Left out.
    Out(BoilerplateKind),
}

/// The element that holds the body, and what each block is.
#[derive(Default)]
pub(crate) struct Body {
    pub(crate) container: usize,
    pub(crate) verdicts: Vec<Verdict>,
}

impl Body {
    /// Leaves out what the page prints of its body: its data carries more.
    pub(crate) fn leave_out_printed(&mut self) {
        for verdict in self.verdicts.iter_mut().filter(|verdict| **verdict == Verdict::Body) {
            *verdict = Verdict::Out(BoilerplateKind::Duplicate);
        }
    }
}

/// Finds the body; `None` where the page has too little prose.
pub(crate) fn find(page: &Page<'_>) -> Option<Body> {
    let mut body = by_rules(page)?;
    model::weigh(&View::of(page, &body), &mut body.verdicts);
    edges::part_lone_links(page.tree, page.blocks, &mut body.verdicts);
    edges::drop_lead_in(page.tree, page.blocks, &mut body.verdicts);
    edges::drop_lone_headings(page.tree, page.blocks, &mut body.verdicts);
    Some(body)
}

/// No block of the page is its body.
pub(crate) fn none(page: &Page<'_>) -> Body {
    let kind = |block: &Block| page.zones.hint(block.first).map_or(BoilerplateKind::Other, kind);
    let verdicts = page.blocks.iter().map(|block| Verdict::Out(kind(block))).collect();
    Body { container: 0, verdicts }
}

/// The body as far as rules can tell.
pub(crate) fn by_rules(page: &Page<'_>) -> Option<Body> {
    let (tree, blocks, zones) = (page.tree, page.blocks, page.zones);
    let counts = |block: &Block| zones.hint(block.first).is_none() && !in_heading(tree, block);
    let prose = Prose::of(blocks, counts);
    if prose.all() < LEAST_PROSE {
        return None;
    }
    let container = container::container(tree, zones, &prose);
    let places = Places::of(tree, container, page.headline.and_then(|at| blocks.get(at)));
    let mut verdicts: Vec<Verdict> =
        blocks.iter().map(|block| block::verdict(tree, block, zones, &places)).collect();
    if let Some(headline) = page.headline {
        strangers::drop(tree, blocks, headline, &mut verdicts);
    }
    edges::drop_lone_headings(tree, blocks, &mut verdicts);
    edges::drop_lead_in(tree, blocks, &mut verdicts);
    edges::drop_tail(tree, blocks, &mut verdicts);
    Some(Body { container, verdicts })
}

fn in_heading(tree: &Tree<'_>, block: &Block) -> bool {
    tree.node(block.element).tag.is_heading()
}

fn children<'a>(tree: &'a Tree<'a>, id: usize) -> impl Iterator<Item = usize> + 'a {
    let mut next = id + 1;
    std::iter::from_fn(move || {
        (next < tree.node(id).end).then(|| {
            let child = next;
            next = tree.node(child).end;
            child
        })
    })
    .filter(|&child| tree.node(child).tag != Tag::Text)
}

const fn is_paragraph(tag: Tag) -> bool {
    tag.is_heading()
        || matches!(tag, Tag::P | Tag::Li | Tag::Blockquote | Tag::Pre | Tag::Ul | Tag::Ol)
}

/// Whether a line ends as a sentence, a quotation or a label does.
fn ends_in_mark(block: &Block) -> bool {
    block.words().ends_with(|letter: char| !letter.is_alphanumeric())
}

#[cfg(test)]
mod tests;
