//! When the article was published and changed.
//!
//! In this order: JSON-LD, `<meta>` that says it is the publication,
//! schema.org attributes, `<time>` by the headline, date lines by the headline,
//! `<meta>` that says only `date`, other words by the headline, the address,
//! date lines at the foot of the body. A page that tells only when it was
//! changed was published then, as far as it says. Times in UTC that are a day
//! off the printed one give way to it.

mod named;
mod order;
mod printed;

use super::{Page, headline, iso, meta};
use crate::lines;
use jiff::tz::Offset;
pub(crate) use order::day_first;
use parallax_model::{Stamp, StampFrom, StampPoint, cut};
use printed::Kind;

/// The time of publication.
pub(crate) fn published(page: &Page<'_>) -> Option<Stamp> {
    let attributes = || {
        let values = meta::microdata(page.tree, page.decoded, "datePublished");
        values.iter().find_map(|value| read(value, StampFrom::TimeTag))
    };
    linked(page, &["datePublished", "dateCreated", "uploadDate"])
        .or_else(|| named::published(page))
        .or_else(attributes)
        .map(|stamp| own_day(page, stamp))
        .or_else(|| printed::time_tag(page, Kind::Published))
        .or_else(|| printed::near(page, Kind::Published))
        .or_else(|| named::dated(page))
        .or_else(|| of_title(page))
        .or_else(|| printed::beside(page, Kind::Published))
        .or_else(|| of_address(page))
        .or_else(|| printed::foot(page, Kind::Published))
        .or_else(|| modified(page))
        .or_else(|| printed::time_tag(page, Kind::Modified))
        .or_else(|| printed::foot(page, Kind::Modified))
        .or_else(|| period(page))
}

/// The month or year of publication, where the page's data give no more.
fn period(page: &Page<'_>) -> Option<Stamp> {
    let value = page.linked.words("datePublished")?;
    iso::period(&value, StampFrom::JsonLd).filter(plausible)
}

/// The time of the last change, where the page gives one.
pub(crate) fn modified(page: &Page<'_>) -> Option<Stamp> {
    let attributes = || {
        let properties = ["dateModified", "dateUpdate"];
        let values =
            properties.iter().flat_map(|name| meta::microdata(page.tree, page.decoded, name));
        values.into_iter().find_map(|value| read(&value, StampFrom::TimeTag))
    };
    linked(page, &["dateModified"])
        .or_else(|| named::modified(page))
        .or_else(attributes)
        .or_else(|| printed::beside(page, Kind::Modified))
}

/// The zone all times in the page's data are in, where they name one. Machines
/// that write UTC say nothing of their outlet.
pub(crate) fn zone(page: &Page<'_>) -> Option<Offset> {
    let mut stamps = [linked(page, &["datePublished"]), linked(page, &["dateModified"])].to_vec();
    stamps.extend([named::published(page), named::modified(page)]);
    let mut offsets = stamps.into_iter().flatten().filter_map(|stamp| match stamp.point {
        StampPoint::Clock { offset, .. } => offset,
        _ => None,
    });
    let first = offsets.next().filter(|offset| *offset != Offset::UTC)?;
    offsets.all(|offset| offset == first).then_some(first)
}

/// The time by the outlet's own calendar. A machine that writes UTC may be a
/// day off the day that the page prints; then the printed one is meant.
fn own_day(page: &Page<'_>, stamp: Stamp) -> Stamp {
    let of_machine = matches!(stamp.point, StampPoint::Clock { offset: Some(offset), .. } if offset == Offset::UTC);
    let beside = |printed: &Stamp| {
        let days = stamp.date().until(printed.date()).map_or(0, |span| span.get_days());
        days.abs() == 1
    };
    let printed = || printed::near(page, Kind::Published).filter(beside);
    of_machine.then(printed).flatten().unwrap_or(stamp)
}

fn linked(page: &Page<'_>, keys: &[&str]) -> Option<Stamp> {
    keys.iter().find_map(|key| read(&page.linked.words(key)?, StampFrom::JsonLd))
}

/// A time in data: as machines write it, else in words (`March 11, 2026 6:55 am`).
fn read(value: &str, from: StampFrom) -> Option<Stamp> {
    let worded = || {
        let stamp = lines::stamp(value)?;
        Some(Stamp { point: stamp.point, zone: stamp.zone, from })
    };
    iso::stamp(value, from).or_else(worded).filter(plausible)
}

/// The web is younger than this; placeholders are older.
fn plausible(stamp: &Stamp) -> bool {
    (1990..2200).contains(&stamp.date().year())
}

/// A date that is a part of the `<title>`: `Ferry late | Tide Post | 04.03.2026`.
fn of_title(page: &Page<'_>) -> Option<Stamp> {
    let (title, _) = headline::title(page)?;
    let parts = headline::parts(&title);
    let others = parts.iter().skip(1).map(|part| cut(&title, part.clone()));
    let mut whole = others.filter_map(|part| {
        let stamp = lines::stamp(part)?;
        (stamp.range == (0..part.len())).then_some(stamp)
    });
    let stamp = whole.next()?;
    Some(Stamp { point: stamp.point, zone: stamp.zone, from: StampFrom::Text }).filter(plausible)
}

/// The day in an address: `/2026/03/11/`.
fn of_address(page: &Page<'_>) -> Option<Stamp> {
    let path = page.url.as_deref()?.split(['?', '#']).next()?;
    let parts: Vec<&str> = path.split(['/', '-', '_']).collect();
    let day = |window: &[&str]| match window {
        [year, month, day] if year.len() == 4 && month.len() <= 2 && day.len() <= 2 => {
            iso::stamp(&format!("{year}-{month}-{day}"), StampFrom::Url)
        }
        _ => None,
    };
    let compact = || {
        let mut eights = parts.iter().filter(|part| part.len() == 8);
        eights.find_map(|part| iso::stamp(part, StampFrom::Url))
    };
    parts
        .windows(3)
        .find_map(day)
        .or_else(compact)
        .filter(|stamp| plausible(stamp) && matches!(stamp.point, StampPoint::Day(_)))
}
