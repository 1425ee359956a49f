//! The words of the headline, where the page prints one thing and its data says another.
//!
//! The printed words stand, but for these: a kicker before them goes where the
//! data leaves it out; the card's words are taken where JSON-LD agrees with it
//! or another heading of the page prints them; where heading and card differ
//! only in the kicker, what they share is the headline.

use super::{Headline, LEAST_WORDS, key, part, printed, told::Told};
use crate::html::{Page, flow, hints::Hint, tree::Tag};
use parallax_language::{fold, words};
use parallax_model::{SourcedText, cut};

/// What stands between a kicker and the headline on one line.
const AFTER_KICKER: [&str; 7] = [": ", " - ", " – ", " — ", " | ", " / ", " : "];

/// A kicker longer than this, in bytes, is half a headline.
const LONGEST_KICKER: usize = 60;

/// The headline that a block prints, in the words that are believed.
pub(super) fn of_block(page: &Page<'_>, told: &Told, at: usize) -> Headline {
    let text = page.blocks.get(at).map(|block| block.text.clone()).unwrap_or_default();
    let as_printed = |text| Headline { text, block: Some(at), from_title: false };
    let as_told = |text| Headline { text, block: Some(at), from_title: true };
    let printed = text.as_str();
    let Some(card) = told.card.as_deref() else {
        return as_printed(without_kicker(&text, &told.all));
    };
    if key(card) == key(printed) {
        // Words that only markup parts run into each other in print.
        let parted = words(card).count() > words(printed).count();
        let card = parted.then(|| told.card_text(page)).flatten();
        return card.map_or_else(|| as_printed(text), as_told);
    }
    if let Some(end) = own_element(page, at, card) {
        return as_printed(part(&text, 0..end));
    }
    // What is cut short for a card is no other headline.
    let short = key(printed).starts_with(&key(card));
    if (told.agreed && !short || elsewhere(page, at, card))
        && let Some(card) = told.card_text(page)
    {
        return as_told(card);
    }
    // What opens the printed words is no kicker where the data has it too.
    if told.linked_as(printed) {
        return as_printed(text);
    }
    match shared_end(printed, card) {
        Some(start) => as_printed(part(&text, start..printed.len())),
        None => as_printed(without_kicker(&text, &told.all)),
    }
}

/// Where the card's words end in a block that opens with them in an element of
/// their own, before others: `Late ferry (tidepost.example) 12`.
fn own_element(page: &Page<'_>, at: usize, card: &str) -> Option<usize> {
    let block = page.blocks.get(at)?;
    let opens = block.words().starts_with(card) && words(card).nth(LEAST_WORDS - 1).is_some();
    let mut inside = page.tree.inside(block.element).filter(|&id| {
        let tag = page.tree.node(id).tag;
        opens && matches!(tag, Tag::A | Tag::Span)
    });
    let alone = inside.any(|id| flow::words(page.tree, page.decoded, id).as_str() == card);
    alone.then_some(card.len())
}

/// Whether another heading of the page prints the words, or ends with them.
fn elsewhere(page: &Page<'_>, at: usize, card: &str) -> bool {
    let wanted = key(card);
    let prints = |(other, block): (usize, &flow::Block)| {
        let loud = printed::heading(page, other).unwrap_or(0);
        let other_page = loud < 50
            && matches!(
                page.zones.hint(block.first),
                Some(Hint::Teaser | Hint::Navigation | Hint::Footer | Hint::Comments)
            );
        loud >= 15 && other != at && !other_page && key(block.words()).ends_with(&wanted)
    };
    words(card).nth(LEAST_WORDS - 1).is_some() && page.blocks.iter().enumerate().any(prints)
}

/// Where the headline starts in the printed words, if these and the card's
/// differ only in the kicker before it.
fn shared_end(printed: &str, card: &str) -> Option<usize> {
    let same = printed.chars().rev().zip(card.chars().rev()).take_while(|(a, b)| a == b);
    let length: usize = same.map(|(a, _)| a.len_utf8()).sum();
    let start = after_kicker(printed, printed.len() - length)?;
    let of_card = after_kicker(card, card.len() - length)?;
    let rest = cut(printed, start..printed.len());
    let alike = rest.len() == card.len() - of_card;
    let long = words(rest).nth(LEAST_WORDS - 1).is_some();
    let kickers = (cut(printed, 0..start), cut(card, 0..of_card));
    let short = [kickers.0, kickers.1].iter().all(|kicker| kicker.len() <= LONGEST_KICKER);
    let own: Vec<String> = words(kickers.0).map(|word| fold(word.of(kickers.0))).collect();
    // Kickers that share words are no kickers: the headline was reworded.
    let apart = words(kickers.1).all(|word| !own.contains(&fold(word.of(kickers.1))));
    (alike && long && short && apart).then_some(start)
}

/// The first place from `from` on where a kicker has just ended.
fn after_kicker(text: &str, from: usize) -> Option<usize> {
    let ended = |at: usize| AFTER_KICKER.iter().any(|mark| cut(text, 0..at).ends_with(mark));
    (from..text.len()).find(|&at| text.is_char_boundary(at) && ended(at))
}

/// Without a kicker where the page's data gives only the rest as the headline.
fn without_kicker(text: &SourcedText, told: &[String]) -> SourcedText {
    let printed = text.as_str();
    let tail = |told: &String| {
        let start = printed.len().checked_sub(told.len())?;
        (start > 0 && printed.ends_with(told.as_str()) && told.contains(' ')).then_some(start)
    };
    // The first of the data is what the outlet shows to others: it decides.
    let whole = told.first().is_some_and(|told| key(told) == key(printed));
    match told.iter().find_map(tail).filter(|_| !whole) {
        Some(start) => part(text, start..printed.len()),
        None => text.clone(),
    }
}
