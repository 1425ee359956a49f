//! The parts of a page around the article: what stands above, inside and below.

use super::{
    caption::is_caption,
    headline::{self, Headline},
    look::Look,
    page::Block,
    stretch,
};
use crate::lines;
use parallax_language::Language;
use std::ops::Range;

/// Where the article stands among the blocks.
#[derive(Clone, Debug)]
pub(super) struct Zones {
    /// The headline, if one was found.
    pub(super) headline: Option<Headline>,
    /// The block of the standfirst.
    pub(super) standfirst: Option<usize>,
    /// The stretch in which the body stands.
    pub(super) body: Range<usize>,
}

/// Words in a standfirst.
const STANDFIRST: Range<usize> = 4..70;
/// Blocks from a standfirst to the byline or date under it, at most.
const TO_BYLINE: usize = 4;

impl Zones {
    /// Where the part above the body ends its furniture: the headline's block, else the body's start.
    pub(super) fn head(&self) -> usize {
        self.headline.as_ref().map_or(self.body.start, |headline| headline.block)
    }
}

/// The zones of a page; `None` where it has too little prose for an article.
pub(super) fn zones(blocks: &[Block], looks: &[Look], language: Language) -> Option<Zones> {
    let found = headline::by_title(blocks, looks, language);
    let (headline, body) = if let Some((headline, body)) = found {
        (Some(headline), body)
    } else {
        let body = stretch::best(looks, 0)?.blocks;
        (headline::by_words(blocks, looks, &body, language), body)
    };
    Some(around(blocks, looks, headline, stretch::without_tail(looks, body)))
}

/// The zones around a body, with the standfirst above it.
pub(super) fn around(
    blocks: &[Block],
    looks: &[Look],
    headline: Option<Headline>,
    body: Range<usize>,
) -> Zones {
    let mut zones = Zones { headline, standfirst: None, body };
    if zones.headline.as_ref().is_some_and(|headline| headline.block == zones.body.start) {
        zones.body.start += 1;
    }
    zones.standfirst = standfirst(blocks, looks, &zones);
    if let Some(at) = zones.standfirst.filter(|at| zones.body.contains(at)) {
        zones.body.start = at + 1;
    }
    zones
}

fn standfirst(blocks: &[Block], looks: &[Look], zones: &Zones) -> Option<usize> {
    let head = zones.headline.as_ref()?.block;
    let fits = |at: usize| {
        let (block, look) = (blocks.get(at)?, looks.get(at)?);
        let good = STANDFIRST.contains(&look.words)
            && look.kind.is_none()
            && !look.byline
            && look.lead.is_none()
            && !look.credit
            && !block.bullet
            && lines::stamps(&block.text).is_empty()
            && lines::dateline(&block.text).is_none();
        good.then_some(at)
    };
    let signed = |at: usize| looks.get(at).is_some_and(is_signature);
    let at = fits(head + 1)?;
    let signed_after = (at + 1..=at + TO_BYLINE)
        .take_while(|&next| looks.get(next).is_some_and(|look| !look.prose));
    let mut signed_after = signed_after;
    let below = signed_after.any(signed);
    if zones.body.contains(&at) {
        // A paragraph that the byline follows is no part of the body.
        return below.then_some(at);
    }
    let credited = looks.get(at + 1).is_some_and(|look| look.credit);
    let caption = blocks.get(at).zip(looks.get(at)).is_some_and(|(b, l)| is_caption(&b.text, l));
    (below || !credited && !caption && zones.body.start <= at + TO_BYLINE + 1).then_some(at)
}

/// A byline or a date line.
pub(super) fn is_signature(look: &Look) -> bool {
    look.byline || look.kind == Some(parallax_model::BoilerplateKind::DateBar)
}
