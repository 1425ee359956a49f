//! Noun phrases: how far they reach and what their head is.

use super::frame::{Frame, TokenKind};
use super::scene::Scene;
use super::subject::REACH;
use super::vocabulary::{Class, Form};
use std::ops::Range;

/// The tokens of the noun phrase that ends before `end`.
pub(super) fn phrase_before(scene: &Scene<'_>, frame: &Frame, end: usize) -> Range<usize> {
    let mut start = end;
    let mut relative = None;
    while let Some(at) = start.checked_sub(1) {
        let Some(token) = frame.token(at) else { break };
        if token.kind != TokenKind::Word || end - at > REACH {
            break;
        }
        let is = |class| frame.is(at, class, scene.vocabulary);
        if is(Class::Infinitive) {
            break;
        }
        if is(Class::Relative) {
            relative = Some(at);
        } else if is(Class::Preposition) && is(Class::Conjunction) && in_relative(scene, frame, at)
        {
            // `a pensioner who had held it since her wedding said`.
        } else if is(Class::Conjunction) && !names_end(scene, frame, at, end)
            || relative.is_none() && is_finite(scene, frame, at)
        {
            break;
        }
        start = at;
    }
    match relative {
        // `which the leader wrote`: the clause's own subject follows the relative word.
        Some(at) if !has_verb(scene, frame, at + 1..end) => at + 1..end,
        _ => start..end,
    }
}

/// The noun phrase that starts at `from`, as far as the next stop or clause.
pub(super) fn phrase_after(scene: &Scene<'_>, frame: &Frame, from: usize) -> Option<Range<usize>> {
    let mut start = from;
    while start < from + 3
        && is_adverb(scene, frame, start)
        && !frame.is(start, Class::Determiner, scene.vocabulary)
    {
        start += 1;
    }
    let end = (start..frame.tokens.len().min(start + REACH))
        .find(|&at| {
            frame.kind(at) != Some(TokenKind::Word)
                || frame.is(at, Class::Relative, scene.vocabulary)
                || frame.is(at, Class::Conjunction, scene.vocabulary)
                    && !scene.inside_name(frame, at)
                    && !frame.is(at, Class::Preposition, scene.vocabulary)
        })
        .unwrap_or_else(|| frame.tokens.len().min(start + REACH));
    (start < end).then_some(start..end)
}

/// The head of a phrase: what stands before its first preposition or relative word.
pub(super) fn head(scene: &Scene<'_>, frame: &Frame, phrase: Range<usize>) -> Option<Range<usize>> {
    let is = |at: usize, class| frame.is(at, class, scene.vocabulary);
    let mut start = phrase.start;
    while start < phrase.end && is_adverb(scene, frame, start) && !is(start, Class::Determiner) {
        start += 1;
    }
    if start >= phrase.end {
        return None;
    }
    if is(start, Class::Preposition) {
        return tail(scene, frame, start..phrase.end);
    }
    if is_pronoun(scene, frame, phrase.end - 1) {
        return Some(phrase.end - 1..phrase.end);
    }
    let stop = (start + 1..phrase.end)
        .find(|&at| {
            (is(at, Class::Preposition) || is(at, Class::Relative)) && !scene.inside_name(frame, at)
        })
        .unwrap_or(phrase.end);
    // `Last week the governor`: the later article opens the phrase.
    let open = (start + 1..stop)
        .rev()
        .find(|&at| {
            // `die Sprecherin der Polizei`: what belongs to someone is no phrase of its own.
            let belongs =
                is(at, Class::Belonging) && frame.token(at - 1).is_some_and(|token| token.capital);
            is(at, Class::Determiner)
                && !belongs
                && !frame.token(at).is_some_and(|token| token.capital)
        })
        .unwrap_or(start);
    Some(open..stop)
}

pub(super) fn right_head(scene: &Scene<'_>, frame: &Frame, phrase: Range<usize>) -> Range<usize> {
    let is = |at: usize| {
        frame.is(at, Class::Preposition, scene.vocabulary) && !scene.inside_name(frame, at)
    };
    // `сообщили в ведомстве`: the body that spoke stands after a preposition.
    let start = if is(phrase.start) { phrase.start + 1 } else { phrase.start };
    let stop = (start + 1..phrase.end)
        .find(|&at| is(at) || frame.is(at, Class::Time, scene.vocabulary))
        .unwrap_or(phrase.end);
    start.min(stop)..stop
}

/// The last noun phrase of a stretch that opens with a preposition: `After the talks Vega`.
pub(super) fn tail(scene: &Scene<'_>, frame: &Frame, part: Range<usize>) -> Option<Range<usize>> {
    let is = |at: usize, class| frame.is(at, class, scene.vocabulary);
    let name = (part.start + 1..part.end).find(|&at| scene.name_runs(frame, at, part.end));
    let article = (part.start + 2..part.end)
        .rev()
        .find(|&at| is(at, Class::Determiner) && !is(at - 1, Class::Preposition));
    let lone = Some(part.end - 1).filter(|&at| at > part.start + 1 && is_pronoun(scene, frame, at));
    name.or(lone).or(article).map(|start| start..part.end)
}

/// A pronoun that can only be a subject, or may well be one.
pub(super) fn is_pronoun(scene: &Scene<'_>, frame: &Frame, at: usize) -> bool {
    [Class::Masculine, Class::Feminine, Class::Neuter, Class::Plural, Class::First]
        .iter()
        .any(|class| frame.is(at, *class, scene.vocabulary))
}

pub(super) fn is_adverb(scene: &Scene<'_>, frame: &Frame, at: usize) -> bool {
    let adverb_ending = frame.token(at).is_some_and(|token| {
        token.folded.len() > 4 && token.folded.ends_with("ly") && !token.capital
    });
    let time = frame.is(at, Class::Time, scene.vocabulary)
        && !at.checked_sub(1).is_some_and(|b| frame.is(b, Class::Preposition, scene.vocabulary));
    adverb_ending || time || frame.is(at, Class::Auxiliary, scene.vocabulary)
}

/// Whether a stretch after a verb is a clause rather than a subject.
pub(super) fn is_clause(scene: &Scene<'_>, frame: &Frame, phrase: Range<usize>) -> bool {
    let is = |at: usize, class| frame.is(at, class, scene.vocabulary);
    let placed = is(phrase.start, Class::Preposition) && !is(phrase.start, Class::Inplace);
    placed
        || is(phrase.start, Class::Complement)
        || is(phrase.start, Class::Reflexive)
        || is(phrase.start, Class::Infinitive)
        || is(phrase.start, Class::Addressee)
        || phrase
            .clone()
            .skip(1)
            .any(|at| is(at, Class::Being) || is(at, Class::Modal) || is(at, Class::Infinitive))
}

/// Whether a relative clause is open at a token.
fn in_relative(scene: &Scene<'_>, frame: &Frame, at: usize) -> bool {
    (at.saturating_sub(RELATIVE_REACH)..at)
        .rev()
        .take_while(|&before| {
            frame.kind(before) == Some(TokenKind::Word)
                && !frame.is(before, Class::Complement, scene.vocabulary)
                && !frame.is(before, Class::Coordinator, scene.vocabulary)
        })
        .any(|before| frame.token(before).is_some_and(|token| token.folded == "who"))
}

/// Words a relative clause may have run when a subordinate one starts in it.
const RELATIVE_REACH: usize = 10;

/// Whether a conjunction stands inside a name: `Ministry of Fish and Food`.
pub(super) fn names_end(scene: &Scene<'_>, frame: &Frame, at: usize, end: usize) -> bool {
    let and = frame.is(at, Class::Coordinator, scene.vocabulary);
    let capital = |at: usize| frame.token(at).is_some_and(|token| token.capital);
    and && at + 2 == end
        && at.checked_sub(1).is_some_and(capital)
        && capital(at + 1)
        && scene.inside_name(frame, at)
}

pub(super) fn is_finite(scene: &Scene<'_>, frame: &Frame, at: usize) -> bool {
    frame.token(at).is_some_and(|token| {
        !token.capital
            && scene.vocabulary.verb(&token.folded).is_some_and(|verb| verb.form == Form::Finite)
            && !at.checked_sub(1).is_some_and(|before| {
                frame.is(before, Class::Determiner, scene.vocabulary)
                    || frame.is(before, Class::Preposition, scene.vocabulary)
                    || frame.token(before).is_some_and(|token| token.possessive)
            })
    })
}

pub(super) fn has_verb(scene: &Scene<'_>, frame: &Frame, part: Range<usize>) -> bool {
    part.clone().any(|at| {
        frame.is(at, Class::Auxiliary, scene.vocabulary)
            || frame.is(at, Class::Conjunction, scene.vocabulary)
            || frame.is(at, Class::Preposition, scene.vocabulary)
    }) || part.len() > 6
}
