//! Words that say little of what a text is about.

use crate::{Language, WordTable};
use std::{collections::BTreeMap, sync::LazyLock};

/// Closed-class words by language: `language TAB words separated by spaces`.
static STOP_WORDS: LazyLock<BTreeMap<&'static str, WordTable<()>>> = LazyLock::new(|| {
    include_str!("../data/stop-words.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .map(|(language, words)| {
            (language, words.split(' ').map(|word| (word.to_owned(), ())).collect())
        })
        .collect()
});

/// Whether a folded word is an article, preposition, pronoun, conjunction or auxiliary.
///
/// ```
/// use parallax_language::{Language, is_stop_word};
/// assert!(is_stop_word(Language::ENGLISH, "whose"));
/// assert!(!is_stop_word(Language::ENGLISH, "trawler"));
/// ```
pub fn is_stop_word(language: Language, folded: &str) -> bool {
    STOP_WORDS.get(language.primary()).is_some_and(|words| words.get(folded).is_some())
}

/// Whether a word is one of those once it is folded.
///
/// ```
/// use parallax_language::{Language, is_stop};
/// assert!(is_stop(Language::ENGLISH, "Whose"));
/// ```
pub fn is_stop(language: Language, word: &str) -> bool {
    STOP_WORDS.get(language.primary()).is_some_and(|words| words.of_word(word).is_some())
}

/// The languages we have stop words for, with how many of `words` are theirs.
pub(crate) fn evidence(words: &[String]) -> Vec<(&'static str, usize)> {
    STOP_WORDS
        .iter()
        .map(|(language, stops)| {
            let hits = words.iter().filter(|word| stops.get(word).is_some());
            (*language, hits.count())
        })
        .collect()
}
