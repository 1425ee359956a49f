//! A short phrase of a text that says what a difference is about.

use super::{Value, tolls};
use crate::scene::{Line, Scene, Token};
use parallax_model::Span;
use std::collections::BTreeSet;

/// Words of the phrase at most.
const MOST_WORDS: usize = 4;

/// The words of the first account that say what the values are values of.
///
/// The run of content words around the word worth most that the lines share
/// and the values do not hold; else the first value itself.
pub(super) fn phrase(scene: &Scene<'_>, mut values: Vec<Value>) -> (usize, Span) {
    values.sort_unstable();
    if let Some(befell) = tolls::label(scene, &values) {
        return befell;
    }
    let Some(first) = values.first().copied() else { return (0, scene.lines[0].span) };
    let line = &scene.lines[first.line];
    let elsewhere: BTreeSet<&str> = values
        .iter()
        .skip(1)
        .flat_map(|value| &scene.lines[value.line].tokens)
        .map(|token| token.stem.as_str())
        .collect();
    let shared = |token: &Token| {
        token.weight > 0
            && !token.figure
            && !token.span.overlaps(first.span)
            && elsewhere.contains(token.stem.as_str())
    };
    let nearness = |token: &Token| token.span.start().abs_diff(first.span.start()) / 40;
    let best = (0..line.tokens.len()).filter(|&at| shared(&line.tokens[at])).max_by_key(|&at| {
        let token = &line.tokens[at];
        (
            i64::from(token.weight) - 300 * i64::try_from(nearness(token)).unwrap_or(0),
            std::cmp::Reverse(at),
        )
    });
    let span = best.map_or(first.span, |at| run(line, at, first.span));
    (scene.account(first.line).index, span)
}

/// The content words that stand together around `at`, outside the value.
fn run(line: &Line, at: usize, value: Span) -> Span {
    let fits = |token: &Token| token.weight > 0 && !token.figure && !token.span.overlaps(value);
    let (mut first, mut last) = (at, at);
    while last + 1 < line.tokens.len()
        && last - first + 1 < MOST_WORDS
        && fits(&line.tokens[last + 1])
        && !line.tokens[last + 1].after_break
    {
        last += 1;
    }
    while first > 0
        && last - first + 1 < MOST_WORDS
        && fits(&line.tokens[first - 1])
        && !line.tokens[first].after_break
    {
        first -= 1;
    }
    line.tokens[first].span.to(line.tokens[last].span)
}
