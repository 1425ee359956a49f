//! What is known of single words: how common they are, and which are kin.
//!
//! Tables made by `data/lexicon/make.py` from wordfreq (data CC BY-SA 4.0) and
//! `WordNet` 3.0 (its own licence), and one compiled by hand.
//!
//! ```
//! use parallax_language::{Language, lexicon::{Relation, commonness, related}};
//! let en = Language::ENGLISH;
//! assert!(commonness(en, "peopl") > commonness(en, "trawler"));
//! assert_eq!(related("settl", "settlement"), Some(Relation::Derived));
//! assert_eq!(related("kidnap", "seiz"), Some(Relation::Kin));
//! ```

mod classes;
mod senses;

pub use classes::{WordClass, class};
pub use senses::{Kinship, Senses, kinship, root, senses};

use crate::{Language, WordTable, stem};
use std::{cmp::Ordering, collections::BTreeMap, sync::LazyLock};

/// How two words belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// They can mean the same.
    Synonym,
    /// One is made from the other: `detain`, `detention`.
    Derived,
    /// They mean opposite things: `accept`, `reject`.
    Antonym,
    /// Verbs for kinds of one action: `abduct`, `seize`.
    Kin,
}

/// Ten times the Zipf frequency by language and stem.
static COMMON: LazyLock<BTreeMap<&'static str, WordTable<u8>>> = LazyLock::new(|| {
    let mut tables: BTreeMap<&'static str, Vec<(String, u8)>> = BTreeMap::new();
    for row in rows(include_str!("../data/lexicon/common.tsv")) {
        let Some((tag, rest)) = row.split_once('\t') else { continue };
        let Some((zipf, words)) = rest.split_once('\t') else { continue };
        let Ok(zipf) = zipf.parse::<u8>() else { continue };
        let language = Language::of_tag(tag).unwrap_or(Language::UNKNOWN);
        let words = words.split(' ').map(|word| (stem(language, word), zipf));
        tables.entry(tag).or_default().extend(words);
    }
    tables.into_iter().map(|(tag, words)| (tag, words.into_iter().collect())).collect()
});

/// The groups of related words each English stem is in.
static RELATED: LazyLock<WordTable<Vec<(Relation, usize)>>> = LazyLock::new(|| {
    let mut groups: BTreeMap<String, Vec<(Relation, usize)>> = BTreeMap::new();
    for (at, row) in rows(include_str!("../data/lexicon/related.tsv")).enumerate() {
        let Some((sign, words)) = row.split_once('\t') else { continue };
        let relation = match sign {
            "=" => Relation::Synonym,
            "+" => Relation::Derived,
            "!" => Relation::Antonym,
            _ => Relation::Kin,
        };
        for word in words.split(' ') {
            groups.entry(stem(Language::ENGLISH, word)).or_default().push((relation, at));
        }
    }
    groups.into_iter().collect()
});

/// A row of rival terms, and a side of the row.
type Side = (usize, usize);

/// The row of rival terms each stem is in, and the side of the row, by language.
static RIVALS: LazyLock<BTreeMap<&'static str, WordTable<Side>>> = LazyLock::new(|| {
    let mut tables: BTreeMap<&'static str, Vec<(String, Side)>> = BTreeMap::new();
    for (at, row) in rows(include_str!("../data/lexicon/rivals.tsv")).enumerate() {
        let Some((tag, sides)) = row.split_once('\t') else { continue };
        let language = Language::of_tag(tag).unwrap_or(Language::UNKNOWN);
        let table = tables.entry(tag).or_default();
        for (side, words) in sides.split(" / ").enumerate() {
            for word in words.split(' ') {
                table.push((stem(language, word), (at, side)));
            }
        }
    }
    tables.into_iter().map(|(tag, words)| (tag, words.into_iter().collect())).collect()
});

fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|row| !row.starts_with('#'))
}

/// How common a word is in all its forms: ten times its Zipf frequency.
///
/// `the` is near 77, `minister` near 50, and a word among the rarest we hold
/// near 25. Zero for a word, or a language, we hold nothing of. Takes a stem
/// as [`stem`] gives it.
pub fn commonness(language: Language, stem: &str) -> u8 {
    COMMON.get(language.primary()).and_then(|table| table.get(stem)).copied().unwrap_or(0)
}

/// How two English words belong together, by their stems; the closest relation.
///
/// `None` for two words of one stem: they are not two words.
pub fn related(a: &str, b: &str) -> Option<Relation> {
    let english = |stem| Kin::of(Language::ENGLISH, stem);
    if a == b { None } else { english(a).related(english(b)) }
}

/// What is held of a word's relations: looked up once where a word is set beside many.
///
/// ```
/// use parallax_language::{Language, lexicon::{Kin, Relation}};
/// let kin = |stem| Kin::of(Language::ENGLISH, stem);
/// assert_eq!(kin("settl").related(kin("settlement")), Some(Relation::Derived));
/// assert!(kin("rebel").is_rival(kin("terrorist")));
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Kin {
    groups: &'static [(Relation, usize)],
    rival: Option<Side>,
}

impl Kin {
    /// Of a word, by its stem.
    pub fn of(language: Language, stem: &str) -> Self {
        let english = language.primary() == Language::ENGLISH.primary();
        let groups = if english { RELATED.get(stem).map_or(&[][..], Vec::as_slice) } else { &[] };
        let rivals = RIVALS.get(language.primary());
        Self { groups, rival: rivals.and_then(|table| table.get(stem)).copied() }
    }

    /// As [`related`], of two words that are not one.
    pub fn related(self, other: Self) -> Option<Relation> {
        let (mut ours, mut theirs) = (self.groups, other.groups);
        let mut closest = None;
        // Both by the number of the group.
        while let ([one, rest @ ..], [two, others @ ..]) = (ours, theirs) {
            match one.1.cmp(&two.1) {
                Ordering::Less => ours = rest,
                Ordering::Greater => theirs = others,
                Ordering::Equal => {
                    closest = Some(closest.map_or(one.0, |known: Relation| known.min(one.0)));
                    (ours, theirs) = (rest, others);
                }
            }
        }
        closest
    }

    /// As [`are_rivals`], of two words of one language.
    pub fn is_rival(self, other: Self) -> bool {
        match (self.rival, other.rival) {
            (Some((row, side)), Some((other, opposite))) => row == other && side != opposite,
            _ => false,
        }
    }

    /// The groups of related words it is in, by number.
    pub fn groups(self) -> impl Iterator<Item = usize> {
        self.groups.iter().map(|(_, group)| *group)
    }

    /// The row of rivals it is in, by number.
    pub fn row(self) -> Option<usize> {
        self.rival.map(|(row, _)| row)
    }

    /// Whether nothing is held of the word: it is related to none and nobody's rival.
    pub fn is_alone(self) -> bool {
        self.groups.is_empty() && self.rival.is_none()
    }

    /// Whether the word has any rival.
    pub fn has_rivals(self) -> bool {
        self.rival.is_some()
    }
}

/// Whether two words, by their stems, are rival names for one thing or deed:
/// `protester` and `rioter`, `capture` and `abduct`.
///
/// Such words are what accounts choose between when they frame an event. Words
/// that frame it alike, `detain` and `arrest`, are no rivals.
///
/// ```
/// use parallax_language::{Language, lexicon::are_rivals};
/// assert!(are_rivals(Language::ENGLISH, "rebel", "terrorist"));
/// assert!(!are_rivals(Language::ENGLISH, "rebel", "guerrilla"));
/// ```
pub fn are_rivals(language: Language, a: &str, b: &str) -> bool {
    Kin::of(language, a).is_rival(Kin::of(language, b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commoner_words_score_higher() {
        let russian = |word: &str| commonness(Language::RUSSIAN, &stem(Language::RUSSIAN, word));
        assert!(russian("человек") > russian("землетрясение"));
        assert!(russian("землетрясение") > 0);
        assert_eq!(commonness(Language::ENGLISH, "qwrtzp"), 0);
        assert_eq!(commonness(Language::SPANISH, "hombr"), 0);
    }

    #[test]
    fn a_word_is_no_relation_of_itself() {
        assert_eq!(related("kidnap", "kidnap"), None);
        assert_eq!(related("kidnap", "mackerel"), None);
    }

    #[test]
    fn what_is_looked_up_once_is_what_is_held_of_each_pair() {
        let stems: Vec<&str> = RELATED.words().step_by(97).collect();
        let often =
            ["set", "take", "run", "make", "kill", "strike", "attack", "hit", "seiz", "end"];
        for one in stems.iter().copied().chain(often) {
            for other in often {
                let groups = |stem: &str| RELATED.get(stem).cloned().unwrap_or_default();
                let theirs = groups(other);
                let shared = groups(one).into_iter().filter(|group| theirs.contains(group));
                let closest = shared.map(|(relation, _)| relation).min();
                assert_eq!(related(one, other), closest.filter(|_| one != other), "{one} {other}");
            }
        }
    }

    #[test]
    fn opposites_are_told_from_synonyms() {
        assert_eq!(related("accept", "reject"), Some(Relation::Antonym));
        assert_eq!(related("begin", "start"), Some(Relation::Synonym));
    }
}
