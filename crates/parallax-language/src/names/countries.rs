//! Countries, by name and by adjective, and big cities.

use super::form::bare;
use crate::{Script, fold, words};
use std::{collections::BTreeMap, collections::BTreeSet, sync::LazyLock};

struct Tables {
    names: BTreeMap<String, &'static str>,
    /// Names in capitals that are words when written small: `US`, `UAE`.
    letters: BTreeMap<&'static str, &'static str>,
    adjectives: BTreeMap<String, &'static str>,
    /// Beginnings of Cyrillic adjectives, without ending.
    stems: BTreeMap<&'static str, &'static str>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut tables = Tables {
        names: BTreeMap::new(),
        letters: BTreeMap::new(),
        adjectives: BTreeMap::new(),
        stems: BTreeMap::new(),
    };
    for line in include_str!("../../data/names/countries.tsv").lines() {
        if !line.starts_with('#') {
            read_country(line, &mut tables);
        }
    }
    tables
});

static PLACES: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let tables = [
        include_str!("../../data/names/places.tsv"),
        include_str!("../../data/names/places-cyrillic.txt"),
    ];
    let lines = tables.into_iter().flat_map(str::lines);
    lines
        .filter(|line| !line.starts_with('#'))
        .flat_map(|line| line.split('|'))
        .flat_map(place_keys)
        .collect()
});

/// Fewest letters of a Russian stem that tell a town from other words.
const SURE_STEM: usize = 4;

/// The key of a place’s name; of a short Russian name, whose stem could be of any word, its case forms.
fn place_keys(name: &str) -> Vec<String> {
    let key = name_key(name);
    let short = Script::dominant(name) == Some(Script::Cyrillic) && key.chars().count() < SURE_STEM;
    if !short {
        return vec![key];
    }
    let name = fold(name);
    let mut forms = vec![format!("={name}")];
    let (stem, endings) = match name.strip_suffix('а') {
        Some(stem) => (stem, ["ы", "и", "е", "у", "ой"]),
        None if name.ends_with(['о', 'у', 'и', 'е', 'ы', 'ю', 'э']) => return forms,
        None => (name.as_str(), ["а", "у", "е", "ом", "ем"]),
    };
    forms.extend(endings.iter().map(|ending| format!("={stem}{ending}")));
    forms
}

fn read_country(line: &'static str, tables: &mut Tables) {
    let mut fields = line.split('\t');
    let Some(main) = fields.next() else { return };
    let others = fields.next().unwrap_or_default().split('|');
    for name in others.chain([main]).filter(|name| !name.is_empty()) {
        if is_letters(name) {
            tables.letters.insert(name, main);
        } else {
            tables.names.entry(name_key(name)).or_insert(main);
        }
    }
    for word in fields.next().unwrap_or_default().split('|').filter(|word| !word.is_empty()) {
        // A stem may only be cut where its ending tells an adjective: `Немцов` is no German.
        let stem = word.ends_with("ск") || word.ends_with("цк");
        if stem {
            tables.stems.insert(word, main);
        }
        tables.adjectives.entry(name_key(word)).or_insert(main);
    }
}

/// The country that `name` is a name of, in English, in any case form.
///
/// ```
/// use parallax_language::names::country;
/// assert_eq!(country("Czechia"), Some("Czech Republic"));
/// assert_eq!(country("Чили"), Some("Chile"));
/// assert_eq!(country("Osorno"), None);
/// ```
pub fn country(name: &str) -> Option<&'static str> {
    let name = without_owner(name.trim());
    if let Some(main) = TABLES.letters.get(name) {
        return Some(main);
    }
    let capital = name.chars().next().is_some_and(char::is_uppercase);
    let article = name.strip_prefix("the ").or_else(|| name.strip_prefix("The "));
    if let Some(rest) = article {
        return country(rest);
    }
    if !capital {
        return None;
    }
    TABLES.names.get(&name_key(name)).copied().or_else(|| {
        // `Нидерландов`: an ending that names of people keep.
        TABLES.names.get(&name_key(name.strip_suffix("ов")?)).copied()
    })
}

/// The country that an adjective or the name of its people belongs to, in English.
///
/// ```
/// use parallax_language::names::country_of_demonym;
/// assert_eq!(country_of_demonym("Colombian"), Some("Colombia"));
/// assert_eq!(country_of_demonym("колумбийского"), Some("Colombia"));
/// ```
pub fn country_of_demonym(word: &str) -> Option<&'static str> {
    let key = name_key(without_owner(word));
    let direct = TABLES.adjectives.get(&key);
    let plural = || key.strip_suffix('s').and_then(|one| TABLES.adjectives.get(one));
    let stem = || {
        let (start, country) = TABLES.stems.range(..=key.as_str()).next_back()?;
        key.starts_with(start).then_some(country)
    };
    direct.or_else(plural).or_else(stem).copied()
}

/// Whether `name` is a country, a capital, a big city or a state of the United States.
pub fn is_place(name: &str) -> bool {
    country(name).is_some()
        || PLACES.contains(&name_key(without_owner(name)))
        || PLACES.contains(&format!("={}", fold(name)))
}

pub(super) fn name_key(name: &str) -> String {
    let parts: Vec<String> = words(name).map(|word| bare(word.of(name))).collect();
    parts.join(" ")
}

fn without_owner(name: &str) -> &str {
    name.strip_suffix("’s").or_else(|| name.strip_suffix("'s")).unwrap_or(name)
}

/// Capitals and points only, at most six of them.
fn is_letters(name: &str) -> bool {
    name.chars().count() <= 6 && name.chars().all(|letter| letter.is_uppercase() || letter == '.')
}
