//! Words of an article, with the article they stand in.

mod whole;

use crate::outlets;
use parallax_model::{Edition, ReadArticle, Span, cut};

/// How many sentences of the body open an article: news is told in the first two.
const OPENING: usize = 2;

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

    /// Whether the two are the same words of the same article.
    pub(crate) fn is(&self, other: &Self) -> bool {
        std::ptr::eq(self.read, other.read) && self.span == other.span
    }

    pub(crate) fn outlet(&self) -> &'a str {
        outlets::label(&self.read.article)
    }

    /// The words as a reader should meet them: no quotation cut in two, no dateline in front.
    pub(crate) fn whole(self) -> Self {
        Self {
            span: whole::without_dateline(self.read, whole::with_quotation(self.read, self.span)),
            ..self
        }
    }

    /// The sentence around it, whole; else the headline, standfirst or paragraph.
    pub(crate) fn sentence(self) -> Self {
        let article = &self.read.article;
        let around = match self.sentences() {
            [first, .., last] => Some(first.to(*last)),
            [only] => Some(*only),
            [] => {
                let parts = article.headline.iter().chain(&article.standfirst);
                parts.chain(&article.paragraphs).find(|part| part.contains(self.span)).copied()
            }
        };
        let span = around.map_or(self.span, |around| around.to(self.span));
        Self { span, ..self }.whole()
    }

    /// The words without a comma at their end, which belongs to the sentence they stood in.
    pub(crate) fn without_comma(self) -> Self {
        let kept = self.text().trim_end_matches([',', '，', '،']).len();
        let start = self.span.start();
        let span = self.read.article.text.trimmed(start..start + kept);
        Self { span: span.unwrap_or(self.span), ..self }
    }

    /// The sentences it touches.
    fn sentences(&self) -> &'a [Span] {
        whole::touched(&self.read.annotations.sentences, self.span)
    }

    /// Whether it touches the first two sentences of the body, or the standfirst.
    pub(crate) fn is_opening(&self) -> bool {
        let sentences = self.read.annotations.sentences.iter().take(OPENING);
        sentences.chain(&self.read.article.standfirst).any(|part| part.overlaps(self.span))
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
