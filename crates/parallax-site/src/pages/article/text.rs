//! The words of an article, with what its story cites of them.

use crate::{Address, AsOf, Reach, Tab, foreign::Foreign, frame::Frame, library::Held};
use parallax_model::{Span, cut};
use std::collections::BTreeMap;

/// A paragraph in pieces.
pub(super) struct Paragraph<'a> {
    pub(super) language: &'a str,
    pub(super) direction: &'static str,
    pub(super) pieces: Vec<Piece<'a>>,
}

/// Words, with the way to the statement that cites them.
pub(super) struct Piece<'a> {
    pub(super) words: &'a str,
    pub(super) start: usize,
    pub(super) cited: Option<(String, &'a str)>,
}

/// A stretch that a claim of the story cites.
pub(super) struct Cited {
    span: Span,
    claim: String,
    status: &'static str,
}

impl Paragraph<'_> {
    pub(super) fn is_cited(&self) -> bool {
        self.pieces.iter().any(|piece| piece.cited.is_some())
    }
}

/// What claims of the story cite of the article, in the order of the text, none inside another.
pub(super) fn cited(held: &Held) -> Vec<Cited> {
    let Some(edition) = &held.story else { return Vec::new() };
    let own = edition.articles.iter().position(|read| read.article.id == held.read.article.id);
    let claims = edition.stories.iter().flat_map(|told| &told.comparison.claims);
    let mut spans: BTreeMap<Span, Cited> = BTreeMap::new();
    for claim in claims {
        for words in claim.statements.iter().filter(|words| Some(words.article) == own) {
            spans.entry(words.span).or_insert_with(|| Cited {
                span: words.span,
                claim: claim.id.to_string(),
                status: claim.status.name(),
            });
        }
    }
    let mut apart: Vec<Cited> = Vec::new();
    for cited in spans.into_values() {
        if apart.last().is_none_or(|last| last.span.end() <= cited.span.start()) {
            apart.push(cited);
        }
    }
    apart
}

/// A part of the text, cut where it is cited.
pub(super) fn paragraph<'a>(
    frame: &Frame,
    held: &'a Held,
    span: Span,
    cited: &[Cited],
) -> Paragraph<'a> {
    let article = &held.read.article;
    let text = article.text.as_str();
    let story = held.story.as_ref().and_then(|edition| edition.stories.first());
    let mut pieces = Vec::new();
    let mut at = span.start();
    let piece = |start: usize, end: usize, cited: Option<&Cited>| {
        let link = |cited: &Cited| {
            let id = story.map(|told| told.story.id.to_string()).unwrap_or_default();
            let tab = match cited.status {
                "single" => Tab::Account(AsOf::default()),
                _ => Tab::Compare(Reach::default()),
            };
            let to = frame.to(&Address::Story(id, tab));
            (format!("{to}#statement-{}", cited.claim), cited.status)
        };
        Piece { words: cut(text, start..end), start, cited: cited.map(link) }
    };
    let first = cited.partition_point(|one| one.span.end() <= span.start());
    for one in cited.iter().skip(first).take_while(|one| one.span.start() < span.end()) {
        let (start, end) = (one.span.start().max(at), one.span.end().min(span.end()));
        if at < start {
            pieces.push(piece(at, start, None));
        }
        pieces.push(piece(start, end, Some(one)));
        at = end;
    }
    if at < span.end() {
        pieces.push(piece(at, span.end(), None));
    }
    let words = Foreign::of(article, span);
    Paragraph { language: words.language(), direction: words.direction(), pieces }
}
