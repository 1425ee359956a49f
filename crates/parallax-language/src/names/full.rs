//! The full names that the short ones of a text stand for.

use super::{countries::is_place, same_word, skeleton::skeleton};
use crate::words;
use std::collections::BTreeMap;

/// For each name of one text, the place in the list of the name it is short for, or the first
/// place of that name; its own if there is none.
///
/// A family name alone, or behind initials, is short for the one person of the
/// text who bears it with a given name. Where several do, the one named most often
/// is meant, the first of equals. Countries and towns are short for nobody.
///
/// ```
/// use parallax_language::names::full_names;
/// let names = ["Отто Брандт", "Брандту", "О. Брандта", "Осло", "Лунд"];
/// assert_eq!(full_names(&names), [0, 0, 0, 3, 4]);
/// ```
pub fn full_names(names: &[&str]) -> Vec<usize> {
    let parts: Vec<Vec<&str>> = names.iter().map(|name| split(name)).collect();
    let people = people(&parts);
    parts
        .iter()
        .enumerate()
        .map(|(at, short)| meant(&parts, &people, short, names[at]).unwrap_or(at))
        .collect()
}

/// Most bearers of one family name that are told apart.
const MOST_BEARERS: usize = 32;

/// A person named in full: the first place, and how often.
type Bearer = (usize, usize);

fn split(name: &str) -> Vec<&str> {
    words(name).map(|word| word.of(name)).collect()
}

/// The people named with a given and a family name, by what is left of the latter in all scripts.
fn people(names: &[Vec<&str>]) -> BTreeMap<String, Vec<Bearer>> {
    let mut people: BTreeMap<String, Vec<Bearer>> = BTreeMap::new();
    for (at, name) in names.iter().enumerate() {
        let [given, family] = name.as_slice() else { continue };
        if is_initial(given) || !is_capital(given) || !is_capital(family) || is_place(given) {
            continue;
        }
        let bearers = people.entry(skeleton(family)).or_default();
        let same = |known: &&mut Bearer| {
            let full = &names[known.0];
            same_word(full[0], given) && same_word(full[1], family)
        };
        if let Some(known) = bearers.iter_mut().find(same) {
            known.1 += 1;
        } else if bearers.len() < MOST_BEARERS {
            bearers.push((at, 1));
        }
    }
    people
}

/// The person a short name means.
fn meant(
    names: &[Vec<&str>],
    people: &BTreeMap<String, Vec<Bearer>>,
    short: &[&str],
    printed: &str,
) -> Option<usize> {
    let (family, before) = short.split_last()?;
    let initials = before.iter().all(|word| is_initial(word));
    if !initials && before.len() > 1 || before.is_empty() && is_place(printed) {
        return None;
    }
    let fits = |bearer: &&Bearer| {
        let full = &names[bearer.0];
        let given = before.first().is_none_or(|word| {
            if initials { starts_alike(word, full[0]) } else { same_word(word, full[0]) }
        });
        given && same_word(full[1], family)
    };
    let bearers = people.get(&skeleton(family))?;
    let best = bearers.iter().filter(fits).max_by_key(|(at, seen)| (*seen, usize::MAX - at))?;
    Some(best.0)
}

/// `О`, `Дж`: what stands for a given name before a point.
fn is_initial(word: &str) -> bool {
    word.chars().count() == 1 || matches!(word, "Дж" | "Ch" | "Th" | "Yu" | "Ju")
}

fn starts_alike(initial: &str, name: &str) -> bool {
    crate::fold(name).starts_with(&crate::fold(initial))
}

fn is_capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::full_names;
    use proptest::prelude::*;

    fn check(names: &[&str], expected: &[usize]) {
        assert_eq!(full_names(names), expected, "{names:?}");
    }

    #[test]
    fn a_family_name_alone_is_the_persons() {
        check(&["Лунд", "Вера Лунд", "Веры Лунд", "В. Лунд"], &[1, 1, 1, 1]);
        check(&["Jane Lund", "Лунда"], &[0, 0]);
    }

    #[test]
    fn the_one_named_most_is_meant() {
        check(&["Ада Вик", "Ирма Вик", "Ирме Вик", "Вик", "А. Вик"], &[0, 1, 1, 1, 0]);
    }

    #[test]
    fn places_and_given_names_stand_for_themselves() {
        check(&["МИД Германии", "Германия", "Вера Лунд", "Вера"], &[0, 1, 2, 3]);
    }

    proptest! {
        #[test]
        fn every_name_has_its_place(names in prop::collection::vec("\\PC{0,12}", 0..8)) {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let full = full_names(&names);
            prop_assert_eq!(full.len(), names.len());
            prop_assert!(full.iter().all(|at| *at < names.len()));
        }
    }
}
