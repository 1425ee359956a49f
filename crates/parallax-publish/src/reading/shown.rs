//! What the reader has met, so that no sentence is told twice.

use super::{Excerpt, bare::spelled};
use parallax_model::cut;
use std::collections::{BTreeMap, BTreeSet};

/// Words at the start by which two wordings are looked up.
const OPENING: usize = 4;

/// How many wordings with the same first words are compared: more is a template, not news.
const ALIKE: usize = 64;

/// The wordings shown so far.
#[derive(Debug, Default)]
pub(super) struct Shown {
    wordings: BTreeSet<String>,
    by_opening: BTreeMap<String, Vec<String>>,
}

impl Shown {
    pub(super) fn add(&mut self, excerpt: &Excerpt<'_>) {
        self.add_words(spelled(excerpt.text()));
    }

    /// Whether the same words, or a sentence that starts with them, were shown; now they are.
    pub(super) fn meets(&mut self, excerpt: &Excerpt<'_>) -> bool {
        let words = spelled(excerpt.text());
        let met = self.holds_words(&words);
        if !met {
            self.add_words(words);
        }
        met
    }

    /// Whether the same words, or a sentence that starts with them, were shown.
    pub(super) fn holds(&self, excerpt: &Excerpt<'_>) -> bool {
        self.holds_words(&spelled(excerpt.text()))
    }

    fn add_words(&mut self, words: String) {
        match self.by_opening.get_mut(opening(&words)) {
            Some(alike) if alike.len() < ALIKE => alike.push(words.clone()),
            Some(_) => {}
            None => {
                let first = opening(&words).to_owned();
                self.by_opening.insert(first, vec![words.clone()]);
            }
        }
        self.wordings.insert(words);
    }

    fn holds_words(&self, words: &str) -> bool {
        let starts =
            |known: &String| known.strip_prefix(words).is_some_and(|rest| rest.starts_with(' '));
        let opening = opening(words);
        let several = opening.len() < words.len() || words.split(' ').count() >= OPENING;
        self.wordings.contains(words)
            || several && self.by_opening.get(opening).is_some_and(|alike| alike.iter().any(starts))
    }
}

/// The first words of some.
fn opening(words: &str) -> &str {
    let end = words.match_indices(' ').nth(OPENING - 1).map_or(words.len(), |(at, _)| at);
    cut(words, 0..end)
}
