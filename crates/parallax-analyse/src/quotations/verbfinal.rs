//! Reports of languages whose verb stands last: `Министр порттың ашылатынын айтты`.
//!
//! The subject opens the sentence and the clause stands between it and the
//! verb, its own verb made a noun with an object's ending. Where nobody is
//! named at the start there is no telling where the subject ends.

use super::cue::{Cue, CueKind, Link};
use super::frame::{Frame, TokenKind};
use super::phrase;
use super::scene::Scene;
use super::subject::Subject;
use super::vocabulary::Class;
use std::ops::Range;

/// Words from the start of the clause within which the subject's name starts.
const OPENING: usize = 6;

/// The subject of the verb at token `verb`, which follows a word.
pub(super) fn subject(scene: &Scene<'_>, frame: &Frame, verb: usize) -> Option<Subject> {
    let start = clause_start(frame, verb);
    let named = |speaker, end| Subject {
        speaker: Some(speaker),
        tokens: start..end,
        inverted: false,
        shared: false,
    };
    if phrase::is_pronoun(scene, frame, start) {
        let speaker = scene.resolve(frame, start..start + 1, start..start + 1)?;
        return Some(named(speaker, start + 1));
    }
    (start..verb.min(start + OPENING))
        .find_map(|at| {
            let end = (at + 1..verb).rev().find(|&end| scene.name_fills(frame, at..end))?;
            let speaker = scene.resolve(frame, at..end, at..end)?;
            Some(named(speaker, end))
        })
        .or_else(|| {
            let office = (start..verb.min(start + OPENING))
                .find(|&at| frame.is(at, Class::Office, scene.vocabulary))?;
            Some(named(scene.several(frame, start..office + 1)?, office + 1))
        })
}

/// The subject before words in marks that the verb at token `verb` follows: `Әкім оны «қате» деп атады`.
pub(super) fn before_marks(scene: &Scene<'_>, frame: &Frame, verb: usize) -> Option<Subject> {
    let marks = (verb.saturating_sub(MARKS_REACH)..verb)
        .rev()
        .find(|&at| matches!(frame.kind(at), Some(TokenKind::Quote(_))))?;
    let joined = (marks + 1..verb).all(|at| {
        frame.is(at, Class::Auxiliary, scene.vocabulary)
            || matches!(frame.kind(at), Some(TokenKind::Comma | TokenKind::Dash))
    });
    let follows = frame.kind(marks.checked_sub(1)?) == Some(TokenKind::Word);
    (joined && follows).then(|| subject(scene, frame, marks))?
}

/// Tokens between words in marks and their verb: `– деп`.
const MARKS_REACH: usize = 4;

/// The clause between subject and verb.
pub(super) fn clause(scene: &Scene<'_>, frame: &Frame, cue: &Cue) -> Option<Range<usize>> {
    let last = cue.tokens.start.checked_sub(1)?;
    let reports = matches!(cue.kind, CueKind::Verb(_)) && cue.link == Link::Before;
    let reported = frame.token(last).filter(|token| token.kind == TokenKind::Word)?;
    let made_noun = scene.vocabulary.ends_as(&reported.folded, Class::Nominal);
    (reports && made_noun && !cue.subject.is_empty()).then_some(cue.subject.end..cue.tokens.start)
}

/// After the last stop before a token that is no comma.
fn clause_start(frame: &Frame, before: usize) -> usize {
    (0..before)
        .rev()
        .find(|&at| !matches!(frame.kind(at), Some(TokenKind::Word | TokenKind::Comma)))
        .map_or(0, |stop| stop + 1)
}
