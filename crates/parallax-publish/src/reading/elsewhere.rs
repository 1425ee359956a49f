//! What a reader meets in a later section of the same story, and need not meet twice.

use parallax_model::{Article, Claim, Edition, QuotationKind, Span, Statement, ToldStory, cut};
use std::collections::BTreeSet;

/// Words beside a quotation that only say who speaks: `he said`, `the official told reporters`.
///
/// Chosen by reading stories aloud: with six, more than the speaker was lost.
const REPORTING_WORDS: usize = 5;

/// Whether `statement` is told whole under "Earlier" or under "Who said what".
pub(super) fn is_told(edition: &Edition, told: &ToldStory, statement: &Statement) -> bool {
    is_earlier(told, statement) || is_quoted(edition, told, statement)
}

/// Whether all its statements are quotations that "Who said what" tells, with all who carry them.
pub(super) fn is_shared_quotation(edition: &Edition, told: &ToldStory, claim: &Claim) -> bool {
    let statements = &claim.statements;
    let articles: BTreeSet<usize> = statements.iter().map(|words| words.article).collect();
    let mut groups = told.comparison.quotations.iter();
    let carried = groups.any(|group| {
        let touched = |words: &Statement| {
            let mut variants = group.variants.iter();
            variants.any(|at| at.article == words.article && at.span.overlaps(words.span))
        };
        let holders = group.variants.iter().map(|variant| variant.article);
        statements.iter().any(touched) && articles.is_subset(&holders.collect())
    });
    carried && statements.iter().any(|words| is_quoted(edition, told, words))
}

/// Whether it is a sentence under "Earlier".
pub(super) fn is_earlier(told: &ToldStory, statement: &Statement) -> bool {
    let mut earlier = told.comparison.earlier.iter();
    earlier.any(|earlier| {
        earlier.article == statement.article && earlier.span.contains(statement.span)
    })
}

/// All but the reporting words are in marks, and who spoke is known.
fn is_quoted(edition: &Edition, told: &ToldStory, statement: &Statement) -> bool {
    let read = &edition.articles[statement.article];
    let shown = |span: Span| {
        let groups = told.comparison.quotations.iter().filter(|group| group.speaker_name.is_some());
        groups
            .flat_map(|group| &group.variants)
            .any(|variant| variant.article == statement.article && variant.span.overlaps(span))
    };
    let quoted: Vec<Span> = read
        .annotations
        .quotations
        .iter()
        .filter(|quotation| quotation.kind == QuotationKind::Direct)
        .map(|quotation| quotation.span)
        .filter(|span| span.overlaps(statement.span) && shown(*span))
        .collect();
    !quoted.is_empty() && words_outside(&read.article, statement.span, &quoted) <= REPORTING_WORDS
}

/// Words of `whole` that lie in none of `parts`, which are in order.
fn words_outside(article: &Article, whole: Span, parts: &[Span]) -> usize {
    let text = article.text.as_str();
    let mut at = whole.start();
    let mut words = 0;
    for part in parts {
        words += count(cut(text, at..part.start().max(at)));
        at = part.end().clamp(at, whole.end());
    }
    words + count(cut(text, at..whole.end()))
}

fn count(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}
