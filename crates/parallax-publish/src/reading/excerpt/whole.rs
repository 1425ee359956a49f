//! Sentences that a reader can take out of their article: marks in pairs, no dateline.

use parallax_model::{Quotation, QuotationKind, ReadArticle, Span, cut};

/// A quotation of more sentences than these is not shown whole for the sake of one of them.
///
/// Chosen by reading: what is longer is an interview or a statement printed in full.
const MOST_SENTENCES: usize = 6;

/// How many quotations before a place are looked at: they nest, but not deeply.
const NESTED: usize = 8;

/// Signs that open or close words of others.
const MARKS: [char; 14] =
    ['"', '“', '”', '„', '‟', '«', '»', '‘', '’', '\'', '「', '」', '『', '』'];

/// The run of sentences around `span` in which every quotation that `span` cuts stands whole.
pub(super) fn with_quotation(read: &ReadArticle, span: Span) -> Span {
    let sentences = &read.annotations.sentences;
    let mut whole = span;
    // A sentence that ends one quotation may open the next.
    for _ in 0..MOST_SENTENCES {
        let Some(quoted) = cut_quotation(read, whole) else { return whole };
        let grown = match touched(sentences, quoted) {
            [first, .., last] => first.to(*last),
            [only] => *only,
            [] => quoted,
        };
        whole = whole.to(grown).to(quoted);
        if touched(sentences, whole).len() > MOST_SENTENCES {
            return span;
        }
    }
    whole
}

/// A quotation that lies only in part in `span`, with its marks.
fn cut_quotation(read: &ReadArticle, span: Span) -> Option<Span> {
    let quotations = &read.annotations.quotations;
    let end = quotations.partition_point(|quotation| quotation.span.start() < span.end());
    let near = quotations.get(end.saturating_sub(NESTED)..end)?.iter().rev();
    let first = quotations.partition_point(|quotation| quotation.span.start() < span.start());
    let opening = quotations.get(first.saturating_sub(NESTED)..first)?.iter();
    near.chain(opening)
        .filter(|quotation| quotation.kind != QuotationKind::Indirect)
        .filter(|quotation| quotation.span.overlaps(span))
        .map(|quotation| with_marks(read, quotation))
        .find(|quoted| !span.contains(*quoted))
}

/// The quotation with the marks right before and after it.
fn with_marks(read: &ReadArticle, quotation: &Quotation) -> Span {
    let text = &read.article.text;
    let (start, end) = (quotation.span.start(), quotation.span.end());
    let before = cut(text.as_str(), 0..start).chars().next_back();
    let after = cut(text.as_str(), end..text.len()).chars().next();
    let width =
        |mark: Option<char>| mark.filter(|mark| MARKS.contains(mark)).map_or(0, char::len_utf8);
    text.span(start - width(before), end + width(after)).unwrap_or(quotation.span)
}

/// The words after the article's dateline, where they start with it.
pub(super) fn without_dateline(read: &ReadArticle, span: Span) -> Span {
    let article = &read.article;
    let Some(dateline) = article.dateline.filter(|dateline| span.contains(*dateline)) else {
        return span;
    };
    let text = article.text.as_str();
    if !cut(text, span.start()..dateline.start()).trim().is_empty() {
        return span;
    }
    let rest = cut(text, dateline.end()..span.end());
    let joint = |letter: char| letter.is_whitespace() || "-–—:.".contains(letter);
    let start = span.end() - rest.trim_start_matches(joint).len();
    article.text.span(start, span.end()).unwrap_or(span)
}

/// The spans of an ordered list that share a byte with `span`.
pub(super) fn touched(spans: &[Span], span: Span) -> &[Span] {
    let first = spans.partition_point(|each| each.end() <= span.start());
    let last = spans.partition_point(|each| each.start() < span.end());
    spans.get(first..last).unwrap_or_default()
}
