//! The article's text: headline, standfirst and paragraphs, one a line.

use super::{Page, Verdict, headline::Headline};
use parallax_language::fold;
use parallax_model::{SourcedText, Span};
use std::collections::BTreeSet;

/// The text and where its parts stand.
pub(crate) struct Written {
    pub(crate) text: SourcedText,
    pub(crate) headline: Option<Span>,
    pub(crate) standfirst: Option<Span>,
    pub(crate) paragraphs: Vec<Span>,
}

/// A paragraph of this many characters that comes again says nothing new;
/// shorter ones may be refrains, cells or crossheads.
const REPEATED: usize = 60;

/// Writes the text, with the paragraphs of the page's data in the place of those
/// it prints, where there are any.
pub(crate) fn write(
    page: &Page<'_>,
    headline: Option<&Headline>,
    standfirst: Option<usize>,
    told: &[SourcedText],
) -> Written {
    let mut text = SourcedText::default();
    let headline = headline.and_then(|headline| line(&mut text, &headline.text));
    let standfirst = standfirst
        .and_then(|at| page.blocks.get(at))
        .and_then(|block| line(&mut text, &block.text));
    let mut paragraphs: Vec<Span> =
        told.iter().filter_map(|words| line(&mut text, words)).collect();
    let mut seen = BTreeSet::new();
    for (at, block) in page.blocks.iter().enumerate() {
        if page.body.verdicts.get(at) != Some(&Verdict::Body) {
            continue;
        }
        // A lead printed twice, a pull quote, a page sent once for each width of screen.
        if block.size >= REPEATED && !seen.insert(fold(block.words())) {
            continue;
        }
        paragraphs.extend(line(&mut text, &block.text));
    }
    Written { text, headline, standfirst, paragraphs }
}

/// Appends a line.
fn line(text: &mut SourcedText, words: &SourcedText) -> Option<Span> {
    if words.is_empty() {
        return None;
    }
    if !text.is_empty() {
        text.push_break('\n');
    }
    let start = text.len();
    text.push_part(words, 0..words.len());
    text.span(start, text.len()).ok()
}
