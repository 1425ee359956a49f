//! The card about the author under an article.

use super::{names::of_line, printed};
use crate::html::{Page, Verdict, hints::Hint};
use parallax_model::Author;

/// Nodes after the body in which its author's card is looked for.
const AFTER: usize = 1500;

/// The first author named after the body, by an element that says so.
pub(super) fn author(page: &Page<'_>) -> Vec<Author> {
    let last = page.body.verdicts.iter().rposition(|verdict| *verdict == Verdict::Body);
    let Some(last) = last.and_then(|at| page.blocks.get(at)) else { return Vec::new() };
    let start = last.last;
    let end = (start + AFTER).min(page.tree.nodes().len());
    // Comments have authors of their own.
    let comments = (start..end).find(|&id| page.zones.hint(id) == Some(Hint::Comments));
    let place = (start, comments.unwrap_or(end));
    printed::named(page, place, of_line)
        .or_else(|| printed::linked(page, place, of_line))
        .unwrap_or_default()
}
