//! Differences, merged quotations, the timeline and what came earlier.

use super::{Pair, names::Names, pair};
use parallax_model::{Difference, Edition, QuotationGroup, Span, ToldStory};
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
                .map(|variant| VariantBody {
                    text: words(edition, variant.article, variant.span),
                    article: names.article(variant.article),
                    span: pair(variant.span),
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
}

#[derive(Serialize)]
pub(super) struct TimelineBody<'a> {
    value: &'a str,
    precision: &'static str,
    text: &'a str,
    claim: Option<String>,
    articles: Vec<&'a str>,
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
            })
            .collect()
    }
}

#[derive(Serialize)]
pub(super) struct EarlierBody<'a> {
    story: Option<String>,
    text: &'a str,
    article: &'a str,
    span: Pair,
}

impl<'a> EarlierBody<'a> {
    pub(super) fn list(edition: &'a Edition, told: &'a ToldStory, names: &'a Names) -> Vec<Self> {
        let earlier = told.comparison.earlier.iter();
        earlier
            .map(|earlier| Self {
                story: earlier.story.map(|index| edition.stories[index].story.id.to_string()),
                text: words(edition, earlier.article, earlier.span),
                article: names.article(earlier.article),
                span: pair(earlier.span),
            })
            .collect()
    }
}

fn words(edition: &Edition, article: usize, span: Span) -> &str {
    edition.articles[article].article.words(span)
}

fn claim_id(told: &ToldStory, claim: Option<usize>) -> Option<String> {
    claim.map(|index| told.comparison.claims[index].id.to_string())
}
