//! What single words tell of the tense.

use crate::timexes::{
    tokens::Line,
    vocabulary::{Sense, Tense},
};

/// Words between a modal verb and its participle: `will not be built`.
const MODAL_REACH: usize = 3;

/// Words between `agreed` and its infinitive: `agreed on Tuesday in Osk to open`.
const AHEAD_REACH: usize = 8;

/// The tense of word `at`, seen with the words before it.
pub(super) fn at_word(line: &Line<'_>, at: usize, first: usize, weekday: bool) -> Option<Tense> {
    if line.raw(at) == "将" && is_ahead(line, at) {
        return Some(Tense::Future);
    }
    if infinitive(line, at, first, weekday) {
        return Some(Tense::Future);
    }
    let tense = with_next(line, at)?;
    if tense == Tense::Past && describes(line, at, first) {
        return None;
    }
    // `the case is heard in May`
    let present = at.checked_sub(1).filter(|before| first <= *before && line.spaced(at));
    let passive = present.is_some_and(|before| matches!(line.raw(before), "is" | "are"));
    if tense == Tense::Past && passive && line.english() {
        return Some(Tense::Present);
    }
    // `will be built`, `is to be held`: the participle is no past.
    let near = (at.saturating_sub(MODAL_REACH).max(first)..at).rev();
    let ahead = near.take_while(|near| line.spaced(near + 1)).any(|near| {
        let modal = !line.english() || line.is(near, Sense::Modal) || line.raw(near + 1) == "to";
        let be = line.raw(near) == "to" && line.raw(near + 1) == "be";
        (modal || be) && with_next(line, near) == Some(Tense::Future)
    });
    Some(if tense == Tense::Past && ahead { Tense::Future } else { tense })
}

/// Whether the Chinese `将` looks ahead, and does not lead to an object.
fn is_ahead(line: &Line<'_>, at: usize) -> bool {
    let soon = at.checked_sub(1).is_some_and(|before| line.raw(before) == "即");
    let verb = ["于", "在", "会", "举", "持", "开", "访", "赴", "迎", "出", "从", "进", "继"];
    soon || verb.contains(&line.raw(at + 1))
}

/// Whether the participle at `at` only describes a noun: `on an unspecified date`.
fn describes(line: &Line<'_>, at: usize, first: usize) -> bool {
    let article = |before: usize| {
        line.is(before, Sense::The)
            || line.is(before, Sense::A)
            || line.is(before, Sense::YearOwner)
    };
    let mut before = at.checked_sub(1).filter(|before| first <= *before && line.spaced(at));
    // `a still unspecified date`
    if before.is_some_and(|near| matches!(line.raw(near), "still" | "newly" | "long" | "recently"))
    {
        before = before.and_then(|near| near.checked_sub(1));
    }
    let noun = line.spaced(at + 1) && !line.capital(at + 1) && !line.short_word(at + 1);
    line.english()
        && line.raw(at).ends_with("ed")
        && before.is_some_and(article)
        && noun
        && line.tense(at + 1).is_none()
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
    // `its plans for the bridge` tell no time.
    if line.english() && line.is(at, Sense::Plan) && !to {
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
        // `asked for money to build a bridge`
        if line.english() && line.raw(near + 1) == "for" && !line.is(near, Sense::Plan) {
            return false;
        }
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
