//! Date and byline: the signature of the article, above it or below.

use super::{Around, BELOW, Block, Body, Kind, Look, Zones};
use crate::lines::{self, PrintedStamp};
use parallax_model::{Author, Stamp, StampFrom, cut};

/// Blocks above the headline that may still hold the article's own date.
const CLOSE: usize = 4;
/// Words of a line that may hold a date of the page; longer ones tell a story.
const STAMP_WORDS: usize = 24;

/// Reads dates, bylines and the agency credited.
pub(super) fn read(
    blocks: &[Block],
    looks: &[Look],
    zones: &Zones,
    body: &Body,
    found: &mut Around,
) {
    dates(blocks, looks, zones, body, found);
    found.byline = names(blocks, looks, zones, body, found);
    found.wire = wire(blocks, zones, body, found);
}

/// How near the article a date stands: the smaller, the likelier it is its own.
fn rank(at: usize, zones: &Zones) -> usize {
    let head = zones.head();
    match at {
        at if at > head && at < zones.body.start + 1 => 0,
        at if at < head && at + CLOSE >= head => 1,
        at if zones.body.contains(&at) => 2,
        at if at < head => 3,
        at if at >= zones.body.end && at < zones.body.end + BELOW => 4,
        _ => 5,
    }
}

fn dates(blocks: &[Block], looks: &[Look], zones: &Zones, body: &Body, found: &mut Around) {
    let mut all: Vec<(usize, PrintedStamp)> = Vec::new();
    for (at, (block, look)) in blocks.iter().zip(looks).enumerate() {
        let kept = body.paragraphs.binary_search(&at).is_ok();
        if kept || look.words > STAMP_WORDS || rank(at, zones) > 4 {
            continue;
        }
        all.extend(lines::stamps(&block.text).into_iter().map(|stamp| (at, stamp)));
    }
    let nearest = |modified: bool| {
        let mut fitting: Vec<_> = all.iter().filter(|(_, s)| s.modified == modified).collect();
        fitting.sort_by_key(|(at, _)| rank(*at, zones));
        fitting.first().map(|(at, printed)| (rank(*at, zones), stamp(printed)))
    };
    let (first, changed) = (nearest(false), nearest(true));
    let modified = changed.filter(|(rank, _)| *rank <= 2);
    // Where only a change is printed by the headline, it is the one date the page gives.
    found.published = match (first, &modified) {
        (Some((far, _)), Some((near, stamp))) if *near < far && far > 1 => Some(stamp.clone()),
        (Some((_, stamp)), _) => Some(stamp),
        (None, modified) => modified.as_ref().map(|(_, stamp)| stamp.clone()),
    };
    found.modified = modified.map(|(_, stamp)| stamp);
}

fn stamp(printed: &PrintedStamp) -> Stamp {
    Stamp { point: printed.point, zone: printed.zone.clone(), from: StampFrom::Text }
}

/// Words of a line with names, at most.
const NAME_WORDS: usize = 40;

/// The names printed by the headline, else those under the article.
fn names(
    blocks: &[Block],
    looks: &[Look],
    zones: &Zones,
    body: &Body,
    found: &mut Around,
) -> Vec<Author> {
    let head = zones.head();
    let above = (head + 1..zones.body.start).chain((head.saturating_sub(CLOSE)..head).rev());
    let inside = body.left.iter().map(|(at, _)| *at);
    let below = zones.body.end..(zones.body.end + BELOW).min(blocks.len());
    for at in above.chain(inside).chain(below.clone()) {
        let Some(block) = blocks.get(at) else { continue };
        if looks.get(at).is_some_and(|look| look.words > NAME_WORDS) {
            continue;
        }
        let between = at > head && at < zones.body.start;
        let twice = looks.get(at).is_some_and(|look| (2..5).contains(&look.repeats));
        let beside = between && (beside_signature(looks, at) || twice);
        let bare = || beside.then(|| lines::name_line(&block.text)).flatten();
        let carded = || author_card(blocks, looks, at);
        if let Some(names) = lines::byline(&block.text, false).or_else(bare).or_else(carded) {
            if !found.left.iter().any(|(left, _)| *left == at) && !zones.body.contains(&at) {
                let kind = looks.get(at).and_then(|look| look.kind).unwrap_or(Kind::AuthorCard);
                found.left.push((at, kind));
            }
            return names;
        }
    }
    // An agency in the byline's place signs the copy.
    let signed = (head + 1..zones.body.start).filter_map(|at| blocks.get(at).map(|b| (at, b)));
    for (at, block) in signed {
        if lines::is_agency(&block.text) {
            found.left.push((at, Kind::AuthorCard));
            return vec![Author { name: block.text.clone(), role: None }];
        }
    }
    Vec::new()
}

/// Whether a date or a byline stands right above or below.
fn beside_signature(looks: &[Look], at: usize) -> bool {
    let signed = |at: usize| looks.get(at).is_some_and(|look| look.kind == Some(Kind::DateBar));
    signed(at + 1) || at.checked_sub(1).is_some_and(signed)
}

/// A name with the word `Author` under it.
fn author_card(blocks: &[Block], looks: &[Look], at: usize) -> Option<Vec<Author>> {
    let card = |at: usize| looks.get(at).is_some_and(|look| look.kind == Some(Kind::AuthorCard));
    let block = blocks.get(at)?;
    let beside = card(at + 1) || at.checked_sub(1).is_some_and(card);
    beside.then(|| lines::name_line(&block.text)).flatten()
}

/// The agency in the dateline or the byline.
fn wire(blocks: &[Block], zones: &Zones, body: &Body, found: &Around) -> Option<String> {
    let first = body.paragraphs.first().and_then(|&at| blocks.get(at));
    let credited = first.filter(|block| lines::dateline(&block.text).is_some());
    let dateline = credited
        .and_then(|block| Some(cut(&block.text, lines::wire_credit(&block.text)?).to_owned()));
    let signed = || {
        let names = found.byline.iter().map(|author| author.name.clone());
        names.into_iter().find(|name| lines::is_agency(name))
    };
    let above = || {
        (zones.head() + 1..zones.body.start).filter_map(|at| blocks.get(at)).find_map(|block| {
            let range = lines::wire_credit(&block.text)?;
            Some(cut(&block.text, range).to_owned())
        })
    };
    dateline.or_else(signed).or_else(above)
}
