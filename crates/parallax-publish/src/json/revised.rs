//! What an outlet changed in an article, and what a story's articles took back.

use super::{Pair, names::Names, pair};
use parallax_model::{About, Alteration, Correction, ReadArticle, Revised, Span, ToldStory};
use serde::Serialize;

/// What is different between two revisions of one article.
#[derive(Serialize)]
pub(super) struct RevisedBody<'a> {
    contract: u8,
    article: String,
    before: RevisionBody,
    after: RevisionBody,
    substantive: bool,
    dressed: usize,
    changes: Vec<AlterationBody<'a>>,
}

impl<'a> RevisedBody<'a> {
    pub(super) fn new(before: &'a ReadArticle, after: &'a ReadArticle, revised: &Revised) -> Self {
        let changes = revised.alterations.iter();
        Self {
            contract: super::CONTRACT,
            article: after.article.id.to_string(),
            before: RevisionBody::new(before),
            after: RevisionBody::new(after),
            substantive: revised.is_substantive(),
            dressed: revised.dressed,
            changes: changes.map(|one| AlterationBody::new(before, after, one)).collect(),
        }
    }
}

/// One revision, in short.
#[derive(Serialize)]
pub(super) struct RevisionBody {
    sha256: String,
    captured_at: Option<String>,
    published: Option<String>,
    modified: Option<String>,
    headline: String,
}

impl RevisionBody {
    pub(super) fn new(read: &ReadArticle) -> Self {
        let article = &read.article;
        Self {
            sha256: article.capture.sha256.to_string(),
            captured_at: article.capture.captured_at.map(|at| at.to_string()),
            published: article.published.as_ref().map(ToString::to_string),
            modified: article.modified.as_ref().map(ToString::to_string),
            headline: article.headline_words().to_owned(),
        }
    }
}

#[derive(Serialize)]
struct AlterationBody<'a> {
    kind: &'static str,
    substantive: bool,
    about: Vec<&'static str>,
    before: Option<WordsBody<'a>>,
    after: Option<WordsBody<'a>>,
    words: Vec<(Option<Pair>, Option<Pair>)>,
}

impl<'a> AlterationBody<'a> {
    fn new(before: &'a ReadArticle, after: &'a ReadArticle, one: &Alteration) -> Self {
        let words = |read: &'a ReadArticle, span: Option<Span>| {
            span.map(|span| WordsBody { text: read.article.words(span), span: pair(span) })
        };
        Self {
            kind: match (one.before, one.after) {
                (Some(_), Some(_)) => "altered",
                (Some(_), None) => "withdrawn",
                _ => "added",
            },
            substantive: one.is_substantive(),
            about: one.about.iter().copied().map(About::name).collect(),
            before: words(before, one.before),
            after: words(after, one.after),
            words: one.words.iter().map(|(was, now)| (was.map(pair), now.map(pair))).collect(),
        }
    }
}

#[derive(Serialize)]
struct WordsBody<'a> {
    text: &'a str,
    span: Pair,
}

/// What an article said in an earlier revision, and says no more or otherwise.
#[derive(Serialize)]
pub(super) struct CorrectionBody<'a> {
    article: &'a str,
    kind: &'static str,
    about: &'a [String],
    before: EarlierWordsBody<'a>,
    after: Option<Pair>,
    claim: Option<String>,
}

#[derive(Serialize)]
struct EarlierWordsBody<'a> {
    text: &'a str,
    span: Pair,
    sha256: String,
}

impl<'a> CorrectionBody<'a> {
    pub(super) fn list(told: &'a ToldStory, names: &'a Names) -> Vec<Self> {
        let one = |one: &'a Correction| Self {
            article: names.article(one.article),
            kind: if one.now.is_some() { "corrected" } else { "withdrawn" },
            about: &one.about,
            before: EarlierWordsBody {
                text: &one.text,
                span: pair(one.span),
                sha256: one.payload.to_string(),
            },
            after: one.now.map(pair),
            claim: one.claim.map(|at| told.comparison.claims[at].id.to_string()),
        };
        told.comparison.corrections.iter().map(one).collect()
    }
}
