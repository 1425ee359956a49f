//! Whether the words around an expression look back or ahead.

use super::{
    meaning::{Found, When},
    tokens::Line,
    vocabulary::{Sense, Tense},
};
use std::ops::Range;

/// Words looked through before and after an expression; a longer clause is rare.
const REACH: usize = 40;

/// Words between a modal verb and its participle: `will not be built`.
const MODAL_REACH: usize = 3;

/// Words between `agreed` and its infinitive: `agreed on Tuesday in Osk to open`.
const AHEAD_REACH: usize = 8;

/// Words between `postponed` and the day: `postponed a vote on the budget until Tuesday`.
const MOVED_REACH: usize = 8;

/// Words a line needs beside the expression to be a sentence with a verb.
const LEAST_SENTENCE: usize = 2;

/// The tense of the nearest verb or other cue before `found` in its sentence, else after it.
///
/// A sentence with none that looks back speaks of what is to come: `The last
/// ferry sails on Sunday`.
pub(super) fn around(line: &Line<'_>, found: &Found, sentence: &Range<usize>) -> Option<Tense> {
    let first = sentence.start.max(found.first.saturating_sub(REACH));
    let last = sentence.end.min(found.next.saturating_add(REACH));
    let weekday = matches!(found.when, When::Weekday { .. });
    let sure =
        |at: usize| at_word(line, at, first, weekday).filter(|tense| *tense != Tense::Present);
    let before = (first..found.first).rev().find_map(sure);
    let told = before.or_else(|| (found.next..last).find_map(sure));
    if told == Some(Tense::Future) && owns(line, found) {
        return Some(Tense::Past);
    }
    if line.english() && told == Some(Tense::Past) && put_off(line, found) {
        return Some(Tense::Future);
    }
    if told == Some(Tense::Past) && leads_on(line, found) {
        return Some(Tense::Present);
    }
    told.or_else(|| {
        let present = (first..last).any(|at| line.tense(at) == Some(Tense::Present));
        let sentence = last.saturating_sub(first) > found.next - found.first + LEAST_SENTENCE;
        Some(if present || !sentence || !line.knows_tense() {
            Tense::Present
        } else {
            Tense::Future
        })
    })
}

/// Whether something was put off until then, or may be as soon as then.
fn put_off(line: &Line<'_>, found: &Found) -> bool {
    let before = |by: usize| found.first.checked_sub(by).map_or("", |at| line.raw(at));
    let soon = before(1) == "as" && matches!(before(2), "soon" | "early" | "late");
    let until = matches!(before(1), "until" | "till" | "to" | "for");
    // `moved from Monday to Tuesday` is told of both days alike.
    let dated = found.first.checked_sub(2).is_some_and(|at| line.names_day(at));
    let until = until && !dated;
    let near = found.first.saturating_sub(MOVED_REACH)..found.first;
    soon || (until && near.into_iter().any(|at| line.is(at, Sense::Moved)))
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

/// The tense of word `at`, seen with the words before it.
fn at_word(line: &Line<'_>, at: usize, first: usize, weekday: bool) -> Option<Tense> {
    if infinitive(line, at, first, weekday) {
        return Some(Tense::Future);
    }
    let tense = with_next(line, at)?;
    // `the case is heard in May`
    let present = at.checked_sub(1).filter(|before| first <= *before && line.spaced(at));
    let passive = present.is_some_and(|before| matches!(line.raw(before), "is" | "are"));
    if tense == Tense::Past && passive && line.english() {
        return Some(Tense::Present);
    }
    // `will be built`, `is to be held`: the participle is no past.
    let mut near = at.saturating_sub(MODAL_REACH).max(first)..at;
    let ahead = near.any(|near| with_next(line, near) == Some(Tense::Future));
    Some(if tense == Tense::Past && ahead { Tense::Future } else { tense })
}

/// The tense of word `at`, seen with the word after it: `is to debate`, `set to fall`.
fn with_next(line: &Line<'_>, at: usize) -> Option<Tense> {
    let to = line.english() && matches!(line.raw(at + 1), "to" | "for") && line.spaced(at + 1);
    let to = to && (line.raw(at + 1) == "to" || line.raw(at) == "set");
    if line.english() && line.raw(at) == "to" && line.raw(at + 1) == "be" {
        return Some(Tense::Future);
    }
    // `next to the bridge`
    if line.english() && line.raw(at) == "next" && line.raw(at + 1) == "to" {
        return None;
    }
    let tense = line.tense(at);
    let leads = tense == Some(Tense::Present) || line.raw(at) == "set";
    if to && leads { Some(Tense::Future) } else { tense }
}

/// Whether word `at` is the infinitive of what was agreed, planned or promised: the `to` of
/// `agreed to open`, `открыть` after `договорились`.
///
/// The weekday of `agreed to open it on Tuesday` is that of the agreement.
fn infinitive(line: &Line<'_>, at: usize, first: usize, weekday: bool) -> bool {
    let verb = match line.language.primary() {
        "en" => line.raw(at) == "to" && line.spaced(at + 1) && bare_verb(line, at + 1),
        "ru" => {
            ["ть", "ться", "ти", "тись", "чь"].iter().any(|ending| line.raw(at).ends_with(ending))
        }
        "es" => ["ar", "er", "ir", "arse", "erse", "irse"]
            .iter()
            .any(|ending| line.raw(at).ends_with(ending)),
        _ => false,
    };
    let mut near = at.saturating_sub(AHEAD_REACH).max(first)..at;
    verb && near.any(|near| {
        let reported = weekday && line.tense(near) == Some(Tense::Past);
        line.is(near, Sense::Ahead) && !reported
    })
}

/// Whether word `at` may be an English infinitive: `open`, not `the`, `talks` or `Osk`.
fn bare_verb(line: &Line<'_>, at: usize) -> bool {
    let raw = line.raw(at);
    let noun = raw.ends_with("ing") || (raw.ends_with('s') && !raw.ends_with("ss"));
    let lower = raw.starts_with(|letter: char| letter.is_ascii_lowercase());
    lower && !noun && (matches!(raw, "be" | "have" | "do") || !line.short_word(at))
}
