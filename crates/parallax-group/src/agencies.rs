//! Which names are news agencies'.

use parallax_language::fold;
use std::{collections::BTreeMap, sync::LazyLock};

/// Agencies by each folded name they go by.
static AGENCIES: LazyLock<BTreeMap<String, &'static str>> = LazyLock::new(|| {
    rows()
        .filter_map(|row| row.split_once('\t'))
        .flat_map(|(name, others)| others.split('\t').chain([name]).map(move |one| (one, name)))
        .map(|(one, name)| (folded(one), name))
        .collect()
});

/// The agencies' names as printed, in scripts that put no space between words.
static UNSPACED: LazyLock<Vec<(&'static str, &'static str)>> = LazyLock::new(|| {
    let unspaced = |one: &&str| {
        one.chars().next().is_some_and(|letter| ('\u{2e80}'..='\u{d7ff}').contains(&letter))
    };
    rows()
        .filter_map(|row| row.split_once('\t'))
        .flat_map(|(name, others)| others.split('\t').filter(unspaced).map(move |one| (one, name)))
        .collect()
});

fn rows() -> impl Iterator<Item = &'static str> {
    include_str!("../data/agencies.tsv").lines().filter(|line| !line.starts_with('#'))
}

/// The agency with whose name `text` starts, in a script without spaces, and that name.
pub(crate) fn starts(text: &str) -> Option<(&'static str, &'static str)> {
    UNSPACED
        .iter()
        .filter(|(written, _)| text.starts_with(written))
        .max_by_key(|(written, _)| written.len())
        .copied()
}

/// Words by which an agency calls itself one, at the end of its name, folded.
const CALLED: [&str; 10] = [
    "wire",
    "newswire",
    "news agency",
    "press agency",
    "news service",
    "wire service",
    "telegraph agency",
    "presse-agentur",
    "nachrichtenagentur",
    "agencia de noticias",
];

/// Words by which an agency calls itself one, before its name.
const CALLED_BEFORE: [&str; 4] = ["информагентство", "агентство", "agencia", "agence"];

/// Bytes of a name beyond which it is none.
const LONGEST: usize = 120;

/// Letters up to which a name is an acronym, and must be written as one: `EFE`
/// is an agency, `Efe` a man.
const ACRONYM: usize = 4;

/// The name an agency is shown by, where `name` is an agency's.
pub(crate) fn agency(name: &str) -> Option<String> {
    let name = without_article(name.trim().trim_start_matches(['©', '—', '-', ' ']));
    if name.len() > LONGEST {
        return None;
    }
    let folded = folded(name);
    if let Some(shown) = AGENCIES.get(folded.as_str()) {
        let written = *shown == name || !name.chars().any(char::is_lowercase);
        return (written || folded.chars().count() > ACRONYM).then(|| (*shown).to_owned());
    }
    let ends =
        |called: &str| folded.strip_suffix(called).is_some_and(|before| before.ends_with(' '));
    let starts =
        |called: &str| folded.strip_prefix(called).is_some_and(|after| after.starts_with(' '));
    (CALLED.iter().any(|called| ends(called)) || CALLED_BEFORE.iter().any(|called| starts(called)))
        .then(|| name.to_owned())
}

/// A name to compare by: words folded, one space between.
pub(crate) fn folded(name: &str) -> String {
    let words: Vec<String> = without_article(name).split_whitespace().map(fold).collect();
    words.join(" ")
}

pub(crate) fn without_article(name: &str) -> &str {
    ["The ", "the ", "THE "].iter().find_map(|article| name.strip_prefix(article)).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::agency;

    #[track_caller]
    fn check(name: &str, expected: Option<&str>) {
        assert_eq!(agency(name).as_deref(), expected, "{name}");
    }

    #[test]
    fn agencies_are_known_or_say_so() {
        check("The Associated Press", Some("Associated Press"));
        check("Osprey Wire", Some("Osprey Wire"));
        check("Lakeland News Agency", Some("Lakeland News Agency"));
        check("Agence France-Presse", Some("AFP"));
    }

    #[test]
    fn papers_are_not_agencies() {
        check("The Harbour Telegraph", None);
        check("EFE", Some("EFE"));
        check("Efe", None);
        check("Wire", None);
        check("Barbed Wired", None);
        check("", None);
    }
}
