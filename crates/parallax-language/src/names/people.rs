//! Words that stand in and beside the names of people.

use super::{form::bare, skeleton::skeleton};
use crate::{Script, WordTable, fold};
use std::{collections::BTreeMap, collections::BTreeSet, sync::LazyLock};

/// What a name or a title tells of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gender {
    /// She.
    Female,
    /// He.
    Male,
}

/// What a word beside a name is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Title {
    Man,
    Woman,
    Honorific,
    Office,
    Role,
}

static GIVEN: LazyLock<WordTable<Option<Gender>>> = LazyLock::new(|| {
    let mut names = BTreeMap::new();
    let tables = [
        include_str!("../../data/names/given-names.tsv"),
        include_str!("../../data/names/given-names-more.tsv"),
    ];
    for line in tables.into_iter().flat_map(str::lines) {
        let Some((class, words)) = line.split_once('\t') else { continue };
        let gender = match class {
            "f" => Some(Gender::Female),
            "m" => Some(Gender::Male),
            _ => None,
        };
        for word in words.split(' ') {
            names
                .entry(bare(word))
                .and_modify(|known| {
                    if *known != gender {
                        *known = None;
                    }
                })
                .or_insert(gender);
        }
    }
    names.into_iter().collect()
});

static TITLES: LazyLock<WordTable<Title>> = LazyLock::new(|| {
    let mut titles = Vec::new();
    for line in include_str!("../../data/names/titles.tsv").lines() {
        let Some((class, words)) = line.split_once('\t') else { continue };
        let title = match class {
            "man" => Title::Man,
            "woman" => Title::Woman,
            "honorific" => Title::Honorific,
            "office" => Title::Office,
            "role" => Title::Role,
            _ => continue,
        };
        titles.extend(words.split(' ').map(|word| (bare(word), title)));
    }
    titles.into_iter().collect()
});

fn title(word: &str) -> Option<Title> {
    let point = word.strip_suffix('.').unwrap_or(word);
    TITLES.of_bare(point).copied()
}

/// Whether a word is a given name in one of the languages we know, in any case form.
pub fn is_given_name(word: &str) -> bool {
    is_capital(word) && GIVEN.of_bare(word).is_some()
}

/// Whether a Cyrillic word has the consonants of a given name known in Latin letters: `Дэвида`.
///
/// Many other words have them too, so this only tells where nothing else does.
pub fn sounds_like_given_name(word: &str) -> bool {
    if Script::dominant(word) != Some(Script::Cyrillic) || !is_capital(word) {
        return false;
    }
    let bones = skeleton(word);
    bones.len() > 1 && SOUNDS.contains(&bones)
}

/// The consonants of the given names in Latin letters.
static SOUNDS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let latin = GIVEN.words().filter(|name| Script::dominant(name) == Some(Script::Latin));
    latin.map(skeleton).collect()
});

/// The gender a given name is used for; `None` if it is used for both, or unknown.
pub fn gender_of_given_name(word: &str) -> Option<Gender> {
    if is_capital(word) { GIVEN.of_bare(word).copied().flatten() } else { None }
}

/// Whether a word is a form of address or an office: `Mr`, `President`, `министра`.
///
/// ```
/// use parallax_language::names::is_title;
/// assert!(is_title("Mr.") && is_title("president") && is_title("министра"));
/// assert!(!is_title("trawler"));
/// ```
pub fn is_title(word: &str) -> bool {
    title(word).is_some_and(|title| title != Title::Role)
}

/// Whether a word is what somebody does or is to another: `coach`, `witness`, `daughter`.
pub fn is_role(word: &str) -> bool {
    title(word) == Some(Title::Role)
}

/// Whether a word is one or the other.
pub fn is_title_or_role(word: &str) -> bool {
    title(word).is_some()
}

/// The gender a title tells: `Ms`, `spokesman`.
pub fn gender_of_title(word: &str) -> Option<Gender> {
    match title(word)? {
        Title::Man => Some(Gender::Male),
        Title::Woman => Some(Gender::Female),
        _ => match fold(word).as_str() {
            "wife" | "widow" | "daughter" | "aunt" | "niece" | "nun" | "жена" | "дочь" => {
                Some(Gender::Female)
            }
            "husband" | "son" | "uncle" | "nephew" | "priest" | "monk" | "муж" | "сын" => {
                Some(Gender::Male)
            }
            _ => None,
        },
    }
}

fn is_capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}
