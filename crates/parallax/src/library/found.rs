//! What a search finds, by story.

use super::catalogue::Catalogue;
use parallax_archive::Reader;
use parallax_model::StoryId;
use parallax_search::{Facet, Index, Order, Query, passages};
use parallax_site::{
    Way,
    library::{Findings, FoundStory, Misunderstood},
};
use std::collections::{BTreeMap, BTreeSet};

/// Articles that are looked at to find the stories they belong to.
const DEEP: usize = 1000;

/// Articles of one story, and passages of one article, that are shown.
const ARTICLES: usize = 3;
const PASSAGES: usize = 2;

/// What answers a question, or why it is none.
pub(super) fn of(
    index: &Index,
    reader: &Reader<'_>,
    catalogue: &Catalogue,
    starred: &BTreeSet<StoryId>,
    way: &Way,
    skip: usize,
    most: usize,
) -> anyhow::Result<Result<Findings, Misunderstood>> {
    let query = match Query::parse(&way.question) {
        Ok(query) => query,
        Err(error) => return Ok(Err(Misunderstood { at: error.at, what: error.what })),
    };
    let order = if way.latest { Order::Latest } else { Order::Fitting };
    let found = index.search_with_facets(&query, order, 0, DEEP)?;
    let mut stories = Vec::new();
    let mut hits: BTreeMap<StoryId, Vec<_>> = BTreeMap::new();
    for hit in &found.hits {
        let of = hits.entry(hit.story).or_default();
        if of.is_empty() {
            stories.push(hit.story);
        }
        of.push(hit.article);
    }
    let mut shown = Vec::new();
    for id in stories.iter().skip(skip).take(most) {
        // A story that was told since is found the next time.
        let Some(entry) = catalogue.find(*id) else { continue };
        let fitting = hits.get(id).map(Vec::as_slice).unwrap_or_default();
        let mut articles = Vec::new();
        for article in fitting.iter().take(ARTICLES) {
            let Some(read) = reader.article(*article)? else { continue };
            let passages = passages(&query, &read, PASSAGES);
            let passages = passages.into_iter().map(|passage| (passage.span, passage.marks));
            articles.push((read.clone(), passages.collect()));
        }
        let glance = entry.glance(starred.contains(id));
        shown.push(FoundStory { glance, fitting: fitting.len(), articles });
    }
    let facets = |facets: Vec<Facet>| {
        facets.into_iter().map(|facet| (facet.value, facet.articles)).collect()
    };
    Ok(Ok(Findings {
        articles: found.articles,
        stories: stories.len(),
        found: shown,
        outlets: facets(found.outlets),
        languages: facets(found.languages),
        topics: facets(found.topics),
    }))
}
