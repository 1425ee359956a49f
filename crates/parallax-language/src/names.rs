//! Names of people and countries: how to compare them, and what their words tell.
//!
//! Names of one script are compared letter by letter, without accents, case
//! endings and the usual doublings; names of two scripts by what is left of
//! them in both, their consonants.

mod bodies;
mod countries;
mod form;
mod full;
mod people;
mod skeleton;

pub use countries::{country, country_of_demonym, is_place};
pub(crate) use form::with_bare;
pub use form::{bare, spelling};
pub use full::full_names;
pub use people::{
    Gender, gender_of_given_name, gender_of_title, is_given_name, is_role, is_title,
    is_title_or_role, sounds_like_given_name,
};

use crate::{Script, fold, words};

/// A key that forms of one name share, whatever their case, accents or script.
///
/// The key of each word is its consonants in Latin letters, after the endings
/// of Russian and Kazakh cases are taken off, behind an `a` where it starts
/// with a vowel. Countries, their adjectives and bodies that are known under
/// several names have one key in all of them. Different names may share a key, so look candidates up by it
/// and ask [`same_name`] about each.
///
/// ```
/// use parallax_language::names::key;
/// assert_eq!(key("Otto Brandt"), key("Отто Брандтом"));
/// assert_eq!(key("Quijote"), key("Кихот"));
/// assert_eq!(key("Tokayev"), key("Тоқаевтың"));
/// assert_eq!(key("ЕС"), key("European Union"));
/// assert_ne!(key("Vik"), key("Lund"));
/// ```
pub fn key(name: &str) -> String {
    // Countries and bodies with several names have the key of the first one.
    let name = canonical(name);
    let keys: Vec<String> = words(name).map(|word| skeleton::skeleton(word.of(name))).collect();
    keys.join(" ")
}

/// The first name of a country or body that is known under several, else the name itself.
fn canonical(name: &str) -> &str {
    let one = words(name).nth(1).is_none();
    let people = || one.then(|| country_of_demonym(name)).flatten();
    country(name).or_else(|| bodies::body(name)).or_else(people).unwrap_or(name)
}

/// Whether two names can be one person's, or one body's.
///
/// They can when they have the same words, when one is the other's family name
/// or leaves out a family name, when given names are cut to initials, and when
/// one is the other's acronym. A given name alone is not enough, and two given
/// names that differ are two people.
///
/// ```
/// use parallax_language::names::same_name;
/// assert!(same_name("Björk Guðmundsdóttir", "Gudmundsdottir"));
/// assert!(same_name("J. K. Orr", "Joan Kate Orr"));
/// assert!(same_name("Clara Salcedo Luna", "Клара Сальседо"));
/// assert!(same_name("Harbour Workers’ Union", "HWU"));
/// assert!(!same_name("Otto Brandt", "Clara Brandt"));
/// assert!(!same_name("Clara", "Clara Brandt"));
/// ```
pub fn same_name(one: &str, other: &str) -> bool {
    let (one_parts, other_parts) = (parts(one), parts(other));
    if one_parts.is_empty() || other_parts.is_empty() {
        return false;
    }
    let (short, long) = if one_parts.len() <= other_parts.len() {
        (&one_parts, &other_parts)
    } else {
        (&other_parts, &one_parts)
    };
    if short.len() == long.len() && all_match(short, long) {
        return true;
    }
    if let ([single], true) = (short.as_slice(), long.len() > 1) {
        return long.iter().skip(1).any(|part| single.len() > 2 && same_word(single, part))
            || is_acronym(single, long);
    }
    // Two words or more: the given name must fit, and one of the family names.
    let given = word_fits(short[0], long[0]);
    let family = |at: usize| all_match(&short[1..], &long[at..]);
    let room = long.len() + 1 - short.len();
    given && (1..=room).any(family)
}

/// Whether two words are forms of one name: case endings, accents, spelling and script apart.
///
/// ```
/// use parallax_language::names::same_word;
/// assert!(same_word("Dostoyevskiy", "Dostoevsky"));
/// assert!(same_word("Черчиллем", "Churchill"));
/// assert!(!same_word("Brandt", "Brand"));
/// ```
pub fn same_word(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    if Script::dominant(one) == Script::dominant(other) {
        spelling(one) == spelling(other)
    } else {
        let key = skeleton::skeleton(one);
        key.len() > 1 && key == skeleton::skeleton(other)
    }
}

/// Whether `acronym` is the initials of `name`, small words left out.
///
/// ```
/// use parallax_language::names::is_acronym_of;
/// assert!(is_acronym_of("HRO", "Harbour Rescue Office"));
/// assert!(is_acronym_of("BoE", "Bank of England"));
/// assert!(!is_acronym_of("NASA", "Harbour Rescue Office"));
/// ```
pub fn is_acronym_of(acronym: &str, name: &str) -> bool {
    is_acronym(acronym, &parts(name))
}

fn parts(name: &str) -> Vec<&str> {
    words(name).map(|word| word.of(name)).collect()
}

fn all_match(short: &[&str], long: &[&str]) -> bool {
    short.len() <= long.len() && short.iter().zip(long).all(|(one, other)| word_fits(one, other))
}

/// The same word, or the initial of one.
fn word_fits(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if short.chars().count() == 1 {
        return fold(long).starts_with(&fold(short));
    }
    same_word(one, other)
}

fn is_acronym(acronym: &str, name: &[&str]) -> bool {
    let letters: Vec<char> = acronym.chars().filter(|letter| letter.is_alphanumeric()).collect();
    let capitals = letters.iter().filter(|letter| letter.is_uppercase()).count();
    if letters.len() < 2 || capitals < 2 || letters.len() > 8 {
        return false;
    }
    let first = |word: &&str| word.chars().next();
    let large: Vec<char> =
        name.iter().filter_map(first).filter(|first| first.is_uppercase()).collect();
    let every: Vec<char> = name.iter().filter_map(first).collect();
    let upper =
        |letters: &[char]| -> String { letters.iter().flat_map(|l| l.to_uppercase()).collect() };
    let wanted = upper(&letters);
    wanted == upper(&large) || wanted == upper(&every)
}

#[cfg(test)]
mod tests {
    use super::{country, country_of_demonym, key, same_name};
    use proptest::prelude::*;

    fn same(one: &str, other: &str, expected: bool) {
        assert_eq!(same_name(one, other), expected, "{one} and {other}");
    }

    #[test]
    fn forms_of_one_name_are_one() {
        same("Gustavo Orrell", "Orrell", true);
        same("Клара Морено", "Морено", true);
        same("Мануэль Эррера", "Manuel Herrera", true);
        same("Эрреры", "Herrera", true);
        same("Диего Сальседо", "Diego Salcedo", true);
        same("Касым-Жомарт Токаев", "Тоқаевқа", true);
    }

    #[test]
    fn relatives_are_two() {
        same("Otto Brandt", "Clara Brandt", false);
        same("Zhou Li", "Zhao Li", false);
    }

    #[test]
    fn russian_cases_share_a_key() {
        for form in ["Эррера", "Эрреры", "Эррере", "Эррерой", "Эрреру"]
        {
            assert_eq!(key(form), key("Herrera"), "{form}");
        }
        assert_eq!(key("Марко"), key("Marco"));
    }

    #[test]
    fn countries_are_known_by_name_and_adjective() {
        assert_eq!(country("Norway"), Some("Norway"));
        assert_eq!(country("Норвегии"), Some("Norway"));
        assert_eq!(country("the United States"), Some("United States"));
        assert_eq!(country("us"), None);
        assert_eq!(country("US"), Some("United States"));
        assert_eq!(country_of_demonym("Norwegians"), Some("Norway"));
        assert_eq!(country_of_demonym("норвежского"), Some("Norway"));
        assert_eq!(country_of_demonym("trawler"), None);
    }

    proptest! {
        #[test]
        fn a_name_is_its_own(name in "[A-Z][a-z]{2,8} [A-Z][a-z]{2,8}") {
            prop_assert!(same_name(&name, &name));
        }

        #[test]
        fn any_two_texts_can_be_compared(one in "\\PC{0,20}", other in "\\PC{0,20}") {
            prop_assert_eq!(same_name(&one, &other), same_name(&other, &one));
        }
    }
}
