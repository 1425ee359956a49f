//! Date and byline: the signature of the article, above it or below.

mod names;

use super::{Around, BELOW, Block, Body, Page, Zones};
use crate::lines::{self, PrintedStamp};
use jiff::civil::Date;
use names::names;
use parallax_model::{Stamp, StampFrom, StampPoint, cut};

/// Blocks above the headline that may still hold the article's own date.
const CLOSE: usize = 4;
/// Words of a line that may hold a date of the page; longer ones tell a story.
const STAMP_WORDS: usize = 24;

/// Reads dates, bylines and the agency credited.
pub(super) fn read(page: &Page<'_>, body: &Body, found: &mut Around) {
    dates(page, body, found);
    found.byline = names(page, body, found);
    found.wire = wire(page.blocks, page.zones, body, found);
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

fn dates(page: &Page<'_>, body: &Body, found: &mut Around) {
    let all = printed_dates(page, body);
    let nearest = |modified: bool| {
        let mut fitting: Vec<_> = all.iter().filter(|(_, s)| s.modified == modified).collect();
        fitting.sort_by_key(|(at, _)| rank(*at, page.zones));
        fitting.first().map(|(at, printed)| (rank(*at, page.zones), stamp(printed)))
    };
    let (first, changed) = (nearest(false), nearest(true));
    let modified = changed.filter(|(rank, _)| *rank <= 2);
    // Where only a change is printed by the headline, it is the one date the page gives.
    found.published = match (first, &modified) {
        (Some((far, _)), Some((near, stamp))) if *near < far && far > 1 => Some(stamp.clone()),
        (Some((far, other)), _) if far > 1 => Some(yearless(page, &other).unwrap_or(other)),
        (Some((_, stamp)), _) => Some(stamp),
        (None, modified) => modified.as_ref().map(|(_, stamp)| stamp.clone()),
    };
    found.modified = modified.map(|(_, stamp)| stamp);
}

/// The dates on short lines about the article, with their blocks.
fn printed_dates(page: &Page<'_>, body: &Body) -> Vec<(usize, PrintedStamp)> {
    // Only English is written with the month first.
    let day_first =
        !matches!(page.language.primary(), "en" | "und") || writes_day_first(page, body);
    let mut all: Vec<(usize, PrintedStamp)> = Vec::new();
    for (at, (block, look)) in page.blocks.iter().zip(page.looks).enumerate() {
        let kept = body.paragraphs.binary_search(&at).is_ok();
        if kept || look.words > STAMP_WORDS || rank(at, page.zones) > 4 {
            continue;
        }
        let stamps = if day_first { lines::stamps_day_first } else { lines::stamps };
        all.extend(stamps(&block.text).into_iter().map(|stamp| (at, stamp)));
    }
    all
}

/// Times the sentences of a page put the day before the month, at least, to tell how it writes days.
const ORDERS: usize = 2;

/// Whether the paragraphs put the day before the month wherever they name both.
fn writes_day_first(page: &Page<'_>, body: &Body) -> bool {
    let told = body.paragraphs.iter().filter_map(|&at| page.blocks.get(at));
    let (mut before, mut after) = (0, 0);
    for (one, other) in told.map(|block| lines::orders(&block.text)) {
        (before, after) = (before + one, after + other);
    }
    before >= ORDERS && after == 0
}

/// The date without a year by the headline, in the year of another date of the page.
fn yearless(page: &Page<'_>, other: &Stamp) -> Option<Stamp> {
    let head = page.zones.head();
    let close = (head + 1..page.zones.body.start).chain(head.saturating_sub(CLOSE)..head);
    let (month, day) = close
        .filter_map(|at| page.blocks.get(at))
        .find_map(|block| lines::yearless_stamp(&block.text))?;
    let date = Date::new(year_of(other.point), month, day).ok()?;
    Some(Stamp { point: StampPoint::Day(date), zone: None, from: StampFrom::Text })
}

fn stamp(printed: &PrintedStamp) -> Stamp {
    Stamp { point: printed.point, zone: printed.zone.clone(), from: StampFrom::Text }
}

fn year_of(point: StampPoint) -> i16 {
    match point {
        StampPoint::Year(year) | StampPoint::Month { year, .. } => year,
        StampPoint::Day(day) => day.year(),
        StampPoint::Clock { at, .. } => at.year(),
    }
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
