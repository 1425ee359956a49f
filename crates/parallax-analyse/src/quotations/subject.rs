//! The noun phrase a reporting verb has for its subject.
//!
//! Read leftwards from the verb over adverbs and asides (`Vega, the mayor,
//! said`), or rightwards where the verb stands first (`said Vega`). Where the
//! phrase cannot be made out nobody is named.

use super::cue;
use super::frame::{Frame, TokenKind};
use super::phrase::{head, is_adverb, is_clause, phrase_after, phrase_before, right_head};
use super::scene::Scene;
use super::speaker::Speaker;
use super::vocabulary::Class;
use std::ops::Range;

/// How a verb came by its subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Subject {
    /// Whom it means, when that could be told.
    pub(super) speaker: Option<Speaker>,
    /// The tokens of the whole phrase, apposition included.
    pub(super) tokens: Range<usize>,
    /// Whether it stands after the verb.
    pub(super) inverted: bool,
    /// Whether the verb takes over the subject of the verb before it.
    pub(super) shared: bool,
}

/// Tokens looked at on one side of a verb.
pub(super) const REACH: usize = 40;
/// Asides stepped over before giving up.
const MOST_ASIDES: usize = 3;

/// The subject of the verb at token `verb`.
pub(super) fn of_verb(
    scene: &Scene<'_>,
    frame: &Frame,
    verb: usize,
    can_invert: bool,
) -> Option<Subject> {
    let mut end = before_adverbs(scene, frame, verb);
    for _ in 0..MOST_ASIDES {
        let Some(last) = end.checked_sub(1) else {
            return inverted(scene, frame, verb, can_invert);
        };
        match frame.kind(last)? {
            // `Thorley, 29, from Stockport, said`: an age is no speaker.
            TokenKind::Word if is_age(frame, last) => end = last - 1,
            TokenKind::Word => return word_before(scene, frame, verb, end, can_invert),
            // `Kovač (R-Ohio), said`.
            TokenKind::Comma
                if last.checked_sub(1).and_then(|b| frame.kind(b))
                    == Some(TokenKind::Parenthesis) =>
            {
                end = last;
            }
            TokenKind::Comma => {
                let start = aside_start(frame, last);
                if let Some(found) = apposition(scene, frame, start, last) {
                    return Some(found);
                }
                // `An officer, who was not authorised to speak, said the hull …`: what is told of
                // somebody stands behind him.
                let told = start.is_some_and(|open| {
                    frame.is(open + 1, Class::Relative, scene.vocabulary)
                        && frame.kind(open.wrapping_sub(1)) == Some(TokenKind::Word)
                });
                let turns = can_invert && !told && !follows_name(scene, frame, start);
                if let Some(found) = inverted(scene, frame, verb, turns) {
                    return Some(found);
                }
                end = before_adverbs(scene, frame, start?);
            }
            TokenKind::Parenthesis => {
                let open = (last.saturating_sub(REACH)..last)
                    .rev()
                    .find(|&at| frame.kind(at) == Some(TokenKind::Parenthesis))?;
                end = open;
            }
            // `Farrant – who lost in 2024 – told reporters`.
            TokenKind::Dash => match dashed_aside(frame, last) {
                Some(open) => end = before_adverbs(scene, frame, open),
                None => return inverted(scene, frame, verb, can_invert),
            },
            _ => return inverted(scene, frame, verb, can_invert),
        }
    }
    None
}

/// Whether the word at `at` is a figure of its own between commas.
fn is_age(frame: &Frame, at: usize) -> bool {
    let figure = frame.token(at).is_some_and(|token| {
        (1..=3).contains(&token.folded.len())
            && token.folded.bytes().all(|byte| byte.is_ascii_digit())
    });
    figure && at > 1 && frame.kind(at - 1) == Some(TokenKind::Comma)
}

/// The dash that opens the aside closed by the dash at `close`, both between words.
fn dashed_aside(frame: &Frame, close: usize) -> Option<usize> {
    let word = |at: usize| frame.kind(at) == Some(TokenKind::Word);
    let after_word = |dash: usize| dash.checked_sub(1).is_some_and(word);
    let open = (close.saturating_sub(REACH)..close).rev().find(|&at| !word(at))?;
    let aside = frame.kind(open) == Some(TokenKind::Dash) && open + 1 < close;
    (aside && after_word(open) && word(close + 1)).then_some(open)
}

/// Whose words a gerund gives: the name it follows at once, as in `footage of Vega saying`.
pub(super) fn of_gerund(scene: &Scene<'_>, frame: &Frame, verb: usize) -> Option<Subject> {
    let last = verb.checked_sub(1)?;
    let phrase = phrase_before(scene, frame, verb);
    let start = phrase.clone().find(|&at| scene.name_runs(frame, at, last + 1))?;
    let speaker = scene.person_alone(frame, start..verb)?;
    Some(Subject { speaker: Some(speaker), tokens: start..verb, inverted: false, shared: false })
}

/// The subject that the tree gives the verb; `own` if it may not be taken over from another verb.
pub(super) fn by_tree(scene: &Scene<'_>, frame: &Frame, verb: usize, own: bool) -> Option<Subject> {
    let doer = scene.tree(frame)?.subject(frame.token(verb)?.range.start, own)?;
    if !doer.before {
        return None;
    }
    let first = frame.tokens.partition_point(|token| token.range.end <= doer.phrase.start);
    let end = frame.tokens.partition_point(|token| token.range.start < doer.phrase.end);
    if first >= end || end > verb {
        return None;
    }
    let speaker = scene.resolve(frame, first..end, first..end)?;
    Some(Subject { speaker: Some(speaker), tokens: first..end, inverted: false, shared: false })
}

/// One past the last token that is no adverb or auxiliary, going left from `from`.
fn before_adverbs(scene: &Scene<'_>, frame: &Frame, from: usize) -> usize {
    let mut end = from;
    while let Some(token) = end.checked_sub(1).and_then(|at| frame.token(at)) {
        let at = end - 1;
        let passes = token.kind == TokenKind::Word
            && (is_adverb(scene, frame, at) || frame.is(at, Class::Negation, scene.vocabulary));
        if !passes || from - end > 6 {
            break;
        }
        end = at;
    }
    end
}

/// The comma that opens the aside closed by the comma at `close`.
fn aside_start(frame: &Frame, close: usize) -> Option<usize> {
    (close.saturating_sub(REACH)..close)
        .rev()
        .take_while(|&at| {
            !matches!(
                frame.kind(at),
                Some(TokenKind::Break | TokenKind::Colon | TokenKind::Quote(_))
            )
        })
        .find(|&at| frame.kind(at) == Some(TokenKind::Comma))
}

/// `the mayor, Hector Vega, told`, `the largest union, the Dockers’ League, said`: the name between the commas.
fn apposition(
    scene: &Scene<'_>,
    frame: &Frame,
    open: Option<usize>,
    close: usize,
) -> Option<Subject> {
    let open = open.filter(|open| !frame.is(open + 1, Class::Preposition, scene.vocabulary))?;
    let phrase = phrase_before(scene, frame, open);
    let called = || {
        scene.body_alone(frame, open + 1..close).filter(|_| !is_name(scene, frame, phrase.clone()))
    };
    let speaker = scene.person_alone(frame, open + 1..close).or_else(called)?;
    Some(Subject {
        speaker: Some(speaker),
        tokens: phrase.start..close,
        inverted: false,
        shared: false,
    })
}

/// Whether the words before an aside are somebody's name, so that the aside is about them.
fn follows_name(scene: &Scene<'_>, frame: &Frame, open: Option<usize>) -> bool {
    let Some(open) = open else { return false };
    let phrase = phrase_before(scene, frame, open);
    let clause_start = phrase.start == 0
        || !matches!(frame.kind(phrase.start - 1), Some(TokenKind::Word))
        || frame.is(phrase.start - 1, Class::Conjunction, scene.vocabulary);
    clause_start
        && !phrase.is_empty()
        && phrase.len() <= 8
        && head(scene, frame, phrase.clone())
            .and_then(|head| scene.resolve(frame, head, phrase))
            .is_some_and(|speaker| speaker.entity.is_some())
}

/// The verb directly follows a word.
fn word_before(
    scene: &Scene<'_>,
    frame: &Frame,
    verb: usize,
    end: usize,
    can_invert: bool,
) -> Option<Subject> {
    let last = end - 1;
    let is = |class| frame.is(last, class, scene.vocabulary);
    if is(Class::Coordinator) {
        return Some(shared(verb));
    }
    if is(Class::Relative) || is(Class::Complement) {
        return antecedent(scene, frame, last);
    }
    if is(Class::Infinitive) || is(Class::Preposition) {
        return None;
    }
    if is(Class::Conjunction) {
        // `as reported by`, `как сообщил Иванов`.
        return inverted(scene, frame, verb, can_invert);
    }
    let phrase = phrase_before(scene, frame, end);
    if let Some(both) = joined_names(scene, frame, phrase.clone()) {
        let speaker = scene.several(frame, both.clone());
        return Some(Subject { speaker, tokens: both, inverted: false, shared: false });
    }
    let left = head(scene, frame, phrase.clone())
        .and_then(|head| scene.resolve(frame, head, phrase.clone()));
    match left {
        Some(speaker) => {
            Some(Subject { speaker: Some(speaker), tokens: phrase, inverted: false, shared: false })
        }
        None => inverted(scene, frame, verb, can_invert)
            .or_else(|| in_place(scene, frame, verb, phrase)),
    }
}

/// `В ведомстве сообщили`: the body that spoke stands after a preposition, and its verb in the plural.
fn in_place(
    scene: &Scene<'_>,
    frame: &Frame,
    verb: usize,
    phrase: Range<usize>,
) -> Option<Subject> {
    let several = frame.token(verb)?.folded.ends_with("ли");
    let place = frame.is(phrase.start, Class::Inplace, scene.vocabulary)
        && !frame.is(phrase.start + 1, Class::Time, scene.vocabulary);
    if !several || !place || phrase.len() < 2 {
        return None;
    }
    let body = phrase.start + 1..phrase.end;
    let speaker = scene.resolve(frame, body.clone(), body)?;
    Some(Subject { speaker: Some(speaker), tokens: phrase, inverted: false, shared: false })
}

fn shared(verb: usize) -> Subject {
    Subject { speaker: None, tokens: verb..verb, inverted: false, shared: true }
}

/// `the skipper who said`: the phrase before the relative word.
fn antecedent(scene: &Scene<'_>, frame: &Frame, relative: usize) -> Option<Subject> {
    let mut end = relative;
    if frame.kind(end.checked_sub(1)?) == Some(TokenKind::Comma) {
        end -= 1;
    }
    let phrase = phrase_before(scene, frame, end);
    let speaker = head(scene, frame, phrase.clone())
        .and_then(|head| scene.resolve(frame, head, phrase.clone()));
    Some(Subject { speaker, tokens: phrase.start..relative + 1, inverted: false, shared: false })
}

/// `Norway and Iceland said`: two speakers, so no entity; gives the tokens of both.
fn joined_names(scene: &Scene<'_>, frame: &Frame, phrase: Range<usize>) -> Option<Range<usize>> {
    let and = phrase.start.checked_sub(1)?;
    if !frame.is(and, Class::Coordinator, scene.vocabulary)
        || !is_name(scene, frame, phrase.clone())
    {
        return None;
    }
    let before = phrase_before(scene, frame, and);
    let name = before.clone().find(|&at| is_name(scene, frame, at..and))?;
    let opens = before.start == 0
        || frame.kind(before.start - 1) != Some(TokenKind::Word)
        || name > before.start;
    opens.then_some(before.start..phrase.end)
}

/// Whether tokens are one name, title and article aside.
fn is_name(scene: &Scene<'_>, frame: &Frame, part: Range<usize>) -> bool {
    part.clone().take(LONGEST_TITLE).any(|at| scene.name_fills(frame, at..part.end))
}

/// Words of a title or an article before a name.
const LONGEST_TITLE: usize = 3;

/// The subject that follows its verb: `said Vega`.
fn inverted(scene: &Scene<'_>, frame: &Frame, verb: usize, allowed: bool) -> Option<Subject> {
    if !allowed {
        return None;
    }
    let words = cue::known(scene, frame, verb).map_or(1, |(_, words)| words);
    let phrase = phrase_after(scene, frame, verb + words)?;
    let head = right_head(scene, frame, phrase.clone());
    if is_clause(scene, frame, phrase.clone()) {
        return None;
    }
    let speaker = named_aside(scene, frame, phrase.end)
        .filter(|_| scene.person_within(frame, head.clone()).is_none())
        .or_else(|| scene.resolve(frame, head.clone(), phrase.clone()))
        .or_else(|| {
            // `said master of ceremonies Ada Lane`.
            let entity = scene.person_within(frame, phrase.clone())?;
            Some(scene.entity(entity, frame.span(scene.article, phrase.start, phrase.end - 1)))
        })
        .or_else(|| {
            // `деп хабарлады қаржы министрлігінің баспасөз қызметі`: what stands behind a verb that
            // ends its sentence by rule is who spoke.
            let closes = scene.vocabulary.ends_with_verb() && phrase.end == frame.tokens.len();
            (closes && phrase.len() <= LONGEST_BEHIND)
                .then(|| scene.several(frame, phrase.clone()))?
        })?;
    Some(Subject { speaker: Some(speaker), tokens: phrase, inverted: true, shared: false })
}

/// Words of a speaker behind the verb.
const LONGEST_BEHIND: usize = 7;

/// `said the mayor, Hector Vega`: the name after the comma at `comma`.
pub(super) fn named_aside(scene: &Scene<'_>, frame: &Frame, comma: usize) -> Option<Speaker> {
    if frame.kind(comma) != Some(TokenKind::Comma) {
        return None;
    }
    let phrase = phrase_after(scene, frame, comma + 1)?;
    (phrase.start == comma + 1).then(|| scene.person_alone(frame, phrase))?
}
