//! When a deed was done: the day or the hour that its own clause gives.

use super::{clause::Tree, verdict::Verdict};
use crate::syntax::{Class, Relation};
use parallax_model::{Span, Timex, TimexKind};

/// The first date that hangs on the deed: no length of time, and no other clause's.
pub(super) fn date(
    tree: &Tree<'_>,
    verdict: &Verdict,
    words: Span,
    dates: &[Timex],
) -> Option<usize> {
    let from = dates.partition_point(|date| date.span.start() < words.start());
    let within = dates.iter().enumerate().skip(from);
    let mut within = within.take_while(|(_, date)| words.contains(date.span));
    let found = within.find(|(_, date)| is_day(date) && hangs(tree, verdict, words, date.span));
    found.map(|(at, _)| at)
}

fn is_day(date: &Timex) -> bool {
    matches!(date.kind, TimexKind::Date | TimexKind::Time | TimexKind::Range)
        && date.value.starts_with(|c: char| c.is_ascii_digit() || c == 'X')
}

/// Whether the words of a date hang on the deed, or on what it is done to.
fn hangs(tree: &Tree<'_>, verdict: &Verdict, words: Span, date: Span) -> bool {
    let start = words.start();
    let first = tree.tokens.partition_point(|token| start + token.end <= date.start());
    let after = tree.tokens.partition_point(|token| start + token.start < date.end());
    let outside = |at: &usize| tree.head(*at).is_none_or(|head| !(first..after).contains(&head));
    let Some(head) = (first..after).find(outside).and_then(|top| tree.head(top)) else {
        return false;
    };
    let object = |at: usize| tree.child(verdict.deed, &[Relation::Obj]) == Some(at);
    let own = |at: usize| at == verdict.deed || at == verdict.doer;
    // `In the town hall on Monday`: the day hangs on the place, and the place on the deed.
    let place = tree.relation(head) == Relation::Obl && tree.head(head).is_some_and(own);
    // A finite verb between them opens another clause.
    let (from, to) = (verdict.deed.min(first), verdict.deed.max(first));
    let fine = |at: usize| tree.tokens.get(at).map_or("", |token| token.tag.fine());
    let finite =
        |at: usize| tree.class(at) == Class::Verb && matches!(fine(at), "VBD" | "VBZ" | "VBP");
    let crossed = (from + 1..to).any(|at| at != verdict.doer && finite(at));
    !crossed && (own(head) || object(head) || place)
}
