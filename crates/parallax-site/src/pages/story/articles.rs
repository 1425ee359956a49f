//! The articles of a story, by origin, copies beneath what they copy.

use super::{Scene, head::Head};
use crate::{
    Part, Status, Tab,
    charts::{self, Coverage, Name, Teller, When},
    foreign::{Foreign, web},
    frame::{Frame, Moment},
    library::{Library, Told},
    pages::{Page, drawing::Drawing, html, pager::Pager, window::Window},
};
use askama::Template;
use parallax_model::{CopyKind, Origin, ReadArticle, Why};
use std::{borrow::Cow, collections::BTreeMap};

#[derive(Template)]
#[template(path = "story/articles.html")]
struct Articles<'a> {
    frame: &'a Frame,
    head: Head<'a>,
    coverage: Option<Drawing>,
    first: Option<Drawing>,
    origins: Vec<Family<'a>>,
    pager: Pager,
}

/// Articles on one page.
const MOST: usize = 50;

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

pub(super) fn page(scene: &Scene<'_>, head: Head<'_>, part: &Part, library: &dyn Library) -> Page {
    let told = scene.told;
    let total = told.story.origins.iter().map(|origin| origin.articles.len()).sum();
    let mut window = Window::new(scene.frame, part.page, total, MOST);
    let shown: Vec<(&Origin, &[usize])> = told
        .story
        .origins
        .iter()
        .map(|origin| (origin, window.of(&origin.articles)))
        .filter(|(_, own)| !own.is_empty())
        .collect();
    let why = why(scene, &shown, library)?;
    let origins = shown.into_iter().map(|(origin, own)| {
        let articles = own.iter().filter_map(|&at| {
            let read = scene.edition.articles.get(at)?;
            Some(row(scene, read, read.why.as_ref().or(why.get(&at))))
        });
        Family {
            name: &origin.name,
            agency: origin.agency,
            number: scene.frame.count("count-articles", origin.articles.len()),
            rows: articles.collect(),
        }
    });
    let origins: Vec<Family<'_>> = origins.collect();
    let page = Articles {
        frame: scene.frame,
        head,
        coverage: if window.is_first() { coverage(scene) } else { None },
        first: if window.is_first() { first(scene) } else { None },
        origins,
        pager: window.pager(|page| scene.to_part(part, page, Tab::Articles)),
    };
    Ok(html(Status::Here, scene.frame.tongue, &page))
}

/// What put the articles that are shown beside the others, by place; of a story as it stood that
/// is not known.
fn why(
    scene: &Scene<'_>,
    shown: &[(&Origin, &[usize])],
    library: &dyn Library,
) -> Told<BTreeMap<usize, Why>> {
    if scene.as_of.0.is_some() {
        return Ok(BTreeMap::new());
    }
    let articles: Vec<usize> = shown.iter().flat_map(|(_, own)| own.iter().copied()).collect();
    let why = library.beside(scene.edition, &articles)?;
    Ok(articles.into_iter().zip(why).collect())
}

fn row<'a>(scene: &Scene<'a>, read: &'a ReadArticle, why: Option<&'a Why>) -> Row<'a> {
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
        why: why.into_iter().flat_map(|why| &why.shared).take(6).map(String::as_str).collect(),
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
    let origin_of = scene.origin_of();
    let mut firsts = vec![0_u64; told.story.origins.len()];
    for first in told.comparison.claims.iter().filter(|claim| claim.origins > 1) {
        let origin = first.first.as_ref().and_then(|first| *origin_of.get(first.article)?);
        if let Some(own) = origin.and_then(|origin| firsts.get_mut(origin)) {
            *own += 1;
        }
    }
    let mut tellers = Vec::new();
    for (origin, claims) in told.story.origins.iter().zip(firsts) {
        let articles = origin.articles.iter().filter_map(|&at| scene.edition.articles.get(at));
        let first = articles.filter_map(|read| When::published(&read.article)).min();
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
