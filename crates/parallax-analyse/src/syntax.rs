//! Which words belong together in an English sentence: tags, heads, relations.

mod clauses;
mod features;
mod form;
mod hashes;
pub mod learn;
mod model;
mod names;
mod parser;
mod state;
mod table;
mod tagger;
mod tokens;

pub use names::{Class, Relation, Tag};

use form::{Form, Reader};
use model::Model;
use std::ops::Range;

/// A word of a sentence and how it hangs in the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// First byte in the sentence.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Its class and Penn tag.
    pub tag: Tag,
    /// The word it depends on; the root has none.
    pub head: Option<usize>,
    /// How it depends on it.
    pub relation: Relation,
}

/// Reads one English sentence.
///
/// The heads form a tree with one root.
pub fn sentence(text: &str) -> Vec<Token> {
    sentence_if(text, |_, _| true).unwrap_or_default()
}

/// Reads one English sentence, if it is worth the rest by its words and their tags: these are had for
/// a third of the time.
pub(crate) fn sentence_if(
    text: &str,
    is_worth: impl FnOnce(&[&str], &[Tag]) -> bool,
) -> Option<Vec<Token>> {
    let ranges = tokens::tokens(text);
    let words: Vec<&str> =
        ranges.iter().map(|range| parallax_model::cut(text, range.clone())).collect();
    let (forms, tags) = tagged(&model::ENGLISH, &words);
    if !is_worth(&words, &tags) {
        return None;
    }
    let arcs = model::ENGLISH.parse(&forms, &tags);
    let token = |(range, (tag, (head, relation))): (Range<usize>, _)| Token {
        start: range.start,
        end: range.end,
        tag,
        head,
        relation,
    };
    Some(ranges.into_iter().zip(tags.into_iter().zip(arcs)).map(token).collect())
}

/// Reads a sentence that is cut into words.
pub fn words(words: &[&str]) -> Vec<(Tag, Option<usize>, Relation)> {
    words_with(&model::ENGLISH, words)
}

/// The same with other weights, as [`learn::learn`] gives them.
pub fn words_by(weights: &[u8]) -> impl Fn(&[&str]) -> Vec<(Tag, Option<usize>, Relation)> {
    let model = Model::read(weights);
    move |words| words_with(&model, words)
}

fn words_with(model: &Model, words: &[&str]) -> Vec<(Tag, Option<usize>, Relation)> {
    let (forms, tags) = tagged(model, words);
    let arcs = model.parse(&forms, &tags);
    tags.into_iter().zip(arcs).map(|(tag, (head, relation))| (tag, head, relation)).collect()
}

/// What the models see of the words, and their tags.
fn tagged(model: &Model, words: &[&str]) -> (Vec<Form>, Vec<Tag>) {
    let mut reader = Reader::default();
    let forms: Vec<Form> = words.iter().map(|word| reader.read(word)).collect();
    let mut tags = model.tag(&forms);
    clauses::give_verbs(words, &mut tags);
    (forms, tags)
}

#[cfg(test)]
mod tests;
