//! Words in marks that nobody is quoted as saying: nicknames, titles, terms.

use super::frame::{Frame, TokenKind};
use super::marked::Marked;
use super::marks::Style;
use super::scene::Scene;
use super::vocabulary::{Class, VerbClass};
use parallax_language::words;
use parallax_model::Article;

/// Longest name or title in marks, in words.
const LONGEST_TITLE: usize = 8;

/// Whether the marks at token `at` stand around a name, a title or a term.
pub(super) fn is_unspoken(scene: &Scene<'_>, frame: &Frame, at: usize, mark: &Marked) -> bool {
    if mark.style == Style::Title {
        return true;
    }
    let Some(before) = at.checked_sub(1) else { return false };
    let is = |at: usize, class| frame.is(at, class, scene.vocabulary);
    if frame.kind(before) != Some(TokenKind::Word) {
        return false;
    }
    let inner = scene.article.words(mark.inner);
    nickname(scene, frame, before)
        || is(before, Class::Namer) && !is_sentence(inner)
        || is_title(scene.article, mark)
            && (!labelled(scene, frame, before) || is_said_of(scene, frame, at))
}

/// `known as “…”`, `a ship called “…”`, and not `he called “…” what others praised`.
fn nickname(scene: &Scene<'_>, frame: &Frame, before: usize) -> bool {
    let is = |at: usize, class| frame.is(at, class, scene.vocabulary);
    let last =
        if frame.token(before).is_some_and(|token| token.folded == "as" || token.folded == "the") {
            before.checked_sub(1)
        } else {
            Some(before)
        };
    let Some(last) = last.filter(|&last| is(last, Class::Nickname)) else { return false };
    let verb = frame.token(last).and_then(|token| scene.vocabulary.verb(&token.folded));
    match verb {
        // A speaker before the verb makes it a quotation: `what the judge called “…”`.
        Some(verb) if verb.class == VerbClass::Label => {
            super::subject::of_verb(scene, frame, last, false)
                .and_then(|subject| subject.speaker)
                .is_none_or(|speaker| speaker.entity.is_none() && !said_by_some(frame, last))
        }
        _ => true,
    }
}

fn said_by_some(frame: &Frame, verb: usize) -> bool {
    verb.checked_sub(1).and_then(|at| frame.token(at)).is_some_and(|token| {
        matches!(token.folded.as_str(), "he" | "she" | "they" | "it" | "some" | "critics" | "many")
    })
}

/// `said “Grey Water” deserved it`: the title of something is the subject of what is said.
fn is_said_of(scene: &Scene<'_>, frame: &Frame, at: usize) -> bool {
    let verb = at.checked_sub(1).and_then(|b| frame.token(b));
    let speech = verb
        .and_then(|token| scene.vocabulary.verb(&token.folded))
        .is_some_and(|verb| verb.class == VerbClass::Speech);
    let goes_on = frame.kind(at + 1) == Some(TokenKind::Word)
        && !frame.is(at + 1, Class::Preposition, scene.vocabulary)
        && !frame.is(at + 1, Class::Coordinator, scene.vocabulary);
    speech && goes_on
}

fn labelled(scene: &Scene<'_>, frame: &Frame, before: usize) -> bool {
    let is = |class| frame.is(before, class, scene.vocabulary);
    if is(Class::Being) || is(Class::Complement) || labels_far(scene, frame, before) {
        return true;
    }
    frame.token(before).is_some_and(|token| scene.vocabulary.verb(&token.folded).is_some())
        || frame.token(before).is_some_and(|token| token.folded == "as")
}

/// Words between a verb that labels and its label: `nannte den ganzen Plan einen „Irrweg“`.
const LABEL_REACH: usize = 8;

/// Whether a verb that labels stands before, in a language that writes all nouns with capitals.
fn labels_far(scene: &Scene<'_>, frame: &Frame, before: usize) -> bool {
    scene.vocabulary.inverts()
        && (before.saturating_sub(LABEL_REACH)..=before)
            .rev()
            .take_while(|&at| frame.kind(at) == Some(TokenKind::Word))
            .filter_map(|at| super::cue::known(scene, frame, at))
            .any(|(verb, _)| verb.class == VerbClass::Label)
}

/// A capital on every word of weight, and no stop at the end.
fn is_title(article: &Article, mark: &Marked) -> bool {
    let inner = article.words(mark.inner);
    let russian = article.language.starts_with("ru") || article.language.starts_with("kk");
    let mut count = 0;
    let mut small = 0;
    for word in words(inner).take(LONGEST_TITLE + 1) {
        count += 1;
        let word = word.of(inner);
        let capital =
            word.chars().next().is_some_and(|first| first.is_uppercase() || first.is_numeric());
        small += usize::from(!capital && (word.chars().count() > 3 || russian));
    }
    let stopped = inner.ends_with([',', '.', '!', '?', '…']);
    // Russian names in marks have one capital: «Северный путь».
    let first = inner.chars().next().is_some_and(char::is_uppercase);
    let name =
        if russian { first && count <= 4 } else { first && small == 0 && count <= LONGEST_TITLE };
    // A comma after a name stands inside the marks in American print.
    let comma = inner.ends_with(',') && !russian;
    name && (!stopped || comma)
}

fn is_sentence(inner: &str) -> bool {
    inner.ends_with(['.', '!', '?', ',', '…']) && words(inner).nth(4).is_some()
}
