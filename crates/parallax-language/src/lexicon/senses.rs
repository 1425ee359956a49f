//! What English words can mean, as numbers: two words that share one can tell of one happening.

use super::rows;
use crate::{Language, fold, stem};
use std::{collections::BTreeMap, sync::LazyLock};

/// The senses of a word that are of happenings, and those above them; both in order of number.
///
/// A sense has a number, and a rank: 0 for the first of a word, 2 for its second; one more where it is that of a
/// word made from it, as of the verb `arrest` for the noun.
#[derive(Debug, Default)]
pub struct Senses {
    /// `(number, rank)` of each.
    pub own: Vec<(u32, u16)>,
    /// Those one step more general.
    pub above: Vec<(u32, u16)>,
}

/// How near two words are by their senses, in thousandths: 1000 where each one's first sense is the shared one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kinship {
    /// By a sense both have.
    pub same: u16,
    /// By a sense of one that is above one of the other's.
    pub above: u16,
    /// By a sense above those of both.
    pub beside: u16,
}

static SENSES: LazyLock<BTreeMap<&'static str, Senses>> = LazyLock::new(|| {
    let row = |row: &'static str| {
        let (word, rest) = row.split_once('\t')?;
        let (own, above) = rest.split_once('\t')?;
        Some((word, Senses { own: ranked(own), above: ranked(above) }))
    };
    rows(include_str!("../../data/lexicon/senses.tsv")).filter_map(row).collect()
});

static IRREGULAR: LazyLock<BTreeMap<&'static str, &'static str>> = LazyLock::new(|| {
    rows(include_str!("../../data/lexicon/irregular.tsv"))
        .filter_map(|row| row.split_once('\t'))
        .collect()
});

/// Senses as the table writes them: `79a 688c`.
fn ranked(list: &str) -> Vec<(u32, u16)> {
    let one = |word: &str| {
        let number = word.trim_end_matches(|letter: char| letter.is_ascii_lowercase());
        let rank = word.bytes().last()?.checked_sub(b'a')?;
        Some((number.parse().ok()?, u16::from(rank)))
    };
    let mut senses: Vec<(u32, u16)> = list.split(' ').filter_map(one).collect();
    senses.sort_unstable();
    senses
}

/// The stem of a word, of an irregular English verb form that of its verb.
///
/// ```
/// use parallax_language::{Language, lexicon::root};
/// assert_eq!(root(Language::ENGLISH, "Shot"), root(Language::ENGLISH, "shooting"));
/// assert_eq!(root(Language::RUSSIAN, "суда"), root(Language::RUSSIAN, "суд"));
/// ```
pub fn root(language: Language, word: &str) -> String {
    if language != Language::ENGLISH {
        return stem(language, word);
    }
    let folded = fold(word);
    let base = IRREGULAR.get(folded.as_str()).copied();
    stem(language, base.unwrap_or(&folded))
}

/// What an English word can mean, by its stem; `None` for a word that is no happening, or not known.
pub fn senses(stem: &str) -> Option<&'static Senses> {
    SENSES.get(stem)
}

/// How near two English words are by their senses, by their stems.
///
/// ```
/// use parallax_language::lexicon::kinship;
/// assert!(kinship("begin", "start").same > 0);
/// assert!(kinship("murder", "kill").above > 0);
/// assert_eq!(kinship("murder", "mackerel"), Default::default());
/// ```
pub fn kinship(a: &str, b: &str) -> Kinship {
    if a == b {
        return Kinship { same: 1000, above: 1000, beside: 1000 };
    }
    let (Some(a), Some(b)) = (senses(a), senses(b)) else { return Kinship::default() };
    Kinship {
        same: nearest(&a.own, &b.own),
        above: nearest(&a.above, &b.own).max(nearest(&a.own, &b.above)),
        beside: nearest(&a.above, &b.above),
    }
}

/// The nearness by the sense that stands foremost in both lists, in thousandths.
fn nearest(ours: &[(u32, u16)], theirs: &[(u32, u16)]) -> u16 {
    let rank = |number: u32| {
        let at = theirs.partition_point(|(known, _)| *known < number);
        theirs.get(at).filter(|(known, _)| *known == number).map(|(_, rank)| *rank)
    };
    let sums = ours.iter().filter_map(|(number, own)| Some(own + rank(*number)?));
    sums.min().map_or(0, |ranks| 2000 / (2 + ranks))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn irregular_forms_have_the_stem_of_their_verb() {
        assert_eq!(root(Language::ENGLISH, "went"), root(Language::ENGLISH, "going"));
        assert_eq!(root(Language::ENGLISH, "stolen"), "steal");
    }

    #[test]
    fn kinship_is_the_same_both_ways() {
        for (a, b) in [("murder", "kill"), ("arrest", "captur"), ("quak", "tremor"), ("x", "kill")]
        {
            assert_eq!(kinship(a, b), kinship(b, a));
        }
    }
}
