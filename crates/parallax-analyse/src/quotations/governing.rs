//! Which cue governs the words in marks, and whether they are whole words.

use super::cue::{Cue, CueKind, Link};
use super::frame::{Frame, TokenKind};
use super::marked::Marked;
use super::scene::Scene;
use super::vocabulary::{Class, VerbClass, Vocabulary};
use parallax_language::words;

/// English verbs before words that are said another day, or only in thought.
const UNSAID: [&str; 5] = ["would", "will", "could", "might", "may"];

/// Words in marks, where they stand.
pub(super) struct Place<'a> {
    pub(super) frame: &'a Frame,
    pub(super) at: usize,
    pub(super) number: usize,
    pub(super) mark: &'a Marked,
}

/// The cue that governs the marks at a place; `before` is the last marks with their cue.
pub(super) fn choose(
    scene: &Scene<'_>,
    place: &Place<'_>,
    cues: &[Cue],
    before: Option<(usize, usize)>,
) -> Option<usize> {
    let at = place.at;
    let first_right = cues.partition_point(|cue| cue.tokens.start < at);
    let left = first_right.checked_sub(1).filter(|&nth| governs(&cues[nth]));
    let right = (first_right < cues.len()).then_some(first_right);
    let adjacent = right.filter(|&nth| is_adjacent(scene, place.frame, at, &cues[nth]));
    let opens = opens_frame(scene, place.frame, at);
    // `“…,” Vega said, and “…,” Soto replied.`: the first cue is used up.
    let used =
        before.is_some_and(|(quote, nth)| Some(nth) == left && cues[nth].tokens.start > quote);
    if opens || adjacent.is_some() && (left.is_none() || used && !continues(place)) {
        return adjacent.or(right).or(left);
    }
    let colon = at.checked_sub(1).and_then(|b| place.frame.kind(b)) == Some(TokenKind::Colon);
    if colon && left.is_none() {
        return right;
    }
    left.map(|nth| outer(scene, place.frame, cues, nth)).or(right)
}

/// `as newspapers called him`, `who “had a word”`: the cue is about something else.
pub(super) fn is_beside(frame: &Frame, at: usize, cue: &Cue, vocabulary: &Vocabulary) -> bool {
    let named = cue.kind == CueKind::Verb(VerbClass::Label)
        && cue.tokens.start > at
        && cue
            .whole()
            .start
            .checked_sub(1)
            .and_then(|b| frame.token(b))
            .is_some_and(|t| t.folded == "as");
    let own = cue.kind == CueKind::Passive
        && at.checked_sub(1).is_some_and(|before| frame.is(before, Class::Relative, vocabulary));
    named || own
}

/// `said she hopes`, `said the strike would go on`: of a thought, or of words that may
/// be said one day, inside reported speech, the speech.
pub(super) fn outer(scene: &Scene<'_>, frame: &Frame, cues: &[Cue], nth: usize) -> usize {
    let Some(earlier) = nth.checked_sub(1).and_then(|before| cues.get(before)) else { return nth };
    let cue = &cues[nth];
    let neuter =
        cue.subject.len() == 1 && frame.is(cue.subject.start, Class::Neuter, scene.vocabulary);
    let thought = matches!(cue.kind, CueKind::Verb(VerbClass::Thought)) || neuter;
    let nested = cue.subject.start == earlier.tokens.end
        || cue.subject.start == earlier.tokens.end + 1
            && frame.is(earlier.tokens.end, Class::Complement, scene.vocabulary);
    let unsaid = (cue.subject.end..cue.tokens.start)
        .any(|between| frame.token(between).is_some_and(|token| UNSAID.contains(&&*token.folded)));
    if (thought || unsaid) && nested && !cue.subject.is_empty() && !earlier.denied {
        nth - 1
    } else {
        nth
    }
}

pub(super) fn governs(cue: &Cue) -> bool {
    cue.speaker.is_some() || cue.link != Link::Shared
}

/// A piece that follows `he said,` goes on with the words before it.
pub(super) fn continues(place: &Place<'_>) -> bool {
    place.at.checked_sub(1).and_then(|b| place.frame.kind(b)) == Some(TokenKind::Comma)
}

/// Whether nothing but stops and small words stand before the marks.
pub(super) fn opens_frame(scene: &Scene<'_>, frame: &Frame, at: usize) -> bool {
    at <= 3
        && (0..at).all(|before| {
            frame.kind(before) != Some(TokenKind::Word)
                || frame.is(before, Class::Coordinator, scene.vocabulary)
        })
}

/// Whether cue and speaker follow the marks at once.
pub(super) fn is_adjacent(scene: &Scene<'_>, frame: &Frame, at: usize, cue: &Cue) -> bool {
    let start = cue.whole().start;
    (at + 1..start).all(|between| {
        matches!(frame.kind(between), Some(TokenKind::Comma | TokenKind::Dash | TokenKind::Break))
            || frame.is(between, Class::Auxiliary, scene.vocabulary)
    })
}

/// Whole words: they open the frame, or follow a colon or a comma, and start like a sentence.
pub(super) fn is_direct(
    scene: &Scene<'_>,
    place: &Place<'_>,
    cue: Option<&Cue>,
    goes_on: bool,
) -> bool {
    let inner = scene.article.words(place.mark.inner);
    let begins = inner
        .chars()
        .find(|letter| letter.is_alphanumeric())
        .is_some_and(|first| !first.is_lowercase());
    let before = place.at.checked_sub(1);
    let parted = before.is_none_or(|before| {
        matches!(
            place.frame.kind(before),
            Some(
                TokenKind::Colon
                    | TokenKind::Comma
                    | TokenKind::Dash
                    | TokenKind::Break
                    | TokenKind::Quote(_)
            )
        )
    });
    let opens = opens_frame(scene, place.frame, place.at);
    let label = cue
        .is_some_and(|cue| matches!(cue.kind, CueKind::Verb(VerbClass::Label) | CueKind::Passive));
    let colon = before.and_then(|before| place.frame.kind(before)) == Some(TokenKind::Colon);
    if opens {
        return begins && (!label || stops(inner)) || place.mark.goes_on;
    }
    let sentence = begins && stops(inner) && words(inner).nth(3).is_some();
    colon || sentence || parted && (begins || goes_on)
}

pub(super) fn stops(inner: &str) -> bool {
    inner.ends_with(['.', ',', '!', '?', '…', '—', '–'])
}
