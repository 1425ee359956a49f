//! What number words mean.

use crate::{Language, WordTable, fold};
use std::{collections::BTreeMap, sync::LazyLock};

/// The part a word plays in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sense {
    /// Adds: `seven`, `forty`, `двести`.
    Small(i128),
    /// Multiplies the group before it: `hundred`.
    Hundred,
    /// Multiplies and closes the group: `million`.
    Scale(i128),
    /// A scale only when written onto digits: the `m` of `1.2m`.
    Suffix(i128),
    /// A count of so many: `dozen`.
    Times(i128),
    /// `half`.
    Half,
    /// One of so many equal parts, where the word is an ordinal too: `third`.
    Part(i128),
    /// Equal parts, and nothing else: `thirds`.
    Parts(i128),
    /// A number with a fraction, in thousandths: `полтора`.
    Mixed(i128),
    /// `a`.
    Article,
    /// `and`.
    And,
}

type Senses = WordTable<Vec<Sense>>;

static WORDS: LazyLock<BTreeMap<&'static str, Senses>> = LazyLock::new(|| {
    let mut languages: BTreeMap<&'static str, BTreeMap<String, Vec<Sense>>> = BTreeMap::new();
    for row in include_str!("../../data/numbers/words.tsv").lines() {
        let mut cells = row.split('\t');
        let (Some(language), Some(class), Some(value), Some(forms)) =
            (cells.next(), cells.next(), cells.next(), cells.next())
        else {
            continue;
        };
        let Some(sense) = value.parse().ok().and_then(|value| sense(class, value)) else {
            continue;
        };
        let senses = languages.entry(language).or_default();
        for form in forms.split(' ') {
            senses.entry(fold(form)).or_default().push(sense);
        }
    }
    languages
        .into_iter()
        .map(|(language, senses)| (language, senses.into_iter().collect()))
        .collect()
});

fn sense(class: &str, value: i128) -> Option<Sense> {
    Some(match class {
        "small" => Sense::Small(value),
        "hundred" => Sense::Hundred,
        "scale" => Sense::Scale(value),
        "suffix" => Sense::Suffix(value),
        "times" => Sense::Times(value),
        "half" => Sense::Half,
        "part" => Sense::Part(value),
        "parts" => Sense::Parts(value),
        "mixed" => Sense::Mixed(value),
        "article" => Sense::Article,
        "and" => Sense::And,
        _ => return None,
    })
}

/// The number words of one language.
#[derive(Clone, Copy)]
pub(super) struct Vocabulary(Option<&'static Senses>);

impl Vocabulary {
    pub(super) fn of(language: Language) -> Self {
        Self(WORDS.get(language.primary()))
    }

    /// The first meaning of a word, articles last.
    pub(super) fn sense(self, word: &str) -> Option<Sense> {
        self.0?.of_word(word)?.first().copied()
    }

    /// Whether a word can stand where an article does.
    pub(super) fn is_article(self, word: &str) -> bool {
        self.0
            .and_then(|senses| senses.of_word(word))
            .is_some_and(|all| all.contains(&Sense::Article))
    }
}
