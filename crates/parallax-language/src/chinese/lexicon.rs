//! The words we know, read where they lie.

use super::LONGEST;
use crate::{hashed, sequence::hash_byte};

/// Of which sort a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// A letter that is in no word we know.
    Unknown,
    /// A name of a person, in the Chinese way.
    Person,
    /// A name of a person from elsewhere, by its sound.
    Foreigner,
    /// A place.
    Place,
    /// A body.
    Body,
    /// Another name.
    Name,
    /// A noun.
    Noun,
    /// A verb, or a noun made of one.
    Verb,
    /// An adjective.
    Adjective,
    /// An adverb.
    Adverb,
    /// A number or measure.
    Number,
    /// A preposition, conjunction, pronoun or particle.
    Function,
    /// A day or hour.
    Time,
    /// A short form.
    Short,
    /// A side or part of a place.
    Side,
    /// A phrase.
    Other,
}

const SORTS: [Sort; 16] = [
    Sort::Unknown,
    Sort::Person,
    Sort::Foreigner,
    Sort::Place,
    Sort::Body,
    Sort::Name,
    Sort::Noun,
    Sort::Verb,
    Sort::Adjective,
    Sort::Adverb,
    Sort::Number,
    Sort::Function,
    Sort::Time,
    Sort::Short,
    Sort::Side,
    Sort::Other,
];

/// A word of the dictionary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// Of which sort it is.
    pub sort: Sort,
    /// How rare it is: ten times the logarithm of one in how many words it is.
    pub rare: u8,
}

/// Gives each known word that `letters` begin with, by its length in letters.
pub fn known(letters: &[char], mut each: impl FnMut(usize, Known)) {
    let mut number = 0x811C_9DC5;
    let mut room = [0; 4];
    for (len, letter) in (1..=LONGEST).zip(letters) {
        if !letter.is_alphabetic() || letter.is_ascii() {
            return;
        }
        number = letter.encode_utf8(&mut room).bytes().fold(number, hash_byte);
        if let Some(word) = find(number) {
            each(len, word);
        }
    }
}

/// The word with this number.
fn find(number: u32) -> Option<Known> {
    let facts = hashed::facts::<4>(include_bytes!("../../data/chinese/words.bin"), number)?;
    let [sort, rare] = *facts.first_chunk()?;
    Some(Known { sort: *SORTS.get(usize::from(sort))?, rare })
}
