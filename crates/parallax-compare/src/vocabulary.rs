//! The words of a story: each is looked up once, and so is which stand for which.

use crate::likeness;
use parallax_language::{Language, fold, is_stop_word, lexicon::Kin, stem};
use std::collections::BTreeMap;

/// The words of a story.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    words: Vec<Word>,
    known: Vec<(Language, BTreeMap<String, usize>)>,
    stems: BTreeMap<String, u32>,
    /// For each word those that stand for it in some measure, by number, with how far in tenths.
    close: Vec<Vec<(usize, u32)>>,
}

/// A word as it is written in one language.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    /// Its number.
    pub(crate) number: usize,
    pub(crate) folded: String,
    /// Empty for a word that says nothing.
    pub(crate) stem: String,
    /// Names the stem in this story.
    pub(crate) key: u32,
    /// What is held of its relations.
    pub(crate) kin: Kin,
    /// Whether it is written with a capital.
    pub(crate) capital: bool,
}

impl Vocabulary {
    /// The word that is `written`.
    pub(crate) fn word(&mut self, language: Language, written: &str) -> &Word {
        let tongue = self.known.iter().position(|(known, _)| *known == language);
        let tongue = tongue.unwrap_or_else(|| {
            self.known.push((language, BTreeMap::new()));
            self.known.len() - 1
        });
        let known = self.known[tongue].1.get(written).copied();
        let number = known.unwrap_or_else(|| {
            let word = self.read(language, written);
            self.known[tongue].1.insert(written.to_owned(), word.number);
            self.words.push(word);
            self.words.len() - 1
        });
        &self.words[number]
    }

    fn read(&mut self, language: Language, written: &str) -> Word {
        let folded = fold(written);
        let stem = if is_stop_word(language, &folded) {
            String::new()
        } else {
            stem(language, &crate::spelling::usual(&folded))
        };
        let next = u32::try_from(self.stems.len()).unwrap_or(u32::MAX);
        Word {
            number: self.words.len(),
            key: *self.stems.entry(stem.clone()).or_insert(next),
            kin: Kin::of(language, &stem),
            capital: written.chars().next().is_some_and(char::is_uppercase),
            folded,
            stem,
        }
    }

    /// Finds which words stand for which, when all are known.
    pub(crate) fn settle(&mut self) {
        let mut close: Vec<Vec<(usize, u32)>> = vec![Vec::new(); self.words.len()];
        for (language, known) in &self.known {
            let words: Vec<&Word> = known
                .values()
                .map(|&at| &self.words[at])
                .filter(|word| !word.stem.is_empty())
                .collect();
            for (a, b) in pairs(&words) {
                let tenths = likeness::stands_for(*language, a, b, b.kin);
                if tenths > 0 {
                    close[a.number].push((b.number, tenths));
                }
            }
        }
        self.close = close;
    }

    /// How far the word `a` stands for the word `b` of one language, in tenths.
    pub(crate) fn closeness(&self, a: usize, b: usize) -> u32 {
        let close = self.close.get(a).map_or(&[][..], Vec::as_slice);
        let at = close.binary_search_by_key(&b, |(other, _)| *other);
        at.ok().and_then(|at| close.get(at)).map_or(0, |(_, tenths)| *tenths)
    }

    /// Whether the word `a` stands for one of those that `is` tells.
    pub(crate) fn stands_for_any(&self, a: usize, is: impl Fn(usize) -> bool) -> bool {
        self.close.get(a).is_some_and(|close| close.iter().any(|(b, _)| is(*b)))
    }

    /// Whether no word stands for the word `a`, not even itself.
    pub(crate) fn is_lone(&self, a: usize) -> bool {
        self.close.get(a).is_none_or(Vec::is_empty)
    }
}

/// Pairs of words that can stand for each other, each way round, by the numbers of both: they begin alike, or
/// something is held of both that they have in common.
fn pairs<'a>(words: &[&'a Word]) -> Vec<(&'a Word, &'a Word)> {
    let mut held: Vec<(Common<'a>, usize)> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        held.extend(beginning(&word.folded).map(|start| (Common::Beginning(start), at)));
        held.extend(word.kin.row().map(|row| (Common::Row(row), at)));
        held.extend(word.kin.groups().map(|group| (Common::Group(group), at)));
    }
    held.sort_unstable();
    held.dedup();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for holders in held.chunk_by(|one, other| one.0 == other.0) {
        for &(_, a) in holders {
            pairs.extend(holders.iter().map(|&(_, b)| (a, b)));
        }
    }
    pairs.sort_unstable_by_key(|&(a, b)| (words[a].number, words[b].number));
    pairs.dedup();
    pairs.into_iter().map(|(a, b)| (words[a], words[b])).collect()
}

/// What two words can have in common.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Common<'a> {
    Beginning(&'a str),
    Row(usize),
    Group(usize),
}

/// The letters that two words made from one have in common at least.
fn beginning(word: &str) -> Option<&str> {
    let (last, letter) = word.char_indices().nth(likeness::ALIKE_AT_LEAST - 1)?;
    word.get(..last + letter.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::Vocabulary;
    use crate::likeness;
    use parallax_language::Language;

    #[test]
    fn what_stands_for_what_is_found_without_asking_each_pair() {
        let words = "Norvania Norvanian norvanian Ana ana rebel terrorist guerrilla protester rioters captured \
                     abduct seize settle settlement accept reject begin started the The fishery fishermen \
                     bridge Bridge bridges detained arrested detention of kidnapped said says told killed died";
        let mut vocabulary = Vocabulary::default();
        let mut all = Vec::new();
        for language in [Language::ENGLISH, Language::RUSSIAN] {
            let own = words.split_whitespace().map(|word| vocabulary.word(language, word).clone());
            all.push((language, own.collect::<Vec<_>>()));
        }
        vocabulary.settle();
        let mut found = 0;
        for (language, words) in &all {
            for a in words.iter().filter(|word| !word.stem.is_empty()) {
                for b in words.iter().filter(|word| !word.stem.is_empty()) {
                    let tenths = likeness::stands_for(*language, a, b, b.kin);
                    assert_eq!(
                        vocabulary.closeness(a.number, b.number),
                        tenths,
                        "{} {}",
                        a.folded,
                        b.folded
                    );
                    found += usize::from(tenths > 0 && a.number != b.number);
                }
            }
        }
        assert!(found > 20, "{found}");
    }
}
