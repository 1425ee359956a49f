//! The agency credited with the copy, and the dateline.

use super::{Page, Verdict, write::Written};
use crate::lines;
use parallax_model::{Author, Span, cut};

/// A credit line longer than this, in characters, is a paragraph.
const LONGEST_CREDIT: usize = 80;

/// Where the body says it was filed from.
pub(crate) fn dateline(written: &Written) -> Option<Span> {
    let first = *written.paragraphs.first()?;
    let range = lines::dateline(written.text.slice(first))?;
    written.text.trimmed(first.start() + range.start..first.start() + range.end)
}

/// The agency credited: in the byline, the dateline, or a line of its own by the body.
pub(crate) fn credit(page: &Page<'_>, written: &Written, byline: &[Author]) -> Option<String> {
    let named =
        byline.iter().map(|author| author.name.as_str()).find(|name| lines::is_agency(name));
    let of = |words: &str| lines::wire_credit(words).map(|range| cut(words, range).to_owned());
    let filed = || dateline(written).and_then(|span| of(written.text.slice(span)));
    let (start, _) = page.near();
    let end = page.tree.node(page.around()).end;
    let lines = page.blocks.iter().zip(&page.body.verdicts).filter(|(block, verdict)| {
        let left_out = matches!(verdict, Verdict::Out(_) | Verdict::Body);
        left_out && block.size <= LONGEST_CREDIT && (start..end).contains(&block.first)
    });
    let printed = || lines.map(|(block, _)| block.words()).find_map(of);
    named.map(str::to_owned).or_else(filed).or_else(printed)
}
