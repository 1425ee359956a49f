//! Words without their endings.

use crate::{Language, fold};
use frostem::{Algorithm, Stemmer};

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
    let folded = fold(word);
    let algorithm = match language.primary() {
        "en" => Algorithm::English,
        "ru" => Algorithm::Russian,
        "es" => Algorithm::Spanish,
        _ => return folded,
    };
    Stemmer::new(algorithm).stem(&folded).into_owned()
}
