//! What the chore that teaches the name model needs to see of an article.

use crate::{
    entities::{learned, tokens::Tokens},
    sentences::sentences,
};
use parallax_language::sequence::Observed;
use parallax_model::{Article, EntityKind};
use std::ops::Range;

/// What the labels of a model of names mean, by twos behind label 0: begins, goes on.
pub const NAMED: [EntityKind; 4] = learned::KINDS;

/// Gives every sentence of an article: where its words stand in the text, and their features.
pub fn observe(article: &Article, mut each: impl FnMut(&[Range<usize>], &Observed)) {
    let sentences = sentences(article);
    let tokens = Tokens::of(article, &sentences);
    learned::observe(&tokens, |words, observed| {
        let places: Vec<Range<usize>> = tokens
            .all
            .get(words)
            .unwrap_or_default()
            .iter()
            .map(|token| token.start..token.end)
            .collect();
        each(&places, observed);
    });
}
