//! Words that credit what is said to someone named beside them: `according to Vega`.

use super::cue::{Cue, CueKind, Link};
use super::frame::{Frame, TokenKind};
use super::phrase;
use super::scene::Scene;
use super::speaker::Speaker;
use super::subject;
use super::vocabulary::{Class, VerbClass};
use parallax_model::cut;
use std::ops::Range;

/// `according to …` at token `at`.
pub(super) fn at(scene: &Scene<'_>, frame: &Frame, at: usize) -> Option<Cue> {
    let first = frame.token(at)?;
    if first.kind != TokenKind::Word {
        return None;
    }
    let matches = |phrase: &&Vec<String>| {
        let words = phrase.iter().filter(|word| *word != GENITIVE);
        words.enumerate().all(|(nth, word)| {
            frame.token(at + nth).is_some_and(|token| token.folded == *word)
                || word == OWNER && frame.is(at + nth, Class::Possessive, scene.vocabulary)
        })
    };
    let phrase =
        scene.vocabulary.credits().iter().filter(matches).max_by_key(|phrase| phrase.len())?;
    let after_owner = phrase.first().is_some_and(|word| word == GENITIVE);
    let end = at + phrase.len() - usize::from(after_owner);
    let cue = Cue {
        tokens: at..end,
        subject: at..at,
        speaker: None,
        kind: CueKind::Credit,
        link: Link::After,
        denied: false,
    };
    if after_owner {
        let subject = phrase::phrase_before(scene, frame, at);
        let last = at.checked_sub(1)?;
        if frame.is(last, Class::Possessive, scene.vocabulary) {
            return Some(Cue { subject: last..at, speaker: scene.possessor(frame, last), ..cue });
        }
        let speaker = genitive(scene, frame, subject.clone())?;
        return Some(Cue { subject, speaker: Some(speaker), ..cue });
    }
    if let Some(owner) = phrase.iter().position(|word| word == OWNER) {
        let speaker = scene.possessor(frame, at + owner);
        return Some(Cue { subject: at + owner..at + owner + 1, speaker, ..cue });
    }
    let mut named = phrase::phrase_after(scene, frame, end)?;
    if scene.vocabulary.inverts() {
        named.end = before_verb(scene, frame, named.clone());
    }
    let speaker = credited(scene, frame, named.clone());
    // `according to the agency’s head, Ada Lane`: the name behind its office.
    let unnamed = speaker.as_ref().is_none_or(|one| one.entity.is_none());
    let aside = || subject::named_aside(scene, frame, named.end);
    let speaker = if unnamed { aside().or(speaker) } else { speaker };
    Some(Cue { subject: named, speaker, ..cue })
}

/// `Vega’s earlier claim that …`, `her pledge to …`: a noun that reports, and whose it is.
pub(super) fn claimed(scene: &Scene<'_>, frame: &Frame, at: usize) -> Option<Cue> {
    let is = |at: usize, class| frame.is(at, class, scene.vocabulary);
    if !is(at, Class::Claim) || !(is(at + 1, Class::Complement) || is(at + 1, Class::Infinitive)) {
        return None;
    }
    let owner = (at.saturating_sub(OWNER_REACH)..at).rev().find(|&before| {
        frame.token(before).is_some_and(|token| token.possessive) || is(before, Class::Possessive)
    })?;
    let named = frame.token(owner)?.possessive;
    let phrase = phrase::phrase_before(scene, frame, owner + 1);
    let (subject, speaker) = if named {
        let head = phrase::head(scene, frame, phrase)?;
        (head.clone(), scene.owner(frame, head))
    } else {
        (owner..owner + 1, scene.possessor(frame, owner))
    };
    Some(Cue {
        tokens: at..at + 1,
        subject,
        speaker: Some(speaker?),
        kind: CueKind::Verb(VerbClass::Speech),
        link: Link::Before,
        denied: false,
    })
}

/// Words between an owner and what is claimed.
const OWNER_REACH: usize = 3;

/// Where a possessive stands in a phrase of the table: `in * words`.
const OWNER: &str = "*";

/// Where a noun phrase ends that its verb follows at once: before the first small word after a noun.
fn before_verb(scene: &Scene<'_>, frame: &Frame, phrase: Range<usize>) -> usize {
    let capital = |at: usize| frame.token(at).is_some_and(|token| token.capital);
    let links = |at: usize| {
        [Class::Determiner, Class::Preposition, Class::Coordinator]
            .iter()
            .any(|class| frame.is(at, *class, scene.vocabulary))
    };
    let noun = phrase.clone().find(|&at| capital(at)).unwrap_or(phrase.end);
    (noun..phrase.end)
        // A small word between two nouns may be `der neuen`, a verb stands before an article.
        .find(|&at| !capital(at) && !links(at) && !links(at - 1))
        .unwrap_or(phrase.end)
}

/// The owner in the genitive: of `полицияның`, `полиция`.
fn genitive(scene: &Scene<'_>, frame: &Frame, phrase: Range<usize>) -> Option<Speaker> {
    let last = phrase.end.checked_sub(1).filter(|at| *at >= phrase.start)?;
    let token = frame.token(last)?;
    let bare = scene.vocabulary.owned(&token.folded)?;
    if let Some(speaker) = scene.owner_named(frame, phrase.clone()) {
        return Some(speaker);
    }
    // Folding may change lengths: count the letters of the ending instead.
    let ending = token.folded.chars().count() - bare.chars().count();
    let first = frame.token(phrase.start)?;
    let printed = cut(scene.article.text.as_str(), first.range.start..token.range.end);
    let kept: usize = printed.chars().rev().take(ending).map(char::len_utf8).sum();
    let span = scene.article.text.span(first.range.start, token.range.end - kept).ok()?;
    let name = Some(scene.article.words(span).to_owned());
    Some(Speaker { entity: None, name, span: Some(span) })
}

/// Stands in a phrase of the table for an owner before it: `< айтуынша`.
const GENITIVE: &str = "<";

/// Whom a credit means: of `the bank’s new forecast`, the bank.
fn credited(scene: &Scene<'_>, frame: &Frame, phrase: Range<usize>) -> Option<Speaker> {
    let head = phrase::head(scene, frame, phrase.clone())?;
    if let Some(issuer) = issuer(scene, frame, head.end, phrase.end) {
        return Some(issuer);
    }
    let document = frame.is(head.end - 1, Class::Document, scene.vocabulary);
    if document {
        let owner =
            (head.start..head.end).find(|&at| frame.token(at).is_some_and(|t| t.possessive));
        if let Some(owner) = owner {
            return scene.owner(frame, head.start..owner + 1);
        }
        let keeper = head.end + 1..phrase.end;
        if keeper.start < keeper.end
            && let Some(speaker) = phrase::head(scene, frame, keeper.clone())
                .and_then(|head| scene.resolve(frame, head, keeper))
                .filter(|speaker| speaker.entity.is_some())
        {
            return Some(speaker);
        }
    }
    scene.resolve(frame, head, phrase)
}

/// Who put a document out, whose phrase up to its preposition ends at `by`: `a statement released by the bank`.
fn issuer(scene: &Scene<'_>, frame: &Frame, by: usize, end: usize) -> Option<Speaker> {
    let is = |at: usize, class| frame.is(at, class, scene.vocabulary);
    let document = by.checked_sub(2).is_some_and(|at| is(at, Class::Document));
    if !document || !is(by - 1, Class::Issued) || !is(by, Class::Agent) {
        return None;
    }
    let phrase = by + 1..end;
    let head = phrase::head(scene, frame, phrase.clone())?;
    scene.resolve(frame, head.clone(), head)
}
