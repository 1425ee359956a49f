//! German nouns, which all have a capital: which are common, and which are names.
//!
//! A table made by `scripts/german.py` from german-nouns (CC BY-SA 4.0), which comes from the German
//! Wiktionary; compounds are taken apart.
//!
//! ```
//! use parallax_language::german::noun;
//! assert!(noun("Boote").is_some_and(|noun| noun.is_common() && !noun.is_person()));
//! assert!(noun("Verkehrsministerin").is_some_and(|noun| noun.is_person()));
//! assert_eq!(noun("Möllendorf"), None);
//! ```

use crate::{hashed, sequence::hash};

/// What a German noun can be, in any case form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noun(u8);

impl Noun {
    /// A common noun.
    pub const fn is_common(self) -> bool {
        self.0 & 1 != 0
    }

    /// Somebody by what they do or where they come from: `Richterin`, `Däne`.
    pub const fn is_person(self) -> bool {
        self.0 & 2 != 0
    }

    /// The name of a place.
    pub const fn is_place(self) -> bool {
        self.0 & 4 != 0
    }

    /// A given name.
    pub const fn is_given_name(self) -> bool {
        self.0 & 8 != 0
    }

    /// A family name.
    pub const fn is_family_name(self) -> bool {
        self.0 & 16 != 0
    }
}

/// Longest word that is taken apart, in bytes.
const LONGEST: usize = 60;

/// Shortest parts of a compound, in bytes.
const SHORTEST: usize = 3;

/// What may stand between the parts of a compound.
const LINKS: [&str; 7] = ["", "s", "es", "n", "en", "er", "e"];

/// What a word can be, by itself or as a compound of nouns that we know; `None` if we know nothing.
pub fn noun(word: &str) -> Option<Noun> {
    let word = word.to_lowercase();
    find(hash(&word)).or_else(|| compound(&word))
}

fn compound(word: &str) -> Option<Noun> {
    if word.len() > LONGEST {
        return None;
    }
    let common = |part: &str| find(hash(part)).filter(|noun| noun.is_common());
    let cuts = word.char_indices().map(|(cut, _)| cut).skip_while(|cut| *cut < SHORTEST);
    for cut in cuts.take_while(|cut| cut + SHORTEST < word.len()) {
        let (head, tail) = word.split_at(cut);
        let Some(tail) = common(tail) else { continue };
        let known = |link: &str| head.strip_suffix(link).is_some_and(|head| common(head).is_some());
        if LINKS.iter().any(|link| known(link)) {
            return Some(Noun(tail.0 & 3));
        }
    }
    None
}

/// The noun with this number.
fn find(number: u32) -> Option<Noun> {
    let facts = hashed::facts::<3>(include_bytes!("../data/german/nouns.bin"), number)?;
    facts.first().copied().map(Noun)
}

#[cfg(test)]
mod tests {
    use super::noun;
    use proptest::prelude::*;

    #[test]
    fn names_are_told_from_common_nouns() {
        let common = |word: &str| noun(word).is_some_and(super::Noun::is_common);
        for word in ["Küstenwache", "Polizeidirektion", "Ersatzbusse", "Ermittlungen"] {
            assert!(common(word), "{word}");
        }
        for word in ["Hartwig", "Yıldırım", "Wittenau"] {
            assert!(!common(word), "{word}");
        }
        assert!(noun("Ostsee").is_some_and(super::Noun::is_place));
        assert!(noun("Ministerpräsidenten").is_some_and(super::Noun::is_person));
    }

    proptest! {
        #[test]
        fn any_word_may_be_asked_for(word in "\\PC{0,70}") {
            let _ = noun(&word);
        }
    }
}
