//! Speech reported without marks: the clause that a cue governs.

use super::clause::{after_addressee, after_complement, bare, clause_end};
use super::cue::{Cue, CueKind, Link};
use super::frame::{Frame, TokenKind};
use super::scene::Scene;
use super::verbfinal;
use super::vocabulary::{Class, VerbClass};
use parallax_language::fold;
use parallax_model::{Span, cut};
use std::ops::Range;

/// A reported clause and the cue that reports it.
pub(super) struct Reported {
    /// The clause.
    pub(super) span: Span,
    /// Which cue of the frame.
    pub(super) cue: usize,
}

/// Fewest tokens of a clause.
pub(super) const SHORTEST_CLAUSE: usize = 2;
/// Most tokens after a cue that ends its sentence: `said in a statement on Monday`.
const LONGEST_TAIL: usize = 12;

/// The reported clauses of a frame; `spoken` are the marks that hold speech.
pub(super) fn clauses(
    scene: &Scene<'_>,
    frame: &Frame,
    cues: &[Cue],
    spoken: &[usize],
) -> Vec<Reported> {
    let mut found: Vec<Reported> = Vec::new();
    for (nth, cue) in cues.iter().enumerate() {
        if cue.denied || is_own(scene, frame, cue) {
            continue;
        }
        let clause = match cue.kind {
            CueKind::Credit => Some(credited(frame, cue)),
            CueKind::Verb(VerbClass::Speech | VerbClass::Thought) => {
                verbfinal::clause(scene, frame, cue)
                    .or_else(|| forward(scene, frame, cues, nth))
                    .or_else(|| introduced(scene, frame, cue))
                    .or_else(|| backward(scene, frame, cue))
            }
            CueKind::Verb(VerbClass::Label) | CueKind::Passive => None,
        };
        let Some(clause) = clause.and_then(|clause| trimmed(scene, frame, clause)) else {
            continue;
        };
        let taken = found.iter().any(|other| other.span == clause);
        if !taken && !quotes(scene, frame, clause, spoken) {
            found.push(Reported { span: clause, cue: nth });
        }
    }
    found
}

/// The outlet's own correspondent is no source.
fn is_own(scene: &Scene<'_>, frame: &Frame, cue: &Cue) -> bool {
    let outlet = scene.article.outlet.name.as_deref().map(fold);
    let name = cue.speaker.as_ref().and_then(|speaker| speaker.name.as_deref()).map(fold);
    let bare = |name: String| name.strip_prefix("the ").map_or(name.clone(), str::to_owned);
    cue.subject.clone().any(|at| frame.is(at, Class::Own, scene.vocabulary))
        || outlet.is_some() && outlet.map(bare) == name.map(bare)
}

/// Whether a clause is words in marks, or little beside them.
fn quotes(scene: &Scene<'_>, frame: &Frame, clause: Span, spoken: &[usize]) -> bool {
    let mut plain = 0;
    let mut marked = false;
    for token in &frame.tokens {
        if token.range.start < clause.start() || token.range.end > clause.end() {
            continue;
        }
        match token.kind {
            TokenKind::Word if !frame_word_is_light(scene, token.folded.as_str()) => plain += 1,
            TokenKind::Quote(index) if spoken.contains(&index) => marked = true,
            TokenKind::Quote(_) => plain += 1,
            _ => {}
        }
    }
    marked && plain < FEWEST_WORDS_BESIDE_MARKS || !marked && plain == 0
}

fn frame_word_is_light(scene: &Scene<'_>, folded: &str) -> bool {
    [Class::Determiner, Class::Auxiliary, Class::Preposition, Class::Conjunction]
        .iter()
        .any(|class| scene.vocabulary.is(folded, *class))
}

/// A clause with words in marks is reported speech of its own only with so much beside them.
const FEWEST_WORDS_BESIDE_MARKS: usize = 2;

/// The span of some tokens without the stops at their ends.
fn trimmed(scene: &Scene<'_>, frame: &Frame, clause: Range<usize>) -> Option<Span> {
    let mut clause = clause;
    let stops = |at: usize| !matches!(frame.kind(at), Some(TokenKind::Word | TokenKind::Quote(_)));
    while clause.start < clause.end && stops(clause.start) {
        clause.start += 1;
    }
    while clause.start < clause.end
        && stops(clause.end - 1)
        && frame.kind(clause.end - 1) != Some(TokenKind::Parenthesis)
    {
        clause.end -= 1;
    }
    if clause.len() < SHORTEST_CLAUSE {
        return None;
    }
    let span = frame.span(scene.article, clause.start, clause.end - 1)?;
    // The sign of `7%` is part of its figure.
    let after = cut(scene.article.text.as_str(), span.end()..scene.article.text.len());
    let signs = after.len() - after.trim_start_matches(SIGNS).len();
    scene.article.text.span(span.start(), span.end() + signs).ok()
}

/// Signs behind a figure that its number needs.
const SIGNS: [char; 9] = ['%', '‰', '°', '€', '$', '£', '¥', '₽', '₸'];

/// `said [that] …`: the clause after the verb.
fn forward(scene: &Scene<'_>, frame: &Frame, cues: &[Cue], nth: usize) -> Option<Range<usize>> {
    let cue = &cues[nth];
    if cue.link == Link::After {
        return None;
    }
    let from = cue.tokens.end;
    let start = after_complement(scene, frame, from)
        .or_else(|| bare(scene, frame, cue))
        .or_else(|| infinitive(scene, frame, cue))
        .or_else(|| object(scene, frame, cue))?;
    let end = clause_end(scene, frame, cues, nth, start);
    (start < end).then_some(start..end)
}

/// `Vowed to stay`, `urged them not to go`: what one binds oneself to, or asks of another.
fn infinitive(scene: &Scene<'_>, frame: &Frame, cue: &Cue) -> Option<usize> {
    let is = |at: usize, class| frame.is(at, class, scene.vocabulary);
    let (verb, from) = (cue.tokens.start, cue.tokens.end);
    if is(verb, Class::Bound) {
        return (from..from + 2).find(|&at| is(at, Class::Infinitive));
    }
    let tree = Some(verb).filter(|&verb| is(verb, Class::Asked)).and_then(|_| scene.tree(frame))?;
    let byte = |at: usize| frame.token(at).map(|token| token.range.start);
    let to = (from + 1..from + INFINITIVE_REACH)
        .take_while(|&at| {
            frame.kind(at) == Some(TokenKind::Word)
                && !is(at, Class::Relative)
                && !is(at, Class::Complement)
        })
        .find(|&at| is(at, Class::Infinitive))?;
    let completes = tree.completes(byte(to)?, byte(verb)?);
    completes.then(|| if is(to - 1, Class::Negation) { to - 1 } else { to })
}

/// Words between a verb and the infinitive it asks for.
const INFINITIVE_REACH: usize = 10;

/// `Called for calm`: the object of a verb that ends in a preposition; what `went on` needs not be said.
fn object(scene: &Scene<'_>, frame: &Frame, cue: &Cue) -> Option<usize> {
    let end = cue.tokens.end;
    let governs = cue.tokens.len() > 1 && frame.is(end - 1, Class::Wanting, scene.vocabulary);
    (governs && frame.kind(end) == Some(TokenKind::Word)).then_some(end)
}

/// `As the paper reported, …`: the clause after a report that opens the sentence.
fn introduced(scene: &Scene<'_>, frame: &Frame, cue: &Cue) -> Option<Range<usize>> {
    let whole = cue.whole();
    let opens = frame.is(whole.start.checked_sub(1)?, Class::Introducer, scene.vocabulary)
        && whole.start <= LONGEST_INTRODUCTION;
    let comma = (whole.end..frame.tokens.len().min(whole.end + LONGEST_INTRODUCTION))
        .find(|&at| frame.kind(at) == Some(TokenKind::Comma))?;
    let marked = matches!(frame.kind(comma + 1), Some(TokenKind::Quote(_)));
    (opens && !marked).then(|| comma + 1..frame.tokens.len())
}

/// Tokens before or after a report that opens its sentence.
const LONGEST_INTRODUCTION: usize = 4;

/// `…, officials said`: the clause before the cue, to the start of the sentence.
fn backward(scene: &Scene<'_>, frame: &Frame, cue: &Cue) -> Option<Range<usize>> {
    let whole = cue.whole();
    // `…, деп хабарлады министрлік`: the word that ends what is reported is of the cue.
    let closing = |at: &usize| frame.is(*at, Class::Auxiliary, scene.vocabulary);
    let last = whole.start.checked_sub(1)?;
    let closed = scene.vocabulary.ends_with_verb() && closing(&last);
    let comma = if closed { last.checked_sub(1)? } else { last };
    if !matches!(frame.kind(comma), Some(TokenKind::Comma | TokenKind::Dash))
        || cue.link == Link::Shared
    {
        return None;
    }
    let rest = frame.tokens.len() - whole.end;
    let medial = frame.kind(whole.end) == Some(TokenKind::Comma);
    let adverbial = comma <= 4
        && !medial
        && (frame.is(0, Class::Preposition, scene.vocabulary)
            || frame.is(0, Class::Auxiliary, scene.vocabulary)
            || frame.is(0, Class::Conjunction, scene.vocabulary));
    let quotes =
        (whole.end..whole.end + 3).any(|at| matches!(frame.kind(at), Some(TokenKind::Quote(_))));
    let least = if medial || cue.link == Link::After { 2 } else { 3 };
    let opened = frame.token(0).is_some_and(|token| scene.vocabulary.verb(&token.folded).is_some());
    if comma < least || opened || quotes || adverbial || opens_with_marks(frame, comma) {
        return None;
    }
    if medial && cue.link != Link::After {
        let marked = (whole.end..frame.tokens.len())
            .any(|at| matches!(frame.kind(at), Some(TokenKind::Quote(_))));
        if marked {
            return None;
        }
        // `…, an official said, speaking on condition of anonymity`: that is how it was said.
        let manner = scene.article.language.starts_with("en")
            && frame.token(whole.end + 1).is_some_and(|token| token.folded.ends_with("ing"));
        if manner {
            return Some(0..comma);
        }
        if rest > 2 {
            return Some(0..frame.tokens.len());
        }
    }
    let closes = rest <= LONGEST_TAIL && ends_report(scene, frame, cue);
    (closes || (cue.link == Link::After)).then_some(0..comma)
}

/// Whether nothing is reported after the verb: its sentence ends, or says only when and where.
fn ends_report(scene: &Scene<'_>, frame: &Frame, cue: &Cue) -> bool {
    let is = |at: usize, class| frame.is(at, class, scene.vocabulary);
    let mut next = cue.tokens.end;
    if is(cue.tokens.start, Class::Tell) {
        next = after_addressee(scene, frame, next).unwrap_or(frame.tokens.len());
    }
    next >= frame.tokens.len()
        || frame.kind(next) != Some(TokenKind::Word)
        || [Class::Preposition, Class::Time, Class::Auxiliary, Class::Conjunction]
            .iter()
            .any(|class| is(next, *class))
        || frame.token(next).is_some_and(|token| token.folded.ends_with("ly"))
}

/// Words in marks first, and nothing else before the cue: that is no reported clause.
fn opens_with_marks(frame: &Frame, comma: usize) -> bool {
    matches!(frame.kind(0), Some(TokenKind::Quote(_)))
        || (0..comma).all(|at| frame.kind(at) != Some(TokenKind::Word))
}

/// The clause beside `according to X`.
fn credited(frame: &Frame, cue: &Cue) -> Range<usize> {
    let whole = cue.whole();
    let before = 0..whole.start;
    let after = whole.end..frame.tokens.len();
    if before.len() <= 2 {
        return after;
    }
    let medial = before.len() >= 3 && after.len() > LONGEST_TAIL;
    if medial && before.len() < after.len() { after } else { before }
}
