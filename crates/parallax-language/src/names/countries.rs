//! Countries, by name and by adjective, and big cities.

use super::form::bare;
use crate::{Script, WordTable, fold, fold_onto, words};
use std::{collections::BTreeMap, sync::LazyLock};

/// Words, or the keys of names, with the country they tell.
type Told = Vec<(String, &'static str)>;

#[derive(Default)]
struct Rows {
    names: Told,
    letters: Told,
    adjectives: Told,
    stems: BTreeMap<&'static str, &'static str>,
}

struct Tables {
    names: WordTable<&'static str>,
    /// Names in capitals that are words when written small: `US`, `UAE`.
    letters: WordTable<&'static str>,
    adjectives: WordTable<&'static str>,
    /// Beginnings of Cyrillic adjectives, without ending.
    stems: BTreeMap<&'static str, &'static str>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut rows = Rows::default();
    for line in include_str!("../../data/names/countries.tsv").lines() {
        if !line.starts_with('#') {
            read_country(line, &mut rows);
        }
    }
    Tables {
        names: rows.names.into_iter().collect(),
        // Of two countries with the same letters the last one has them.
        letters: rows.letters.into_iter().rev().collect(),
        adjectives: rows.adjectives.into_iter().collect(),
        stems: rows.stems,
    }
});

static PLACES: LazyLock<WordTable<()>> = LazyLock::new(|| {
    let tables = [
        include_str!("../../data/names/places.tsv"),
        include_str!("../../data/names/places-cyrillic.txt"),
    ];
    let lines = tables.into_iter().flat_map(str::lines);
    lines
        .filter(|line| !line.starts_with('#'))
        .flat_map(|line| line.split('|'))
        .flat_map(place_keys)
        .map(|key| (key, ()))
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

fn read_country(line: &'static str, rows: &mut Rows) {
    let mut fields = line.split('\t');
    let Some(main) = fields.next() else { return };
    let others = fields.next().unwrap_or_default().split('|');
    for name in others.chain([main]).filter(|name| !name.is_empty()) {
        if is_letters(name) {
            rows.letters.push((name.to_owned(), main));
        } else {
            rows.names.push((name_key(name), main));
        }
    }
    for word in fields.next().unwrap_or_default().split('|').filter(|word| !word.is_empty()) {
        // A stem may only be cut where its ending tells an adjective: `Немцов` is no German.
        let stem = word.ends_with("ск") || word.ends_with("цк");
        if stem {
            rows.stems.insert(word, main);
        }
        rows.adjectives.push((name_key(word), main));
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
    let known = of_name(&TABLES.names, name).or_else(|| {
        // `Нидерландов`: an ending that names of people keep.
        of_name(&TABLES.names, name.strip_suffix("ов")?)
    });
    known.copied()
}

/// The country that an adjective or the name of its people belongs to, in English.
///
/// ```
/// use parallax_language::names::country_of_demonym;
/// assert_eq!(country_of_demonym("Colombian"), Some("Colombia"));
/// assert_eq!(country_of_demonym("колумбийского"), Some("Colombia"));
/// ```
pub fn country_of_demonym(word: &str) -> Option<&'static str> {
    let word = without_owner(word);
    let adjectives = &TABLES.adjectives;
    let direct = of_name(adjectives, word);
    if direct.is_some() || is_plain(word) {
        let plural = || adjectives.of_word(word.strip_suffix(['s', 'S'])?);
        return direct.or_else(plural).copied();
    }
    let key = name_key(word);
    let plural = key.strip_suffix('s').and_then(|one| adjectives.get(one));
    let stem = || {
        let (start, country) = TABLES.stems.range(..=key.as_str()).next_back()?;
        key.starts_with(start).then_some(country)
    };
    plural.or_else(stem).copied()
}

/// Whether `name` is a country, a capital, a big city or a state of the United States.
pub fn is_place(name: &str) -> bool {
    country(name).is_some()
        || of_name(&PLACES, without_owner(name)).is_some()
        // Only Russian names are known by their case forms.
        || !name.is_ascii() && PLACES.get(&format!("={}", fold(name))).is_some()
}

/// What the key of `name` leads to; that of plain words is not made for it.
fn of_name<'t, T>(table: &'t WordTable<T>, name: &str) -> Option<&'t T> {
    if is_plain(name) { table.of_word(name) } else { table.get(&name_key(name)) }
}

/// Whether a name is words of plain letters with a blank between two, whose key is the name itself, small.
fn is_plain(name: &str) -> bool {
    let mut after_blank = true;
    let plain = name.bytes().all(|byte| {
        let blank = byte == b' ';
        let fits = if blank { !after_blank } else { byte.is_ascii_alphanumeric() };
        after_blank = blank;
        fits
    });
    plain && (!after_blank || name.is_empty())
}

pub(super) fn name_key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    for (at, word) in words(name).map(|word| word.of(name)).enumerate() {
        if at > 0 {
            key.push(' ');
        }
        if word.is_ascii() {
            fold_onto(&mut key, word);
        } else {
            key.push_str(&bare(word));
        }
    }
    key
}

fn without_owner(name: &str) -> &str {
    name.strip_suffix("’s").or_else(|| name.strip_suffix("'s")).unwrap_or(name)
}

/// Capitals and points only, at most six of them.
fn is_letters(name: &str) -> bool {
    name.chars().count() <= 6 && name.chars().all(|letter| letter.is_uppercase() || letter == '.')
}
