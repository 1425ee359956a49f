//! Joins what the rules found with what the learned model takes for paragraphs.

use super::{
    around::is_bare_tags,
    body::{self, Body},
    features::{self, Page},
    headline,
    look::Look,
    model,
    page::Block,
    zones::{self, Zones},
};
use parallax_language::Language;

/// Words the paragraphs have at least. Below it, the model has found no article,
/// and what the rules found stands.
const LEAST_WORDS: usize = 25;

/// The zones of the page and the blocks of the body; `None` where there is no article.
pub(super) fn settle(
    blocks: &[Block],
    looks: &[Look],
    language: Language,
) -> Option<(Zones, Body)> {
    let ruled = zones::zones(blocks, looks, language).map(|zones| {
        let body = body::body(blocks, looks, &zones, None);
        (zones, body)
    });
    let rules = ruled.as_ref().map(|(zones, body)| (zones, body));
    let mut kept = model::paragraphs(&features::rows(Page { blocks, looks, rules }));
    let zones = learned(blocks, looks, language, rules.map(|(zones, _)| zones), &mut kept);
    let Some(zones) = zones else { return ruled };
    let body = body::body(blocks, looks, &zones, Some(&kept));
    if body.paragraphs.is_empty() { ruled } else { Some((zones, body)) }
}

/// The zones around the paragraphs of the model.
fn learned(
    blocks: &[Block],
    looks: &[Look],
    language: Language,
    ruled: Option<&Zones>,
    kept: &mut [bool],
) -> Option<Zones> {
    let titled = ruled.and_then(|zones| zones.headline.clone()).filter(|head| head.printed);
    if let Some(head) = &titled {
        // The title line and what stands above a headline that it gives away are no text.
        kept.iter_mut().take(head.block + 1).for_each(|kept| *kept = false);
    }
    without_tags(blocks, looks, kept);
    let words = looks.iter().zip(&*kept).filter(|(_, kept)| **kept).map(|(look, _)| look.words);
    if words.sum::<usize>() < LEAST_WORDS {
        return None;
    }
    let body = kept.iter().position(|kept| *kept)?..kept.iter().rposition(|kept| *kept)? + 1;
    let headline = titled.or_else(|| headline::by_words(blocks, looks, &body, language));
    Some(zones::around(blocks, looks, headline, body))
}

/// Takes a tag line without a label off the end: it has the article's own words.
fn without_tags(blocks: &[Block], looks: &[Look], kept: &mut [bool]) {
    let Some(last) = kept.iter().rposition(|kept| *kept) else { return };
    let (Some(block), Some(look)) = (blocks.get(last), looks.get(last)) else { return };
    if look.prose || look.sentence {
        return;
    }
    let above = blocks.iter().zip(&*kept).take(last).filter(|(_, kept)| **kept);
    let text: String = above.flat_map(|(block, _)| [block.text.as_str(), "\n"]).collect();
    if is_bare_tags(block, look, &text) {
        kept.iter_mut().skip(last).for_each(|kept| *kept = false);
    }
}
