//! Whether two figures stand in the same place of two sentences: with the same words around them.

use crate::{
    likeness,
    scene::{Line, Scene, Token},
};
use parallax_language::{Language, lexicon::Relation};
use parallax_model::Span;

/// Words on each side of a figure that tell what it is a figure of.
const NEAR: usize = 7;

/// The content words near `span` in its clause, nearest first, without figures.
pub(super) fn around(line: &Line, span: Span) -> Vec<&Token> {
    let first = line.start_of(span);
    let last = line.end_of(span);
    let inside = line.tokens.get(first..last).unwrap_or_default().iter();
    let mut near: Vec<&Token> = inside.filter(|token| token.weight > 0 && !token.figure).collect();
    let before = line.tokens.get(first.saturating_sub(NEAR)..first).unwrap_or_default();
    let after = line.tokens.get(last..(last + NEAR).min(line.tokens.len())).unwrap_or_default();
    near.extend(before.iter().rev().filter(|token| token.weight > 0 && !token.figure));
    near.extend(after.iter().filter(|token| token.weight > 0 && !token.figure));
    near
}

/// The worth of the words that stand around both, in thousandths.
pub(super) fn shared(scene: &Scene<'_>, a: (usize, Span), b: (usize, Span)) -> u32 {
    worth(scene, a, b, |_| true)
}

/// The worth of those that are no names and not `counted`: what is said, not of whom.
pub(super) fn shared_deeds(
    scene: &Scene<'_>,
    a: (usize, Span),
    b: (usize, Span),
    counted: &[&str],
) -> u32 {
    let deed = |token: &Token| {
        !token.capital && token.named.is_none() && !counted.contains(&token.stem.as_str())
    };
    worth(scene, a, b, deed)
}

fn worth(
    scene: &Scene<'_>,
    a: (usize, Span),
    b: (usize, Span),
    counts: impl Fn(&Token) -> bool,
) -> u32 {
    let language = scene.account(a.0).language;
    let mut ours = around(&scene.lines[a.0], a.1);
    let mut theirs = around(&scene.lines[b.0], b.1);
    ours.retain(|token| counts(token));
    theirs.retain(|token| counts(token));
    let mut worth = 0;
    for token in ours {
        let best = theirs
            .iter()
            .enumerate()
            .map(|(at, other)| {
                (token.weight.min(other.weight) * fit(language, token, other) / 10, at)
            })
            .filter(|(worth, _)| *worth > 0)
            .max_by_key(|&(worth, at)| (worth, std::cmp::Reverse(at)));
        if let Some((best, at)) = best {
            worth += best;
            theirs.swap_remove(at);
        }
    }
    worth
}

/// Whether a word that is no name stands in the clauses of both, as far as they have any.
pub(super) fn share_a_deed(scene: &Scene<'_>, a: (usize, Span), b: (usize, Span)) -> bool {
    let language = scene.account(a.0).language;
    let (ours, theirs) = (clause(&scene.lines[a.0], a.1), clause(&scene.lines[b.0], b.1));
    let deed = |token: &&Token| {
        token.weight > 0 && !token.figure && !token.capital && token.named.is_none()
    };
    let deeds = |part: &'_ [Token]| part.iter().filter(deed).count();
    // A date set off by commas is of the clause before it.
    deeds(ours) == 0
        || deeds(theirs) == 0
        || ours
            .iter()
            .filter(deed)
            .any(|one| theirs.iter().filter(deed).any(|other| fit(language, one, other) > 0))
}

/// The words between the breaks before and after `span`.
fn clause(line: &Line, span: Span) -> &[Token] {
    let first = line.start_of(span);
    let last = line.end_of(span);
    let before = line.tokens.get(..=first).unwrap_or(&line.tokens);
    let start = before.iter().rposition(|token| token.after_break).unwrap_or(0);
    let after = line.tokens.get(last..).unwrap_or_default();
    let end = after.iter().position(|token| token.after_break).unwrap_or(after.len());
    line.tokens.get(start..last + end).unwrap_or_default()
}

/// How far two words are one, in tenths.
pub(super) fn fit(language: Language, a: &Token, b: &Token) -> u32 {
    if a.key == b.key || (a.named.is_some() && a.named == b.named) {
        return 10;
    }
    let names = a.capital && b.capital;
    if likeness::alike(&a.folded, &b.folded, names) {
        return if names { 10 } else { 8 };
    }
    if a.kin.is_rival(b.kin) {
        return 8;
    }
    if language.primary() != "en" {
        return 0;
    }
    match a.kin.related(b.kin) {
        Some(Relation::Synonym | Relation::Derived) => 8,
        Some(Relation::Kin) => 4,
        _ => 0,
    }
}
