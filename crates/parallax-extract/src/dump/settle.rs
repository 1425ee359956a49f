//! Joins what the rules found with what the learned model takes for paragraphs.

use super::{
    around::is_bare_tags,
    body::{self, Body},
    features::{self, Page, Row},
    headline,
    look::Look,
    model,
    page::Block,
    thread,
    zones::{self, Zones},
};
use crate::lines::RelatedList;
use parallax_language::Language;
use std::collections::BTreeSet;

/// Words the paragraphs have at least. Below it, the model has found no article,
/// and what the rules found stands.
const LEAST_WORDS: usize = 25;

/// The zones of the page and the blocks of the body; `None` where there is no article.
pub(super) fn settle(
    blocks: &[Block],
    looks: &[Look],
    language: Language,
) -> Option<(Zones, Body)> {
    by(blocks, looks, language, model::paragraphs)
}

/// The same, where `tell` says from the features which blocks are paragraphs.
pub(super) fn by(
    blocks: &[Block],
    looks: &[Look],
    language: Language,
    tell: impl Fn(&[Row]) -> Vec<bool>,
) -> Option<(Zones, Body)> {
    let ruled = by_rules(blocks, looks, language);
    let rules = ruled.as_ref().map(|(zones, body)| (zones, body));
    let mut kept = tell(&features::rows(Page { blocks, looks, rules }));
    let under = thread::comments(blocks, looks);
    if let Some(start) = under {
        kept.iter_mut().skip(start).for_each(|kept| *kept = false);
    }
    with_lead(looks, rules, &mut kept);
    with_close(looks, rules, &mut kept);
    with_rest(blocks, looks, language, &mut kept);
    let zones = learned(blocks, looks, language, rules.map(|(zones, _)| zones), &mut kept);
    let body = zones.map(|zones| (body::body(blocks, looks, &zones, Some(&kept)), zones));
    match body.filter(|(body, _)| !body.paragraphs.is_empty()) {
        Some((body, zones)) => Some((zones, body)),
        None => above(blocks, looks, language, under).or(ruled),
    }
}

/// Blocks from the headline to the lead, at most: date, names and share bar stand between.
const TO_LEAD: usize = 5;
/// Words of a lead, at least.
const LEAD_WORDS: usize = 12;

/// Keeps the first paragraph under the headline where the rules and its look call it one:
/// a picture or a box under it makes the model doubt it.
fn with_lead(looks: &[Look], rules: Option<(&Zones, &Body)>, kept: &mut [bool]) {
    let Some((zones, body)) = rules else { return };
    let Some(head) = zones.headline.as_ref().map(|headline| headline.block) else { return };
    let Some(&lead) = body.paragraphs.first() else { return };
    let first = kept.iter().position(|kept| *kept).unwrap_or(0);
    let near = head < lead && lead <= head + TO_LEAD && lead < first;
    let like = looks.get(lead).is_some_and(|look| {
        look.prose && look.sentence && look.words >= LEAD_WORDS && look.kind.is_none()
    });
    if let Some(kept) = kept.get_mut(lead).filter(|_| near && like) {
        *kept = true;
    }
}

/// Blocks of furniture before a last paragraph, at most.
const TO_CLOSE: usize = 2;

/// Keeps the last paragraph where the rules and its look call it one and only a teaser stands before
/// it: tags and comments under it make the model doubt it.
fn with_close(looks: &[Look], rules: Option<(&Zones, &Body)>, kept: &mut [bool]) {
    let Some((_, body)) = rules else { return };
    let (Some(last), Some(&close)) = (kept.iter().rposition(|kept| *kept), body.paragraphs.last())
    else {
        return;
    };
    let between = looks.get(last + 1..close).unwrap_or_default();
    let teased = (1..=TO_CLOSE).contains(&between.len())
        && between.iter().all(|look| look.lead.is_some() && !look.prose && look.kind.is_none());
    let like = looks.get(close).is_some_and(|look| {
        look.prose && look.sentence && look.words >= LEAD_WORDS && look.kind.is_none()
    });
    if let Some(kept) = kept.get_mut(close).filter(|_| last < close && teased && like) {
        *kept = true;
    }
}

/// Content words that a paragraph behind a teaser shares with the text, at least.
const REST_SHARED: usize = 2;
/// Words of such a paragraph, at least.
const REST_WORDS: usize = 9;

/// Keeps the paragraphs that go on behind a teaser under its heading, which looks like the end: they
/// have words of the text and none of the teaser's.
fn with_rest(blocks: &[Block], looks: &[Look], language: Language, kept: &mut [bool]) {
    let Some(first) = kept.iter().position(|kept| *kept) else { return };
    let Some(last) = kept.iter().rposition(|kept| *kept) else { return };
    let heads = |look: &Look| {
        look.list == Some(RelatedList::SameMatter)
            || look.lead.is_some() && look.words <= HEAD_WORDS
    };
    let link =
        |look: &Look| !look.sentence && !look.prose && look.kind.is_none() && look.words >= 3;
    let (Some(head), Some(teaser)) = (looks.get(last + 1), looks.get(last + 2)) else { return };
    if !heads(head) || !link(teaser) {
        return;
    }
    let text = headline::body_stems(blocks, &(first..last + 1), language);
    let other = headline::body_stems(blocks, &(last + 2..last + 3), language);
    for at in last + 3..looks.len() {
        let (Some(block), Some(look)) = (blocks.get(at), looks.get(at)) else { return };
        let own: BTreeSet<String> = headline::content(&block.text, language).into_iter().collect();
        let goes_on = look.prose
            && look.sentence
            && look.words >= REST_WORDS
            && look.kind.is_none()
            && look.lead.is_none()
            && own.intersection(&text).count() >= REST_SHARED
            && own.is_disjoint(&other);
        match kept.get_mut(at) {
            Some(kept) if goes_on => *kept = true,
            _ => return,
        }
    }
}

/// Words of a heading that ends in no colon: `See also`.
const HEAD_WORDS: usize = 5;

/// What the rules find on the page.
fn by_rules(blocks: &[Block], looks: &[Look], language: Language) -> Option<(Zones, Body)> {
    let zones = zones::zones(blocks, looks, language)?;
    let body = body::body(blocks, looks, &zones, None);
    Some((zones, body))
}

/// What the rules find above the comments, where the page has some.
fn above(
    blocks: &[Block],
    looks: &[Look],
    language: Language,
    comments: Option<usize>,
) -> Option<(Zones, Body)> {
    let end = comments?;
    by_rules(blocks.get(..end)?, looks.get(..end)?, language)
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
