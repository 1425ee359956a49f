//! Whether a sentence is worth a tree: trees cost more than all the rest of the events.

use super::nominal;
use super::vocabulary::{FIRM, OBLIGES, key, pairs};
use crate::syntax::{Class, Tag};
use parallax_language::{Memory, WordTable};
use std::{cell::RefCell, collections::BTreeMap, sync::LazyLock};

/// What a stem can be in a firm deed.
#[derive(Clone, Copy, Debug, Default)]
struct Part {
    /// It tells one by itself.
    alone: bool,
    /// It begins like a word that says that someone must do something.
    obliges: bool,
    /// The rows of `pairs.tsv` it is a verb of, one bit each.
    verb: u128,
    /// The rows it is a noun of.
    noun: u128,
}

static PARTS: LazyLock<WordTable<Part>> = LazyLock::new(|| {
    let mut parts: BTreeMap<String, Part> = BTreeMap::new();
    for stem in FIRM.keys() {
        parts.entry(stem.clone()).or_default().alone = true;
    }
    for (row, (_, verbs, nouns)) in pairs().enumerate() {
        // Rows that share a bit only let more sentences through.
        let bit = 1 << (row % 128);
        for verb in verbs {
            parts.entry(verb).or_default().verb |= bit;
        }
        for noun in nouns {
            parts.entry(noun).or_default().noun |= bit;
        }
    }
    for noun in nominal::stems() {
        parts.entry(noun.clone()).or_default().noun |= NOMINAL;
    }
    for link in nominal::LINKS {
        parts.entry(key(link)).or_default().verb |= NOMINAL;
    }
    parts.into_iter().collect()
});

thread_local! {
    /// What the words met last can be, as many as hold most words of any page; 2 MB.
    static WORDS: RefCell<Memory<Part>> = const { RefCell::new(Memory::of_size(1 << 14)) };
}

/// What a word can be, by its stem.
fn part(word: &str) -> Part {
    let read = |word: &str| {
        let stem = key(word);
        let known = PARTS.get(&stem).copied().unwrap_or_default();
        Part { obliges: OBLIGES.iter().any(|oblige| stem.starts_with(oblige)), ..known }
    };
    WORDS.with_borrow_mut(|lately| *lately.of(0, word, read))
}

/// The bit of nouns that tell a deed by themselves.
const NOMINAL: u128 = 1 << 127;

/// Whether a sentence may tell a firm deed: where this says no, `firm` gives none.
///
/// A question tells none. Others need a verb that tells one by itself, or a verb and a noun that tell
/// one together, or someone who must do something.
pub(super) fn may_tell(sentence: &str) -> bool {
    if sentence.trim_end().ends_with('?') {
        return false;
    }
    let mut seen =
        Part { noun: if hides_words(sentence) { u128::MAX } else { 0 }, ..Part::default() };
    let runs = sentence.split(|letter: char| !letter.is_alphanumeric() && letter != '-');
    runs.filter(|run| !run.is_empty()).any(|run| {
        let mut tells = |word: &str| {
            let part = part(word);
            seen.verb |= part.verb;
            seen.noun |= part.noun;
            part.alone || seen.verb & seen.noun != 0 || part.obliges
        };
        tells(run) || run.contains('-') && run.split('-').any(tells)
    })
}

/// The same by the words of a tree and their tags, a little sharper.
pub(super) fn can_tell(words: &[&str], tags: &[Tag]) -> bool {
    let mut verb = 0;
    for (word, tag) in words.iter().zip(tags) {
        if tag.class() == Class::Verb {
            let part = part(word);
            if part.alone {
                return true;
            }
            verb |= part.verb;
        }
    }
    // A noun tells one by itself only right before whom it is done by or to.
    let linked = |at: usize| words.get(at + 1).is_some_and(|next| nominal::links(next));
    let mut nouns = tags.iter().enumerate().filter(|(_, tag)| tag.class() == Class::Noun);
    if nouns.any(|(at, _)| {
        linked(at) && words.get(at).is_some_and(|word| part(word).noun & NOMINAL != 0)
    }) {
        return true;
    }
    verb != 0 && words.iter().any(|word| verb & part(word).noun != 0)
        || words.iter().any(|word| OBLIGES.iter().any(|oblige| word.eq_ignore_ascii_case(oblige)))
}

/// Whether the words of a tree may be others than runs of letters: `don’t`, or marks inside a word.
fn hides_words(sentence: &str) -> bool {
    let mark =
        |letter| matches!(letter, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{0300}'..='\u{036F}');
    let not = |part: &str| part.ends_with(['n', 'N']);
    let mut parts = sentence.split(['\'', '’', 'ʼ']).peekable();
    let mut cut = false;
    while let Some(part) = parts.next() {
        cut |= not(part) && parts.peek().is_some_and(|next| next.starts_with(['t', 'T']));
    }
    cut || sentence.contains(mark)
}
