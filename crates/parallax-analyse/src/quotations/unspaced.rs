//! Reporting words of a language written without spaces, as Chinese is.
//!
//! Every letter is a word of its own there, so that a cue, its subject and the
//! small words between them are runs of letters: `交通部长 | 昨天 | 表示`. The subject
//! is the run from the last stop to the cue, without when and where.

use super::cue::{Cue, CueKind, Link, known};
use super::frame::{Frame, TokenKind};
use super::scene::Scene;
use super::speaker::Speaker;
use super::verb::denied;
use super::vocabulary::Class;
use std::ops::Range;

/// Letters of the longest subject; longer ones are a clause misread.
const LONGEST_SUBJECT: usize = 18;

/// Letters after `据` within which its `称` has to stand.
const CREDIT_REACH: usize = 18;

/// The cues of a frame, in order.
pub(super) fn cues(scene: &Scene<'_>, frame: &Frame) -> Vec<Cue> {
    let mut found: Vec<Cue> = Vec::new();
    let mut at = 0;
    while at < frame.tokens.len() {
        let cue = credit(scene, frame, at).or_else(|| verb(scene, frame, at, &found));
        at = cue.as_ref().map_or(at + 1, |cue| cue.tokens.end.max(at + 1));
        found.extend(cue);
    }
    found
}

/// `据警方称`: everything from the first letter to the verb credits.
fn credit(scene: &Scene<'_>, frame: &Frame, at: usize) -> Option<Cue> {
    if !frame.is(at, Class::Introducer, scene.vocabulary) {
        return None;
    }
    let end = run_end(frame, at).min(at + CREDIT_REACH);
    let verb = (at + 2..end).find(|&at| is_verb(scene, frame, at).is_some())?;
    let tokens = at..verb + is_verb(scene, frame, verb)?;
    let subject = at + 1..verb;
    let speaker = speaker(scene, frame, subject.clone())?;
    let kind = CueKind::Credit;
    Some(Cue { tokens, subject, speaker: Some(speaker), kind, link: Link::After, denied: false })
}

/// A reporting verb at a token, with the run before it for its subject.
fn verb(scene: &Scene<'_>, frame: &Frame, at: usize, before: &[Cue]) -> Option<Cue> {
    let words = is_verb(scene, frame, at)?;
    let (class, _) = known(scene, frame, at).map(|(verb, words)| (verb.class, words))?;
    let run = run_start(frame, at)..at;
    let taken = before.last().map_or(0, |cue| cue.tokens.end);
    let subject = subject(scene, frame, run.start.max(taken)..run.end);
    let cue = Cue {
        tokens: at..at + words,
        subject: at..at,
        speaker: None,
        kind: CueKind::Verb(class),
        link: Link::Shared,
        denied: denied(scene, frame, at),
    };
    if subject.is_empty() {
        // `…，并称`: who spoke before goes on.
        let earlier = before.last()?;
        return Some(Cue { speaker: earlier.speaker.clone(), ..cue });
    }
    if subject.len() > LONGEST_SUBJECT {
        return None;
    }
    let speaker = speaker(scene, frame, subject.clone());
    Some(Cue { subject, speaker, link: Link::Before, ..cue })
}

/// How many letters of a reporting verb stand at a token, where they are no part of another word.
fn is_verb(scene: &Scene<'_>, frame: &Frame, at: usize) -> Option<usize> {
    frame.token(at).filter(|token| token.kind == TokenKind::Word)?;
    let (_, words) = known(scene, frame, at)?;
    let before = at.checked_sub(1).is_some_and(|b| frame.is(b, Class::Prefix, scene.vocabulary));
    let after = frame.is(at + words, Class::Suffix, scene.vocabulary);
    (!before && !after).then_some(words)
}

/// Where the run of letters around a token starts.
fn run_start(frame: &Frame, at: usize) -> usize {
    (0..at).rev().find(|&b| frame.kind(b) != Some(TokenKind::Word)).map_or(0, |stop| stop + 1)
}

fn run_end(frame: &Frame, at: usize) -> usize {
    (at..frame.tokens.len())
        .find(|&at| frame.kind(at) != Some(TokenKind::Word))
        .unwrap_or(frame.tokens.len())
}

/// A run without the adverbs at its end, the times at its start, and where it was said.
fn subject(scene: &Scene<'_>, frame: &Frame, run: Range<usize>) -> Range<usize> {
    let is = |at: usize, class| frame.is(at, class, scene.vocabulary);
    let mut part = run;
    while part.start < part.end
        && (is(part.start, Class::Coordinator) || opens_time(frame, part.start))
    {
        part.start += 1;
    }
    while let Some(words) = time_at(scene, frame, part.start, part.end) {
        part.start += words;
    }
    // `王丽在记者会上说`, `王丽对记者说`.
    if let Some(aside) = (part.start + 2..part.end).find(|&at| is(at, Class::Preposition)) {
        part.end = aside;
    }
    loop {
        let time = (1..=LONGEST_TIME)
            .filter_map(|words| part.end.checked_sub(words).filter(|&from| from > part.start))
            .find(|&from| time_at(scene, frame, from, part.end) == Some(part.end - from));
        match time {
            Some(from) => part.end = from,
            None if part.end > part.start && is(part.end - 1, Class::Auxiliary) => part.end -= 1,
            None => return part,
        }
    }
}

/// Letters of the longest word for a time: `星期一`.
const LONGEST_TIME: usize = 3;

/// A number that opens a date.
fn opens_time(frame: &Frame, at: usize) -> bool {
    let digits = |at: usize| {
        frame.token(at).is_some_and(|token| token.folded.starts_with(|l: char| l.is_ascii_digit()))
    };
    let unit = |at: usize| {
        frame
            .token(at)
            .is_some_and(|token| ["年", "月", "日", "号", "號"].contains(&token.folded.as_str()))
    };
    digits(at) && unit(at + 1) || unit(at) && at.checked_sub(1).is_some_and(digits)
}

/// How many letters of a word for a time start at a token.
fn time_at(scene: &Scene<'_>, frame: &Frame, at: usize, end: usize) -> Option<usize> {
    let mut letters = String::new();
    let mut longest = None;
    for words in 1..=LONGEST_TIME.min(end.saturating_sub(at)) {
        letters.push_str(&frame.token(at + words - 1)?.folded);
        if scene.vocabulary.is(&letters, Class::Time) {
            longest = Some(words);
        }
    }
    longest
}

/// Whom a run means: one who is named in it, a pronoun, else the words themselves.
fn speaker(scene: &Scene<'_>, frame: &Frame, run: Range<usize>) -> Option<Speaker> {
    if run.len() == 1 {
        return scene.resolve(frame, run.clone(), run);
    }
    if let Some(entity) = scene.person_within(frame, run.clone()) {
        let span = frame.span(scene.article, run.start, run.end - 1);
        return Some(scene.entity(entity, span));
    }
    scene.several(frame, run)
}
