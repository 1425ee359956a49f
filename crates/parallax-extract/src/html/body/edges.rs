//! Lines at the edges of the body that are none of it.

use super::{SHORT, Verdict, ends_in_mark, in_heading, is_paragraph};
use crate::html::{
    flow::Block,
    tree::{Tag, Tree},
};
use parallax_model::BoilerplateKind;

/// A heading that nothing of the body follows belongs to what was left out.
pub(super) fn drop_lone_headings(tree: &Tree<'_>, blocks: &[Block], verdicts: &mut [Verdict]) {
    let mut followed = false;
    for (block, verdict) in blocks.iter().zip(verdicts.iter_mut()).rev() {
        let heading = in_heading(tree, block);
        match verdict {
            Verdict::Body if heading && !followed => {
                *verdict = Verdict::Out(BoilerplateKind::Other);
            }
            Verdict::Body => followed = true,
            Verdict::Teaser => followed = false,
            _ => {}
        }
    }
}

/// Short lines before the first paragraph are a section, a credit or a place:
/// `City`, `Coast Wire`, `5 min read`.
pub(super) fn drop_lead_in(tree: &Tree<'_>, blocks: &[Block], verdicts: &mut [Verdict]) {
    const LINES: usize = 4;
    let body = blocks.iter().zip(verdicts).filter(|(_, verdict)| **verdict == Verdict::Body);
    for (block, verdict) in body.take(LINES) {
        let tag = tree.node(block.element).tag;
        if tag.is_heading() {
            continue;
        }
        let part = is_paragraph(tag) && tag != Tag::P || tag.is_cell() || tag == Tag::Dt;
        if part || block.size >= SHORT || ends_in_mark(block) {
            return;
        }
        *verdict = Verdict::Out(BoilerplateKind::Other);
    }
}

/// Short lines after the last paragraph are the beginning of the foot.
pub(super) fn drop_tail(tree: &Tree<'_>, blocks: &[Block], verdicts: &mut [Verdict]) {
    for (block, verdict) in blocks.iter().zip(verdicts.iter_mut()).rev() {
        if *verdict != Verdict::Body {
            continue;
        }
        let tag = tree.node(block.element).tag;
        if ends_in_mark(block) || block.size >= SHORT || tag == Tag::Li || tag.is_cell() {
            return;
        }
        *verdict = Verdict::Out(BoilerplateKind::Other);
    }
}
/// Takes out a link that stands alone in an `<aside>` or `<blockquote>` and ends no sentence.
pub(super) fn part_lone_links(tree: &Tree<'_>, blocks: &[Block], verdicts: &mut [Verdict]) {
    const ALL_LINKS: usize = 90;
    let frame = |block: &Block| {
        let mut around = std::iter::once(block.element).chain(tree.above(block.element)).take(3);
        around.find(|&id| matches!(tree.node(id).tag, Tag::Aside | Tag::Blockquote))
    };
    let apart = |at: usize, id: usize| {
        let inside = |at: usize| blocks.get(at).is_some_and(|other| tree.within(other.first, id));
        !inside(at + 1) && at.checked_sub(1).is_none_or(|before| !inside(before))
    };
    for (at, (block, verdict)) in blocks.iter().zip(verdicts).enumerate() {
        let link = *verdict == Verdict::Body
            && block.link_share() >= ALL_LINKS
            && !block.words().ends_with(['.', '!', '”', '"', '»']);
        if link && frame(block).is_some_and(|id| apart(at, id)) {
            *verdict = Verdict::Teaser;
        }
    }
}
