//! Differences, merged quotations, the timeline and what came earlier.

use super::{Pair, names::Names, pair};
use crate::reading;
use parallax_model::{Difference, Edition, Link, QuotationGroup, Span, ToldStory};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct DifferenceBody<'a> {
    kind: &'static str,
    nature: &'static str,
    claim: Option<String>,
    about: &'a str,
    values: Vec<ValueBody<'a>>,
}

impl<'a> DifferenceBody<'a> {
    pub(super) fn list(edition: &'a Edition, told: &'a ToldStory, names: &'a Names) -> Vec<Self> {
        let differences = told.comparison.differences.iter();
        differences.map(|difference| Self::new(edition, told, difference, names)).collect()
    }

    fn new(
        edition: &'a Edition,
        told: &'a ToldStory,
        difference: &'a Difference,
        names: &'a Names,
    ) -> Self {
        let (article, span) = difference.about;
        Self {
            kind: difference.kind.name(),
            nature: difference.nature.name(),
            claim: claim_id(told, difference.claim),
            about: words(edition, article, span),
            values: difference
                .values
                .iter()
                .map(|value| ValueBody {
                    value: words(edition, value.article, value.span),
                    article: names.article(value.article),
                    span: pair(value.span),
                })
                .collect(),
        }
    }
}

#[derive(Serialize)]
struct ValueBody<'a> {
    value: &'a str,
    article: &'a str,
    span: Pair,
}

#[derive(Serialize)]
pub(super) struct QuotationGroupBody<'a> {
    speaker_name: Option<&'a str>,
    text: &'a str,
    variants: Vec<VariantBody<'a>>,
}

impl<'a> QuotationGroupBody<'a> {
    pub(super) fn list(edition: &'a Edition, told: &'a ToldStory, names: &'a Names) -> Vec<Self> {
        let groups = told.comparison.quotations.iter();
        groups.map(|group| Self::new(edition, group, names)).collect()
    }

    fn new(edition: &'a Edition, group: &'a QuotationGroup, names: &'a Names) -> Self {
        let fullest = &group.variants[group.fullest];
        Self {
            speaker_name: group.speaker_name.as_deref(),
            text: words(edition, fullest.article, fullest.span),
            variants: group
                .variants
                .iter()
                .zip(reading::ways(edition, group))
                .map(|(variant, how)| VariantBody {
                    text: words(edition, variant.article, variant.span),
                    article: names.article(variant.article),
                    span: pair(variant.span),
                    how,
                })
                .collect(),
        }
    }
}

#[derive(Serialize)]
struct VariantBody<'a> {
    text: &'a str,
    article: &'a str,
    span: Pair,
    how: &'static str,
}

#[derive(Serialize)]
pub(super) struct TimelineBody<'a> {
    value: &'a str,
    precision: &'static str,
    text: &'a str,
    claim: Option<String>,
    articles: Vec<&'a str>,
    reported: Option<String>,
}

impl<'a> TimelineBody<'a> {
    pub(super) fn list(edition: &'a Edition, told: &'a ToldStory, names: &'a Names) -> Vec<Self> {
        let entries = told.comparison.timeline.iter();
        entries
            .map(|entry| Self {
                value: &entry.value,
                precision: entry.precision.name(),
                text: words(edition, entry.text.0, entry.text.1),
                claim: claim_id(told, entry.claim),
                articles: names.articles(&entry.articles),
                reported: reported(edition, &entry.articles),
            })
            .collect()
    }
}

/// When it was first reported: the oldest time that any of `articles` (oldest first) gives for itself.
fn reported(edition: &Edition, articles: &[usize]) -> Option<String> {
    let stamps = articles.iter().map(|&at| edition.articles[at].article.published.as_ref());
    stamps.flatten().next().map(ToString::to_string)
}

/// Sentences that could not be set beside others.
#[derive(Serialize)]
pub(super) struct NotComparedBody<'a> {
    article: &'a str,
    why: &'static str,
    sentences: usize,
}

impl<'a> NotComparedBody<'a> {
    pub(super) fn list(told: &ToldStory, names: &'a Names) -> Vec<Self> {
        let left = told.comparison.not_compared.iter();
        left.map(|one| Self {
            article: names.article(one.article),
            why: one.why.name(),
            sentences: one.sentences,
        })
        .collect()
    }
}

#[derive(Serialize)]
pub(super) struct EarlierBody<'a> {
    story: Option<String>,
    text: Option<&'a str>,
    article: Option<&'a str>,
    span: Option<Pair>,
    why: Option<WhyBody<'a>>,
}

impl<'a> EarlierBody<'a> {
    pub(super) fn list(edition: &'a Edition, told: &'a ToldStory, names: &'a Names) -> Vec<Self> {
        let earlier = told.comparison.earlier.iter();
        earlier
            .map(|earlier| Self {
                story: earlier.story.and_then(|at| Some(edition.story_id(at)?.to_string())),
                text: Some(words(edition, earlier.article, earlier.span)),
                article: Some(names.article(earlier.article)),
                span: Some(pair(earlier.span)),
                why: None,
            })
            .chain(links(edition, told, |link| (link.later, link.earlier)).map(|(other, link)| {
                Self {
                    story: Some(other),
                    text: None,
                    article: None,
                    span: None,
                    why: Some(WhyBody::new(link)),
                }
            }))
            .collect()
    }
}

#[derive(Serialize)]
pub(super) struct LaterBody<'a> {
    story: String,
    why: WhyBody<'a>,
}

impl<'a> LaterBody<'a> {
    pub(super) fn list(edition: &'a Edition, told: &ToldStory) -> Vec<Self> {
        links(edition, told, |link| (link.earlier, link.later))
            .map(|(story, link)| Self { story, why: WhyBody::new(link) })
            .collect()
    }
}

/// Why two stories are linked.
#[derive(Serialize)]
struct WhyBody<'a> {
    days: u16,
    names: &'a [String],
    words: &'a [String],
}

impl<'a> WhyBody<'a> {
    fn new(link: &'a Link) -> Self {
        Self { days: link.days, names: &link.names, words: &link.words }
    }
}

/// The links of a story, with the id of the story at the other end: `ends` are its own and the other's.
fn links<'a>(
    edition: &'a Edition,
    told: &ToldStory,
    ends: impl Fn(&Link) -> (usize, usize),
) -> impl Iterator<Item = (String, &'a Link)> {
    let id = told.story.id;
    edition.links.iter().filter_map(move |link| {
        let (own, other) = ends(link);
        let own = edition.story_id(own)? == id;
        own.then(|| Some((edition.story_id(other)?.to_string(), link)))?
    })
}

fn words(edition: &Edition, article: usize, span: Span) -> &str {
    edition.articles[article].article.words(span)
}

fn claim_id(told: &ToldStory, claim: Option<usize>) -> Option<String> {
    claim.map(|index| told.comparison.claims[index].id.to_string())
}
