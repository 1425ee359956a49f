//! What changed between two moments.

use super::{Pair, pair};
use crate::{Between, Generator, outlets};
use parallax_model::{
    Claim, ClaimChange, Difference, DifferenceChange, Edition, Revision, Span, StoryChange,
    ToldStory,
};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct ChangesBody<'a> {
    contract: u8,
    generator: &'a Generator,
    since: &'a str,
    until: Option<&'a str>,
    stories: Vec<StoryChangeBody<'a>>,
}

impl<'a> ChangesBody<'a> {
    pub(super) fn new(between: &'a Between<'a>, generator: &'a Generator) -> Self {
        Self {
            contract: super::CONTRACT,
            generator,
            since: between.since,
            until: between.until,
            stories: between
                .changes
                .stories
                .iter()
                .map(|change| StoryChangeBody::new(between, change))
                .collect(),
        }
    }
}

#[derive(Serialize)]
struct StoryChangeBody<'a> {
    story: String,
    headline: &'a str,
    was: Vec<String>,
    articles: Vec<NewArticleBody<'a>>,
    revisions: Vec<RevisionBody<'a>>,
    claims: Vec<ClaimChangeBody<'a>>,
    differences: Vec<DifferenceChangeBody<'a>>,
}

impl<'a> StoryChangeBody<'a> {
    fn new(between: &'a Between<'a>, change: &'a StoryChange) -> Self {
        let Between { before, after, .. } = between;
        let told = &after.stories[change.story];
        let was = change.was.iter().map(|&at| before.stories[at].story.id.to_string());
        let revisions = change.revisions.iter();
        let claims = change.claims.iter();
        let differences = change.differences.iter();
        Self {
            story: told.story.id.to_string(),
            headline: after.articles[told.comparison.headline].article.headline_words(),
            was: was.collect(),
            articles: change.articles.iter().map(|&at| NewArticleBody::new(after, at)).collect(),
            revisions: revisions.map(|one| RevisionBody::new(between, one)).collect(),
            claims: claims.map(|one| ClaimChangeBody::new(between, told, one)).collect(),
            differences: differences
                .map(|one| DifferenceChangeBody::new(between, told, one))
                .collect(),
        }
    }
}

#[derive(Serialize)]
struct NewArticleBody<'a> {
    article: String,
    outlet: Option<&'a str>,
    published: Option<String>,
    headline: &'a str,
}

impl<'a> NewArticleBody<'a> {
    fn new(edition: &'a Edition, at: usize) -> Self {
        let article = &edition.articles[at].article;
        Self {
            article: article.id.to_string(),
            outlet: outlets::name(article),
            published: article.published.as_ref().map(ToString::to_string),
            headline: article.headline_words(),
        }
    }
}

#[derive(Serialize)]
struct RevisionBody<'a> {
    article: String,
    outlet: Option<&'a str>,
    taken_out: Vec<WordsBody<'a>>,
    put_in: Vec<WordsBody<'a>>,
}

impl<'a> RevisionBody<'a> {
    fn new(between: &'a Between<'a>, revision: &Revision) -> Self {
        let Between { before, after, .. } = between;
        let article = &after.articles[revision.after].article;
        Self {
            article: article.id.to_string(),
            outlet: outlets::name(article),
            taken_out: WordsBody::list(before, revision.before, &revision.taken_out),
            put_in: WordsBody::list(after, revision.after, &revision.put_in),
        }
    }
}

#[derive(Serialize)]
struct WordsBody<'a> {
    text: &'a str,
    span: Pair,
}

impl<'a> WordsBody<'a> {
    fn list(edition: &'a Edition, article: usize, spans: &[Span]) -> Vec<Self> {
        let article = &edition.articles[article].article;
        spans.iter().map(|&span| Self { text: article.words(span), span: pair(span) }).collect()
    }
}

#[derive(Serialize)]
struct ClaimChangeBody<'a> {
    how: &'static str,
    claim: String,
    was: Option<String>,
    text: &'a str,
    origins: usize,
    origins_before: Option<usize>,
}

impl<'a> ClaimChangeBody<'a> {
    fn new(between: &'a Between<'a>, told: &'a ToldStory, change: &ClaimChange) -> Self {
        let claim = &told.comparison.claims[change.claim];
        let central = &claim.statements[claim.central];
        let was: Option<&Claim> =
            change.was.map(|(story, at)| &between.before.stories[story].comparison.claims[at]);
        Self {
            how: change.how.name(),
            claim: claim.id.to_string(),
            was: was.map(|was| was.id.to_string()),
            text: between.after.articles[central.article].article.words(central.span),
            origins: claim.origins,
            origins_before: was.map(|was| was.origins),
        }
    }
}

#[derive(Serialize)]
struct DifferenceChangeBody<'a> {
    how: &'static str,
    kind: &'static str,
    nature: &'static str,
    about: &'a str,
    claim: Option<String>,
    values: Vec<ValueBody<'a>>,
    values_before: Vec<ValueBody<'a>>,
}

impl<'a> DifferenceChangeBody<'a> {
    fn new(between: &'a Between<'a>, told: &'a ToldStory, change: &DifferenceChange) -> Self {
        let Between { before, after, .. } = between;
        let difference = &told.comparison.differences[change.difference];
        let was = change.was.map(|(story, at)| &before.stories[story].comparison.differences[at]);
        let (article, span) = difference.about;
        Self {
            how: change.how.name(),
            kind: difference.kind.name(),
            nature: difference.nature.name(),
            about: after.articles[article].article.words(span),
            claim: difference.claim.map(|at| told.comparison.claims[at].id.to_string()),
            values: ValueBody::list(after, difference),
            values_before: was.map_or_else(Vec::new, |was| ValueBody::list(before, was)),
        }
    }
}

#[derive(Serialize)]
struct ValueBody<'a> {
    value: &'a str,
    article: String,
    span: Pair,
}

impl<'a> ValueBody<'a> {
    fn list(edition: &'a Edition, difference: &Difference) -> Vec<Self> {
        let values = difference.values.iter();
        values
            .map(|value| {
                let article = &edition.articles[value.article].article;
                Self {
                    value: article.words(value.span),
                    article: article.id.to_string(),
                    span: pair(value.span),
                }
            })
            .collect()
    }
}
