//! The words that report: verbs with their subjects, and credits.

use super::credit;
use super::frame::{Frame, TokenKind};
use super::phrase;
use super::scene::Scene;
use super::speaker::Speaker;
use super::subject;
use super::unspaced;
use super::verb::{
    denied, has_auxiliary, is_noun, is_passive, is_progressive, may_be_base, reduced,
};
use super::verbfinal;
use super::vocabulary::{Class, Form, Verb, VerbClass};
use std::ops::Range;

/// Reporting words in a frame and who they report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cue {
    /// The tokens of the cue itself: `said`, `according to`.
    pub(super) tokens: Range<usize>,
    /// The tokens that name the speaker; empty where that is taken over.
    pub(super) subject: Range<usize>,
    /// Who is reported.
    pub(super) speaker: Option<Speaker>,
    /// What sort of reporting it is.
    pub(super) kind: CueKind,
    /// How it comes by its speaker.
    pub(super) link: Link,
    /// Whether the verb says that it was *not* said, or might be.
    pub(super) denied: bool,
}

/// How a cue comes by its speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// The speaker stands before it: `Vega said`.
    Before,
    /// The speaker stands after it: `said Vega`, `according to Vega`.
    After,
    /// It is in a clause about the speaker: `Vega, who said`.
    Relative,
    /// It takes over the speaker of a verb before it: `adding`, `and said`.
    Shared,
}

/// Sorts of cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CueKind {
    /// A verb.
    Verb(VerbClass),
    /// `described by both as`.
    Passive,
    /// `according to`.
    Credit,
}

impl Cue {
    /// From the first token of cue or subject to the last.
    pub(super) fn whole(&self) -> Range<usize> {
        if self.subject.is_empty() {
            return self.tokens.clone();
        }
        self.tokens.start.min(self.subject.start)..self.tokens.end.max(self.subject.end)
    }
}

/// The cues of a frame, in order.
pub(super) fn cues(scene: &Scene<'_>, frame: &Frame) -> Vec<Cue> {
    if scene.vocabulary.has_no_spaces() {
        return unspaced::cues(scene, frame);
    }
    let mut found: Vec<Cue> = Vec::new();
    let mut at = 0;
    while at < frame.tokens.len() {
        let cue = credit::at(scene, frame, at)
            .or_else(|| credit::claimed(scene, frame, at))
            .or_else(|| verb(scene, frame, at, &found));
        at = cue.as_ref().map_or(at + 1, |cue| cue.tokens.end.max(at + 1));
        found.extend(cue);
    }
    found
}

/// A reporting verb at token `at`.
fn verb(scene: &Scene<'_>, frame: &Frame, at: usize, before: &[Cue]) -> Option<Cue> {
    let token = frame.token(at)?;
    if token.kind != TokenKind::Word || token.capital && at > 0 {
        return None;
    }
    let (verb, words) = known(scene, frame, at)?;
    let only_after_marks = frame.is(at, Class::Aftermarks, scene.vocabulary);
    if is_noun(scene, frame, at, verb) || only_after_marks && !follows_marks(frame, at) {
        return None;
    }
    let past = verb.form == Form::Finite && !token.folded.ends_with('s');
    let complement = (at + 1..at + 3).any(|at| frame.is(at, Class::Complement, scene.vocabulary));
    let verbal = past || frame.is(at, Class::Verbal, scene.vocabulary);
    let noun = || {
        scene.tree(frame).is_some_and(|tree| {
            let byte = token.range.start;
            tree.is_noun(byte) && (!complement || tree.is_described(byte))
                || tree.is_described(byte) && verb.form == Form::Base
        })
    };
    if !verbal && noun() {
        return None;
    }
    let mut cue = Cue {
        tokens: at..at + words,
        subject: at..at,
        speaker: None,
        kind: CueKind::Verb(verb.class),
        link: Link::Before,
        denied: denied(scene, frame, at),
    };
    let takes = frame.token(cue.tokens.end).map(|token| token.folded.as_str());
    let claims = verb.class == VerbClass::Speech && token.folded.starts_with("claim");
    if claims && matches!(takes, Some("lives" | "life" | "victims" | "casualties")) {
        return None;
    }
    if asks_for_no_name(scene, frame, cue.tokens.end) {
        return None;
    }
    if verb.passive && is_passive(scene, frame, at) {
        return agent(scene, frame, cue);
    }
    if let Some((speaker, subject)) = quoted_as_saying(scene, frame, cue.tokens.end) {
        return Some(Cue { speaker: Some(speaker), subject, link: Link::After, ..cue });
    }
    if verb.form == Form::Participle && !has_auxiliary(scene, frame, at) {
        return None;
    }
    let hangs = verb.form == Form::Gerund && !is_progressive(scene, frame, at);
    let infinitive =
        at.checked_sub(1).is_some_and(|b| frame.is(b, Class::Infinitive, scene.vocabulary));
    let invertible = can_invert(verb) && !frame.is(at, Class::Oneway, scene.vocabulary);
    if verb.form == Form::Base && !infinitive && !may_be_base(scene, frame, at) {
        return None;
    }
    let own = if infinitive {
        None
    } else if hangs {
        subject::of_gerund(scene, frame, at)
    } else if scene.vocabulary.ends_with_verb() && follows_word(scene, frame, at) {
        verbfinal::subject(scene, frame, at)
    } else {
        let marked = || verbfinal::before_marks(scene, frame, at);
        let ahead = scene.vocabulary.ends_with_verb().then(marked).flatten();
        ahead.or_else(|| subject::of_verb(scene, frame, at, invertible))
    };
    let own = match own {
        // `52 percent agreed that …, while 73 percent said the same`: what follows is no subject.
        Some(found) if found.inverted && !follows_marks(frame, at) => {
            subject::by_tree(scene, frame, at, true).or(Some(found))
        }
        None if !hangs && !infinitive => subject::by_tree(scene, frame, at, true),
        own => own,
    };
    match own {
        Some(own) if reduced(scene, frame, at, verb, &own) => return None,
        Some(own) if !own.shared => {
            cue.speaker = own.speaker;
            let last = own.tokens.end.saturating_sub(1);
            cue.link = match own.inverted {
                true => Link::After,
                false if frame.is(last, Class::Relative, scene.vocabulary) => Link::Relative,
                false => Link::Before,
            };
            cue.subject = own.tokens;
            if is_nobody(scene, frame, &cue.subject) {
                return None;
            }
            let before = cue.subject.start.checked_sub(1);
            cue.denied |=
                before.is_some_and(|at| frame.is(at, Class::Hypothetical, scene.vocabulary));
        }
        None if !hangs && !infinitive && follows_speech(scene, frame, at) => {
            cue.speaker = dropped(scene);
        }
        None if !hangs && !infinitive => return None,
        _ => {
            cue.link = Link::Shared;
            cue.denied |= infinitive;
            let earlier = before.iter().rev().find(|earlier| earlier.link != Link::Relative);
            let above = || subject::by_tree(scene, frame, at, false).and_then(|it| it.speaker);
            cue.speaker = match earlier {
                Some(earlier) => earlier.speaker.clone(),
                None => above().or_else(|| leading(scene, frame, at)),
            };
        }
    }
    Some(cue)
}

/// `asked not to be named`: what is asked for is no news.
fn asks_for_no_name(scene: &Scene<'_>, frame: &Frame, next: usize) -> bool {
    frame.is(next, Class::Negation, scene.vocabulary)
        && frame.is(next + 1, Class::Infinitive, scene.vocabulary)
        && frame.is(next + 2, Class::Being, scene.vocabulary)
}

/// `the paper quoted Vega as saying`: the one quoted, and the tokens that name them.
fn quoted_as_saying(
    scene: &Scene<'_>,
    frame: &Frame,
    next: usize,
) -> Option<(Speaker, Range<usize>)> {
    let phrase = phrase::phrase_after(scene, frame, next)?;
    let said = |at: usize| {
        let folded = |at: usize| frame.token(at).map(|token| token.folded.as_str());
        folded(at) == Some("as")
            && known(scene, frame, at + 1).is_some_and(|(verb, _)| verb.form == Form::Gerund)
    };
    let end = (next + 1..=phrase.end).find(|&at| said(at))?;
    let speaker = scene.resolve(frame, next..end, next..end)?;
    Some((speaker, next..end))
}

/// `Nobody`, `no one`: none of those who could have said it.
fn is_nobody(scene: &Scene<'_>, frame: &Frame, subject: &Range<usize>) -> bool {
    frame.is(subject.start, Class::Nobody, scene.vocabulary)
        || frame.token(subject.start).is_some_and(|token| token.folded == "no")
}

fn follows_word(scene: &Scene<'_>, frame: &Frame, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| {
        frame.kind(before) == Some(TokenKind::Word)
            // `деп жазды`: the words that end a quotation belong to the verb.
            && !frame.is(before, Class::Auxiliary, scene.vocabulary)
    })
}

/// `“…”, so Vega`: words in marks and a comma before it.
fn follows_marks(frame: &Frame, at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).and_then(|before| frame.kind(before));
    before(1) == Some(TokenKind::Comma) && matches!(before(2), Some(TokenKind::Quote(_)))
}

/// The verb at a token, with its particles, and how many words it takes: `pointed out`.
pub(super) fn known(scene: &Scene<'_>, frame: &Frame, at: usize) -> Option<(Verb, usize)> {
    let first = frame.token(at)?.folded.as_str();
    let single = scene.vocabulary.verb(first).map(|verb| (verb, 1));
    if !scene.vocabulary.leads(first) {
        return single;
    }
    let mut words = first.to_owned();
    let mut longest = single;
    for more in 1..=MOST_PARTICLES {
        let Some(next) = frame.token(at + more).filter(|next| next.kind == TokenKind::Word) else {
            break;
        };
        words.push(' ');
        words.push_str(&next.folded);
        longest = scene.vocabulary.verb(&words).map(|verb| (verb, more + 1)).or(longest);
    }
    longest
}

/// Particles of the longest verb of the table: `made it clear`.
const MOST_PARTICLES: usize = 2;

/// The subject a frame opens with, for a verb that has none of its own.
fn leading(scene: &Scene<'_>, frame: &Frame, before: usize) -> Option<Speaker> {
    let pronoun = phrase::is_pronoun(scene, frame, 0);
    if pronoun { scene.resolve(frame, 0..1, 0..1) } else { scene.first_name(frame, before) }
}

/// Whether a verb without a subject reports the words in marks before it: `«…», dijo.`
fn follows_speech(scene: &Scene<'_>, frame: &Frame, at: usize) -> bool {
    scene.vocabulary.drops_subject()
        && (at.saturating_sub(3)..at)
            .any(|before| matches!(frame.kind(before), Some(TokenKind::Quote(_))))
}

/// Whom a verb without a subject means: the person spoken of last, else who spoke last.
fn dropped(scene: &Scene<'_>) -> Option<Speaker> {
    let unnamed =
        || scene.people.spoke(scene.frame).map(|one| Speaker { span: None, ..one.clone() });
    let person = scene.people.person(None, scene.frame);
    person.map(|person| scene.entity(person, None)).or_else(unnamed)
}

/// Only verbs of speech stand before their subject.
fn can_invert(verb: Verb) -> bool {
    verb.class == VerbClass::Speech && verb.form != Form::Gerund
}

/// How far after a passive verb its agent may stand.
const AGENT_REACH: usize = 14;

/// `described by both leaders as`: the phrase after *by*.
fn agent(scene: &Scene<'_>, frame: &Frame, cue: Cue) -> Option<Cue> {
    let from = cue.tokens.end;
    let by = (from..from + AGENT_REACH).find(|&at| frame.is(at, Class::Agent, scene.vocabulary))?;
    let phrase = phrase::phrase_after(scene, frame, by + 1)?;
    let head = phrase::head(scene, frame, phrase.clone())?;
    let speaker = scene.resolve(frame, head.clone(), head.clone());
    Some(Cue {
        subject: by + 1..head.end,
        speaker,
        kind: CueKind::Passive,
        link: Link::After,
        ..cue
    })
}
