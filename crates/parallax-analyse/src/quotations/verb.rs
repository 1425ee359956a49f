//! Whether a word is a reporting verb where it stands, and how it is meant.

use super::frame::{Frame, TokenKind};
use super::scene::Scene;
use super::subject::Subject;
use super::vocabulary::{Class, Form, Verb};

/// `a move expected to cost jobs`: a participle that no one is the subject of.
pub(super) fn reduced(
    scene: &Scene<'_>,
    frame: &Frame,
    at: usize,
    verb: Verb,
    own: &Subject,
) -> bool {
    verb.passive
        && frame.is(at + 1, Class::Infinitive, scene.vocabulary)
        && own
            .speaker
            .as_ref()
            .is_some_and(|speaker| speaker.entity.is_none() && speaker.name.is_some())
}

/// Whether what stands before a base form lets it be a verb: a plural, a helping verb.
pub(super) fn may_be_base(scene: &Scene<'_>, frame: &Frame, at: usize) -> bool {
    let plural = |before: usize| {
        let is = |class| frame.is(before, class, scene.vocabulary);
        let ending = frame.token(before).is_some_and(|token| {
            token.kind == TokenKind::Word && token.folded.ends_with('s') && !token.possessive
        });
        let stop = frame.token(before).is_some_and(|token| token.kind != TokenKind::Word);
        ending
            || stop
            || [
                Class::People,
                Class::Plural,
                Class::First,
                Class::Lone,
                Class::Modal,
                Class::Auxiliary,
                Class::Relative,
                Class::Coordinator,
            ]
            .into_iter()
            .any(is)
    };
    at == 0 || (at.saturating_sub(PLURAL_REACH)..at).any(plural)
}

/// How far before a base form its plural subject may start.
const PLURAL_REACH: usize = 6;

/// Whether a word that can be a verb is a noun here: `the claims`, `of reports`.
pub(super) fn is_noun(scene: &Scene<'_>, frame: &Frame, at: usize, verb: Verb) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return verb.form != Form::Gerund && verb.form != Form::Finite;
    };
    let is = |class| frame.is(before, class, scene.vocabulary);
    let owned = frame.token(before).is_some_and(|token| token.possessive);
    let pronoun = is(Class::Feminine)
        || is(Class::Masculine)
        || is(Class::Plural)
        || is(Class::First)
        || is(Class::Neuter);
    let determined =
        is(Class::Determiner) && !pronoun && frame.kind(before) == Some(TokenKind::Word);
    let governed = is(Class::Preposition) && verb.form != Form::Gerund;
    // `one said`, `all say`, `both argue` are subjects, `the said` is none.
    owned || determined && !is(Class::Lone) || governed
}

pub(super) fn denied(scene: &Scene<'_>, frame: &Frame, at: usize) -> bool {
    let negates = |at: usize| frame.is(at, Class::Negation, scene.vocabulary);
    // German denies behind its verb: `sagte nicht`.
    (at.saturating_sub(3)..at).any(negates) || scene.vocabulary.inverts() && negates(at + 1)
}

/// Whether the verb at `at` is in the passive: a form of *be* before it.
pub(super) fn is_passive(scene: &Scene<'_>, frame: &Frame, at: usize) -> bool {
    let mut before = at;
    for _ in 0..4 {
        let Some(earlier) = before.checked_sub(1) else { return by_follows(scene, frame, at) };
        before = earlier;
        if frame.is(before, Class::Being, scene.vocabulary) {
            return true;
        }
        let adverb = frame.token(before).is_some_and(|t| t.folded.ends_with("ly"))
            || frame.is(before, Class::Auxiliary, scene.vocabulary)
            || frame.is(before, Class::Negation, scene.vocabulary);
        if !adverb {
            break;
        }
    }
    by_follows(scene, frame, at)
}

/// `is demanding`, `he’s saying`: a gerund with a subject of its own.
pub(super) fn is_progressive(scene: &Scene<'_>, frame: &Frame, at: usize) -> bool {
    let contracted = at.checked_sub(1).is_some_and(|before| {
        let pronoun = [Class::Masculine, Class::Feminine, Class::Neuter];
        frame.token(before).is_some_and(|token| token.possessive)
            && pronoun.iter().any(|class| frame.is(before, *class, scene.vocabulary))
    });
    contracted
        || (at.saturating_sub(3)..at)
            .rev()
            .take_while(|&before| frame.is(before, Class::Auxiliary, scene.vocabulary))
            .any(|before| frame.is(before, Class::Being, scene.vocabulary))
}

pub(super) fn by_follows(scene: &Scene<'_>, frame: &Frame, at: usize) -> bool {
    frame.is(at + 1, Class::Agent, scene.vocabulary)
}

pub(super) fn has_auxiliary(scene: &Scene<'_>, frame: &Frame, at: usize) -> bool {
    (at.saturating_sub(3)..at).any(|before| frame.is(before, Class::Auxiliary, scene.vocabulary))
}
