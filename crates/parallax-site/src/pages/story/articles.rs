//! The articles of a story, by origin, copies beneath what they copy.

use super::{Scene, head::Head};
use crate::{
    Answer, Status,
    charts::{self, Coverage, Name, Teller, When},
    foreign::{Foreign, web},
    frame::{Frame, Moment},
    pages::{drawing::Drawing, html},
};
use askama::Template;
use parallax_model::{CopyKind, ReadArticle};
use std::borrow::Cow;

#[derive(Template)]
#[template(path = "story/articles.html")]
struct Articles<'a> {
    frame: &'a Frame,
    head: Head<'a>,
    coverage: Option<Drawing>,
    first: Option<Drawing>,
    origins: Vec<Family<'a>>,
}

/// An origin with its articles.
struct Family<'a> {
    name: &'a str,
    agency: bool,
    number: String,
    rows: Vec<Row<'a>>,
}

struct Row<'a> {
    link: String,
    headline: Foreign<'a>,
    outlet: &'a str,
    outlet_link: String,
    country: Option<&'a str>,
    published: Option<Moment>,
    words: String,
    language: Cow<'a, str>,
    credit: Option<&'a str>,
    /// What was done to the text it copies, whose that is, and how much of it stands there.
    copy: Option<(&'a str, &'a str, String)>,
    /// What it has in common with others of the story.
    why: Vec<&'a str>,
    at_outlet: Option<&'a str>,
}

pub(super) fn page(scene: &Scene<'_>, head: Head<'_>) -> Answer {
    let origins = scene.told.story.origins.iter().map(|origin| {
        let articles = origin.articles.iter().filter_map(|&at| scene.edition.articles.get(at));
        Family {
            name: &origin.name,
            agency: origin.agency,
            number: scene.frame.count("count-articles", origin.articles.len()),
            rows: articles.map(|read| row(scene, read)).collect(),
        }
    });
    let page = Articles {
        frame: scene.frame,
        head,
        coverage: coverage(scene),
        first: first(scene),
        origins: origins.collect(),
    };
    html(Status::Here, scene.frame.tongue, &page)
}

fn row<'a>(scene: &Scene<'a>, read: &'a ReadArticle) -> Row<'a> {
    let frame = scene.frame;
    let article = &read.article;
    let outlet = article.outlet.shown().unwrap_or_default();
    let original = read.copy_of.and_then(|at| scene.edition.articles.get(at));
    let credit = read.credit.as_ref().map(|credit| credit.agency.as_str());
    let words: usize =
        article.paragraphs.iter().map(|span| article.words(*span).split_whitespace().count()).sum();
    Row {
        link: frame.showing().article(read),
        headline: Foreign::headline(article),
        outlet,
        outlet_link: frame.showing().outlet(outlet),
        country: frame.country(&article.outlet),
        published: article.published.as_ref().map(|stamp| frame.stamp(stamp)),
        words: frame.count("count-words", words),
        language: frame.words.language(&article.language),
        credit: credit.filter(|agency| *agency != outlet),
        copy: original.map(|original| {
            let fold = read.fold.as_ref();
            let key = copy_key(fold.map(|fold| fold.kind));
            let held = fold.map_or(String::new(), |fold| frame.words.percent(fold.held.into()));
            (frame.say(key), original.article.outlet.shown().unwrap_or_default(), held)
        }),
        why: read.why.iter().flat_map(|why| &why.shared).take(6).map(String::as_str).collect(),
        at_outlet: article.url.as_deref().and_then(web),
    }
}

const fn copy_key(kind: Option<CopyKind>) -> &'static str {
    match kind {
        Some(CopyKind::Whole) => "copy-whole",
        Some(CopyKind::Edited) => "copy-edited",
        Some(CopyKind::Cut) => "copy-cut",
        Some(CopyKind::Extended) => "copy-extended",
        Some(CopyKind::Excerpt) => "copy-excerpt",
        None => "copy-of",
    }
}

/// When articles came out, by language.
fn coverage(scene: &Scene<'_>) -> Option<Drawing> {
    let words = scene.frame.words;
    let mut tags: Vec<&str> = Vec::new();
    let mut articles: Vec<(When, usize)> = Vec::new();
    for read in &scene.edition.articles {
        let tag = read.article.language.as_str();
        let at = tags.iter().position(|known| *known == tag).unwrap_or_else(|| {
            tags.push(tag);
            tags.len() - 1
        });
        articles.extend(When::published(&read.article).map(|when| (when, at)));
    }
    if articles.len() < 3 {
        return None;
    }
    let names: Vec<Cow<'_, str>> = tags.iter().map(|tag| words.language(tag)).collect();
    let groups: Vec<Name<'_>> = names.iter().map(|text| Name { text, ..Name::default() }).collect();
    Drawing::of(charts::coverage(words, Coverage { groups: &groups, articles: &articles }))
}

/// Who reported first, and how many claims that others carry too each had first.
fn first(scene: &Scene<'_>) -> Option<Drawing> {
    let told = scene.told;
    let mut tellers = Vec::new();
    for origin in &told.story.origins {
        let articles = origin.articles.iter().filter_map(|&at| scene.edition.articles.get(at));
        let first = articles.filter_map(|read| When::published(&read.article)).min();
        let had = told.comparison.claims.iter().filter(|claim| {
            let first = claim.first.as_ref().filter(|_| claim.origins > 1);
            first.is_some_and(|first| origin.articles.contains(&first.article))
        });
        let claims = u64::try_from(had.count()).unwrap_or(u64::MAX);
        if let Some(first) = first {
            let name = Name { text: &origin.name, ..Name::default() };
            tellers.push(Teller { name, first, claims });
        }
    }
    if tellers.len() < 2 {
        return None;
    }
    tellers.sort_by_key(|teller| teller.first);
    Drawing::of(charts::first_to_report(scene.frame.words, &tellers))
}
