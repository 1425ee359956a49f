//! Whether the words around an expression look back or ahead.

mod cues;
mod outside;

use super::{
    meaning::{Found, When},
    tokens::Line,
    vocabulary::{Sense, Tense},
};
use cues::at_word;
use std::ops::Range;

/// Words looked through before and after an expression; a longer clause is rare.
const REACH: usize = 40;

/// Words between `postponed` and the day: `postponed a vote on the budget until Tuesday`.
const MOVED_REACH: usize = 8;

/// Words a line needs beside the expression to be a sentence with a verb.
const LEAST_SENTENCE: usize = 2;

/// The tense of the nearest verb or other cue before `found` in its sentence, else after it;
/// what a speaker is quoted with counts last.
///
/// A sentence with none that looks back speaks of what is to come: `The last
/// ferry sails on Sunday`.
pub(super) fn around(line: &Line<'_>, found: &Found, sentence: &Range<usize>) -> Option<Tense> {
    if comes(line, found) {
        return Some(Tense::Future);
    }
    if line.english() && before(line, found).is_some_and(|at| line.is(at, Sense::Passed)) {
        return Some(Tense::Past);
    }
    let (first, last) = reach(line, found, sentence);
    if measures(line, found, first) {
        return Some(Tense::Present);
    }
    let weekday = matches!(found.when, When::Weekday { .. });
    let sure =
        |at: usize| at_word(line, at, first, weekday).filter(|tense| *tense != Tense::Present);
    let quoted = outside::quoted(line, found, first..last);
    let own = |at: &usize| !quoted.iter().any(|quote| quote.contains(at));
    let looked_back = (first..found.first).rev().filter(own).find_map(sure);
    let told = looked_back
        .or_else(|| (found.next..last).filter(own).find_map(sure))
        .or_else(|| (first..found.first).rev().find_map(sure))
        .or_else(|| (found.next..last).find_map(sure));
    if told == Some(Tense::Future) && owns(line, found) {
        // `will do well in Tuesday's vote`
        let will = line.english() && (first..found.first).filter(own).any(|at| shall(line, at));
        return Some(if will { Tense::Future } else { Tense::Past });
    }
    if told == Some(Tense::Past) && put_off(line, found) {
        return Some(Tense::Future);
    }
    if looked_back == Some(Tense::Past) && leads_on(line, found) {
        return Some(Tense::Present);
    }
    told.or_else(|| {
        let after = line.english() && (first..found.first).any(|at| line.is(at, Sense::Since));
        if after {
            return Some(Tense::Past);
        }
        let present = (first..last).any(|at| line.tense(at) == Some(Tense::Present));
        let sentence = last.saturating_sub(first) > found.next - found.first + LEAST_SENTENCE;
        Some(if present || !sentence || !line.knows_tense() {
            Tense::Present
        } else {
            Tense::Future
        })
    })
}

/// Whether a length ends what something is compared with: `more than it spends on schools in a year`.
fn measures(line: &Line<'_>, found: &Found, first: usize) -> bool {
    let length = matches!(found.when, When::Ahead { .. }) && line.english();
    let counts = |at: usize| line.raw(at).starts_with(|first: char| first.is_ascii_digit());
    length && (first..found.first).any(|at| line.raw(at) == "than" && !counts(at + 1))
}

/// The words that may tell the tense of `found`: those near it, up to a semicolon.
fn reach(line: &Line<'_>, found: &Found, sentence: &Range<usize>) -> (usize, usize) {
    let first = sentence.start.max(found.first.saturating_sub(REACH));
    let last = sentence.end.min(found.next.saturating_add(REACH));
    let ends = |at: &usize| line.gap(*at).starts_with(';');
    let begun = (first + 1..=found.first).rev().find(ends).unwrap_or(first);
    (begun, (found.next..last).find(ends).unwrap_or(last))
}

/// The word right before `found`.
fn before(line: &Line<'_>, found: &Found) -> Option<usize> {
    found.first.checked_sub(1).filter(|_| line.spaced(found.first))
}

/// Whether word `at` is `will`, or a modal verb that looks ahead like it.
fn shall(line: &Line<'_>, at: usize) -> bool {
    line.is(at, Sense::Modal) && line.tense(at) == Some(Tense::Future) && line.raw(at) != "would"
}

/// Whether the word before says that the day is to come: `effective May 1`, `leaves on Friday`.
fn comes(line: &Line<'_>, found: &Found) -> bool {
    let Some(before) = before(line, found) else { return false };
    let on = before.checked_sub(1).filter(|_| line.raw(before) == "on" && line.spaced(before));
    // `they have until Friday`
    let until = matches!(line.raw(before), "until" | "till") && line.english();
    let given = before.checked_sub(1).is_some_and(|at| matches!(line.raw(at), "has" | "have"));
    line.is(on.unwrap_or(before), Sense::Comes) || (until && given)
}

/// Whether something was put off until then, or may be as soon as then.
fn put_off(line: &Line<'_>, found: &Found) -> bool {
    let word = |by: usize| found.first.checked_sub(by).map_or("", |at| line.raw(at));
    // `suspended until at least Thursday`
    let least = if line.english() && word(1) == "least" && word(2) == "at" { 2 } else { 0 };
    let before = |by: usize| word(by + least);
    let soon = before(1) == "as" && matches!(before(2), "soon" | "early" | "late");
    let until = match line.language.primary() {
        "en" => matches!(before(1), "until" | "till" | "to" | "for"),
        "de" => matches!(before(1), "auf" | "bis"),
        "fr" => matches!(before(1), "à" | "au" | "jusqu'à"),
        _ => false,
    };
    // `moved from Monday to Tuesday` is told of both days alike.
    let dated = found.first.checked_sub(2).is_some_and(|at| line.names_day(at));
    let until = until && !dated;
    let near = found.first.saturating_sub(MOVED_REACH + least)..found.first;
    // `told boats to stay in port until Sunday`
    let stays = |at: usize| {
        line.english()
            && line.raw(at) == "to"
            && matches!(line.raw(at + 1), "stay" | "remain" | "keep" | "wait" | "close" | "shut")
    };
    soon || (until && near.into_iter().any(|at| line.is(at, Sense::Moved) || stays(at)))
}

/// Whether `by` or `from` stands before a month, which then may well be ahead.
fn leads_on(line: &Line<'_>, found: &Found) -> bool {
    let month = matches!(found.when, When::Calendar { day: None, .. });
    let before = found.first.checked_sub(1);
    month && before.is_some_and(|before| line.is(before, Sense::Onward))
}

/// Whether what follows is the day's own: one looks ahead for ways around `Wednesday's ruling`.
fn owns(line: &Line<'_>, found: &Found) -> bool {
    let last = found.next.checked_sub(1).map_or("", |last| line.raw(last));
    matches!(found.when, When::Weekday { .. })
        && last.ends_with(['s', 'S'])
        && last.contains(['\'', '’'])
}
