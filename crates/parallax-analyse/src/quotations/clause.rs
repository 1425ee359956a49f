//! Where the clause that a verb reports starts and ends.

use super::cue::{Cue, Link};
use super::frame::{Frame, TokenKind};
use super::reported::SHORTEST_CLAUSE;
use super::scene::Scene;
use super::tree::Clause;
use super::vocabulary::Class;
use std::ops::Range;

/// The token after *that*, where it follows the verb at once or after a short aside.
pub(super) fn after_complement(scene: &Scene<'_>, frame: &Frame, from: usize) -> Option<usize> {
    let is = |at: usize, class| frame.is(at, class, scene.vocabulary);
    if is(from, Class::Question) {
        return Some(from);
    }
    let tells = from.checked_sub(1).is_some_and(|verb| is(verb, Class::Tell));
    // What is told stands after whom, and when, but not after an object of its own.
    let aside =
        [Class::Preposition, Class::Time, Class::Auxiliary, Class::Complement, Class::Addressee]
            .iter()
            .any(|class| is(from, *class))
            || frame.token(from).is_some_and(|token| token.folded.ends_with("ly"))
            || frame.kind(from) == Some(TokenKind::Comma);
    if !aside && !tells && !scene.vocabulary.parts_clauses() {
        return None;
    }
    let mut commas = 0;
    for at in from..(from + COMPLEMENT_REACH).min(frame.tokens.len()) {
        match frame.kind(at) {
            Some(TokenKind::Word) if is(at, Class::Complement) => {
                // `said that was no failure`: a pronoun, not a conjunction.
                let pronoun = is(at + 1, Class::Being) || is(at + 1, Class::Modal);
                return Some(if pronoun { at } else { at + 1 });
            }
            Some(TokenKind::Word) if tells && is(at, Class::Question) => return Some(at),
            Some(TokenKind::Word)
                if at > from && is(at, Class::Conjunction) && !is(at, Class::Preposition) =>
            {
                return None;
            }
            Some(TokenKind::Word) => {}
            Some(TokenKind::Comma) if commas < 2 => commas += 1,
            // `told the show “Morning” that`.
            Some(TokenKind::Quote(_)) if tells && at > from => {}
            _ => return None,
        }
    }
    None
}

/// The clause of a verb that does without *that*: `says it will`.
pub(super) fn bare(scene: &Scene<'_>, frame: &Frame, cue: &Cue) -> Option<usize> {
    let is = |at: usize, class| frame.is(at, class, scene.vocabulary);
    let mut start = cue.tokens.end;
    if is(cue.tokens.start, Class::Tell) {
        start = after_addressee(scene, frame, start)?;
    }
    start = after_asides(scene, frame, start);
    // `said in a statement posted online`: what was done to the paper was not said.
    if start > cue.tokens.end && is(start - 1, Class::Document) && is(start, Class::Issued) {
        return None;
    }
    if scene.vocabulary.parts_clauses() && frame.kind(start) == Some(TokenKind::Comma) {
        start += 1;
    }
    let never = [
        Class::Preposition,
        Class::Infinitive,
        Class::Coordinator,
        Class::Relative,
        Class::Being,
        Class::Modal,
    ];
    // `Said her party would go`: whose, not whom.
    let whom = |at: usize| is(at, Class::Reflexive) && !opens_clause(scene, frame, at);
    let never = |at: usize| never.iter().any(|class| is(at, *class)) || whom(at);
    if matches!(frame.kind(start), Some(TokenKind::Quote(_))) {
        // `said “old rules” and new ones bound them`: the marks are the subject's alone.
        let goes_on = frame.kind(start + 1) == Some(TokenKind::Word);
        let said = is(cue.tokens.start, Class::Bare) && !is(start + 1, Class::Conjunction);
        let clause = has_subject(scene, frame, start + 1)
            || is(start + 1, Class::Being)
            || is(start + 1, Class::Modal);
        return (goes_on && said && clause).then_some(start);
    }
    let opens = frame.kind(start) == Some(TokenKind::Word)
        && !never(start)
        && (!is(start, Class::Conjunction) || is(start, Class::Subordinator))
        && !is_empty(scene, frame, start);
    let clause = is(cue.tokens.start, Class::Bare) || has_subject(scene, frame, start);
    (opens && clause && frame.tokens.len() >= start + SHORTEST_CLAUSE).then_some(start)
}

/// `said nothing in public`, `said no to the deal`.
pub(super) fn is_empty(scene: &Scene<'_>, frame: &Frame, at: usize) -> bool {
    let next = frame.kind(at + 1) != Some(TokenKind::Word)
        || frame.is(at + 1, Class::Preposition, scene.vocabulary)
        || frame.is(at + 1, Class::Infinitive, scene.vocabulary);
    frame.is(at, Class::Empty, scene.vocabulary) && next
}

/// Whether a word that tells whose starts a subject with its verb: `her party would`.
fn opens_clause(scene: &Scene<'_>, frame: &Frame, at: usize) -> bool {
    frame.is(at, Class::Possessive, scene.vocabulary)
        && frame.kind(at + 1) == Some(TokenKind::Word)
        && has_verb_within(scene, frame, at + 1)
}

/// Whether a subject and its verb open the clause: `acknowledged it was late`.
pub(super) fn has_subject(scene: &Scene<'_>, frame: &Frame, start: usize) -> bool {
    let is = |at: usize, class| frame.is(at, class, scene.vocabulary);
    let word = |at: usize| frame.kind(at) == Some(TokenKind::Word);
    let pronoun =
        [Class::Masculine, Class::Feminine, Class::Plural].iter().any(|class| is(start, *class));
    if pronoun {
        return word(start + 1);
    }
    has_verb_within(scene, frame, start)
}

/// Whether a verb that needs a subject stands soon after `start`, in its clause.
fn has_verb_within(scene: &Scene<'_>, frame: &Frame, start: usize) -> bool {
    let is = |at: usize, class| frame.is(at, class, scene.vocabulary);
    let word = |at: usize| frame.kind(at) == Some(TokenKind::Word);
    (start + 1..start + SUBJECT_REACH)
        .take_while(|&at| {
            word(at)
                && !is(at, Class::Infinitive)
                && !is(at, Class::Relative)
                && !is(at, Class::Complement)
        })
        .any(|at| {
            // `May` is a month.
            !frame.tokens[at].capital && (is(at, Class::Being) || is(at, Class::Modal))
        })
}

/// Words a clause's subject may take before its verb.
const SUBJECT_REACH: usize = 7;

/// Steps over whom something is told: `reporters`, `the Tribune`.
pub(super) fn after_addressee(scene: &Scene<'_>, frame: &Frame, from: usize) -> Option<usize> {
    let is = |at: usize, class| frame.is(at, class, scene.vocabulary);
    if is(from, Class::Addressee) || is(from, Class::Reflexive) {
        return Some(from + 1);
    }
    let end = scene.name_end(frame, from)?;
    Some(end)
}

/// Steps over where and when it was said: `in a statement`, `on Monday`.
pub(super) fn after_asides(scene: &Scene<'_>, frame: &Frame, from: usize) -> usize {
    let is = |at: usize, class| frame.is(at, class, scene.vocabulary);
    let mut at = from;
    for _ in 0..3 {
        if is(at, Class::Time) {
            at += 1;
        } else if is(at, Class::Preposition) {
            let known =
                (at + 1..at + 4).find(|&end| is(end, Class::Time) || is(end, Class::Document));
            match known {
                Some(end) => at = end + 1,
                None => return from,
            }
        } else {
            break;
        }
    }
    at
}

/// Where a clause ends: at its sentence's end, or where another report begins.
pub(super) fn clause_end(
    scene: &Scene<'_>,
    frame: &Frame,
    cues: &[Cue],
    nth: usize,
    start: usize,
) -> usize {
    let mut end = (start..frame.tokens.len())
        .find(|&at| {
            matches!(frame.kind(at), Some(TokenKind::Break))
                || frame.kind(at) == Some(TokenKind::Colon)
                    && matches!(frame.kind(at + 1), Some(TokenKind::Quote(_)))
        })
        .unwrap_or(frame.tokens.len());
    for next in cues.iter().skip(nth + 1) {
        let whole = next.whole();
        if whole.start <= start {
            continue;
        }
        if whole.start >= end {
            break;
        }
        if let Some(cut) = border(scene, frame, start, whole.start, next.link == Link::Shared) {
            end = end.min(cut);
            break;
        }
    }
    by_tree(scene, frame, &cues[nth], start..end).unwrap_or(end)
}

/// Where the tree says that something else begins: `…, though she noted`, `and Democrats accused`.
fn by_tree(scene: &Scene<'_>, frame: &Frame, cue: &Cue, clause: Range<usize>) -> Option<usize> {
    if frame.is(cue.tokens.start, Class::Claim, scene.vocabulary) {
        let byte = |at: usize| frame.token(at).map(|token| token.range.start);
        let start = byte(clause.start)?;
        let tree = scene.tree(frame)?;
        let known = tree.reported(byte(cue.tokens.start)?, start).and_then(|it| it.end(start));
        let end = known.map(|end| frame.tokens.partition_point(|token| token.range.start < end));
        // A noun that opens the sentence is followed by a verb of the outlet's own.
        let opens = cue.subject.start <= 1;
        let end = end.filter(|&end| !opens || end < clause.end);
        return end.map(|end| end.min(clause.end)).or_else(|| opens.then_some(clause.start));
    }
    let parts = |at: usize| {
        matches!(frame.kind(at), Some(TokenKind::Comma | TokenKind::Dash))
            || frame.is(at, Class::Coordinator, scene.vocabulary)
    };
    if !(clause.start + SHORTEST_CLAUSE..clause.end).any(parts) {
        return None;
    }
    let tree = scene.tree(frame)?;
    let byte = |at: usize| frame.token(at).map(|token| token.range.start);
    let verb = byte(cue.tokens.start)?;
    let first = byte(clause.start)?;
    let reported = tree.reported(verb, first);
    let last = cue.tokens.end.saturating_sub(1);
    let is = |at: usize, class| frame.is(at, class, scene.vocabulary);
    let finite = !is(clause.start, Class::Infinitive)
        && !is(clause.start, Class::Negation)
        && !is(last, Class::Preposition);
    let own = [
        Class::Complement,
        Class::Relative,
        Class::Masculine,
        Class::Feminine,
        Class::Plural,
        Class::Neuter,
        Class::First,
    ];
    let holds = |byte: usize| reported.as_ref().is_some_and(|clause| clause.holds(byte));
    let least = reported.as_ref().map_or(0, Clause::top_end);
    (clause.start + SHORTEST_CLAUSE..clause.end)
        .filter(|&at| parts(at) && byte(at).is_some_and(|byte| byte >= least))
        .filter(|&at| !joins_figures(frame, at))
        .filter(|&at| !finite || byte(at).is_some_and(|to| tree.asserts(first, to)))
        .find(|&at| {
            let and = usize::from(is(at + 1, Class::Coordinator));
            let next = at + 1 + and;
            let same = own.iter().any(|class| is(next, *class));
            !same && byte(next).is_some_and(|next| !holds(next) && tree.opens_other(next, verb))
        })
}

/// Whether what stands at `at` joins two figures: `between 2015 and 2021`.
fn joins_figures(frame: &Frame, at: usize) -> bool {
    let figure = |at: usize| {
        let token = frame.token(at);
        token.is_some_and(|token| token.folded.starts_with(|first: char| first.is_ascii_digit()))
    };
    at.checked_sub(1).is_some_and(figure) && figure(at + 1)
}

/// The comma or *and* before a later cue, where the clause ends for it.
pub(super) fn border(
    scene: &Scene<'_>,
    frame: &Frame,
    start: usize,
    next: usize,
    hangs: bool,
) -> Option<usize> {
    let before = next.checked_sub(1)?;
    let comma = frame.kind(before) == Some(TokenKind::Comma);
    let and = frame.is(before, Class::Coordinator, scene.vocabulary);
    if before <= start || !(comma || and) {
        return None;
    }
    if and && hangs || comma {
        let comma_first = and && frame.kind(before - 1) == Some(TokenKind::Comma);
        return Some(if comma_first { before - 1 } else { before });
    }
    None
}

/// Tokens between a verb and its *that*: `told the paper on Monday that`.
const COMPLEMENT_REACH: usize = 12;
