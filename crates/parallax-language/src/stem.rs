//! Words without their endings.

use crate::{Language, Memory, fold};
use frostem::{Algorithm, Stemmer};
use std::cell::RefCell;

/// The stem of a word, folded first; the folded word where we have no stemmer.
///
/// Snowball stemmers (the `frostem` crate, BSD-3-Clause).
///
/// ```
/// use parallax_language::{Language, stem};
/// assert_eq!(stem(Language::ENGLISH, "Trawlers’"), "trawler");
/// assert_eq!(stem(Language::RUSSIAN, "спасателей"), stem(Language::RUSSIAN, "спасатели"));
/// ```
pub fn stem(language: Language, word: &str) -> String {
    let (sort, algorithm) = match language.primary() {
        "en" => (0, Algorithm::English),
        "ru" => (1, Algorithm::Russian),
        "es" => (2, Algorithm::Spanish),
        _ => return fold(word),
    };
    let read = |word: &str| Stemmer::new(algorithm).stem(&fold(word)).into_owned();
    STEMS.with_borrow_mut(|stems| stems.of(sort, word, read).clone())
}

thread_local! {
    /// Stems of the words met last, as many as hold most words of any page; 3 MB.
    static STEMS: RefCell<Memory<String>> = const { RefCell::new(Memory::of_size(1 << 15)) };
}
