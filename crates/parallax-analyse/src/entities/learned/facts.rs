//! What one word tells by itself, wherever it stands.

use super::super::{lists, short_forms::capitalised, tokens::Tokens, usage::Usage};
use parallax_language::{
    Language,
    lexicon::{class, commonness},
    names::{bare, country, country_of_demonym, is_given_name, is_place, is_role, is_title},
    sequence::{hash, hash_byte},
    stem,
};

/// What one word tells by itself.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Facts {
    /// The word in small letters, digits as one.
    pub(super) word: u32,
    /// The word without its case ending.
    pub(super) bare: u32,
    /// How its capitals, small letters and digits follow each other.
    pub(super) shape: u32,
    /// Its first one to four letters.
    pub(super) heads: [u32; 4],
    /// Its last one to five letters.
    pub(super) tails: [u32; 5],
    /// The lists it is in, one bit each.
    pub(super) lists: u64,
    /// Which words it is used like, closely and broadly; zero if unknown.
    pub(super) class: [u32; 2],
    /// Whether the article writes it small, and with a capital for its own sake.
    pub(super) used: u32,
    /// How common it is, in tens of the Zipf frequency.
    pub(super) common: u32,
}

/// The facts of every word of an article, those of equal words once.
pub(super) struct Known {
    /// By number of the word.
    facts: Vec<Facts>,
    numbers: Vec<usize>,
}

impl Known {
    /// The facts of all words, of which `read` tells what the article does not change.
    pub(super) fn of(
        tokens: &Tokens<'_>,
        usage: &Usage,
        mut read: impl FnMut(&str) -> Facts,
    ) -> Self {
        let (firsts, numbers) = tokens.numbered();
        let facts = firsts.into_iter().map(|at| {
            let word = tokens.word(at);
            let used = 2 * u32::from(usage.is_small(word)) + 4 * u32::from(usage.is_capital(word));
            Facts { used, ..read(word) }
        });
        Self { facts: facts.collect(), numbers }
    }

    /// Which of the different words stands at `at`; none past the end.
    pub(super) fn number(&self, at: usize) -> Option<usize> {
        self.numbers.get(at).copied()
    }

    /// The facts of the word of that number.
    pub(super) fn numbered(&self, number: usize) -> Option<&Facts> {
        self.facts.get(number)
    }
}

/// The language whose words those of an article are read as.
pub(super) fn language(tokens: &Tokens<'_>) -> Language {
    Language::of_tag(tokens.language).unwrap_or(Language::ENGLISH)
}

/// What a word tells by itself in any article of the language.
pub(super) fn facts(word: &str, language: Language) -> Facts {
    let letters: Vec<char> = word
        .chars()
        .flat_map(char::to_lowercase)
        .map(|letter| if letter.is_ascii_digit() { '0' } else { letter })
        .collect();
    let plain: String =
        letters.iter().map(|letter| if *letter == 'ё' { 'е' } else { *letter }).collect();
    let class = class(language, &plain);
    let mut facts = Facts {
        word: of_letters(letters.iter()),
        bare: hash(&bare(word)),
        shape: shape(word),
        lists: lists_of(word),
        class: class.map_or([0; 2], |class| [class.fine.into(), class.coarse.into()]),
        common: u32::from(commonness(language, &stem(language, word)) / 10),
        ..Facts::default()
    };
    for (head, length) in facts.heads.iter_mut().zip(1..) {
        *head = of_letters(letters.iter().take(length));
    }
    for (tail, length) in facts.tails.iter_mut().zip(1..) {
        *tail = of_letters(letters.iter().rev().take(length));
    }
    facts
}

fn of_letters<'a>(letters: impl Iterator<Item = &'a char>) -> u32 {
    letters.fold(1, |so_far, letter| {
        u32::from(*letter).to_le_bytes().into_iter().take(3).fold(so_far, hash_byte)
    })
}

/// Capitals, small letters and digits, runs as one but for how long the word is.
fn shape(word: &str) -> u32 {
    let mut last = 0;
    let mut shape = u32::try_from(word.chars().count().min(4)).unwrap_or_default();
    for letter in word.chars() {
        let sort = match letter {
            letter if letter.is_uppercase() => b'X',
            letter if letter.is_lowercase() => b'x',
            letter if letter.is_numeric() => b'0',
            letter if letter.is_alphabetic() => b'a',
            _ => b'.',
        };
        if sort != last {
            shape = hash_byte(shape, sort);
        }
        last = sort;
    }
    shape
}

/// One bit for each list the word, written with a capital, is in.
fn lists_of(word: &str) -> u64 {
    let name = capitalised(word);
    let known = [
        is_given_name(&name),
        is_place(&name),
        country(&name).is_some(),
        country_of_demonym(&name).is_some(),
        is_title(word),
        is_role(word),
        lists::is_known_body(word),
        lists::is_stop(word),
        crate::citations::is_medium(&name),
    ];
    let mut bits = lists::classes(word) << known.len();
    for (bit, holds) in known.into_iter().enumerate() {
        bits |= u64::from(holds) << bit;
    }
    bits
}
