//! The names by the headline, else those under the article.

use super::{
    super::{Around, BELOW, Body, Kind, Look, Page},
    CLOSE,
};
use crate::lines;
use parallax_language::names::{is_given_name, is_place};
use parallax_model::{Author, cut};

/// Words of a line with names, at most.
const NAME_WORDS: usize = 40;
/// Words of a line that opens a byline and stands alone: `Posted by`.
const LEAD_WORDS: usize = 3;

/// Reads the first byline: between headline and body, above, inside, below.
pub(super) fn names(page: &Page<'_>, body: &Body, found: &mut Around) -> Vec<Author> {
    let head = page.zones.head();
    let start = page.zones.body.start;
    let above = (head + 1..start).chain((head.saturating_sub(CLOSE)..head).rev());
    let inside = body.left.iter().map(|(at, _)| *at);
    let below = page.zones.body.end..(page.zones.body.end + BELOW).min(page.blocks.len());
    for at in above.chain(inside).chain(below) {
        let Some(names) = printed(page, at).filter(|names| !names.is_empty()) else { continue };
        let own = found.left.iter().any(|(left, _)| *left == at);
        if !own && !page.zones.body.contains(&at) {
            let kind = page.looks.get(at).and_then(|look| look.kind).unwrap_or(Kind::AuthorCard);
            found.left.push((at, kind));
        }
        return names;
    }
    agency(page, found)
}

/// The names on the line at `at`, where it is one for names.
fn printed(page: &Page<'_>, at: usize) -> Option<Vec<Author>> {
    let (text, look) = (&page.blocks.get(at)?.text, page.looks.get(at)?);
    if look.words > NAME_WORDS {
        return None;
    }
    lines::byline(text, false)
        .or_else(|| under_lead(page, at))
        .or_else(|| before_date(page, at))
        .or_else(|| alone(page, at))
        .or_else(|| author_card(page.looks, text, at))
}

/// Names under a line such as `Posted by`, and those on the lines after them.
fn under_lead(page: &Page<'_>, at: usize) -> Option<Vec<Author>> {
    let above = at.checked_sub(1)?;
    let (lead, look) = (page.blocks.get(above)?, page.looks.get(above)?);
    if look.words > LEAD_WORDS || look.words == 0 {
        return None;
    }
    let own = &page.blocks.get(at)?.text;
    let mut names = lines::byline(&format!("{} {own}", lead.text), false)?;
    let more = page.blocks.iter().skip(at + 1).map_while(|block| known(&block.text));
    names.extend(more.take(LEAD_WORDS).flatten());
    Some(names)
}

/// A name in front of the date, `Ana Gull 4 May 2026`, or set apart after it.
fn before_date(page: &Page<'_>, at: usize) -> Option<Vec<Author>> {
    if page.zones.body.contains(&at) || at >= page.zones.body.end {
        return None;
    }
    let text = &page.blocks.get(at)?.text;
    let under = at > page.zones.head();
    if let Some(names) = lines::dated_byline(text).filter(|_| under) {
        return Some(names);
    }
    let stamp = lines::stamp(text)?;
    let words = cut(text, 0..stamp.range.start);
    known(words.trim_matches(|letter: char| !letter.is_alphanumeric()))
}

/// Names alone on a line between headline and body.
fn alone(page: &Page<'_>, at: usize) -> Option<Vec<Author>> {
    let between = at > page.zones.head() && at < page.zones.body.start;
    if !between {
        return None;
    }
    let text = &page.blocks.get(at)?.text;
    let dated = || beside_date(page.looks, at).then(|| lines::name_line(text)).flatten();
    known(text).or_else(dated)
}

/// Names on a line that has nothing else, with a known given name first.
fn known(line: &str) -> Option<Vec<Author>> {
    let names = lines::name_line(&line.replace('/', ", "))?;
    let given = |author: &Author| {
        let first = author.name.split([' ', '-']).next().unwrap_or_default();
        is_given_name(first) && !is_place(&author.name)
    };
    names.first().is_some_and(given).then_some(names)
}

/// Whether a date stands right above or below.
fn beside_date(looks: &[Look], at: usize) -> bool {
    let dated = |at: usize| looks.get(at).is_some_and(|look| look.kind == Some(Kind::DateBar));
    dated(at + 1) || at.checked_sub(1).is_some_and(dated)
}

/// A name with the word `Author` under it.
fn author_card(looks: &[Look], text: &str, at: usize) -> Option<Vec<Author>> {
    let card = |at: usize| looks.get(at).is_some_and(|look| look.kind == Some(Kind::AuthorCard));
    let beside = card(at + 1) || at.checked_sub(1).is_some_and(card);
    beside.then(|| lines::name_line(text)).flatten()
}

/// An agency in the byline's place signs the copy.
fn agency(page: &Page<'_>, found: &mut Around) -> Vec<Author> {
    for at in page.zones.head() + 1..page.zones.body.start {
        let (Some(block), Some(look)) = (page.blocks.get(at), page.looks.get(at)) else { continue };
        // Another outlet's name by the date says whose copy it is; the page's own is over its top.
        let above = page.looks.get(..page.zones.head()).unwrap_or_default();
        let house = || {
            lines::is_house_name(&block.text)
                && beside_date(page.looks, at)
                && !above.iter().any(|other| other.key == look.key)
        };
        // Two letters may be a button: `AA` sets the size of the text.
        if look.kind.is_none() && (lines::is_agency(&block.text) || house()) {
            found.left.push((at, Kind::AuthorCard));
            return vec![Author { name: block.text.clone(), role: None }];
        }
    }
    Vec::new()
}
