//! The card about the author under an article.

use super::{
    names::{full, of_line},
    printed,
};
use crate::{
    html::{Page, Verdict, hints::Hint},
    lines,
};
use parallax_model::Author;

/// Nodes after the body in which its author's card is looked for.
const AFTER: usize = 1500;

/// What follows a name where its bearer is told about.
const TELLS: [&str; 12] =
    ["is", "was", "has", "works", "writes", "ist", "schreibt", "est", "es", "—", "–", "является"];

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
        .or_else(|| told_about(page, place))
        .unwrap_or_default()
}

/// A name on a line of its own, over words that tell who that is: `Ada Lane` /
/// `Ada Lane is a marine biologist`.
fn told_about(page: &Page<'_>, (start, end): (usize, usize)) -> Option<Vec<Author>> {
    const LONGEST_NAME: usize = 60;
    let blocks = page.blocks.iter().filter(|block| start < block.first && block.first < end);
    let blocks: Vec<_> = blocks.take(AFTER).collect();
    let tells = |name: &str, words: &str| {
        let first = name.split_whitespace().next().unwrap_or_default();
        let whole = words.strip_prefix(name).or_else(|| words.strip_prefix(first));
        let verb = whole.and_then(|rest| rest.strip_prefix(' '));
        verb.and_then(|rest| rest.split_whitespace().next())
            .is_some_and(|verb| TELLS.contains(&verb))
    };
    blocks.iter().enumerate().find_map(|(at, name)| {
        if name.size > LONGEST_NAME || printed::of_others(page, name.first) {
            return None;
        }
        let found = lines::name_line(name.words()).filter(|found| found.len() == 1)?;
        let known = found.iter().all(full);
        let told =
            blocks.iter().skip(at + 1).take(2).any(|about| tells(name.words(), about.words()));
        (known && told).then_some(found)
    })
}
