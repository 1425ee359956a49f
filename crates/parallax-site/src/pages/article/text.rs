//! The words of an article, with what its story cites of them.

use crate::{
    Address, Part, Reach, Tab,
    foreign::Foreign,
    frame::Frame,
    library::{Citing, Held},
};
use parallax_model::{ClaimStatus, Span, cut};

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

impl Paragraph<'_> {
    pub(super) fn is_cited(&self) -> bool {
        self.pieces.iter().any(|piece| piece.cited.is_some())
    }
}

/// What claims of the story cite of the article, in the order of the text, none inside another.
pub(super) fn cited(held: &Held) -> Vec<Citing> {
    let mut apart: Vec<Citing> = Vec::new();
    for cited in held.story.iter().flat_map(|story| &story.cited) {
        if apart.last().is_none_or(|last| last.span.end() <= cited.span.start()) {
            apart.push(*cited);
        }
    }
    apart
}

/// A part of the text, cut where it is cited.
pub(super) fn paragraph<'a>(
    frame: &Frame,
    held: &'a Held,
    span: Span,
    cited: &[Citing],
) -> Paragraph<'a> {
    let article = &held.read.article;
    let text = article.text.as_str();
    let mut pieces = Vec::new();
    let mut at = span.start();
    let piece = |start: usize, end: usize, cited: Option<&Citing>| {
        let link = |cited: &Citing| {
            let id = held.story.as_ref().map(|story| story.id.to_string()).unwrap_or_default();
            let tab = match cited.status {
                ClaimStatus::Single => Tab::Account(Part::with(cited.claim)),
                _ => Tab::Compare(Reach::with(cited.claim)),
            };
            let to = frame.to(&Address::Story(id, tab));
            (format!("{to}#statement-{}", cited.claim), cited.status.name())
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
