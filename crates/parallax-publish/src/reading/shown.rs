//! What the reader has met, so that no sentence is told twice.

use super::{Excerpt, bare::spelled};
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
        let words = spelled(excerpt.text());
        let alike = self.by_opening.entry(opening(&words)).or_default();
        if alike.len() < ALIKE {
            alike.push(words.clone());
        }
        self.wordings.insert(words);
    }

    /// Whether the same words, or a sentence that starts with them, were shown.
    pub(super) fn holds(&self, excerpt: &Excerpt<'_>) -> bool {
        let words = spelled(excerpt.text());
        let starts = |known: &String| {
            known.strip_prefix(words.as_str()).is_some_and(|rest| rest.starts_with(' '))
        };
        let several = words.split(' ').count() >= OPENING;
        self.wordings.contains(&words)
            || several
                && self
                    .by_opening
                    .get(&opening(&words))
                    .is_some_and(|alike| alike.iter().any(starts))
    }
}

fn opening(words: &str) -> String {
    words.split(' ').take(OPENING).collect::<Vec<_>>().join(" ")
}
