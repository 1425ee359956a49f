//! The layers over an article's text.

use super::{Pair, pair, pairs};
use parallax_model::{Annotations, Article, Span, Topic};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct EntityBody<'a> {
    id: String,
    name: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    mentions: Vec<Pair>,
}

impl<'a> EntityBody<'a> {
    pub(super) fn list(annotations: &'a Annotations, id: &dyn Fn(usize) -> String) -> Vec<Self> {
        let entities = annotations.entities.iter().enumerate();
        entities
            .map(|(at, entity)| Self {
                id: id(at),
                name: &entity.name,
                kind: entity.kind.name(),
                mentions: entity.mentions.iter().map(|mention| pair(mention.span)).collect(),
            })
            .collect()
    }
}

#[derive(Serialize)]
pub(super) struct QuotationBody<'a> {
    span: Pair,
    text: &'a str,
    speaker: Option<String>,
    speaker_name: Option<&'a str>,
    cue: Option<&'a str>,
    kind: &'static str,
    utterance: usize,
}

impl<'a> QuotationBody<'a> {
    pub(super) fn list(
        article: &'a Article,
        annotations: &'a Annotations,
        id: &dyn Fn(usize) -> String,
    ) -> Vec<Self> {
        let quotations = annotations.quotations.iter();
        quotations
            .map(|quotation| Self {
                span: pair(quotation.span),
                text: article.words(quotation.span),
                speaker: quotation.speaker.map(id),
                speaker_name: quotation.speaker_name.as_deref(),
                cue: quotation.cue.map(|cue| article.words(cue)),
                kind: quotation.kind.name(),
                utterance: quotation.utterance,
            })
            .collect()
    }
}

#[derive(Serialize)]
pub(super) struct DateBody<'a> {
    span: Pair,
    text: &'a str,
    value: &'a str,
    precision: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    stretch: Option<StretchBody<'a>>,
}

#[derive(Serialize)]
struct StretchBody<'a> {
    span: Pair,
    start: Option<&'a str>,
    end: Option<&'a str>,
}

impl<'a> DateBody<'a> {
    pub(super) fn list(article: &'a Article, annotations: &'a Annotations) -> Vec<Self> {
        let dates = annotations.dates.iter();
        dates
            .map(|date| Self {
                span: pair(date.span),
                text: article.words(date.span),
                value: &date.value,
                precision: date.precision.name(),
                kind: date.kind.name(),
                stretch: date.stretch.as_ref().map(|stretch| StretchBody {
                    span: pair(stretch.span),
                    start: stretch.start.as_deref(),
                    end: stretch.end.as_deref(),
                }),
            })
            .collect()
    }
}

#[derive(Serialize)]
pub(super) struct EventBody<'a> {
    sentence: usize,
    span: Pair,
    text: &'a str,
    class: &'static str,
    sources: Vec<WordsBody<'a>>,
    targets: Vec<WordsBody<'a>>,
    place: Option<WordsBody<'a>>,
    /// Index into `dates`.
    date: Option<usize>,
}

/// Words of the article and where they stand.
#[derive(Serialize)]
struct WordsBody<'a> {
    span: Pair,
    text: &'a str,
}

impl<'a> EventBody<'a> {
    pub(super) fn list(article: &'a Article, annotations: &Annotations) -> Vec<Self> {
        let words = |span: Span| WordsBody { span: pair(span), text: article.words(span) };
        let all = |spans: &[Span]| spans.iter().map(|span| words(*span)).collect();
        let events = annotations.events.iter();
        events
            .map(|event| Self {
                sentence: event.sentence,
                span: pair(event.span),
                text: article.words(event.span),
                class: event.class.name(),
                sources: all(&event.sources),
                targets: all(&event.targets),
                place: event.place.map(words),
                date: event.date,
            })
            .collect()
    }
}

#[derive(Serialize)]
pub(super) struct TopicBody {
    code: &'static str,
    name: &'static str,
    share: f32,
    words: Vec<Pair>,
    section: bool,
}

impl TopicBody {
    pub(super) fn new(topic: &Topic) -> Self {
        Self {
            code: topic.media.code(),
            name: topic.media.name(),
            share: f32::from(topic.share) / 1000.0,
            words: pairs(&topic.words),
            section: topic.section,
        }
    }
}

#[derive(Serialize)]
pub(super) struct CitationBody<'a> {
    span: Pair,
    source_name: &'a str,
}

impl<'a> CitationBody<'a> {
    pub(super) fn list(annotations: &'a Annotations) -> Vec<Self> {
        let citations = annotations.citations.iter();
        citations
            .map(|citation| Self { span: pair(citation.span), source_name: &citation.source_name })
            .collect()
    }
}
