//! Words of an article, with the article they stand in.

use crate::outlets;
use parallax_model::{Edition, ReadArticle, Span, cut};

/// A stretch of one article's text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Excerpt<'a> {
    pub(crate) read: &'a ReadArticle,
    pub(crate) span: Span,
}

impl<'a> Excerpt<'a> {
    pub(crate) fn new(edition: &'a Edition, article: usize, span: Span) -> Self {
        Self { read: &edition.articles[article], span }
    }

    pub(crate) fn text(&self) -> &'a str {
        self.read.article.words(self.span)
    }

    pub(crate) fn outlet(&self) -> &'a str {
        outlets::label(&self.read.article)
    }

    /// The sentence around it, else the headline, standfirst or paragraph.
    pub(crate) fn sentence(&self) -> Self {
        let article = &self.read.article;
        let sentences = &self.read.annotations.sentences;
        let first = sentences.partition_point(|sentence| sentence.end() <= self.span.start());
        let last = sentences.partition_point(|sentence| sentence.start() < self.span.end());
        let inside = sentences.get(first..last).unwrap_or_default();
        let around = match inside {
            [first, .., last] => Some(first.to(*last)),
            [only] => Some(*only),
            [] => {
                let parts = article.headline.iter().chain(&article.standfirst);
                parts.chain(&article.paragraphs).find(|part| part.contains(self.span)).copied()
            }
        };
        Self { span: around.map_or(self.span, |around| around.to(self.span)), ..*self }
    }

    /// The words in pieces, each with whether it lies in one of `marks`.
    pub(crate) fn pieces(&self, marks: &[Span]) -> Vec<(&'a str, bool)> {
        let text = self.read.article.text.as_str();
        let mut marks = marks.to_vec();
        marks.sort_unstable();
        let mut at = self.span.start();
        let mut pieces = Vec::new();
        for mark in marks {
            let (start, end) = (mark.start().max(at), mark.end().min(self.span.end()));
            if start < end {
                pieces.push((cut(text, at..start), false));
                pieces.push((cut(text, start..end), true));
                at = end;
            }
        }
        pieces.push((cut(text, at..self.span.end()), false));
        pieces.retain(|(piece, _)| !piece.is_empty());
        pieces
    }
}
