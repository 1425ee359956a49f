//! One form of a name's word within its script.

use crate::{Memory, Script, fold};
use std::cell::RefCell;

/// Endings of Russian cases on names and adjectives, longest first.
const RUSSIAN_ENDINGS: &[&str] = &[
    "иями", "ями", "ами", "ого", "его", "ому", "ему", "ыми", "ими", "ией", "ою", "ею", "ой", "ей",
    "ом", "ем", "ым", "им", "ая", "яя", "ую", "юю", "ий", "ый", "ия", "ии", "ию", "ах", "ях", "ам",
    "ям", "ые", "ие", "ых", "их", "а", "я", "у", "ю", "е", "и", "ы", "о", "ь", "й",
];

/// Endings of Kazakh cases, longest first.
const KAZAKH_ENDINGS: &[&str] = &[
    "дағы", "дегі", "тағы", "тегі", "ның", "нің", "дың", "дің", "тың", "тің", "нан", "нен", "дан",
    "ден", "тан", "тен", "мен", "бен", "пен", "ға", "ге", "қа", "ке", "да", "де", "та", "те", "на",
    "не", "ны", "ні", "ды", "ді", "ты", "ті",
];

/// Letters that Kazakh Cyrillic has and Russian has not.
const KAZAKH_LETTERS: &[char] = &['ә', 'ғ', 'қ', 'ң', 'ө', 'ұ', 'ү', 'һ', 'і'];

/// Fewest letters that may be left of a word when its ending is taken off.
const SHORTEST: usize = 3;

/// The word folded, and in Cyrillic without its case ending.
///
/// ```
/// use parallax_language::names::bare;
/// assert_eq!(bare("Орловым"), bare("Орлов"));
/// assert_eq!(bare("Guðmundsdóttir’s"), "gudmundsdottir");
/// ```
pub fn bare(word: &str) -> String {
    if word.is_ascii() { fold(word) } else { with_bare(word, str::to_owned) }
}

/// What `found` makes of the bare form of a word that is not ASCII; forms of the words met last are kept.
pub(crate) fn with_bare<T>(word: &str, found: impl FnOnce(&str) -> T) -> T {
    thread_local! {
        /// As many as hold most words of a few pages: each is asked for many times in a row. 1 MB.
        static BARE: RefCell<Memory<String>> = const { RefCell::new(Memory::of_size(1 << 12)) };
    }
    BARE.with_borrow_mut(|lately| found(lately.of(0, word, made_bare)))
}

fn made_bare(word: &str) -> String {
    let folded = fold(word);
    if folded.chars().next().and_then(Script::of) != Some(Script::Cyrillic) {
        return folded;
    }
    let word = if folded.contains(KAZAKH_LETTERS) {
        let mut stripped = folded.as_str();
        // One ending may hide another, and some names end like one: all go.
        while let shorter = strip(stripped, KAZAKH_ENDINGS)
            && shorter.len() < stripped.len()
        {
            stripped = shorter;
        }
        stripped.replace(['қ'], "к").replace('ғ', "г").replace('ң', "н").replace('ә', "а")
    } else {
        folded
    };
    let mut stem = strip(&word, RUSSIAN_ENDINGS);
    // What looks like an ending may be the name’s own: `Газпром` and `Газпрома`.
    if stem.len() < word.len() {
        stem = strip(stem, &["ом", "ем", "им", "ым"]);
    }
    while letters(stem) > SHORTEST
        && stem.ends_with(['а', 'е', 'и', 'й', 'ь', 'о', 'у', 'ы', 'я', 'ю'])
    {
        stem = cut_last(stem);
    }
    stem.to_owned()
}

/// [`bare`], with spellings that vary between outlets made one.
///
/// ```
/// use parallax_language::names::spelling;
/// assert_eq!(spelling("Dostoyevskiy"), spelling("Dostoevsky"));
/// ```
pub fn spelling(word: &str) -> String {
    let mut loose = String::with_capacity(word.len());
    let bare =
        bare(word).replace("kh", "h").replace("ph", "f").replace("ck", "k").replace("ye", "e");
    for letter in bare.chars() {
        let letter = if letter == 'y' { 'i' } else { letter };
        if !loose.ends_with(letter) {
            loose.push(letter);
        }
    }
    loose
}

fn strip<'w>(word: &'w str, endings: &[&str]) -> &'w str {
    endings
        .iter()
        .filter_map(|ending| word.strip_suffix(ending))
        .find(|stem| letters(stem) >= SHORTEST)
        .unwrap_or(word)
}

fn letters(word: &str) -> usize {
    word.chars().count()
}

fn cut_last(word: &str) -> &str {
    let mut rest = word.chars();
    rest.next_back();
    rest.as_str()
}
