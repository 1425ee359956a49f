//! Rival words for one thing or deed.

use super::{Found, Value, gather, line_pairs, slot};
use crate::scene::{Line, Scene};
use crate::text::Text;
use parallax_language::{Language, Memory, lexicon::Kin, stem};
use parallax_model::{DifferenceKind, Nature, Span};
use std::{cell::RefCell, collections::BTreeMap};

/// The worth of what two lines must share besides the rival words, in thousandths.
///
/// Chosen on the development stories, for few false differences.
const ARGUMENTS: u32 = 2300;

/// The rival words in one claim.
pub(super) fn find(scene: &Scene<'_>, draft: &[usize]) -> Vec<Found> {
    let pairs = line_pairs(scene, draft);
    if pairs.is_empty() {
        return Vec::new();
    }
    let mut apart = Vec::new();
    let rivals: BTreeMap<usize, Vec<Term>> = draft
        .iter()
        .map(|&line| (line, terms(&scene.lines[line], scene.account(line).language)))
        .collect();
    for (a, b) in pairs {
        apart.extend(pair(scene, (a, &rivals[&a]), (b, &rivals[&b])));
    }
    let sets = gather(apart).into_iter();
    sets.map(|values| Found { kind: DifferenceKind::Wording, nature: Nature::Wording, values })
        .collect()
}

/// A word that could be a rival of another, or two that are written as one elsewhere.
struct Term {
    stem: Text,
    kin: Kin,
    span: Span,
    weight: u32,
}

/// The words of a line and its pairs of neighbours, `take over` is `takeover`, that have rivals.
fn terms(line: &Line, language: Language) -> Vec<Term> {
    let single = line.tokens.iter().filter(|token| token.kin.has_rivals()).map(|token| Term {
        stem: token.stem.clone(),
        kin: token.kin,
        span: token.span,
        weight: token.weight,
    });
    let joined = line.tokens.windows(2).filter_map(|pair| match pair {
        [first, second] if !second.after_break && first.weight > 0 => {
            let (stem, kin) = joined(language, &format!("{}{}", first.folded, second.folded))?;
            let span = first.span.to(second.span);
            Some(Term { stem, kin, span, weight: first.weight })
        }
        _ => None,
    });
    single.chain(joined).collect()
}

thread_local! {
    /// What was found of the words that two others made which were met last; 1 MB.
    static JOINED: RefCell<Memory<Option<(Text, Kin)>>> =
        const { RefCell::new(Memory::of_size(1 << 13)) };
}

/// The stem of a word that two others make, and what is held of it, if it has rivals.
fn joined(language: Language, word: &str) -> Option<(Text, Kin)> {
    let read = |word: &str| {
        let stem = stem(language, word);
        let kin = Kin::of(language, &stem);
        kin.has_rivals().then(|| (stem.into(), kin))
    };
    JOINED.with_borrow_mut(|lately| lately.of(language.number(), word, read).clone())
}

fn pair(
    scene: &Scene<'_>,
    (a, terms): (usize, &[Term]),
    (b, others): (usize, &[Term]),
) -> Option<(Value, Value)> {
    let (ours, theirs) = (&scene.lines[a], &scene.lines[b]);
    let (x, y) = terms.iter().find_map(|x| {
        let y = others.iter().find(|y| x.kin.is_rival(y.kin))?;
        Some((x, y))
    })?;
    // Where one account uses both words, it does not choose between them.
    let has = |terms: &[Term], stem: &str| terms.iter().any(|term| term.stem == stem);
    if has(terms, &y.stem) || has(others, &x.stem) {
        return None;
    }
    let spans = (x.span, y.span);
    let entities: u32 = ours
        .entities
        .intersection(&theirs.entities)
        .map(|entity| scene.rarity.entity(*entity))
        .sum();
    let around = slot::shared(scene, (a, spans.0), (b, spans.1));
    // The rival words themselves stand in each other's slot.
    let rival = x.weight.min(y.weight) * 8 / 10;
    if around.saturating_sub(rival) + entities < ARGUMENTS {
        return None;
    }
    Some((Value { line: a, span: spans.0 }, Value { line: b, span: spans.1 }))
}
