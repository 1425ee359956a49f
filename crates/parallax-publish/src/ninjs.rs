//! ninjs 3.1, the JSON of the International Press Telecommunications Council: one item a line.
//!
//! A story is a `composite` item whose associations are its articles, each a `text` item.
//! Only what the standard has a place for: no claims, no differences. A moment stands
//! where the page gives one; a day alone is no moment and is left out.

use crate::outlets;
use parallax_model::{
    Article, Edition, EntityKind, ReadArticle, Stamp, StampPoint, StoryEntity, ToldStory,
};
use serde::Serialize;
use std::collections::BTreeSet;

const STANDARD: Standard = Standard {
    name: "ninjs",
    version: "3.1",
    schema: "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json",
};

/// Where IPTC keeps Media Topics.
const TOPICS: &str = "http://cv.iptc.org/newscodes/mediatopic/";

/// Every story, one item a line.
pub fn edition(edition: &Edition) -> String {
    edition.stories.iter().map(|told| story(edition, told)).collect()
}

/// One story, with a line feed at the end.
pub fn story(edition: &Edition, told: &ToldStory) -> String {
    let comparison = &told.comparison;
    let of_kind = |kind: EntityKind| -> Vec<Named<'_>> {
        let named = comparison.entities.iter().filter(|entity| entity.kind == kind);
        named.map(|StoryEntity { name, .. }| Named { name }).collect()
    };
    let articles = || told.story.articles.iter().filter_map(|&at| edition.articles.get(at));
    let central = edition.articles.get(comparison.headline);
    let languages: BTreeSet<&str> = articles().map(|read| &*read.article.language).collect();
    let item = Item {
        standard: Some(STANDARD),
        uri: format!("urn:parallax:story:{}", told.story.id),
        kind: "composite",
        language: languages.iter().next().copied().filter(|_| languages.len() == 1),
        headlines: central.map(|read| headline(&read.article)).unwrap_or_default(),
        people: of_kind(EntityKind::Person),
        organisations: of_kind(EntityKind::Organization),
        places: of_kind(EntityKind::Place),
        subjects: comparison
            .topic
            .map(|topic| Subject {
                name: topic.name(),
                uri: format!("{TOPICS}{}", topic.code().trim_start_matches("medtop:")),
            })
            .into_iter()
            .collect(),
        associations: articles().map(associated).collect(),
        ..Item::default()
    };
    let mut line = serde_json::to_string(&item).expect("an item holds strings and lists");
    line.push('\n');
    line
}

fn associated(read: &ReadArticle) -> Item<'_> {
    let article = &read.article;
    let named = |kind: EntityKind| -> Vec<Named<'_>> {
        let of_kind = read.annotations.entities.iter().filter(|entity| entity.kind == kind);
        let names: BTreeSet<&str> = of_kind.map(|entity| &*entity.name).collect();
        names.into_iter().map(|name| Named { name }).collect()
    };
    let printed = outlets::name(article);
    let body: Vec<&str> = article.paragraphs.iter().map(|span| article.words(*span)).collect();
    let authors: Vec<&str> = article.byline.iter().map(|author| &*author.name).collect();
    Item {
        name: Some(article.id.to_string()),
        uri: address(article),
        kind: "text",
        language: Some(&article.language).filter(|tag| *tag != "und").map(String::as_str),
        first_created: article.published.as_ref().and_then(moment),
        version_created: article.modified.as_ref().and_then(moment),
        headlines: headline(article),
        descriptions: article
            .standfirst
            .map(|span| Words {
                role: "summary",
                content_type: "text/plain",
                value: article.words(span).to_owned(),
            })
            .into_iter()
            .collect(),
        bodies: vec![Words { role: "main", content_type: "text/plain", value: body.join("\n") }],
        by: Some(authors.join(", ")).filter(|by| !by.is_empty()),
        people: named(EntityKind::Person),
        organisations: named(EntityKind::Organization),
        places: named(EntityKind::Place),
        info_sources: printed.into_iter().map(|name| Source { name, role: "publisher" }).collect(),
        ..Item::default()
    }
}

fn headline(article: &Article) -> Vec<Words> {
    let words = |span| Words {
        role: "main",
        content_type: "text/plain",
        value: article.words(span).to_owned(),
    };
    article.headline.map(words).into_iter().collect()
}

/// The article's address where it is one, else the name of what was captured.
fn address(article: &Article) -> String {
    let usable = |url: &&String| {
        url.split_once("://").is_some()
            && url.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte))
    };
    let url = article.url.as_ref().filter(usable).cloned();
    url.unwrap_or_else(|| format!("urn:parallax:article:{}", article.id))
}

/// A moment, where clock and zone are known.
fn moment(stamp: &Stamp) -> Option<String> {
    match stamp.point {
        StampPoint::Clock { offset: Some(_), .. } => Some(stamp.moments(None).0.to_string()),
        _ => None,
    }
}

#[derive(Default, Serialize)]
struct Item<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    standard: Option<Standard>,
    /// An association's own name.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    uri: String,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    #[serde(rename = "firstCreated", skip_serializing_if = "Option::is_none")]
    first_created: Option<String>,
    #[serde(rename = "versionCreated", skip_serializing_if = "Option::is_none")]
    version_created: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    headlines: Vec<Words>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    descriptions: Vec<Words>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    bodies: Vec<Words>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    people: Vec<Named<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    organisations: Vec<Named<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    places: Vec<Named<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    subjects: Vec<Subject>,
    #[serde(rename = "infoSources", skip_serializing_if = "Vec::is_empty")]
    info_sources: Vec<Source<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    associations: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Standard {
    name: &'static str,
    version: &'static str,
    schema: &'static str,
}

#[derive(Serialize)]
struct Words {
    role: &'static str,
    #[serde(rename = "contentType")]
    content_type: &'static str,
    value: String,
}

#[derive(Serialize)]
struct Named<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct Source<'a> {
    name: &'a str,
    role: &'static str,
}

#[derive(Serialize)]
struct Subject {
    name: &'static str,
    uri: String,
}
