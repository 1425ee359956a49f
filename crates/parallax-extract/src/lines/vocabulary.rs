//! Word lists and phrases, as the recognisers look them up.

use crate::word_map::{WordMap, WordSet};
use parallax_language::{fold, fold_onto, words};

/// Lines longer than this many bytes are prose whatever words they hold, and
/// are not looked at further. Ten times the longest phrase in the lists.
pub(super) const LONGEST_LINE: usize = 600;

/// The rows of a table: neither comment nor blank.
pub(super) fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|row| !row.starts_with('#') && !row.trim().is_empty())
}

/// The phrases of one cell: `a | b | c`.
pub(super) fn phrases(cell: &'static str) -> impl Iterator<Item = &'static str> {
    cell.split(" | ").map(str::trim).filter(|phrase| !phrase.is_empty())
}

/// The phrases of the rows `label TAB phrases` with this label, as keys.
pub(super) fn labelled(table: &'static str, label: &str) -> WordSet {
    rows(table)
        .filter_map(|row| row.split_once('\t'))
        .filter(|(name, _)| *name == label)
        .flat_map(|(_, cell)| phrases(cell))
        .map(key)
        .collect()
}

/// The words of the rows `label TAB words` with this label, folded.
pub(super) fn word_list(table: &'static str, label: &str) -> WordSet {
    rows(table)
        .filter_map(|row| row.split_once('\t'))
        .filter(|(name, _)| *name == label)
        .flat_map(|(_, cell)| cell.split_whitespace())
        .map(fold)
        .collect()
}

/// A line as the phrase lists know it: folded words, `#` for every number.
pub(super) fn key(line: &str) -> String {
    let mut key = String::with_capacity(line.len());
    for word in words(line) {
        if !key.is_empty() {
            key.push(' ');
        }
        let start = key.len();
        fold_onto(&mut key, word.of(line));
        let number = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'.' | b',');
        if key.as_bytes().iter().skip(start).all(number) {
            key.truncate(start);
            key.push('#');
        }
    }
    key
}

/// The leading words of a key, longest first, up to `most` words.
pub(super) fn heads(key: &str, most: usize) -> impl Iterator<Item = &str> {
    let mut ends: Vec<usize> =
        key.match_indices(' ').map(|(at, _)| at).take(most.saturating_sub(1)).collect();
    if ends.len() + 1 < most || !key.contains(' ') || ends.is_empty() {
        ends.push(key.len());
    } else if let Some(last) = ends.last() {
        let rest = key.get(last + 1..).unwrap_or_default();
        ends.push(rest.find(' ').map_or(key.len(), |at| last + 1 + at));
    }
    ends.into_iter().rev().filter_map(|end| key.get(..end))
}

/// Phrases looked up by how they stand in a line.
pub(super) struct Phrases<T> {
    is: WordMap<T>,
    starts: WordMap<T>,
    ends: WordMap<T>,
    /// By their first word; first come, first served.
    has: WordMap<Vec<(usize, String, T)>>,
    held: usize,
}

/// Words a line may have and still be known by how it starts or ends. Above
/// this, it is a sentence that happens to begin so.
const SHORT_LINE: usize = 16;
/// Words of the longest phrase in the lists.
const LONGEST_PHRASE: usize = 7;

impl<T: Copy> Phrases<T> {
    /// No phrases yet.
    pub(super) fn new() -> Self {
        Self {
            is: WordMap::default(),
            starts: WordMap::default(),
            ends: WordMap::default(),
            has: WordMap::default(),
            held: 0,
        }
    }

    /// Adds a phrase that stands `how` in a line: `is`, `starts`, `ends` or `has`.
    pub(super) fn add(&mut self, how: &str, phrase: &str, value: T) {
        let phrase = key(&phrase.replace('#', "0"));
        if phrase.is_empty() {
            return;
        }
        match how {
            "starts" => _ = self.starts.or_insert_with(&phrase, || value),
            "ends" => _ = self.ends.or_insert_with(&phrase, || value),
            "has" => {
                let first = phrase.split(' ').next().unwrap_or_default().to_owned();
                self.has.or_insert_with(&first, Vec::new).push((self.held, phrase, value));
                self.held += 1;
            }
            _ => _ = self.is.or_insert_with(&phrase, || value),
        }
    }

    /// What the whole line of this key is.
    pub(super) fn whole(&self, key: &str) -> Option<T> {
        self.is.get(key).copied()
    }

    /// What a line of this key is.
    pub(super) fn find(&self, key: &str) -> Option<T> {
        if let Some(value) = self.whole(key) {
            return Some(value);
        }
        if key.split(' ').count() <= SHORT_LINE {
            let start = heads(key, LONGEST_PHRASE).find_map(|head| self.starts.get(head));
            let end = || tails(key).find_map(|tail| self.ends.get(tail));
            if let Some(value) = start.or_else(end) {
                return Some(*value);
            }
        }
        self.held_by(key)
    }

    /// What a line is that has a phrase anywhere: the phrase that stands first in the lists.
    fn held_by(&self, key: &str) -> Option<T> {
        let starts = std::iter::once(0).chain(key.match_indices(' ').map(|(at, _)| at + 1));
        let held = starts.filter_map(|at| {
            let rest = key.get(at..)?;
            let first = rest.split(' ').next().unwrap_or_default();
            self.has.get(first)?.iter().find(|(_, phrase, _)| opens(rest, phrase))
        });
        held.min_by_key(|(order, ..)| *order).map(|(_, _, value)| *value)
    }
}

fn tails(key: &str) -> impl Iterator<Item = &str> {
    key.rmatch_indices(' ').take(LONGEST_PHRASE).filter_map(|(at, _)| key.get(at + 1..))
}

/// Whether the key opens with the words of `phrase`.
fn opens(key: &str, phrase: &str) -> bool {
    key.strip_prefix(phrase).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_holds_folded_words() {
        assert_eq!(key("Text size A- A+"), "text size a a");
        assert_eq!(key("112 Comments"), "# comments");
        assert_eq!(key("Don’t miss!"), "don't miss");
    }

    #[test]
    fn heads_are_longest_first() {
        assert_eq!(heads("a b c d", 3).collect::<Vec<_>>(), ["a b c", "a b", "a"]);
        assert_eq!(heads("a b", 3).collect::<Vec<_>>(), ["a b", "a"]);
        assert_eq!(heads("a", 3).collect::<Vec<_>>(), ["a"]);
        assert_eq!(heads("a b c", 3).collect::<Vec<_>>(), ["a b c", "a b", "a"]);
    }

    #[test]
    fn phrases_match_whole_words_only() {
        let mut phrases = Phrases::new();
        phrases.add("has", "your inbox", 1);
        phrases.add("starts", "share on", 2);
        assert_eq!(phrases.find("news in your inbox every day"), Some(1));
        assert_eq!(phrases.find("news in your inboxes"), None);
        assert_eq!(phrases.find("share on facebook share on x"), Some(2));
    }
}
