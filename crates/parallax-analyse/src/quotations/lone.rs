//! Words in marks whose sentence has no cue: who said them, told by what stands around.

use super::cue::{Cue, CueKind, Link};
use super::frame::{Frame, TokenKind};
use super::governing::{Place, opens_frame};
use super::phrase;
use super::scene::Scene;
use super::speaker::Speaker;
use super::vocabulary::{Class, VerbClass};
use parallax_model::Span;
use std::ops::Range;

/// A speaker and the words that report.
pub(super) type Told = (Option<Speaker>, Option<Span>);

/// Who the sentence itself names: after a dash, with a verb we do not know, before a colon.
pub(super) fn beside(scene: &Scene<'_>, place: &Place<'_>) -> Option<Told> {
    if opens_frame(scene, place.frame, place.at) {
        return signed(scene, place.frame, place.at + 1)
            .map(|speaker| (Some(speaker), None))
            .or_else(|| unknown_verb(scene, place));
    }
    let colon = place.frame.kind(place.at.checked_sub(1)?) == Some(TokenKind::Colon);
    let speaker = if colon { opener(scene, place.frame, place.at) } else { None }?;
    Some((Some(speaker), None))
}

/// Who the sentence after names: `— Ada Lane`, or `Vega joked.` cut off by a mark.
pub(super) fn after(
    scene: &Scene<'_>,
    place: &Place<'_>,
    next: Option<(&Frame, &[Cue])>,
) -> Option<Told> {
    let (frame, cues) = next?;
    if let Some(speaker) = signed(scene, frame, 0) {
        return Some((Some(speaker), None));
    }
    if frame.paragraph != place.frame.paragraph {
        return None;
    }
    let inner = scene.article.words(place.mark.inner);
    let cue = cues.first().filter(|cue| cue.whole().start == 0 && cue.link != Link::Shared)?;
    let asks = inner.ends_with(['?', '!', '…']);
    let end = cue.whole().end;
    let ends = frame.kind(end) == Some(TokenKind::Comma)
        || frame.token(end).is_some_and(|token| token.folded.ends_with("ly"))
        || frame.tokens.len() <= end + 4;
    let speech = matches!(cue.kind, CueKind::Verb(VerbClass::Speech));
    let span = frame.span(scene.article, cue.tokens.start, cue.tokens.end.checked_sub(1)?);
    (asks && ends && speech && cue.speaker.is_some()).then(|| (cue.speaker.clone(), span))
}

/// Words of a name that signs a quotation after a dash.
const LONGEST_SIGNATURE: usize = 5;

/// `— Ada Lane`: the name after the dash at `dash`, and nothing else.
fn signed(scene: &Scene<'_>, frame: &Frame, dash: usize) -> Option<Speaker> {
    if frame.kind(dash) != Some(TokenKind::Dash) {
        return None;
    }
    let phrase = phrase::phrase_after(scene, frame, dash + 1)?;
    let ends = frame.tokens.len() <= phrase.end || frame.kind(phrase.end) == Some(TokenKind::Comma);
    let capital = frame.token(phrase.start).is_some_and(|token| token.capital);
    if !ends || !capital || phrase.len() > LONGEST_SIGNATURE {
        return None;
    }
    scene.resolve(frame, phrase.clone(), phrase)
}

/// Words between the marks and a verb we do not know.
const LONGEST_NEIGHBOUR: usize = 6;

/// `“…,” Vega deadpanned`: after a comma inside the marks, a name and a verb are a report.
fn unknown_verb(scene: &Scene<'_>, place: &Place<'_>) -> Option<Told> {
    let inner = scene.article.words(place.mark.inner);
    if !inner.ends_with([',', '?', '!']) {
        return None;
    }
    let frame = place.frame;
    let first = place.at + 1;
    let end = (first..frame.tokens.len().min(first + LONGEST_NEIGHBOUR))
        .find(|&at| frame.kind(at) != Some(TokenKind::Word))
        .unwrap_or_else(|| frame.tokens.len().min(first + LONGEST_NEIGHBOUR));
    let verb = (first..end).find(|&at| is_past(frame, at))?;
    let subject = if verb == first { verb + 1..end } else { first..verb };
    let pronoun = subject.len() == 1 && phrase::is_pronoun(scene, frame, subject.start);
    let speaker = if pronoun {
        scene.resolve(frame, subject.clone(), subject)
    } else {
        named(scene, frame, subject)
    }?;
    Some((Some(speaker), frame.span(scene.article, verb, verb)))
}

/// A lower-case word that looks like a past tense.
fn is_past(frame: &Frame, at: usize) -> bool {
    frame.token(at).is_some_and(|token| {
        !token.capital && token.folded.len() > 4 && token.folded.ends_with("ed")
    })
}

fn named(scene: &Scene<'_>, frame: &Frame, part: Range<usize>) -> Option<Speaker> {
    let entity = scene.person_within(frame, part.clone())?;
    let span = frame.span(scene.article, part.start, part.end.checked_sub(1)?);
    Some(scene.entity(entity, span))
}

/// Tokens within which a sentence names whom it is about.
const OPENING: usize = 8;

/// Whom a sentence that ends in a colon is about: the name or pronoun it opens with.
pub(super) fn opener(scene: &Scene<'_>, frame: &Frame, colon: usize) -> Option<Speaker> {
    let start = (0..colon.min(OPENING)).find(|&at| {
        !frame.is(at, Class::Auxiliary, scene.vocabulary)
            && !frame.is(at, Class::Coordinator, scene.vocabulary)
    })?;
    if phrase::is_pronoun(scene, frame, start) {
        return scene.resolve(frame, start..start + 1, start..start + 1);
    }
    let opens = !frame.is(start, Class::Preposition, scene.vocabulary);
    if opens { scene.first_name(frame, colon.min(start + OPENING)) } else { None }
}
