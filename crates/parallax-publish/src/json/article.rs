//! The article resource.

use super::{
    Pair,
    annotations::{CitationBody, DateBody, EntityBody, EventBody, QuotationBody, TopicBody},
    names::Names,
    pair, pairs,
    quantities::QuantityBody,
    why::CopyBody,
};
use crate::labels;
use parallax_model::{Article, Credit, Edition, ReadArticle, Span, Stamp};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct ArticleBody<'a> {
    id: String,
    capture: CaptureBody<'a>,
    outlet: OutletBody<'a>,
    url: Option<&'a str>,
    language: &'a str,
    direction: &'static str,
    headline: &'a str,
    standfirst: Option<&'a str>,
    byline: Vec<AuthorBody<'a>>,
    dateline: Option<&'a str>,
    published: Option<StampBody<'a>>,
    modified: Option<StampBody<'a>>,
    section: Option<&'a str>,
    tags: &'a [String],
    images: Vec<ImageBody<'a>>,
    related: Vec<RelatedBody<'a>>,
    alternates: Vec<AlternateBody<'a>>,
    text: &'a str,
    source_map: Vec<(usize, usize, usize, usize)>,
    paragraphs: Vec<Pair>,
    sentences: Vec<Pair>,
    boilerplate: Vec<BoilerplateBody<'a>>,
    entities: Vec<EntityBody<'a>>,
    quotations: Vec<QuotationBody<'a>>,
    dates: Vec<DateBody<'a>>,
    events: Vec<EventBody<'a>>,
    citations: Vec<CitationBody<'a>>,
    quantities: Vec<QuantityBody<'a>>,
    copy_of: Option<&'a str>,
    copy: Option<CopyBody<'a>>,
    wire_credit: Option<&'a str>,
    agency: Option<AgencyBody<'a>>,
    topic: Option<TopicBody>,
    #[serde(skip_serializing_if = "Option::is_none")]
    notes: Option<Vec<String>>,
}

impl<'a> ArticleBody<'a> {
    /// As `read` prints it: local entity ids, no copy, notes at the end.
    pub(super) fn alone(read: &'a ReadArticle) -> Self {
        let notes = read.notes.iter().map(|note| labels::note(note, &read.article)).collect();
        Self { notes: Some(notes), ..Self::body(read, &|entity| format!("e{entity}")) }
    }

    /// As part of an edition, whose notes stand in a list of their own.
    pub(super) fn within(edition: &'a Edition, index: usize, names: &'a Names) -> Self {
        let read = &edition.articles[index];
        let whole = Self::body(read, &|entity| names.entity(index, entity));
        let original = read.copy_of.map(|original| names.article(original));
        let copy = original.zip(read.fold.as_ref());
        let copy = copy.map(|(of, fold)| {
            CopyBody::new(of, fold, fold.through.map(|other| names.article(other)))
        });
        Self { copy_of: original, copy, ..whole }
    }

    fn body(read: &'a ReadArticle, entity_id: &dyn Fn(usize) -> String) -> Self {
        let ReadArticle { article, annotations, .. } = read;
        let words = |span: Span| article.words(span);
        Self {
            id: article.id.to_string(),
            capture: CaptureBody::new(article),
            outlet: OutletBody::new(article),
            url: article.url.as_deref(),
            language: &article.language,
            direction: article.direction.name(),
            headline: article.headline_words(),
            standfirst: article.standfirst.map(words),
            byline: AuthorBody::list(article),
            dateline: article.dateline.map(words),
            published: article.published.as_ref().map(StampBody::new),
            modified: article.modified.as_ref().map(StampBody::new),
            section: article.section.as_deref(),
            tags: &article.tags,
            images: ImageBody::list(article),
            related: RelatedBody::list(article),
            alternates: AlternateBody::list(article),
            text: article.text.as_str(),
            source_map: source_map(article),
            paragraphs: pairs(&article.paragraphs),
            sentences: pairs(&annotations.sentences),
            boilerplate: BoilerplateBody::list(article),
            entities: EntityBody::list(annotations, entity_id),
            quotations: QuotationBody::list(article, annotations, entity_id),
            dates: DateBody::list(article, annotations),
            events: EventBody::list(article, annotations),
            citations: CitationBody::list(annotations),
            quantities: QuantityBody::list(article, annotations),
            copy_of: None,
            copy: None,
            wire_credit: article.wire_credit.as_deref(),
            agency: read.credit.as_ref().map(AgencyBody::new),
            topic: annotations.topic.as_ref().map(TopicBody::new),
            notes: None,
        }
    }
}

fn source_map(article: &Article) -> Vec<(usize, usize, usize, usize)> {
    let runs = article.text.runs().iter();
    runs.map(|run| (run.start, run.end, run.payload.start, run.payload.end)).collect()
}

#[derive(Serialize)]
struct CaptureBody<'a> {
    path: &'a str,
    record: Option<&'a str>,
    url: Option<&'a str>,
    media_type: String,
    sha256: String,
    captured_at: Option<String>,
    start: u64,
    end: u64,
}

impl<'a> CaptureBody<'a> {
    fn new(article: &'a Article) -> Self {
        let capture = &article.capture;
        Self {
            path: &capture.path,
            record: capture.record.as_deref(),
            url: capture.url.as_deref(),
            media_type: capture.media_type.to_string(),
            sha256: capture.sha256.to_string(),
            captured_at: capture.captured_at.map(|at| at.to_string()),
            start: capture.stored.start,
            end: capture.stored.end,
        }
    }
}

#[derive(Serialize)]
struct AgencyBody<'a> {
    name: &'a str,
    from: &'static str,
    span: Option<Pair>,
}

impl<'a> AgencyBody<'a> {
    fn new(credit: &'a Credit) -> Self {
        Self { name: &credit.agency, from: credit.from.name(), span: credit.span.map(pair) }
    }
}

#[derive(Serialize)]
struct OutletBody<'a> {
    name: Option<&'a str>,
    domain: Option<&'a str>,
    from: &'static str,
    fingerprint: Option<String>,
}

impl<'a> OutletBody<'a> {
    fn new(article: &'a Article) -> Self {
        let outlet = &article.outlet;
        Self {
            name: outlet.name.as_deref(),
            domain: outlet.domain.as_deref(),
            from: outlet.from.name(),
            fingerprint: outlet.fingerprint.map(|print| format!("{print:016x}")),
        }
    }
}

#[derive(Serialize)]
struct AuthorBody<'a> {
    name: &'a str,
    role: Option<&'a str>,
}

impl<'a> AuthorBody<'a> {
    fn list(article: &'a Article) -> Vec<Self> {
        let authors = article.byline.iter();
        authors.map(|author| Self { name: &author.name, role: author.role.as_deref() }).collect()
    }
}

#[derive(Serialize)]
struct StampBody<'a> {
    value: String,
    zone: Option<&'a str>,
    from: &'static str,
}

impl<'a> StampBody<'a> {
    fn new(stamp: &'a Stamp) -> Self {
        Self { value: stamp.to_string(), zone: stamp.zone.as_deref(), from: stamp.from.name() }
    }
}

#[derive(Serialize)]
struct ImageBody<'a> {
    caption: Option<&'a str>,
    credit: Option<&'a str>,
    url: Option<&'a str>,
}

impl<'a> ImageBody<'a> {
    fn list(article: &'a Article) -> Vec<Self> {
        let images = article.images.iter();
        images
            .map(|image| Self {
                caption: image.caption.as_deref(),
                credit: image.credit.as_deref(),
                url: image.url.as_deref(),
            })
            .collect()
    }
}

#[derive(Serialize)]
struct RelatedBody<'a> {
    text: &'a str,
    url: Option<&'a str>,
}

impl<'a> RelatedBody<'a> {
    fn list(article: &'a Article) -> Vec<Self> {
        let related = article.related.iter();
        related.map(|teaser| Self { text: &teaser.text, url: teaser.url.as_deref() }).collect()
    }
}

#[derive(Serialize)]
struct AlternateBody<'a> {
    label: &'a str,
    language: &'a str,
    url: Option<&'a str>,
}

impl<'a> AlternateBody<'a> {
    fn list(article: &'a Article) -> Vec<Self> {
        let alternates = article.alternates.iter();
        alternates
            .map(|other| Self {
                label: &other.label,
                language: &other.language,
                url: other.url.as_deref(),
            })
            .collect()
    }
}

#[derive(Serialize)]
struct BoilerplateBody<'a> {
    kind: &'static str,
    text: &'a str,
}

impl<'a> BoilerplateBody<'a> {
    fn list(article: &'a Article) -> Vec<Self> {
        let pieces = article.boilerplate.iter();
        pieces.map(|piece| Self { kind: piece.kind.name(), text: &piece.text }).collect()
    }
}
