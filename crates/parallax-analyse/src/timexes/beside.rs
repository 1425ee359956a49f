//! Distances whose date stands beside them: `two days after the storm, on February 12`.

use super::{
    context::Context,
    meaning::{Found, From, When},
    resolve::{Resolved, resolve},
    tokens::Line,
};
use parallax_language::calendar;
use parallax_model::Precision;
use std::ops::Range;

/// Words that may stand between `two days after the storm` and the date that says the same.
const APPOSED: usize = 10;

/// `two days after the storm, on February 12`: the date beside it says when.
pub(super) fn beside_event(
    line: &Line<'_>,
    found: &Found,
    after: Option<&Found>,
    sentence: &Range<usize>,
    context: &Context,
) -> Option<Resolved> {
    let date = after.filter(|date| date.next <= sentence.end)?;
    let (value, precision) = resolve(date, context)?;
    if date.first == found.next && precision == Precision::Day {
        let When::Offset { unit, by, .. } = found.when else { return None };
        let (day, _) = calendar::days(&value)?;
        let when = When::Offset { unit, by, from: From::Published };
        let shifted = Found { when, ..*found };
        return resolve(&shifted, &Context { today: Some(day), quarter: None, ..*context });
    }
    apposed(line, found, after, sentence, context)
}

/// The day behind a comma that says the same as `found`: `eleven days later, on Friday`.
pub(super) fn apposed(
    line: &Line<'_>,
    found: &Found,
    after: Option<&Found>,
    sentence: &Range<usize>,
    context: &Context,
) -> Option<Resolved> {
    let date = after.filter(|date| date.next <= sentence.end)?;
    let near = date.first <= found.next + APPOSED
        && (found.next..=date.first).any(|at| matches!(line.gap(at).trim(), "," | "，"));
    resolve(date, context).filter(|(_, precision)| near && *precision == Precision::Day)
}
