//! Every stretch of words that a story shows, with where it comes from.

use parallax_model::{Capture, Digest, Edition, Span};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Words of an article, and the bytes of its capture behind them.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Shown {
    pub(super) article: String,
    /// SHA-256 of the captured payload.
    pub(super) capture: String,
    pub(super) span: (usize, usize),
    pub(super) text: String,
    pub(super) text_sha256: String,
    /// Bytes of the payload; as coarse as the page makes it where markup stands between.
    pub(super) payload: Option<(usize, usize)>,
    pub(super) payload_sha256: Option<String>,
}

/// All that the stories of an edition show, by article, then by place; a JSON object a line.
pub(super) fn lines(edition: &Edition, captures: &[Capture]) -> String {
    let by_payload: BTreeMap<Digest, &Capture> =
        captures.iter().map(|capture| (capture.sha256(), capture)).collect();
    let mut lines = String::new();
    for (at, span) in spans(edition) {
        let Some(read) = edition.articles.get(at) else { continue };
        let article = &read.article;
        let text = article.words(span);
        let capture = by_payload.get(&article.capture.sha256);
        let range = article.text.payload_range(span);
        let bytes = range.and_then(|range| capture?.payload().get(range.start..range.end));
        let shown = Shown {
            article: article.id.to_string(),
            capture: article.capture.sha256.to_string(),
            span: (span.start(), span.end()),
            text: text.to_owned(),
            text_sha256: Digest::of(text.as_bytes()).to_string(),
            payload: range.map(|range| (range.start, range.end)),
            payload_sha256: bytes.map(|bytes| Digest::of(bytes).to_string()),
        };
        lines += &serde_json::to_string(&shown).expect("words and numbers have a JSON form");
        lines.push('\n');
    }
    lines
}

/// The spans that are shown: of headlines, statements, differences, quotations, the timeline
/// and earlier reports.
fn spans(edition: &Edition) -> BTreeSet<(usize, Span)> {
    let mut spans = BTreeSet::new();
    for told in &edition.stories {
        let comparison = &told.comparison;
        let headline = |&at: &usize| Some((at, edition.articles.get(at)?.article.headline?));
        spans.extend(told.story.articles.iter().filter_map(headline));
        let statements = comparison.claims.iter().flat_map(|claim| &claim.statements);
        spans.extend(statements.map(|one| (one.article, one.span)));
        for difference in &comparison.differences {
            spans.insert(difference.about);
            spans.extend(difference.values.iter().map(|value| (value.article, value.span)));
        }
        let variants = comparison.quotations.iter().flat_map(|group| &group.variants);
        spans.extend(variants.map(|one| (one.article, one.span)));
        spans.extend(comparison.timeline.iter().map(|entry| entry.text));
        spans.extend(comparison.earlier.iter().map(|one| (one.article, one.span)));
    }
    spans
}
