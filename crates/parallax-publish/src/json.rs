//! The JSON of the contract, version 1: one compact line.

mod annotations;
mod article;
mod assignment;
mod changes;
mod claim;
mod comparison;
mod edition;
mod names;
mod quantities;
mod reasons;
mod revised;
mod story;
mod why;

pub use assignment::{Assignment, assignment};

use crate::{Between, Generator};
use parallax_model::{Edition, Explanation, ReadArticle, Revised, Span};
use serde::Serialize;

/// The version of the contract.
const CONTRACT: u8 = 1;

/// The whole edition, with a line feed at the end.
pub fn edition(edition: &Edition, generator: &Generator) -> String {
    let names = names::Names::of(edition);
    line(&edition::EditionBody::new(edition, &names, generator))
}

/// Why the comparison of each story says what it says, a line a story; `why` has an explanation for each.
pub fn reasons(edition: &Edition, why: &[Explanation]) -> String {
    let told = edition.stories.iter().zip(why);
    told.map(|(told, why)| line(&reasons::ReasonsBody::new(edition, told, why))).collect()
}

/// What changed between two moments, with a line feed at the end.
pub fn changes(between: &Between<'_>, generator: &Generator) -> String {
    line(&changes::ChangesBody::new(between, generator))
}

/// One article alone, with nothing from other articles, as one line of JSON Lines.
///
/// Entity ids are local to the article (`e0`, `e1`, …) and `copy_of` is null.
pub fn article(read: &ReadArticle) -> String {
    line(&article::ArticleBody::alone(read))
}

/// What an outlet changed in an article from one revision to another, with a line feed at the end.
pub fn revised(before: &ReadArticle, after: &ReadArticle, revised: &Revised) -> String {
    line(&revised::RevisedBody::new(before, after, revised))
}

/// The revisions of an article in short, one a line.
pub fn revisions(revisions: &[ReadArticle]) -> String {
    revisions.iter().map(|read| line(&revised::RevisionBody::new(read))).collect()
}

fn line(body: &impl Serialize) -> String {
    let mut line = serde_json::to_string(body).expect("a body holds strings, numbers and lists");
    line.push('\n');
    line
}

/// A span as the contract prints it: `[start, end]`.
type Pair = (usize, usize);

fn pair(span: Span) -> Pair {
    (span.start(), span.end())
}

fn pairs(spans: &[Span]) -> Vec<Pair> {
    spans.iter().copied().map(pair).collect()
}
