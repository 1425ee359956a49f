//! Who did what to whom, where and when, clause by clause.
//!
//! English only. The deed is read off the verb, what it is done to, and the
//! verbs above it (`threatened to impose`); the doer is its subject, and those
//! it is done to are the first actors named after it. Words decide, by tables;
//! where no table knows them there is no event.

mod actors;
mod clause;
mod mood;
mod verdict;
mod vocabulary;

use crate::syntax::{self, Class, Relation, Token};
use clause::Tree;
use parallax_model::{Article, Event, Span, Timex};
use std::ops::Range;
use verdict::Verdict;

/// Longer sentences are lists or furniture, and are not read.
const MOST_BYTES: usize = 2000;

/// The events of the body, in order.
pub(crate) fn events(article: &Article, sentences: &[Span], dates: &[Timex]) -> Vec<Event> {
    if !(article.language == "en" || article.language.starts_with("en-")) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (number, &sentence) in sentences.iter().enumerate() {
        if sentence.len() > MOST_BYTES {
            continue;
        }
        let text = article.words(sentence);
        let tokens = syntax::sentence(text);
        let tree = Tree::new(text, &tokens);
        for verdict in verdicts(&tree) {
            found.extend(event(article, &tree, &verdict, (number, sentence), dates));
        }
    }
    found
}

/// The verdicts of a sentence: on its main clause, and on those joined to it.
fn verdicts(tree: &Tree<'_>) -> Vec<Verdict> {
    let Some(root) = tree.root() else { return Vec::new() };
    let joined = tree.children(root).filter(|&child| tree.relation(child) == Relation::Conj);
    let clauses = std::iter::once(root).chain(joined);
    let mut found: Vec<Verdict> = clauses.filter_map(|at| verdict::verdict(tree, at)).collect();
    found.dedup_by_key(|verdict| verdict.deed);
    if found.is_empty() {
        // Where the root tells nothing, or is no verb at all, the first verb from the top that tells something.
        let verbs = tree.downwards().filter(|&at| tree.class(at) == Class::Verb);
        found.extend(verbs.filter(|&at| at != root).find_map(|at| verdict::verdict(tree, at)));
    }
    found
}

fn event(
    article: &Article,
    tree: &Tree<'_>,
    verdict: &Verdict,
    (number, sentence): (usize, Span),
    dates: &[Timex],
) -> Option<Event> {
    let actors = actors::actors(tree, verdict);
    let token = |at: usize| tree.tokens.get(at);
    let span = |words: Range<usize>| {
        let (first, last): (&Token, &Token) =
            (token(words.start)?, token(words.end.checked_sub(1)?)?);
        article.text.span(sentence.start() + first.start, sentence.start() + last.end).ok()
    };
    let spans = |ranges: Vec<Range<usize>>| ranges.into_iter().filter_map(span).collect();
    Some(Event {
        sentence: number,
        span: span(verdict.deed..verdict.deed + 1)?,
        class: verdict.class,
        sources: spans(actors.sources),
        targets: spans(actors.targets),
        place: actors::place(tree, verdict).and_then(span),
        date: dates.iter().position(|date| sentence.contains(date.span)),
    })
}

#[cfg(test)]
mod tests;
