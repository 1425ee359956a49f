//! Times in `<meta>`, by the names content systems give them.

use super::read;
use crate::html::Page;
use parallax_model::{Stamp, StampFrom};

/// Names of the time of publication, letters and figures alone, best first.
const PUBLISHED: [&str; 22] = [
    "articlepublishedtime",
    "ogarticlepublishedtime",
    "ogpublishedtime",
    "articlepublished",
    "parselypubdate",
    "sailthrudate",
    "datepublished",
    "dcdateissued",
    "dctermsissued",
    "dcdatecreated",
    "dctermscreated",
    "citationpublicationdate",
    "citationonlinedate",
    "cxenseparserecspublishtime",
    "cxenseparsepublishtime",
    "publicationdate",
    "publishdate",
    "publisheddate",
    "pubdate",
    "originalpublicationdate",
    "articleoriginalpublisheddate",
    "articlecreated",
];

/// Parts of other names of the time of publication.
const LIKE_PUBLISHED: [&str; 6] = [
    "publisheddate",
    "publishdate",
    "publishedat",
    "publicationdate",
    "publishedtime",
    "datepublished",
];

/// Names of a date that may be any.
const DATED: [&str; 6] = ["date", "dcdate", "dctermsdate", "created", "displaydate", "itemdate"];

const MODIFIED: [&str; 13] = [
    "articlemodifiedtime",
    "ogarticlemodifiedtime",
    "ogupdatedtime",
    "articleupdatedtime",
    "datemodified",
    "dateupdate",
    "lastmodified",
    "lastmod",
    "dctermsmodified",
    "dcdatemodified",
    "articlemodified",
    "articleupdated",
    "revised",
];

/// The time of publication.
pub(super) fn published(page: &Page<'_>) -> Option<Stamp> {
    of_names(page, &PUBLISHED).or_else(|| {
        let like = |name: &str| LIKE_PUBLISHED.iter().any(|part| name.contains(part));
        page.meta.entries().filter(|(name, _)| like(name)).find_map(|(_, value)| stamp(value))
    })
}

/// A date that is likely that of publication.
pub(super) fn dated(page: &Page<'_>) -> Option<Stamp> {
    of_names(page, &DATED)
}

/// The time of the last change.
pub(super) fn modified(page: &Page<'_>) -> Option<Stamp> {
    of_names(page, &MODIFIED)
}

fn of_names(page: &Page<'_>, names: &[&str]) -> Option<Stamp> {
    names.iter().find_map(|wanted| {
        let mut values = page.meta.entries().filter(|(name, _)| name == wanted);
        values.find_map(|(_, value)| stamp(value))
    })
}

fn stamp(value: &str) -> Option<Stamp> {
    read(value, StampFrom::Meta)
}
