//! Word lists that tell sorts of names apart.

use parallax_language::{Script, WordTable, names::bare, words};
use std::{collections::BTreeMap, sync::LazyLock};

/// The words of each class of a table.
type Lists = BTreeMap<&'static str, Vec<String>>;

fn read(table: &'static str) -> Lists {
    let mut lists = Lists::new();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        if let Some((class, words)) = line.split_once('\t') {
            lists.entry(class).or_default().extend(words.split(' ').map(bare));
        }
    }
    lists
}

/// The classes of words: each has a bit, and each word the bits of its classes.
struct Classes {
    bits: WordTable<u128>,
    words: WordTable<u128>,
}

impl Classes {
    fn of(table: &'static str) -> Self {
        let mut bits = Vec::new();
        let mut words: BTreeMap<String, u128> = BTreeMap::new();
        for (at, (class, members)) in (0..u128::BITS).zip(read(table)) {
            bits.push((class.to_owned(), 1 << at));
            for word in members {
                *words.entry(word).or_default() |= 1 << at;
            }
        }
        Self { bits: bits.into_iter().collect(), words: words.into_iter().collect() }
    }

    /// The classes of a word.
    fn of_word(&self, word: &str) -> u128 {
        self.words.of_bare(word).copied().unwrap_or_default()
    }

    fn bit(&self, class: &str) -> u128 {
        self.bits.get(class).copied().unwrap_or_default()
    }

    fn holds(&self, class: &str, word: &str) -> bool {
        let classes = self.of_word(word);
        classes != 0 && classes & self.bit(class) != 0
    }
}

const NOUN_TABLE: &str = include_str!("../../data/entities/nouns.tsv");
const WORD_TABLE: &str = include_str!("../../data/entities/words.tsv");

static NOUNS: LazyLock<Classes> = LazyLock::new(|| Classes::of(NOUN_TABLE));
static WORDS: LazyLock<Classes> = LazyLock::new(|| Classes::of(WORD_TABLE));

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
    let held = NOUNS.of_word(word);
    if held == 0 {
        return None;
    }
    classes.into_iter().find(|(class, _)| held & NOUNS.bit(class) != 0).map(|(_, noun)| noun)
}

/// Whether a noun names a sort of place, whatever else it names.
pub(crate) fn is_place_noun(word: &str) -> bool {
    NOUNS.holds("place", word)
}

/// Whether a small noun may close the name of a building: `hospital`.
pub(crate) fn is_facility(word: &str) -> bool {
    NOUNS.holds("facility", word)
}

/// Whether a name is a body’s that its words do not tell: `Kremlin`.
pub(crate) fn is_known_body(name: &str) -> bool {
    if name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return BODIES.of_word(name).is_some();
    }
    BODIES.get(&bare_words(name)).is_some()
}

/// Whether a name is known for a state’s or states’ body, not a firm: `NATO`.
pub(crate) fn is_state_body(name: &str) -> bool {
    words(name).any(|word| is("state-body", word.of(name)))
}

static BODIES: LazyLock<WordTable<()>> = LazyLock::new(|| {
    let lines = include_str!("../../data/entities/known-bodies.txt").lines();
    lines
        .filter(|line| !line.starts_with('#'))
        .flat_map(|line| line.split('|'))
        .map(|name| (bare_words(name), ()))
        .collect()
});

fn bare_words(name: &str) -> String {
    let parts: Vec<String> = words(name).map(|word| bare(word.of(name))).collect();
    parts.join(" ")
}

/// Whether a word is in a class of `data/entities/words.tsv`.
pub(crate) fn is(class: &str, word: &str) -> bool {
    WORDS.holds(class, word)
}

/// Whether a word is in one of several classes of `data/entities/words.tsv`.
pub(crate) fn is_any(classes: &[&str], word: &str) -> bool {
    let held = WORDS.of_word(word);
    held != 0 && classes.iter().any(|class| held & WORDS.bit(class) != 0)
}

/// All classes of both tables that a word is in, one bit each.
pub(crate) fn classes(word: &str) -> u64 {
    CLASSES.of_bare(word).copied().unwrap_or_default()
}

/// Classes made since the learned models were trained, which know the others by their
/// place among them; to be emptied at the next training.
const UNLEARNED: [&str; 1] = ["either"];

static CLASSES: LazyLock<WordTable<u64>> = LazyLock::new(|| {
    let mut classes: BTreeMap<String, u64> = BTreeMap::new();
    let learned = |(class, _): &(&str, _)| !UNLEARNED.contains(class);
    let lists = read(NOUN_TABLE).into_iter().chain(read(WORD_TABLE)).filter(learned);
    for (bit, (_, words)) in lists.enumerate() {
        for word in words {
            *classes.entry(word).or_default() |= 1 << (bit % 50);
        }
    }
    classes.into_iter().collect()
});

/// Whether a word is an article, preposition, pronoun or the like in the language of its script.
pub(crate) fn is_stop(word: &str) -> bool {
    use parallax_language::{Language, is_stop};

    if !word.is_ascii() && Script::dominant(word) == Some(Script::Cyrillic) {
        return is_stop(Language::RUSSIAN, word);
    }
    [Language::ENGLISH, Language::SPANISH].into_iter().any(|tongue| is_stop(tongue, word))
}
