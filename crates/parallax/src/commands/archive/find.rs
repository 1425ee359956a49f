//! `parallax search`: which stories say this.

use super::made_by;
use crate::{cli, commands::Outcome, console, keeper};
use anyhow::anyhow;
use parallax_archive::Reader;
use parallax_model::{ReadArticle, StoryId};
use parallax_search::{Facet, Found, Hit, Order, Passage, Query, passages};
use serde::Serialize;
use std::fmt::Write;

/// Articles that are looked at to find the stories they belong to.
const DEEP: usize = 1000;

/// Articles of one story, and passages of one article, that are shown.
const ARTICLES: usize = 3;
const PASSAGES: usize = 2;

pub(crate) fn search(command: &cli::Search) -> anyhow::Result<Outcome> {
    let question = command.query.join(" ");
    let query = Query::parse(&question).map_err(|error| anyhow!("{}", error.pointed(&question)))?;
    let reader = Reader::open(&command.home.archive)?;
    let index = keeper::index(&command.home.archive, &reader, &made_by())?;
    let order = if command.latest { Order::Latest } else { Order::Fitting };
    let found = if command.facets {
        index.search_with_facets(&query, order, 0, DEEP)?
    } else {
        index.search(&query, order, 0, DEEP)?
    };
    let mut shown = Vec::new();
    for (story, hits) in by_story(&found.hits).into_iter().take(command.most) {
        shown.push(Shown::of(story, &hits, &reader, &query)?);
    }
    let printed =
        if command.json { json(&question, &found, &shown)? } else { text(&found, &shown)? };
    console::print(&printed)?;
    Ok(Outcome::Whole)
}

/// Hits by story, in the order of the first of each.
fn by_story(hits: &[Hit]) -> Vec<(StoryId, Vec<Hit>)> {
    let mut stories: Vec<(StoryId, Vec<Hit>)> = Vec::new();
    let mut places = std::collections::BTreeMap::new();
    for hit in hits {
        let at = *places.entry(hit.story).or_insert_with(|| {
            stories.push((hit.story, Vec::new()));
            stories.len() - 1
        });
        if let Some((_, hits)) = stories.get_mut(at) {
            hits.push(*hit);
        }
    }
    stories
}

/// A story that was found.
struct Shown {
    id: StoryId,
    headline: String,
    origins: usize,
    /// How many of its articles were found.
    found: usize,
    /// The first of them, with passages.
    articles: Vec<(ReadArticle, Vec<Passage>)>,
}

impl Shown {
    fn of(id: StoryId, hits: &[Hit], reader: &Reader<'_>, query: &Query) -> anyhow::Result<Self> {
        let story = reader.story_row(id)?;
        let story = story.ok_or_else(|| anyhow!("story {id} is no more; ask again"))?;
        let mut articles = Vec::new();
        for hit in hits.iter().take(ARTICLES) {
            if let Some(read) = reader.article(hit.article)? {
                let passages = passages(query, &read, PASSAGES);
                articles.push((read, passages));
            }
        }
        Ok(Self {
            id,
            headline: story.headline,
            origins: story.origins,
            found: hits.len(),
            articles,
        })
    }
}

fn outlet(read: &ReadArticle) -> &str {
    read.article.outlet.shown().unwrap_or_default()
}

fn text(found: &Found, shown: &[Shown]) -> anyhow::Result<String> {
    let mut lines = String::new();
    writeln!(lines, "{} articles", found.articles)?;
    for story in shown {
        writeln!(
            lines,
            "\n{}  {}  ({} found, {} origins)",
            story.id, story.headline, story.found, story.origins
        )?;
        for (read, passages) in &story.articles {
            let day = read.article.published.as_ref().map(|stamp| stamp.date().to_string());
            writeln!(
                lines,
                "  {}  {}  {}",
                read.article.id,
                day.unwrap_or_default(),
                outlet(read)
            )?;
            for passage in passages {
                writeln!(lines, "    {}", marked(read, passage))?;
            }
        }
    }
    for (name, facets) in
        [("outlets", &found.outlets), ("languages", &found.languages), ("topics", &found.topics)]
    {
        let some: Vec<String> = facets
            .iter()
            .take(8)
            .map(|facet| format!("{} {}", facet.value, facet.articles))
            .collect();
        if !some.is_empty() {
            writeln!(lines, "\n{name}: {}", some.join(", "))?;
        }
    }
    Ok(lines)
}

/// The words of a passage, with brackets around those that were asked for.
fn marked(read: &ReadArticle, passage: &Passage) -> String {
    let text = read.article.text.as_str();
    let mut marked = String::new();
    let mut at = passage.span.start();
    for mark in &passage.marks {
        marked.push_str(text.get(at..mark.start()).unwrap_or_default());
        marked.push('[');
        marked.push_str(read.article.words(*mark));
        marked.push(']');
        at = mark.end();
    }
    marked.push_str(text.get(at..passage.span.end()).unwrap_or_default());
    marked
}

#[derive(Serialize)]
struct Answer<'a> {
    query: &'a str,
    articles: usize,
    stories: Vec<StoryAnswer<'a>>,
    outlets: Vec<FacetAnswer<'a>>,
    languages: Vec<FacetAnswer<'a>>,
    topics: Vec<FacetAnswer<'a>>,
}

#[derive(Serialize)]
struct StoryAnswer<'a> {
    id: String,
    headline: &'a str,
    origins: usize,
    found: usize,
    articles: Vec<ArticleAnswer<'a>>,
}

#[derive(Serialize)]
struct ArticleAnswer<'a> {
    id: String,
    outlet: &'a str,
    headline: &'a str,
    published: Option<String>,
    passages: Vec<PassageAnswer<'a>>,
}

#[derive(Serialize)]
struct PassageAnswer<'a> {
    span: [usize; 2],
    text: &'a str,
    marks: Vec<[usize; 2]>,
}

#[derive(Serialize)]
struct FacetAnswer<'a> {
    value: &'a str,
    articles: usize,
}

fn json(question: &str, found: &Found, shown: &[Shown]) -> anyhow::Result<String> {
    let span = |span: &parallax_model::Span| [span.start(), span.end()];
    let stories = shown.iter().map(|story| StoryAnswer {
        id: story.id.to_string(),
        headline: &story.headline,
        origins: story.origins,
        found: story.found,
        articles: story
            .articles
            .iter()
            .map(|(read, passages)| ArticleAnswer {
                id: read.article.id.to_string(),
                outlet: outlet(read),
                headline: read.article.headline_words(),
                published: read.article.published_at().map(|at| at.to_string()),
                passages: passages
                    .iter()
                    .map(|passage| PassageAnswer {
                        span: span(&passage.span),
                        text: read.article.words(passage.span),
                        marks: passage.marks.iter().map(span).collect(),
                    })
                    .collect(),
            })
            .collect(),
    });
    let answer = Answer {
        query: question,
        articles: found.articles,
        stories: stories.collect(),
        outlets: found.outlets.iter().map(facet).collect(),
        languages: found.languages.iter().map(facet).collect(),
        topics: found.topics.iter().map(facet).collect(),
    };
    Ok(serde_json::to_string(&answer)? + "\n")
}

fn facet(facet: &Facet) -> FacetAnswer<'_> {
    FacetAnswer { value: &facet.value, articles: facet.articles }
}
