//! Prose of other articles, on the page of this one.

use super::Verdict;
use crate::html::{
    flow::Block,
    tree::{Tag, Tree},
};
use parallax_model::BoilerplateKind;

/// The share of the body's prose, in hundredths, that has to be left: where the
/// headline is not where it should be, it says nothing of what stands around it.
const LEFT_AT_LEAST: usize = 15;

/// The same for prose before the headline, which some pages print below a lead.
const LEFT_AFTER: usize = 30;

/// Takes out what stands above the headline, and what stands in another
/// `<article>` than the headline.
pub(super) fn drop(tree: &Tree<'_>, blocks: &[Block], headline: usize, verdicts: &mut [Verdict]) {
    let Some(head) = blocks.get(headline) else { return };
    let article = |id: usize| tree.above(id).find(|&id| tree.node(id).tag == Tag::Article);
    let mut first = std::iter::once(head.element).chain(tree.above(head.element).take(2));
    // Lesser headings may be crossheads that share words with the title.
    let around = if first.any(|id| tree.node(id).tag == Tag::H1) {
        head.element
    } else {
        tree.above(head.element).nth(1).unwrap_or(0)
    };
    drop_unless(blocks, verdicts, LEFT_AFTER, |at, block| {
        at > headline || tree.within(block.first, around)
    });
    let Some(own) = article(head.first) else { return };
    drop_unless(blocks, verdicts, LEFT_AT_LEAST, |_, block| {
        tree.within(block.first, own) || article(block.first).is_none()
    });
}

/// Takes out body that is not the article's `own`, if enough is left.
fn drop_unless(
    blocks: &[Block],
    verdicts: &mut [Verdict],
    least: usize,
    own: impl Fn(usize, &Block) -> bool,
) {
    let (mut left, mut all) = (0, 0);
    for (at, (block, verdict)) in blocks.iter().zip(verdicts.iter()).enumerate() {
        if *verdict == Verdict::Body {
            all += block.prose;
            left += if own(at, block) { block.prose } else { 0 };
        }
    }
    if left * 100 < all * least || left == 0 {
        return;
    }
    for (at, (block, verdict)) in blocks.iter().zip(verdicts).enumerate() {
        if *verdict == Verdict::Body && !own(at, block) {
            *verdict = Verdict::Out(BoilerplateKind::Teaser);
        }
    }
}
