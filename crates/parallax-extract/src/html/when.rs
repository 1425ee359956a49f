//! When the article was published and changed.

use super::{Page, hints::Hint, iso, meta, tree::Tag};
use crate::lines;
use parallax_model::{Stamp, StampFrom, StampPoint};

const PUBLISHED: [&str; 16] = [
    "article:published_time",
    "og:published_time",
    "article:published",
    "parsely-pub-date",
    "sailthru.date",
    "datepublished",
    "date",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "dcterms.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "cxenseparse:recs:publishtime",
    "article.published",
];

const MODIFIED: [&str; 8] = [
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "last-modified",
    "lastmod",
    "dcterms.modified",
    "dc.date.modified",
    "article.updated",
];

/// The time of publication, best source first: JSON-LD, `<meta>`, schema.org
/// attributes, `<time>`, the words of the page, the address.
pub(crate) fn published(page: &Page<'_>) -> Option<Stamp> {
    let linked = || {
        read(
            page.linked.words("datePublished").or_else(|| page.linked.words("dateCreated")),
            StampFrom::JsonLd,
        )
    };
    let named =
        || PUBLISHED.iter().find_map(|name| read(page.meta.first(&[name]), StampFrom::Meta));
    let attributes = || {
        let values = meta::microdata(page.tree, page.decoded, "datePublished");
        values.iter().find_map(|value| read(Some(value), StampFrom::TimeTag))
    };
    let printed = || printed(page, false);
    linked()
        .or_else(named)
        .or_else(attributes)
        .or_else(|| time_tag(page))
        .or_else(printed)
        .or_else(|| of_address(page))
        .or_else(|| read(page.linked.words("dateModified"), StampFrom::JsonLd))
}

/// The time of the last change, where the page gives one.
pub(crate) fn modified(page: &Page<'_>) -> Option<Stamp> {
    let named = || MODIFIED.iter().find_map(|name| read(page.meta.first(&[name]), StampFrom::Meta));
    let attributes = || {
        let values = meta::microdata(page.tree, page.decoded, "dateModified");
        values.iter().find_map(|value| read(Some(value), StampFrom::TimeTag))
    };
    read(page.linked.words("dateModified"), StampFrom::JsonLd)
        .or_else(named)
        .or_else(attributes)
        .or_else(|| printed(page, true))
}

fn read(value: Option<impl AsRef<str>>, from: StampFrom) -> Option<Stamp> {
    let value = value?;
    iso::stamp(value.as_ref(), from).or_else(|| worded(value.as_ref(), from)).filter(plausible)
}

/// A time in words, in data: `March 11, 2026 6:55 am`.
fn worded(value: &str, from: StampFrom) -> Option<Stamp> {
    let stamp = lines::stamp(value)?;
    Some(Stamp { point: stamp.point, zone: stamp.zone, from })
}

/// The web is younger than this; placeholders are older.
fn plausible(stamp: &Stamp) -> bool {
    (1990..2200).contains(&stamp.date().year())
}

/// The first `<time>` near the headline.
fn time_tag(page: &Page<'_>) -> Option<Stamp> {
    let (start, end) = page.near();
    let near = |id: &usize| start <= *id && *id < end;
    let teaser = |id: usize| {
        matches!(
            page.zones.hint(id),
            Some(Hint::Teaser | Hint::Comments | Hint::Navigation | Hint::Footer)
        )
    };
    let times = page.tree.all(Tag::Time).filter(near).filter(|&id| !teaser(id));
    times
        .filter_map(|id| page.tree.node(id).get("datetime"))
        .find_map(|time| read(Some(time), StampFrom::TimeTag))
}

/// The first time printed near the headline, or the first that says it is a change.
fn printed(page: &Page<'_>, modified: bool) -> Option<Stamp> {
    let (start, end) = page.near();
    let near = page.blocks.iter().filter(|block| start <= block.first && block.first < end);
    let lines = near.filter(|block| block.size < 160);
    lines
        .filter(|block| {
            !matches!(
                page.zones.hint(block.first),
                Some(Hint::Teaser | Hint::Comments | Hint::Footer)
            )
        })
        .filter_map(|block| lines::stamp(block.words()))
        .find(|stamp| stamp.modified == modified)
        .map(|stamp| Stamp { point: stamp.point, zone: stamp.zone, from: StampFrom::Text })
        .filter(plausible)
}

/// The day in an address: `/2026/03/11/`.
fn of_address(page: &Page<'_>) -> Option<Stamp> {
    let path = page.url.as_deref()?.split(['?', '#']).next()?;
    let parts: Vec<&str> = path.split(['/', '-', '_']).collect();
    let days = parts.windows(3).filter_map(|window| match window {
        [year, month, day] if year.len() == 4 && month.len() <= 2 && day.len() <= 2 => {
            iso::stamp(&format!("{year}-{month}-{day}"), StampFrom::Url)
        }
        _ => None,
    });
    let compact = || {
        parts
            .iter()
            .filter(|part| part.len() == 8)
            .find_map(|part| iso::stamp(part, StampFrom::Url))
    };
    days.into_iter()
        .next()
        .or_else(compact)
        .filter(|stamp| plausible(stamp) && matches!(stamp.point, StampPoint::Day(_)))
}
