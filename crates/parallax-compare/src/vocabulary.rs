//! The words of a story: each is looked up once, and so is which stand for which.

use crate::{likeness, numbers::Numbers, text::Text};
use parallax_language::{
    Language, Memory, fold, is_stop_word,
    lexicon::{Kin, commonness},
    stem,
};
use std::cell::RefCell;

/// The words of a story.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    words: Vec<Word>,
    known: Vec<Tongue>,
    stems: Numbers,
    /// For each word those that stand for it in some measure, by number, with how far in tenths.
    close: Vec<Vec<(usize, u32)>>,
}

/// The words of a story in one language.
#[derive(Debug)]
struct Tongue {
    language: Language,
    /// As they are written.
    written: Numbers,
    /// What number each has among those of all languages.
    words: Vec<usize>,
}

/// A word as it is written in one language.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    /// Its number.
    pub(crate) number: usize,
    /// Names the stem in this story.
    pub(crate) key: u32,
    pub(crate) read: Reading,
}

/// What is read off a word, in whatever story it stands.
#[derive(Clone, Debug)]
pub(crate) struct Reading {
    pub(crate) folded: Text,
    /// Empty for a word that says nothing.
    pub(crate) stem: Text,
    /// What is held of its relations.
    pub(crate) kin: Kin,
    /// Whether it is written with a capital.
    pub(crate) capital: bool,
    /// How common it is, in tens of the Zipf frequency.
    pub(crate) common: u8,
}

thread_local! {
    /// What was read off the words met last, as many as hold most words of any story; 3 MB.
    static READ: RefCell<Memory<Reading>> = const { RefCell::new(Memory::of_size(1 << 14)) };
}

impl Reading {
    /// Of the word that is `written`; read anew only if it was not lately.
    fn of(language: Language, written: &str) -> Self {
        let read = |written: &str| Self::read(language, written);
        READ.with_borrow_mut(|lately| lately.of(language.number(), written, read).clone())
    }

    fn read(language: Language, written: &str) -> Self {
        let folded = fold(written);
        let stem = if is_stop_word(language, &folded) {
            String::new()
        } else {
            stem(language, &crate::spelling::usual(&folded))
        };
        Self {
            kin: Kin::of(language, &stem),
            capital: written.chars().next().is_some_and(char::is_uppercase),
            common: commonness(language, &stem),
            folded: folded.into(),
            stem: stem.into(),
        }
    }
}

impl Vocabulary {
    /// The word that is `written`.
    pub(crate) fn word(&mut self, language: Language, written: &str) -> &Word {
        let tongue = self.known.iter().position(|known| known.language == language);
        let tongue = tongue.unwrap_or_else(|| {
            let (written, words) = (Numbers::default(), Vec::new());
            self.known.push(Tongue { language, written, words });
            self.known.len() - 1
        });
        let tongue = &mut self.known[tongue];
        let place = tongue.written.of(written);
        if place == tongue.words.len() {
            tongue.words.push(self.words.len());
            let read = Reading::of(language, written);
            let key = u32::try_from(self.stems.of(&read.stem)).unwrap_or(u32::MAX);
            self.words.push(Word { number: self.words.len(), key, read });
        }
        &self.words[tongue.words[place]]
    }

    /// Finds which words stand for which, when all are known.
    pub(crate) fn settle(&mut self) {
        let mut close: Vec<Vec<(usize, u32)>> = vec![Vec::new(); self.words.len()];
        for Tongue { language, words, .. } in &self.known {
            let words: Vec<&Word> = words
                .iter()
                .map(|&at| &self.words[at])
                .filter(|word| !word.read.stem.is_empty())
                .collect();
            for (a, b) in pairs(&words) {
                let tenths = likeness::stands_for(*language, a, b, b.read.kin);
                if tenths > 0 {
                    close[a.number].push((b.number, tenths));
                }
            }
        }
        self.close = close;
    }

    /// The words that the word `a` stands for in some measure, in one language, by number, with how far in tenths.
    pub(crate) fn close_to(&self, a: usize) -> &[(usize, u32)] {
        self.close.get(a).map_or(&[], Vec::as_slice)
    }

    /// Whether the word `a` stands for one of those that `is` tells.
    pub(crate) fn stands_for_any(&self, a: usize, is: impl Fn(usize) -> bool) -> bool {
        self.close_to(a).iter().any(|(b, _)| is(*b))
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
        held.extend(beginning(&word.read.folded).map(|start| (Common::Beginning(start), at)));
        held.extend(word.read.kin.row().map(|row| (Common::Row(row), at)));
        held.extend(word.read.kin.groups().map(|group| (Common::Group(group), at)));
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
            for a in words.iter().filter(|word| !word.read.stem.is_empty()) {
                for b in words.iter().filter(|word| !word.read.stem.is_empty()) {
                    let tenths = likeness::stands_for(*language, a, b, b.read.kin);
                    let close = vocabulary.close_to(a.number).iter();
                    let closeness = close.clone().find(|(number, _)| *number == b.number);
                    assert_eq!(
                        closeness.map_or(0, |(_, tenths)| *tenths),
                        tenths,
                        "{} {}",
                        a.read.folded,
                        b.read.folded
                    );
                    found += usize::from(tenths > 0 && a.number != b.number);
                }
            }
        }
        assert!(found > 20, "{found}");
    }
}
