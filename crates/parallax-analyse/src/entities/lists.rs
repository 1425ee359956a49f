//! Word lists that tell sorts of names apart.

use parallax_language::{Script, fold, names::bare, words};
use std::{collections::BTreeMap, collections::BTreeSet, sync::LazyLock};

type Lists = BTreeMap<&'static str, BTreeSet<String>>;

fn read(table: &'static str) -> Lists {
    let mut lists = Lists::new();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        if let Some((class, words)) = line.split_once('\t') {
            lists.entry(class).or_default().extend(words.split(' ').map(bare));
        }
    }
    lists
}

static NOUNS: LazyLock<Lists> =
    LazyLock::new(|| read(include_str!("../../data/entities/nouns.tsv")));
static WORDS: LazyLock<Lists> =
    LazyLock::new(|| read(include_str!("../../data/entities/words.tsv")));

fn holds(lists: &Lists, class: &str, word: &str) -> bool {
    lists.get(class).is_some_and(|words| words.contains(&bare(word)))
}

/// Nouns that name sorts of things: see `data/entities/nouns.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Noun {
    /// Bodies.
    Organization,
    /// Places.
    Place,
    /// Happenings.
    Event,
    /// Laws, prizes and the like.
    Other,
}

/// The sort of thing a noun names.
pub(crate) fn noun(word: &str) -> Option<Noun> {
    let classes = [
        ("organization", Noun::Organization),
        ("place", Noun::Place),
        ("event", Noun::Event),
        ("other", Noun::Other),
    ];
    classes.into_iter().find(|(class, _)| holds(&NOUNS, class, word)).map(|(_, noun)| noun)
}

/// Whether a noun names a sort of place, whatever else it names.
pub(crate) fn is_place_noun(word: &str) -> bool {
    holds(&NOUNS, "place", word)
}

/// Whether a small noun may close the name of a building: `hospital`.
pub(crate) fn is_facility(word: &str) -> bool {
    holds(&NOUNS, "facility", word)
}

/// Whether a name is a body’s that its words do not tell: `Kremlin`.
pub(crate) fn is_known_body(name: &str) -> bool {
    BODIES.contains(&bare_words(name))
}

/// Whether a name is known for a state’s or states’ body, not a firm: `NATO`.
pub(crate) fn is_state_body(name: &str) -> bool {
    words(name).any(|word| is("state-body", word.of(name)))
}

static BODIES: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let lines = include_str!("../../data/entities/known-bodies.txt").lines();
    lines
        .filter(|line| !line.starts_with('#'))
        .flat_map(|line| line.split('|'))
        .map(bare_words)
        .collect()
});

fn bare_words(name: &str) -> String {
    let parts: Vec<String> = words(name).map(|word| bare(word.of(name))).collect();
    parts.join(" ")
}

/// Whether a word is in a class of `data/entities/words.tsv`.
pub(crate) fn is(class: &str, word: &str) -> bool {
    holds(&WORDS, class, word)
}

/// All classes of both tables that a word is in, one bit each.
pub(crate) fn classes(word: &str) -> u64 {
    CLASSES.get(&bare(word)).copied().unwrap_or_default()
}

static CLASSES: LazyLock<BTreeMap<String, u64>> = LazyLock::new(|| {
    let mut classes = BTreeMap::new();
    for (bit, words) in NOUNS.values().chain(WORDS.values()).enumerate() {
        for word in words {
            *classes.entry(word.clone()).or_default() |= 1 << (bit % 50);
        }
    }
    classes
});

/// Whether a word is an article, preposition, pronoun or the like in the language of its script.
pub(crate) fn is_stop(word: &str) -> bool {
    use parallax_language::{Language, is_stop_word};

    let folded = fold(word);
    if Script::dominant(word) == Some(Script::Cyrillic) {
        return is_stop_word(Language::RUSSIAN, &folded);
    }
    [Language::ENGLISH, Language::SPANISH].into_iter().any(|tongue| is_stop_word(tongue, &folded))
}
